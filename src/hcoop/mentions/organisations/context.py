"""What the words around a name say of the country and the city of its bearer."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from hcoop.mentions.organisations.words import Links
from hcoop.records import Place

_HOME_SHARE = 0.2
_OF_COUNTRY = "'s "
# So many letters before a place may say what it is.
_UNIT = 15
_OWNED = re.compile(r"'s?(?: [a-z][\w-]*){0,3} $")
_SENTENCE_ENDS = (". ", "\n", "? ", "! ")


def is_seat(place: Place) -> bool:
    """Tell whether a place may be the seat of a body: a city or a province, not a country or a region of it."""
    return place.kind not in {"country", "region"}


class Mentioned(NamedTuple):
    """A mention of a place."""

    start: int
    end: int
    place: Place


class Surroundings:
    """The places of an article in the order of the text."""

    def __init__(self, plain: str, places: Iterable[Place], links: Links, home: str) -> None:
        self.plain = plain
        self._links, self._home = links, home
        self.mentioned = sorted(
            (Mentioned(span.start, span.end, place) for place in places for span in place.mentions),
            key=lambda mention: mention.start,
        )
        self._starts = [mention.start for mention in self.mentioned]
        self.starts = frozenset(self._starts)
        self._ends = {mention.end: mention for mention in self.mentioned}
        foreign = Counter(m.place.country for m in self.mentioned if m.place.country != home)
        self.foreign = next(iter(foreign)) if len(foreign) == 1 else None
        # Fewer of the places than this share at home: the article is about others.
        self.is_abroad = sum(foreign.values()) > (1 - _HOME_SHARE) * len(self.mentioned)

    def at(self, start: int) -> Mentioned | None:
        """Return the place whose name begins there."""
        here = bisect_left(self._starts, start)
        return self.mentioned[here] if here < len(self._starts) and self._starts[here] == start else None

    def ending(self, end: int) -> Mentioned | None:
        """Return the place whose name ends there."""
        return self._ends.get(end)

    def owning(self, end: int) -> Mentioned | None:
        """Return the place whose name ends there, or whose name and kind do: "Osaka prefecture"."""
        unit = self._links.unit_last.search(self.plain, max(0, end - _UNIT), end)
        return self.ending(end) or (self.ending(unit.start()) if unit else None)

    def within(self, start: int, end: int) -> list[Mentioned]:
        """Return the places named between the two offsets."""
        return self.mentioned[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def linked(self, end: int) -> Mentioned | None:
        """Return the place that a name ending there is said to be of, from, in or, in parentheses, of."""
        link = self._links.linked.match(self.plain, end)
        place = self.at(link.end()) if link else None
        # "the People's Committee of Vietnam's Hue city"
        owned = place and place.place.kind == "country" and self.plain.startswith(_OF_COUNTRY, place.end)
        return self.at(place.end + len(_OF_COUNTRY)) or place if place and owned else place

    def apposed(self, end: int) -> Mentioned | None:
        """Return the place in "..., an Australian charity" or "..., a foundation based in Amsterdam"."""
        for pattern in (self._links.apposed, self._links.apposed_far):
            if (match := pattern.match(self.plain, end)) and (mention := self.at(match.end())):
                return mention
        return None

    def only_foreign(self, start: int) -> str | None:
        """Return the only foreign country of the sentence of an offset, else of its paragraph, if there is one."""
        for marks in (_SENTENCE_ENDS, ("\n",)):
            begin = max(self.plain.rfind(mark, 0, start) for mark in marks)
            ends = [at for mark in marks if (at := self.plain.find(mark, start)) >= 0]
            near = self.within(max(begin, 0), min(ends, default=len(self.plain)))
            countries = {mention.place.country for mention in near} - {self._home}
            if len(countries) == 1:
                return countries.pop()
        return None

    def beside(self, end: int) -> Mentioned | None:
        """Return the foreign city in "St Brigid's Hospital, Cork, ..." after a name that ends there."""
        mention = self.at(end + 2) if self.plain.startswith(", ", end) else None
        closed = mention and self.plain[mention.end : mention.end + 1] in {",", ".", ";", ")", "\n"}
        foreign = mention and mention.place.country != self._home and is_seat(mention.place)
        return mention if closed and foreign else None

    def owner(self, start: int) -> Mentioned | None:
        """Return the place in "South Korea's ..." before a name that begins there."""
        before = self.plain[max(0, start - 40) : start]
        match = _OWNED.search(before) if "'" in before else None
        return self.owning(start - len(before) + match.start()) if match else None

    def described(self, start: int, nouns: re.Pattern[str]) -> Mentioned | None:
        """Return the place in "Norwegian cage maker ..." before a name that begins there."""
        before = self.within(max(0, start - 60), start)
        if before and before[-1].end < start and nouns.fullmatch(self.plain, before[-1].end, start):
            return before[-1]
        return None

    def local(self, start: int, kinds: tuple[str, ...] | None = None) -> Place | None:
        """Return the city or province at home that "the city" or "the province" means at an offset.

        It is the last one named in the same sentence, else the last "province of ..." of its paragraph, else the one
        that the article names most.
        """
        homes = [
            m
            for m in self.mentioned
            if m.place.country == self._home and is_seat(m.place) and (kinds is None or m.place.kind in kinds)
        ]
        sentence = max(self.plain.rfind(mark, 0, start) for mark in _SENTENCE_ENDS)
        paragraph = self.plain.rfind("\n", 0, start)
        before = [m for m in homes if paragraph < m.start < start]
        here = [m for m in before if sentence < m.start] or [m for m in before if self._is_introduced(m)]
        if here:
            return here[-1].place
        counts = Counter(m.place.name for m in homes)
        return max((m.place for m in homes), key=lambda place: counts[place.name], default=None)

    def _is_introduced(self, mention: Mentioned) -> bool:
        """Tell whether a place is named with what it is: "the province of Tuyen Quang", "Ha Giang province"."""
        before = self._links.unit_of.search(self.plain, max(0, mention.start - _UNIT), mention.start)
        return bool(before or self._links.unit.match(self.plain, mention.end))
