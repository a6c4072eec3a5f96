"""What each name of a place stands for, and what tells it from other names."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from hcoop.lexicon import Lexicon
from hcoop.mentions.gazetteer import Matcher, Name
from hcoop.mentions.home import Home, home
from hcoop.mentions.namesakes import Namesakes


@dataclass(frozen=True, slots=True)
class Meaning:
    """The place a name stands for; `town` tells that the name is of a part of it."""

    name: str
    kind: str
    country: str
    code: str | None
    town: bool = False
    others: tuple["Meaning", ...] = ()
    namesakes: Namesakes | None = None


@dataclass(frozen=True, slots=True)
class Atlas:
    """The names of places, and the words beside them that make them something else."""

    matcher: Matcher[Meaning | None]
    home: Home
    names_too: frozenset[str]
    named_after: re.Pattern[str]
    heads: frozenset[str]
    money: re.Pattern[str]
    peoples: tuple[str, ...]


def atlas(lexicon: Lexicon) -> Atlas:
    """Build the atlas from the gazetteers; run it as `lexicon.compiled(atlas)`."""
    kinds = lexicon["organisation_kinds"]
    buildings = "|".join(kinds["named_after_countries"])
    return Atlas(
        Matcher(_names(lexicon)),
        lexicon.compiled(home),
        frozenset(lexicon["gazetteer/people"]["places_too"]),
        re.compile(rf"(?: [A-Z][\w-]*)*? (?:{buildings})\b"),
        frozenset(word for words in kinds["heads"].values() for word in words) | frozenset(kinds["beside_places"]),
        _money(lexicon),
        tuple(f" {word}" for word in lexicon["gazetteer/people"]["peoples_after"]),
    )


def _money(lexicon: Lexicon) -> re.Pattern[str]:
    """Match an amount that begins with the letters of a currency: "US 5 million", as pages that lost a sign have it."""
    currencies = lexicon["currencies"]
    signs = [sign.removesuffix("$") for entry in currencies for sign in entry["before"] if sign.endswith("$")]
    letters = "|".join(filter(None, signs))
    units = [*lexicon["wording"]["scales"], *(word for entry in currencies for word in entry["after"])]
    return re.compile(rf"(?:{letters}) \$?(?:\d[\d,.]* ?(?:(?:{'|'.join(map(re.escape, units))})\b|[,.)])|\d+[.,]\d)")


def _names(lexicon: Lexicon) -> Iterator[Name[Meaning | None]]:
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
        yield Name(city, Meaning(city, "city", same.countries[0], None, namesakes=same))


def _single_names(lexicon: Lexicon) -> Iterator[Name[Meaning | None]]:
    # The first meaning of a name wins: provinces before countries before cities abroad before towns.
    yield from _spelt(lexicon["gazetteer/people"]["not_places"], None)
    places = [entry for entry in lexicon["gazetteer/places"] if not entry.get("valid_from")]
    for entry in places:
        yield from _spelt(_written(entry), _meaning(entry))
    for entry in lexicon["gazetteer/countries"]:
        yield from _country_names(entry, lexicon["profile"]["home"])
    for code, cities in lexicon["gazetteer/foreign_cities"].items():
        for city in cities:
            yield Name(city, Meaning(city, "city", code, None))
    yield from _towns(places)


def _towns(places: Iterable[dict[str, Any]]) -> Iterator[Name[Meaning | None]]:
    owners: dict[str, list[Meaning]] = {}
    for entry in places:
        for town in entry.get("towns") or ():
            owners.setdefault(town, []).append(_meaning(entry, town=True))
    for town, (first, *others) in owners.items():
        yield from _spelt([town], replace(first, others=tuple(others)))


def _country_names(entry: dict[str, Any], home_code: str) -> Iterator[Name[Meaning | None]]:
    yield from _spelt(entry.get("not") or (), None)
    country = Meaning(entry["name"], "country", entry["code"], entry["code"])
    yield from _spelt([entry["name"], *entry["aliases"], *entry["demonyms"]], country)
    if entry.get("capital") and entry["code"] != home_code:
        yield Name(entry["capital"], Meaning(entry["capital"], "city", entry["code"], None))


def _meaning(entry: dict[str, Any], town: bool = False) -> Meaning:
    return Meaning(entry["name"], entry["kind"], entry["country"], entry.get("code"), town)


def _written(entry: dict[str, Any]) -> list[str]:
    return [entry["name"], *([entry["name_local"]] if entry.get("name_local") else []), *(entry.get("aliases") or ())]


def _spelt(names: Iterable[str], meaning: Meaning | None) -> Iterator[Name[Meaning | None]]:
    for name in names:
        cased = len(name) <= 4 and sum(map(str.isupper, name)) > 1
        yield Name(name, meaning, cased)
        if "-" in name:
            yield from (Name(re.sub(r"\s*-\s*", hyphen, name), meaning, cased) for hyphen in ("-", " - ", " "))
