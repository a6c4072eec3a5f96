"""Countries, provinces and cities named in an article."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from hcoop.lexicon import Lexicon
from hcoop.mentions.gazetteer import Match, Matcher, Name
from hcoop.mentions.namesakes import Namesakes, Sighting, country_of
from hcoop.mentions.reading import read
from hcoop.mentions.vietnamese import NameShape, name_shape
from hcoop.records import Article, Place, Span
from hcoop.text import unmark

_WORDS_BEFORE = re.compile(r"(?:\b[A-Z][a-z]+ ){1,3}$")
_WORD_BEFORE = re.compile(r"\b([A-Z][a-z]+|[A-Z]\.) $")
_WORD_AFTER = re.compile(r" ([A-Z][a-z]+)")
_MONEY = re.compile(r"US \$?\d[\d,.]* ?(?:[mb]illion|[mb]n|thousand|dollars?|,|\.|\))|US \$?\d+[.,]\d")
_HYPHEN = re.compile(r"\s?-\s?")


@dataclass(frozen=True, slots=True)
class _Meaning:
    """The place a name stands for; `town` tells that the name is of a part of it."""

    name: str
    kind: str
    country: str
    code: str | None
    town: bool = False
    others: tuple["_Meaning", ...] = ()
    namesakes: Namesakes | None = None


@dataclass(frozen=True, slots=True)
class _Atlas:
    matcher: Matcher[_Meaning | None]
    shape: NameShape
    names_too: frozenset[str]
    named_after: re.Pattern[str]
    heads: frozenset[str]


def find_places(article: Article, lexicon: Lexicon) -> tuple[Place, ...]:
    """Return the places that the article names, each once, in order of first mention.

    A demonym counts as a mention of its country; a town or district as one of its province or city.
    """
    atlas = lexicon.compiled(_atlas)
    reading = read(article, lexicon)
    plain = reading.plain
    if reading.dateline:
        start, end = reading.dateline.start, reading.dateline.end
        plain = plain[:start] + unmark(reading.text[start:end]) + plain[end:]
    found: dict[tuple[str, str], list[Span]] = {}
    first: dict[tuple[str, str], _Meaning] = {}
    mentions = list(_of_their_countries(plain, list(_mentions(plain, atlas))))
    provinces = {meaning.name for meaning, _ in mentions if not meaning.town}
    for either, span in mentions:
        # A district that several provinces have is of the one that the article names.
        meaning = next((one for one in (either, *either.others) if one.name in provinces), either)
        key = (meaning.name, meaning.country)
        first.setdefault(key, meaning)
        found.setdefault(key, []).append(span)
    places = (Place(m.name, m.kind, m.country, m.code, tuple(found[key])) for key, m in first.items())
    return reading.gaps.moved(places, reading.gaps.closed)


def _of_their_countries(plain: str, mentions: list[tuple[_Meaning, Span]]) -> Iterator[tuple[_Meaning, Span]]:
    if not any(meaning.namesakes for meaning, _ in mentions):
        yield from mentions
        return
    seen = [Sighting(span.start, span.end, m.country, m.namesakes is None) for m, span in mentions]
    for here, (meaning, span) in enumerate(mentions):
        country = country_of(meaning.namesakes, here, seen, plain) if meaning.namesakes else meaning.country
        yield (meaning if country == meaning.country else replace(meaning, country=country, code=None)), span


def _mentions(plain: str, atlas: _Atlas) -> Iterator[tuple[_Meaning, Span]]:
    matches = [match for match in atlas.matcher.find(plain) if match.value]
    skipped = _inside_names(plain, matches, atlas)
    for match in matches:
        other = plain.startswith(("$", " ethnic"), match.end) or _MONEY.match(plain, match.start)
        if (
            not other
            and match.start not in skipped
            and match.value
            and not _is_person(plain, match, match.value, atlas)
        ):
            yield match.value, Span(match.start, match.end)


def _inside_names(plain: str, matches: list[Match[_Meaning | None]], atlas: _Atlas) -> set[int]:
    # "Vietnam-Germany Hospital" is a Vietnamese hospital: its name is no mention of Germany.
    skipped: set[int] = set()
    for left, right in pairwise(matches):
        if _HYPHEN.fullmatch(plain, left.end, right.start) and atlas.named_after.match(plain, right.end):
            skipped |= {left.start, right.start}
    return skipped


def _is_person(plain: str, match: Match[Any], meaning: _Meaning, atlas: _Atlas) -> bool:
    name = plain[match.start : match.end]
    before = plain[max(0, match.start - 40) : match.start]
    if meaning.country == "VN" and meaning.kind != "country":
        return _is_vietnamese_person(plain, match, before, meaning.town, atlas)
    after, left = _WORD_AFTER.match(plain, match.end), _WORD_BEFORE.search(before)
    if name in atlas.shape.family_names and after and atlas.shape.is_person([name, after[1]]):
        return True
    if name not in atlas.names_too:
        return False
    return bool(after and after[1] not in atlas.heads) or bool(left and left[1] not in atlas.heads)


def _is_vietnamese_person(plain: str, match: Match[Any], before: str, town: bool, atlas: _Atlas) -> bool:
    name = plain[match.start : match.end]
    if chain := _WORDS_BEFORE.search(before):
        words = chain[0].split()
        if any(atlas.shape.is_person([*words[i:], *name.split()]) for i in range(len(words))):
            return True
    after = _WORD_AFTER.match(plain, match.end)
    return town and bool(after and atlas.shape.is_person([*name.split(), after[1]]))


def _atlas(lexicon: Lexicon) -> _Atlas:
    kinds = lexicon["organisation_kinds"]
    buildings = "|".join(kinds["named_after_countries"])
    return _Atlas(
        Matcher(_names(lexicon)),
        lexicon.compiled(name_shape),
        frozenset(lexicon["gazetteer/people"]["places_too"]),
        re.compile(rf"(?: [A-Z][\w-]*)*? (?:{buildings})\b"),
        frozenset(word for words in kinds["heads"].values() for word in words) | frozenset(kinds["beside_places"]),
    )


def _names(lexicon: Lexicon) -> Iterator[Name[_Meaning | None]]:
    shared = lexicon["gazetteer/shared_cities"]
    namesakes = {name: Namesakes(tuple(codes), True) for name, codes in shared["of_the_article"].items()}
    namesakes |= {name: Namesakes(tuple(codes), False) for name, codes in shared["if_said"].items()}
    for name in _single_names(lexicon):
        same = namesakes.get(name.written)
        if same is None or name.value is None or name.value.kind == "country":
            yield name
        elif name.value.country == same.countries[0]:
            yield replace(name, value=replace(name.value, namesakes=same))
    for city, same in namesakes.items():
        yield Name(city, _Meaning(city, "city", same.countries[0], None, namesakes=same))


def _single_names(lexicon: Lexicon) -> Iterator[Name[_Meaning | None]]:
    # The first meaning of a name wins: provinces before countries before cities abroad before towns.
    yield from _spelt(lexicon["gazetteer/people"]["not_places"], None)
    places = [entry for entry in lexicon["gazetteer/places"] if not entry.get("valid_from")]
    for entry in places:
        yield from _spelt(_written(entry), _meaning(entry))
    for entry in lexicon["gazetteer/countries"]:
        yield from _country_names(entry)
    for code, cities in lexicon["gazetteer/foreign_cities"].items():
        for city in cities:
            yield Name(city, _Meaning(city, "city", code, None))
    yield from _towns(places)


def _towns(places: Iterable[dict[str, Any]]) -> Iterator[Name[_Meaning | None]]:
    owners: dict[str, list[_Meaning]] = {}
    for entry in places:
        for town in entry.get("towns") or ():
            owners.setdefault(town, []).append(_meaning(entry, town=True))
    for town, (first, *others) in owners.items():
        yield from _spelt([town], replace(first, others=tuple(others)))


def _country_names(entry: dict[str, Any]) -> Iterator[Name[_Meaning | None]]:
    yield from _spelt(entry.get("not") or (), None)
    country = _Meaning(entry["name"], "country", entry["code"], entry["code"])
    yield from _spelt([entry["name"], *entry["aliases"], *entry["demonyms"]], country)
    if entry.get("capital") and entry["code"] != "VN":
        yield Name(entry["capital"], _Meaning(entry["capital"], "city", entry["code"], None))


def _meaning(entry: dict[str, Any], town: bool = False) -> _Meaning:
    return _Meaning(entry["name"], entry["kind"], entry["country"], entry.get("code"), town)


def _written(entry: dict[str, Any]) -> list[str]:
    return [entry["name"], *([entry["name_local"]] if entry.get("name_local") else []), *(entry.get("aliases") or ())]


def _spelt(names: Iterable[str], meaning: _Meaning | None) -> Iterator[Name[_Meaning | None]]:
    for name in names:
        cased = len(name) <= 4 and sum(map(str.isupper, name)) > 1
        yield Name(name, meaning, cased)
        if "-" in name:
            yield from (Name(re.sub(r"\s*-\s*", hyphen, name), meaning, cased) for hyphen in ("-", " - ", " "))
