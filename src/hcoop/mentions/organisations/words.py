"""What `organisation_kinds` says about the names of organisations, compiled once."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from hcoop.lexicon import Lexicon
from hcoop.mentions.home import Home, home
from hcoop.text import unmark


@dataclass(frozen=True, slots=True)
class LocalBody:
    """A body that every province or city has: its kind and the name that follows that of the place.

    A `bare` one is that of the place at hand though nothing beside it says so.
    """

    kind: str
    name: str
    bare: bool


@dataclass(frozen=True, slots=True)
class Links:
    """What stands between a name and the place its bearer is of; what the place is, behind its name and before it."""

    unit: re.Pattern[str]
    unit_last: re.Pattern[str]
    unit_of: re.Pattern[str]
    linked: re.Pattern[str]
    apposed: re.Pattern[str]
    apposed_far: re.Pattern[str]


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The vocabulary of names; every word without marks."""

    head_kinds: Mapping[str, str]
    small_heads: tuple[str, ...]
    phrases: re.Pattern[str]
    phrase_kinds: tuple[tuple[str, str], ...]
    weak_heads: frozenset[str]
    head_tails: Mapping[str, str]
    state_names: Mapping[str, str]
    divisions: frozenset[str]
    fields: frozenset[str]
    field_ending: re.Pattern[str]
    field_quality: re.Pattern[str]
    specialties: tuple[str, ...]
    stops: frozenset[str]
    titles: frozenset[str]
    no_part: frozenset[str]
    owners: frozenset[str]
    kin_particles: frozenset[str]
    affiliated: frozenset[str]
    things: frozenset[str]
    adjectives: frozenset[str]
    not_names: tuple[str, ...]
    not_acronyms: frozenset[str]
    numbered: re.Pattern[str]
    after_numbers: frozenset[str]
    of_place: frozenset[str]
    local_bodies: Mapping[str, LocalBody]
    local_words: frozenset[str]
    worldwide: frozenset[str]
    home_first: frozenset[str]
    of_any_place: frozenset[str]
    brand_after: re.Pattern[str]
    described: re.Pattern[str]
    compound_endings: tuple[str, ...]
    one_of_a_kind: frozenset[str]
    national: frozenset[str]
    owning_words: frozenset[str]
    division_heads: frozenset[str]
    bare_divisions: frozenset[str]
    name_links: frozenset[str]
    saints: frozenset[str]
    districts: frozenset[str]
    links: Links
    acronym_after: re.Pattern[str]
    turned: re.Pattern[str]
    with_city: frozenset[str]
    city_words: frozenset[str]
    unit: re.Pattern[str]
    lower_local: re.Pattern[str]
    lower_names: Mapping[str, str]
    home: Home
    countries: frozenset[str]

    def is_foreign(self, country: str | None) -> bool:
        """Tell whether a country is known, and not the home country."""
        return country not in (None, self.home.code)

    def is_field(self, word: str) -> bool:
        """Tell whether a word names what a body is about, such as Health or Pediatrics."""
        return word in self.fields or (word[:1].isupper() and self.field_ending.search(word) is not None)

    def is_quality(self, word: str) -> bool:
        """Tell whether a word may say something of a field, and of nothing else: Vascular, but not National."""
        return word[:1].isupper() and word not in self.adjectives and self.field_quality.search(word) is not None

    @lru_cache(maxsize=16384)  # noqa: B019 - a process has one vocabulary
    def is_generic(self, word: str) -> bool:
        """Tell whether a word says what a body is, not which one."""
        return word in self.head_kinds or word in self.adjectives or self.is_field(word)

    def kind(self, name: str, head: str) -> str:
        """Return the kind of body that a name with this head has."""
        if not self.phrases.search(name):
            return self.head_kinds.get(head, "other")
        padded = f" {name} "
        for phrase, kind in self.phrase_kinds:
            if f" {phrase} " in padded:
                return kind
        return self.head_kinds.get(head, "other")


def words(lexicon: Lexicon) -> Words:
    """Compile `organisation_kinds` and the titles of `gazetteer/people`."""
    data = lexicon["organisation_kinds"]
    people = lexicon["gazetteer/people"]
    titles = {unmark(role).split()[0] for role in people["roles"]} | set(people["title_words"])
    units = "|".join(form for unit in data["place_units"] for form in (unit, unit.lower()))
    links = _links(data["place_links"], units)
    return Words(
        head_kinds={head: kind for kind, heads in data["heads"].items() for head in heads},
        small_heads=tuple(head for heads in data["heads"].values() for head in heads if head[0].islower()),
        phrases=re.compile("|".join(phrase for phrases in data["head_phrases"].values() for phrase in phrases)),
        phrase_kinds=tuple((phrase, kind) for kind, phrases in data["head_phrases"].items() for phrase in phrases),
        weak_heads=frozenset(data["weak_heads"]),
        head_tails=data["head_tails"],
        state_names={entry["code"]: entry["name"] for entry in lexicon["gazetteer/countries"]},
        divisions=frozenset(data["divisions"]),
        fields=frozenset(data["fields"]),
        field_ending=re.compile(data["field_endings"] + "$"),
        field_quality=re.compile(data["field_qualities"] + "$"),
        specialties=tuple(data["specialties"]),
        stops=frozenset(data["words_not_names"]),
        titles=frozenset(titles.difference(data["generic_adjectives"])),
        no_part=frozenset(titles.difference(data["generic_adjectives"], data["rulers"]).union(data["words_not_names"])),
        owners=frozenset(data["owners_in_names"]),
        kin_particles=frozenset(data["kin_particles"]),
        affiliated=frozenset(data["affiliated"]),
        things=frozenset(data["things"]),
        adjectives=frozenset(data["generic_adjectives"]),
        not_names=tuple(data["not_names"]),
        not_acronyms=frozenset(data["not_acronyms"]),
        numbered=re.compile(data["numbered"]),
        after_numbers=frozenset(data["after_numbers"]),
        of_place=frozenset(data["of_place"]),
        local_bodies=_local_bodies(data["local_bodies"], data["local_when_bare"]),
        local_words=frozenset(data["local_words"]),
        worldwide=frozenset(data["worldwide"]),
        home_first=frozenset(data["home_first"]),
        of_any_place=frozenset(data["of_any_place"]),
        brand_after=re.compile(rf"(?:'s)? (?:{'|'.join(data['brand_after'])})\b"),
        lower_local=_lower_local(data["lower_local_bodies"], data["local_words"]),
        lower_names={form: body["name"] for body in data["lower_local_bodies"] for form in body["forms"]},
        compound_endings=tuple(f"-{ending}" for ending in data["compound_endings"]),
        one_of_a_kind=frozenset(data["one_of_a_kind"]),
        national=frozenset(data["national_kinds"]),
        division_heads=frozenset(data["division_heads"]),
        bare_divisions=frozenset(data["bare_divisions"]),
        name_links=frozenset(data["name_links"]),
        saints=frozenset(data["saints"]),
        districts=frozenset(data["districts"]),
        links=links,
        owning_words=frozenset(data["owning_words"]),
        described=_described(data["described_as"], data["place_links"]["participles"]),
        acronym_after=_acronym_after(data["acronym_leads"], data["acronym_leads_apart"]),
        turned=re.compile(rf"(?:{'|'.join(data['turned_heads'])}) of "),
        with_city=frozenset(data["with_city"]),
        city_words=frozenset(data["city_words"]),
        unit=links.unit,
        home=lexicon.compiled(home),
        countries=_country_names(lexicon["gazetteer/countries"]),
    )


def _country_names(entries: Iterable[Mapping[str, Any]]) -> frozenset[str]:
    return frozenset(name for entry in entries for name in (entry["name"], *entry["aliases"]))


def _lower_local(bodies: Iterable[Mapping[str, Any]], local_words: Iterable[str]) -> re.Pattern[str]:
    """Match "the city's health department", "municipal health department" and "Da Nang's health department"."""
    forms = "|".join(form for body in bodies for form in body["forms"])
    return re.compile(
        rf"\b(?:(?P<word>{'|'.join(local_words)})(?P<owned>'s)? |(?P<of>'s )|(?<=[a-z] ))(?P<form>{forms})\b"
    )


def _described(nouns: Mapping[str, list[str]], participles: Iterable[str]) -> re.Pattern[str]:
    """Match what stands between a country and a name in "Norwegian cage maker Akva Group", "Hue-based Medlatec"."""
    known = "|".join(sorted({re.escape(noun) for listed in nouns.values() for noun in listed}, key=len, reverse=True))
    seated = "|".join(f"-{participle}" for participle in participles)
    return re.compile(rf"(?:(?:'s|{seated})?(?: [a-z][a-z-]*){{0,3}}? (?:{known})|(?:{seated})) $")


def _acronym_after(leads: Iterable[str], apart: Iterable[str]) -> re.Pattern[str]:
    """Match what a name's acronym stands in behind it: "(AFH)", "(formerly AFH)", ", or AFH,"."""
    acronym = r"(?:[A-Z]{2,3} )?[A-Z][\w&-]*[A-Z][\w&-]*|[A-Z]{2,}|[A-Z][a-z]+(?: [A-Z][a-z]+(?=\)))?"
    before = rf" ?\((?:(?:{'|'.join(leads)}) )?|, (?:{'|'.join(apart)}) (?:the )?"
    return re.compile(rf"(?:{before})(?P<name>{acronym})[),]")


def _links(data: Mapping[str, list[str]], units: str) -> Links:
    acronym = r"(?: ?\([A-Z][\w -]{1,14}\))?"
    prepositions, qualities = ("|".join(data[key]) for key in ("prepositions", "qualities"))
    return Links(
        re.compile(rf" (?:{units})\b"),
        re.compile(rf" (?:{units})$"),
        re.compile(rf"\b(?:{units}) of $"),
        re.compile(rf"{acronym},?(?: ?\(| (?:{prepositions})(?= )) ?(?:the )?(?:(?:{qualities}) )*"),
        re.compile(rf"{acronym}, (?:an?|the|one of)(?: [\w'-]+){{0,6}}? "),
        re.compile(rf"{acronym}, (?:an?|the|one of) [^.;\n]{{0,60}}?\b(?:{prepositions}) (?:the )?"),
    )


def _local_bodies(entries: Iterable[Mapping[str, Any]], bare: Iterable[str]) -> dict[str, LocalBody]:
    kinds = frozenset(bare)
    return {
        form: LocalBody(entry["kind"], entry["name"], entry["kind"] in kinds or "bare" in entry)
        for entry in entries
        for form in entry["forms"]
    }
