"""The home country and the sector, from `data/profile.yaml`."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from hcoop.events.phrases import Phrases
from hcoop.lexicon import Lexicon
from hcoop.text import fold, name_key

# Places that are no city or province.
WIDE = ("country", "region")


@dataclass(frozen=True, slots=True)
class Kinds:
    """What bodies of a kind do, beyond their names; `data/profile.yaml` says what each means."""

    senders: frozenset[str]
    offices: frozenset[str]
    institutions: frozenset[str]
    specialised: frozenset[str]
    general: frozenset[str]
    makers: frozenset[str]
    nationwide: frozenset[str]
    missions: frozenset[str]


@dataclass(frozen=True, slots=True)
class Profile:
    """What belongs to the register: the home side, and how the sector is told from other sectors.

    `seats` has the city or province of home by every name of it, folded.
    """

    home: str
    home_names: frozenset[str]
    sector: Phrases
    fields: Phrases
    other: Phrases
    sector_kinds: frozenset[str]
    kinds: Kinds
    acting: Phrases
    surnames: frozenset[str]
    country_names: Mapping[str, str]
    capitals: frozenset[str]
    seats: Mapping[str, str]

    def is_home_name(self, name: str) -> bool:
        """Tell whether a person's name looks like one of the home country."""
        return fold(name).split()[0] in self.surnames and "-" not in name

    def acts(self, role: str | None) -> bool:
        """Tell whether a person of this role acts for a side, as a professor does and a patient does not."""
        return role is not None and bool(self.acting.search(fold(role)))


def profile(lexicon: Lexicon) -> Profile:
    """Compile the profile of a lexicon."""
    data = lexicon["profile"]
    sector, countries, places = data["sector"], lexicon["gazetteer/countries"], lexicon["gazetteer/places"]
    return Profile(
        home=data["home"], home_names=frozenset(fold(name) for name in data["home_names"]),
        sector=Phrases(sector["words"]), fields=Phrases(sector["fields"]), other=Phrases(sector["other"]),
        sector_kinds=frozenset(sector["kinds"]),
        kinds=Kinds(**{use: frozenset(kinds) for use, kinds in data["kinds"].items()}),
        acting=Phrases(data["acting_roles"]),
        surnames=frozenset(fold(name) for name in lexicon["gazetteer/people"]["family_names"].get(data["home"], ())),
        country_names={entry["code"]: entry["name"] for entry in countries},
        capitals=frozenset(entry["capital"] for entry in countries if entry.get("capital")),
        seats={name_key(name): place["name"] for place in places for name in _names(place)
               if place["country"] == data["home"] and place["kind"] not in WIDE})


def _names(place: Mapping[str, Any]) -> Iterator[str]:
    yield from (place["name"], *(place.get("aliases") or ()), *(place.get("towns") or ()))
