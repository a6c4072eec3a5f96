"""How other schemes call what the register knows, as rows for the store, so that asking never loads the lexicon."""

from collections.abc import Iterator
from typing import Any

from hcoop.lexicon import Lexicon

Code = tuple[str, str, str, str]
_NAMED = ("iati", "plover", "plover_international", "schema_org")


def codes(lexicon: Lexicon) -> list[Code]:
    """Return every code as (kind, value, scheme, code), each once.

    Kinds are topic, type, country, city, organisation and organisation_kind; `sector` has what holds of every event.
    Schemes are crs, cameo, cameo_planned, plover, plover_planned, plover_context, plover_name, plover_international,
    iati, ror, schema_org, alpha_3, iso_3166_2, gso and centroid (degrees north and east); besides, active_role and
    passive_role are the parts of who does an event of a type, and to whom.
    """
    rows = [*_topics(lexicon), *_types(lexicon), *_countries(lexicon), *_cities(lexicon), *_organisations(lexicon)]
    return sorted({*rows, *_kinds(lexicon)})


def _topics(lexicon: Lexicon) -> Iterator[Code]:
    for topic in lexicon["topics"]:
        yield from (("topic", topic["id"], "crs", code) for code in topic.get("crs", ()))


def _types(lexicon: Lexicon) -> Iterator[Code]:
    for name, entry in lexicon.folder("event_types").items():
        identity = entry.get("id", name)
        yield from _of("type", identity, entry, ("cameo", "cameo_planned", "plover"))
        yield from (("type", identity, f"{part}_role", role) for part, role in entry.get("roles", {}).items())


def _countries(lexicon: Lexicon) -> Iterator[Code]:
    for country in lexicon["gazetteer/countries"]:
        yield from _of("country", country["code"], country, ("alpha_3",))


def _cities(lexicon: Lexicon) -> Iterator[Code]:
    """Yield the codes of the places at home; of units that bear one name, before and after a merger, the older ones."""
    seen = set()
    for place in lexicon["gazetteer/places"]:
        if place["country"] != lexicon["profile"]["home"] or place["name"] in seen:
            continue
        seen.add(place["name"])
        yield from _of("city", place["name"], {"iso_3166_2": place.get("code"), **place}, ("iso_3166_2", "gso"))
        if centroid := place.get("centroid"):
            yield "city", place["name"], "centroid", " ".join(centroid)


def _organisations(lexicon: Lexicon) -> Iterator[Code]:
    for body in lexicon["gazetteer/organisations"]["organisations"]:
        yield from _of("organisation", body["id"], {"iati": body.get("iati_type"), **body}, ("iati", "ror"))
    for name, identities in _crosswalks(lexicon)["plover_names"].items():
        yield from (("organisation", identity, "plover_name", name) for identity in identities)


def _kinds(lexicon: Lexicon) -> Iterator[Code]:
    crosswalks = _crosswalks(lexicon)
    for kind, entry in crosswalks["organisation_kinds"].items():
        yield from _of("organisation_kind", kind, entry, _NAMED)
    for name, code in crosswalks["plover"].items():
        yield "sector", "", f"plover_{name}", code
    yield from (("sector", "", "plover_context", code) for code in [lexicon["profile"]["sector"].get("plover")] if code)


def _crosswalks(lexicon: Lexicon) -> Any:
    """Return the crosswalks; none for a data folder that has no such file."""
    if (lexicon.root / "crosswalks.yaml").is_file():
        return lexicon["crosswalks"]
    return {"plover": {}, "organisation_kinds": {}, "plover_names": {}}


def _of(kind: str, value: str, entry: Any, schemes: tuple[str, ...]) -> Iterator[Code]:
    yield from ((kind, value, scheme, entry[scheme]) for scheme in schemes if entry.get(scheme))
