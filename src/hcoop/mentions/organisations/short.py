"""Short forms of names already met: acronyms, "Chang Gung" for Chang Gung Memorial Hospital, "Hue CDC"."""

import re
from collections.abc import Iterator
from functools import lru_cache

from hcoop.lexicon import Lexicon
from hcoop.mentions.organisations.bodies import Body
from hcoop.mentions.organisations.words import words as words_of
from hcoop.mentions.placenames import place_names
from hcoop.records import Span
from hcoop.text import unmark as uncached

unmark = lru_cache(maxsize=4096)(uncached)
# A word of so many letters tells a body apart by itself.
_TELLING = 5
_NAME_BEFORE = re.compile(r"\b[A-Z][\w.]* $")


class ShortForms:
    """Finds further mentions of bodies by the proper part of their name."""

    def __init__(self, lexicon: Lexicon) -> None:
        places = "|".join(lexicon["organisation_kinds"]["places_named_so"])
        self._words = lexicon.compiled(words_of)
        self._places = lexicon.compiled(place_names)
        self._institutions = frozenset(lexicon["profile"]["kinds"]["institutions"])
        self._name_after = re.compile(rf" (?:{places})\b| [A-Z]")
        # The same names come again and again, in an article and in the next.
        once = lru_cache(maxsize=8192)
        self._stem, self._placed, self._is_own = once(self._stem_of), once(self._placed_of), once(self._is_own_name)

    def join(self, bodies: list[Body], plain: str, text: str) -> None:
        """Add to each body the mentions of it by acronym or short form."""
        taken = [(span.start, span.end) for body in bodies for span in body.mentions]
        shorts: dict[str, Body] = {}
        for body in bodies:
            for name in [*body.acronyms, *self._full(body), *self._stems(body), *self._with_place(body)]:
                shorts.setdefault(name, body)
        if not shorts:
            return
        covered = bytearray(len(plain))
        for start, end in taken:
            covered[start:end] = b"\x01" * (end - start)
        for name in sorted(shorts, key=len, reverse=True):
            body = shorts[name]
            whole = name in {*body.acronyms, *self._with_place(body)} or name in map(unmark, body.aliases)
            for start, end in _occurrences(name, plain):
                if not any(covered[start:end]) and (whole or self._stands(start, end, plain)):
                    covered[start:end] = b"\x01" * (end - start)
                    body.mentions.append(Span(start, end))
                    body.aliases.append(text[start:end])
        for body in bodies:
            body.aliases += sorted(body.acronyms)

    def _full(self, body: Body) -> list[str]:
        return [name for name in map(unmark, body.aliases) if self._is_own(name)]

    def _is_own_name(self, name: str) -> bool:
        return " " in name and not all(map(self._words.is_generic, name.split()))

    def _with_place(self, body: Body) -> Iterator[str]:
        """Yield the place of a name with the initials of the rest: "Quang Ninh CDC", whosever acronym CDC is else."""
        return (placed for name in {body.name, *body.aliases} for placed in self._placed(name))

    def _placed_of(self, name: str) -> tuple[str, ...]:
        parts = unmark(name).split()
        initials = ["".join([part[0] for part in parts[cut:] if part[0].isupper()]) for cut in range(len(parts))]
        return tuple(f"{' '.join(parts[:cut])} {letters}" for cut, letters in enumerate(initials)
                     if cut and len(letters) > 2 and " ".join(parts[:cut]) in self._places)

    def _stems(self, body: Body) -> set[str]:
        stems = {stem for name in {body.name, *body.aliases} if (stem := self._stem(name))}
        return stems.union(*(self._first(body, stem) for stem in stems))

    def _stem_of(self, name: str) -> str | None:
        """Return the words of a name before the first that says what it is, None if they are no name of its own."""
        parts = unmark(name).split()
        own = (at for at, part in enumerate(parts) if self._words.is_generic(part) or not part[0].isupper())
        cut = next(own, len(parts))
        stem = " ".join(parts[:cut])
        is_long = len(stem) > 3 or (len(stem) == 3 and stem.isupper() and stem not in self._words.not_acronyms)
        if not cut or not is_long or stem in self._places:
            return None
        is_part = cut < len(parts) and parts[cut] in {"of", "for", *self._words.districts}
        return None if is_part else stem

    def _first(self, body: Body, stem: str) -> set[str]:
        """Return the first word of a hospital or school abroad: "Hangang" for Hangang Sacred Heart Hospital."""
        if body.kind not in self._institutions:
            return set()
        first, _, rest = stem.partition(" ")
        is_told = len(first) >= _TELLING and first not in self._places and not self._words.is_generic(first)
        return {first} if rest and is_told and body.country not in (None, self._words.home.code) else set()

    def _stands(self, start: int, end: int, plain: str) -> bool:
        return not (self._name_after.match(plain, end) or _NAME_BEFORE.search(plain[max(0, start - 24) : start]))


def _occurrences(name: str, plain: str) -> Iterator[tuple[int, int]]:
    start = plain.find(name)
    while start >= 0:
        end = start + len(name)
        if not (
            plain[start - 1 : start].isalnum()
            or plain[start - 1 : start] == "-"
            or plain[end : end + 1].isalnum()
            or plain[end : end + 1] == "-"
        ):
            yield start, end
        start = plain.find(name, end)
