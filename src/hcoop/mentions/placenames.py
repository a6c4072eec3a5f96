"""The names of places alone, to tell names of bodies and people from them."""

from hcoop.lexicon import Lexicon
from hcoop.text import unmark


def place_names(lexicon: Lexicon) -> frozenset[str]:
    """Return every name, demonym, town and city of the gazetteers, without marks."""
    names: set[str] = set()
    for entry in lexicon["gazetteer/places"]:
        names |= {entry["name"], *(entry.get("aliases") or ()), *(entry.get("towns") or ())}
    for entry in lexicon["gazetteer/countries"]:
        names |= {entry["name"], *entry["aliases"], *entry["demonyms"]}
    for cities in lexicon["gazetteer/foreign_cities"].values():
        names |= set(cities)
    for shared in lexicon["gazetteer/shared_cities"].values():
        names |= shared.keys()
    return frozenset(map(unmark, names))
