"""Where the provinces and cities of the home country lie, for a map of dots."""

from dataclasses import dataclass
from typing import Any

from hcoop.lexicon import Lexicon

# A region has no place of its own on a map.
_MAPPED = ("province", "city")


@dataclass(frozen=True, slots=True)
class Site:
    """A province or city: the name that events give it, and the rough middle in degrees."""

    name: str
    latitude: float
    longitude: float


def sites(lexicon: Lexicon, home: str) -> list[Site]:
    """Return the sites of the home country, by name; those without coordinates are left out."""
    places = [place for place in lexicon["gazetteer/places"] if place["country"] == home and _is_mapped(place)]
    found = {place["name"]: Site(place["name"], *map(float, place["centroid"])) for place in places}
    return [found[name] for name in sorted(found)]


def _is_mapped(place: dict[str, Any]) -> bool:
    return place["kind"] in _MAPPED and bool(place.get("centroid"))
