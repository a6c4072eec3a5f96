"""Bodies that places have each, told together: "the health departments of Quang Tri and Laos' Savannakhet province"."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from hcoop.lexicon import Lexicon
from hcoop.mentions.organisations.candidate import Candidate
from hcoop.mentions.organisations.context import Mentioned, Surroundings, is_seat
from hcoop.mentions.organisations.words import words as words_of

_NAME = r"[A-Z][\w-]*(?: [A-Z][\w-]*){0,3}"
_OWNER = rf"(?:{_NAME}(?:'s?|(?= (?:[a-z]+ )+of )) )?"


class _Item(NamedTuple):
    """A place of a list: its name at offsets of the text, whether it is called a place, and the country beside it."""

    start: int
    end: int
    is_told: bool
    country: str | None


class ToldTogether:
    """Finds the bodies behind a plural noun and "of"; built from `told_together` and `place_links`."""

    def __init__(self, lexicon: Lexicon) -> None:
        data = lexicon["organisation_kinds"]
        self._words = lexicon.compiled(words_of)
        self._nouns = {cased: name for form, name in data["told_together"].items() for cased in _cased(form)}
        qualities = "|".join(map(re.escape, data["place_links"]["qualities"]))
        units = "|".join(data["told_together_units"])
        item = rf"(?:the )?{_OWNER}(?:(?:{qualities}|provinces|cities) )*(?P<name>{_NAME})(?P<unit> (?:{units})\b)?"
        self._item = re.compile(item)
        self._of, self._next = re.compile(r" (?:of|from|in) "), re.compile(r",? (?:and|&) |, ")

    def find(self, plain: str, text: str, around: Surroundings) -> Iterator[Candidate]:
        """Yield a candidate for each place of a list, in the plain text of an article.

        A list of one is none, nor one of names alone: a group told apart only by "Quang Tri and Savannakhet".
        """
        for noun, name in self._nouns.items():
            for end in _ends(noun, plain):
                items = list(self._items(end, plain, around))
                if len(items) > 1 and any(item.is_told for item in items):
                    yield from (self._candidate(item, name, text, around) for item in items)

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
                is_told = bool(found["unit"] or told) or start > found.start()
                yield _Item(start, stop, is_told, _country(told))
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


def _ends(noun: str, plain: str) -> Iterator[int]:
    start = plain.find(noun)
    while start >= 0:
        yield start + len(noun)
        start = plain.find(noun, start + 1)


def _cased(form: str) -> tuple[str, ...]:
    return form, form.capitalize(), form.title().replace(" Of ", " of ")


def _country(told: list[Mentioned]) -> str | None:
    return next((mention.place.country for mention in told if mention.place.country), None)
