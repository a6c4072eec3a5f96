"""Countries, provinces and cities named in an article."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Any

from hcoop.lexicon import Lexicon
from hcoop.mentions.atlas import Atlas, Meaning, atlas
from hcoop.mentions.gazetteer import Match
from hcoop.mentions.namesakes import Sighting, country_of
from hcoop.mentions.reading import read
from hcoop.records import Article, Place, Span
from hcoop.text import unmark

_WORDS_BEFORE = re.compile(r"(?:\b[A-Z][a-z]+ ){1,3}$")
_WORD_BEFORE = re.compile(r"\b([A-Z][a-z]+|[A-Z]\.) $")
_WORD_AFTER = re.compile(r" ([A-Z][a-z]+)")
_HYPHEN = re.compile(r"\s?-\s?")


def find_places(article: Article, lexicon: Lexicon) -> tuple[Place, ...]:
    """Return the places that the article names, each once, in order of first mention.

    A demonym counts as a mention of its country; a town or district as one of its province or city.
    """
    known = lexicon.compiled(atlas)
    reading = read(article, lexicon)
    plain = reading.plain
    if reading.dateline:
        start, end = reading.dateline.start, reading.dateline.end
        plain = plain[:start] + unmark(reading.text[start:end]) + plain[end:]
    found: dict[tuple[str, str], list[Span]] = {}
    first: dict[tuple[str, str], Meaning] = {}
    mentions = list(_of_their_countries(plain, list(_mentions(plain, known))))
    provinces = {meaning.name for meaning, _ in mentions if not meaning.town}
    for either, span in mentions:
        # A district that several provinces have is of the one that the article names.
        meaning = next((one for one in (either, *either.others) if one.name in provinces), either)
        key = (meaning.name, meaning.country)
        first.setdefault(key, meaning)
        found.setdefault(key, []).append(span)
    places = (Place(m.name, m.kind, m.country, m.code, tuple(found[key])) for key, m in first.items())
    return reading.gaps.moved(places, reading.gaps.closed)


def _of_their_countries(plain: str, mentions: list[tuple[Meaning, Span]]) -> Iterator[tuple[Meaning, Span]]:
    if not any(meaning.namesakes for meaning, _ in mentions):
        yield from mentions
        return
    seen = [Sighting(span.start, span.end, m.country, m.namesakes is None) for m, span in mentions]
    for here, (meaning, span) in enumerate(mentions):
        country = country_of(meaning.namesakes, here, seen, plain) if meaning.namesakes else meaning.country
        yield (meaning if country == meaning.country else replace(meaning, country=country, code=None)), span


def _mentions(plain: str, known: Atlas) -> Iterator[tuple[Meaning, Span]]:
    matches = [match for match in known.matcher.find(plain) if match.value]
    skipped = _inside_names(plain, matches, known)
    for match in matches:
        other = plain.startswith(("$", *known.peoples), match.end) or known.money.match(plain, match.start)
        if (
            not other
            and match.start not in skipped
            and match.value
            and not _is_person(plain, match, match.value, known)
        ):
            yield match.value, Span(match.start, match.end)


def _inside_names(plain: str, matches: list[Match[Meaning | None]], known: Atlas) -> set[int]:
    # "Vietnam-Germany Hospital" is a Vietnamese hospital: its name is no mention of Germany.
    skipped: set[int] = set()
    for left, right in pairwise(matches):
        if _HYPHEN.fullmatch(plain, left.end, right.start) and known.named_after.match(plain, right.end):
            skipped |= {left.start, right.start}
    return skipped


def _is_person(plain: str, match: Match[Any], meaning: Meaning, known: Atlas) -> bool:
    name = plain[match.start : match.end]
    before = plain[max(0, match.start - 40) : match.start]
    if meaning.country == known.home.code and meaning.kind != "country":
        return _is_person_of_home(plain, match, before, meaning.town, known)
    after, left = _WORD_AFTER.match(plain, match.end), _WORD_BEFORE.search(before)
    if name in known.home.shape.family_names and after and known.home.shape.is_person([name, after[1]]):
        return True
    if name not in known.names_too:
        return False
    return bool(after and after[1] not in known.heads) or bool(left and left[1] not in known.heads)


def _is_person_of_home(plain: str, match: Match[Any], before: str, town: bool, known: Atlas) -> bool:
    name = plain[match.start : match.end]
    last = before.rstrip(" \n").rpartition(" ")[2]
    # Before most names stands a word without a capital, which is told faster than by the expression.
    is_led = before.endswith((" ", " \n")) and not last.islower()
    if is_led and (chain := _WORDS_BEFORE.search(before)):
        words = chain[0].split()
        if any(known.home.shape.is_person([*words[i:], *name.split()]) for i in range(len(words))):
            return True
    after = _WORD_AFTER.match(plain, match.end)
    return town and bool(after and known.home.shape.is_person([*name.split(), after[1]]))
