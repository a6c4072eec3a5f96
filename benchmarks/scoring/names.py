"""Whether two names mean one thing: folded, in the usual spellings, with a little room for slips."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path
from typing import Any

from hcoop.lexicon import read_yaml

# Names of more than six letters that agree to nine tenths are one name.
_LONG, _ALIKE = 6, 0.9

Names = frozenset[str]


@cache
def norm(name: str) -> str:
    """Return a name without marks, case, punctuation and a leading article, in one of its usual spellings."""
    plain = unicodedata.normalize("NFKD", name.replace("đ", "d").replace("Đ", "D"))
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter)).casefold()
    plain = re.sub(r"['’]s\b", "", plain).replace("&", " and ")
    plain = re.sub(r"[^a-z0-9]+", " ", plain).strip()
    for pattern, spelling in _spellings():
        plain = pattern.sub(spelling, plain)
    return " ".join(plain.split()).removeprefix("the ")


@cache
def _spellings() -> Sequence[tuple[re.Pattern[str], str]]:
    table = read_yaml(Path(__file__).with_name("spellings.yaml"))
    return [(re.compile(rf"\b(?:{'|'.join(variants)})\b"), spelling) for spelling, variants in table.items()]


def names_of(entry: str | Mapping[str, Any]) -> Names:
    """Return all folded names of an organisation, a person or a party; of plain text, itself."""
    if isinstance(entry, str):
        return frozenset({norm(entry)})
    given = [entry.get("name"), *(entry.get("aliases") or ())]
    return frozenset(norm(name) for name in given if name) - {""}


def same(one: Names, other: Names) -> bool:
    """Tell whether two sets of folded names share one, or have two that differ by little."""
    return bool(one & other) or any(_alike(left, right) for left in one for right in other)


@cache
def _alike(left: str, right: str) -> bool:
    if min(len(left), len(right)) <= _LONG:
        return False
    matcher = SequenceMatcher(None, left, right)
    # The quick ratios are upper bounds: most pairs end here.
    return all(ratio() >= _ALIKE for ratio in (matcher.real_quick_ratio, matcher.quick_ratio, matcher.ratio))


def grown(parties: Iterable[Names], known: Sequence[Names]) -> list[Names]:
    """Return each party with all the names that an article's gold record knows it by."""
    return [_grown(party, known) for party in parties]


def _grown(party: Names, known: Sequence[Names]) -> Names:
    for entry in known:
        if same(party, entry):
            party |= entry
    return party
