"""Word classes of the cues: lemmas in `data/wording.yaml`, inflected here by the rules of English spelling."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from hcoop.events.wordlists import either
from hcoop.lexicon import Lexicon

_SIBILANT = re.compile(r"(?:s|x|z|ch|sh)$")
_CONSONANT_Y = re.compile(r"[^aeiou]y$")


@dataclass(frozen=True, slots=True)
class Wording:
    """Every word class as its forms, `forms["sign"]` holds "signed" and "inked", and which of the classes are verbs.

    `patterns` has each class as an expression, `number` is one for a number in words or digits.
    """

    forms: Mapping[str, tuple[str, ...]]
    patterns: Mapping[str, str]
    verbs: frozenset[str]
    number: str


def plural(noun: str) -> str:
    """Return the regular plural of a noun or noun phrase, whose last word is inflected."""
    if _CONSONANT_Y.search(noun):
        return noun[:-1] + "ies"
    return noun + ("es" if _SIBILANT.search(noun) else "s")


def inflect(verb: str, irregular: Mapping[str, str], doubling: Iterable[str]) -> list[str]:
    """Return the forms of a verb: base, -s, -ed (or the irregular past forms) and -ing; particles stay behind."""
    head, _, particle = verb.partition(" ")
    stem = head + head[-1] if head in doubling else head.removesuffix("e") if not head.endswith("ee") else head
    past = irregular[head].split() if head in irregular else [
        head[:-1] + "ied" if _CONSONANT_Y.search(head) else head + "d" if head.endswith("e") else stem + "ed"]
    forms = [head, plural(head), *past, stem + "ing"]
    return [f"{form} {particle}" if particle else form for form in forms]


def wording(lexicon: Lexicon) -> Wording:
    """Compile `data/wording.yaml` and the instruments into word classes."""
    data = lexicon["wording"]
    irregular, doubling = data["irregular"], frozenset(data["doubling"])
    forms: dict[str, tuple[str, ...]] = {}
    for name, verbs in data["verbs"].items():
        forms[name] = tuple(form for verb in verbs for form in inflect(verb, irregular, doubling))
    nouns = {**data["nouns"], "instrument": [noun for entry in lexicon["instruments"] for noun in entry["words"]]}
    for name, lemmas in nouns.items():
        forms[name] = tuple(form for noun in lemmas for form in (noun, plural(noun)))
    forms.update({name: tuple(phrases) for name, phrases in data["phrases"].items()})
    patterns = {name: alternatives(words) for name, words in forms.items()}
    return Wording(forms, patterns, frozenset(data["verbs"]), r"\d[\d.,]*|" + "|".join(data["number"]))


def alternatives(forms: Iterable[str]) -> str:
    """Return a regular expression for any of the forms, longest first; a hyphen may be a space or nothing."""
    return either(forms, {" ": " +", "-": "[- ]?"})
