"""Bodies that places have each, told together: "the health departments of Quang Tri and Laos' Savannakhet province"."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from hcoop.lexicon import Lexicon
from hcoop.mentions.gazetteer import Matcher, Name
from hcoop.mentions.organisations.candidate import Candidate
from hcoop.mentions.organisations.context import Mentioned, Surroundings, is_seat
from hcoop.mentions.organisations.words import words as words_of

_NAME = r"[A-Z][\w-]*(?: [A-Z][\w-]*){0,3}"
_OWNER = rf"(?:{_NAME}(?:'s?|(?= (?:[a-z]+ )+of )) )?"


class _Item(NamedTuple):
    """A place of a list: its name at offsets of the text, and the country told beside it."""

    start: int
    end: int
    country: str | None


class ToldTogether:
    """Finds the bodies behind a plural noun and "of"; built from `told_together` and `place_links`."""

    def __init__(self, lexicon: Lexicon) -> None:
        data = lexicon["organisation_kinds"]
        self._words = lexicon.compiled(words_of)
        forms = ((cased, name) for form, name in data["told_together"].items() for cased in _cased(form))
        self._nouns = Matcher(Name(form, name) for form, name in forms)
        qualities = "|".join(map(re.escape, data["place_links"]["qualities"]))
        units = "|".join(data["told_together_units"])
        item = rf"(?:the )?{_OWNER}(?:(?:{qualities}|provinces|cities) )*(?P<name>{_NAME})(?P<unit> (?:{units})\b)?"
        self._item = re.compile(item)
        self._of, self._next = re.compile(r" (?:of|from|in) "), re.compile(r",? (?:and|&) |, ")

    def find(self, plain: str, text: str, around: Surroundings) -> Iterator[Candidate]:
        """Yield a candidate for each place of a list, in the plain text of an article; none for a list of one."""
        for noun in self._nouns.find(plain):
            items = list(self._items(noun.end, plain, around))
            if len(items) > 1:
                yield from (self._candidate(item, noun.value, text, around) for item in items)

    def _items(self, end: int, plain: str, around: Surroundings) -> Iterator[_Item]:
        link = self._of.match(plain, end)
        while link and (found := self._item.match(plain, link.end())):
            start, stop = found.span("name")
            here = around.at(start)
            if here and here.place.kind == "country":
                return
            stop = here.end if here else stop
            beside = around.linked(found.end()) or around.at(found.end() + 2)
            told = around.within(found.start(), start) or ([beside] if beside else [])
            if here or found["unit"]:
                yield _Item(start, stop, _country(told))
            link = self._next.match(plain, found.end())

    def _candidate(self, item: _Item, name: str, text: str, around: Surroundings) -> Candidate:
        here = around.at(item.start)
        place = here.place if here else None
        country = place.country if place else item.country or around.only_foreign(item.start)
        at_home = place is not None and country == self._words.home.code and is_seat(place)
        told = f"{place.name if place and at_home else text[item.start : item.end]} {name}"
        kind, city = self._words.local_bodies[name].kind, place.name if place and at_home else None
        # What stands there is the place's name, by which the body is not called elsewhere.
        return Candidate(item.start, item.end, told, told, kind, country, city, sure=True)


def _cased(form: str) -> tuple[str, ...]:
    return form, form.capitalize(), form.title().replace(" Of ", " of ")


def _country(told: list[Mentioned]) -> str | None:
    return next((mention.place.country for mention in told if mention.place.country), None)
