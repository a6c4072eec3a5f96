"""One article as the naming of organisations sees it, and the look-up of a candidate in the gazetteer."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from hcoop.mentions.organisations.candidate import Candidate
from hcoop.mentions.organisations.context import Surroundings, is_seat
from hcoop.mentions.organisations.known import Entry, Known
from hcoop.mentions.organisations.tokens import Token
from hcoop.mentions.organisations.words import Words

_ACRONYM = re.compile(r" \(([A-Z]{2,8})\)")
CAPITALISED = re.compile(r"\b[A-Z][\w-]*")


@dataclass(frozen=True, slots=True)
class Page:
    """What naming needs to know of the article at hand."""

    text: str
    tokens: Sequence[Token]
    words: Words
    known: Known
    around: Surroundings
    with_article: frozenset[str]


def known_or(page: Page, found: Candidate) -> Candidate:
    """Return a candidate as the organisation of the gazetteer that it names, or as it is."""
    vague = all(map(page.words.is_generic, CAPITALISED.findall(found.name)))
    entry = page.known.look_up(found.written, found.country, vague, found.city) or page.known.look_up(
        found.name, found.country, vague, found.city
    )
    foreign = found.kind == "hospital" and page.words.is_foreign(found.country)
    if not entry and foreign and not found.name[-1].isdigit():
        # "Saint Paul Hospital" is one of Hanoi, whatever else Saint Paul may be.
        entry = page.known.look_up(found.written, page.words.home.code)
    entry = in_city(entry, found.start, found.end, page)
    if not entry:
        return found
    return found._replace(
        name=entry.name, kind=entry.kind, country=entry.country, city=entry.city or found.city, entry=entry, sure=True
    )


def in_city(entry: Entry | None, start: int, end: int, page: Page) -> Entry | None:
    """Return the organisation, or its namesake that the text means; None if that is not known.

    The city that the text puts it in tells, and the acronym behind the name.
    """
    entry = _by_acronym(entry, start, end, page) if entry else None
    linked = page.around.linked(end) if entry and entry.kind == "hospital" and entry.city else None
    if not entry or not linked:
        return entry
    if linked.place.country != page.words.home.code:
        # "Military Hospital 103 of the Lao army" has but a number in common with the one in Hanoi.
        return None if page.around.plain[end - 1].isdigit() else entry
    if not is_seat(linked.place) or linked.place.name == entry.city:
        return entry
    name, town = page.around.plain[start:end], page.around.plain[linked.start : linked.end]
    home = page.words.home.code
    return page.known.look_up(f"{name} {town}", home) or page.known.look_up(f"{town} {name}", home)


def _by_acronym(entry: Entry, start: int, end: int, page: Page) -> Entry:
    # "the National Heart Institute (IJN)" is that of Malaysia, whatever other state has one.
    acronym = _ACRONYM.match(page.around.plain, end)
    other = page.known.look_up(acronym[1], None) if acronym else None
    return other if other and other.name.startswith(page.around.plain[start:end]) else entry
