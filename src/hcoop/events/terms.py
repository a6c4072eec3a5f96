"""How people write how long what was signed holds, from `data/terms.yaml`."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from hcoop.events.phrasing import phrasing
from hcoop.events.words import wording
from hcoop.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class Terms:
    """The compiled phrasings; `length` finds a `number` of `numbers` and a `unit` of `units`, whose values are Y or M.
    """

    of_length: re.Pattern[str]
    holds_for: re.Pattern[str]
    holds_until: re.Pattern[str]
    goes_on: re.Pattern[str]
    length: re.Pattern[str]
    numbers: Mapping[str, str]
    units: Mapping[str, str]


def compile_terms(lexicon: Lexicon) -> Terms:
    """Compile `data/terms.yaml`."""
    data, words = lexicon["terms"], lexicon.compiled(wording)
    plain = {name: phrasing(entry, words) for name, entry in data.items() if "patterns" in entry}
    behind = {name: re.compile(f"{plain[name]}$") for name in ("holds_for", "holds_until")}
    ahead = {name: re.compile(plain[name]) for name in ("of_length", "goes_on")}
    number = "|".join(sorted(map(re.escape, data["numbers"]), key=len, reverse=True))
    length = rf"(?<![\w-])(?P<number>[1-9]\d?|{number})(?: \(\w+\))?[ -](?P<unit>{'|'.join(data['units'])})s?\b"
    return Terms(**behind, **ahead, length=re.compile(length), numbers=data["numbers"], units=data["units"])
