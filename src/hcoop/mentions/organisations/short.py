"""Short forms of names already met: acronyms, and "Chang Gung" for Chang Gung Memorial Hospital."""

import re

from hcoop.lexicon import Lexicon
from hcoop.mentions.organisations.bodies import Body
from hcoop.mentions.organisations.words import words as words_of
from hcoop.records import Span
from hcoop.text import unmark

_NOT_AFTER = r"(?!['-]?\w)(?! (?:street|Street|road|Road|district|District|ward|Ward|town|commune|province|City|city|[A-Z][a-z]))"
_NOT_BEFORE = r"(?<![\w-])(?<![A-Z][a-z] )(?<![a-z]{2} (?=[A-Z]))"


class ShortForms:
    """Finds further mentions of bodies by the proper part of their name."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._words = lexicon.compiled(words_of)
        self._places = frozenset(_place_names(lexicon))

    def join(self, bodies: list[Body], plain: str, text: str) -> None:
        """Add to each body the mentions of it by acronym or short form."""
        taken = sorted((span.start, span.end) for body in bodies for span in body.mentions)
        shorts: dict[str, Body] = {}
        for body in bodies:
            for name in [*body.acronyms, *self._full(body), *self._stems(body)]:
                shorts.setdefault(name, body)
        if not shorts:
            return
        names = "|".join(sorted(map(re.escape, shorts), key=len, reverse=True))
        covered = _Covered(taken)
        for match in re.finditer(rf"(?<![\w-])(?:{names})(?![\w-])", plain):
            body = shorts[match[0]]
            if not covered.overlaps(match.start(), match.end()) and self._stands(match, plain, match[0] in body.acronyms or match[0] in map(unmark, body.aliases)):
                body.mentions.append(Span(match.start(), match.end()))
                body.aliases.append(text[match.start():match.end()])
        for body in bodies:
            body.aliases += sorted(body.acronyms)

    def _full(self, body: Body) -> list[str]:
        names = [unmark(name) for name in body.aliases]
        return [name for name in names if " " in name and not all(map(self._words.is_generic, name.split()))]

    def _stems(self, body: Body) -> set[str]:
        stems = set()
        for name in {body.name, *body.aliases}:
            parts = unmark(name).split()
            cut = next((at for at, part in enumerate(parts) if self._words.is_generic(part) or not part[0].isupper()), len(parts))
            stem = " ".join(parts[:cut])
            whole = cut == len(parts)
            if cut and len(stem) > 3 and stem not in self._places and (whole or parts[cut] not in {"of", "for"}):
                stems.add(stem)
        return stems

    def _stands(self, match: re.Match[str], plain: str, acronym: bool) -> bool:
        if acronym:
            return True
        after = plain[match.end():match.end() + 24]
        before = plain[max(0, match.start() - 24):match.start()]
        return not (re.match(r" (?:street|road|district|ward|town|commune|province|city)\b| [A-Z]", after, re.ASCII)
                    or re.search(r"\b[A-Z][\w.]* $", before))


class _Covered:
    def __init__(self, spans: list[tuple[int, int]]) -> None:
        self._spans = spans

    def overlaps(self, start: int, end: int) -> bool:
        return any(left < end and start < right for left, right in self._spans)


def _place_names(lexicon: Lexicon) -> set[str]:
    names: set[str] = set()
    for entry in lexicon["gazetteer/places"]:
        names |= {entry["name"], *map(unmark, entry.get("aliases") or ()), *map(unmark, entry.get("towns") or ())}
    for entry in lexicon["gazetteer/countries"]:
        names |= {entry["name"], *entry["aliases"], *entry["demonyms"]}
    for cities in lexicon["gazetteer/foreign_cities"].values():
        names |= set(map(unmark, cities))
    return names
