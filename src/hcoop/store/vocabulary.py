"""The names that the data files know, as rows for the store, so that asking never loads the lexicon."""

from collections.abc import Iterator
from typing import Any

from hcoop import resources
from hcoop.lexicon import Lexicon, read_yaml
from hcoop.text import name_key

Name = tuple[str, str, str, str]


def home(lexicon: Lexicon) -> str:
    """Return the code of the country whose cooperation the register tells."""
    return str(lexicon["profile"]["home"])


def sector(lexicon: Lexicon) -> str:
    """Return what people call the sector that the register is about."""
    return str(lexicon["profile"]["sector"]["label"])


def linking(lexicon: Lexicon) -> dict[str, Any]:
    """Return what linking must know of words, and the types of events, the most telling first, with their traits."""
    entries = {str(entry.get("id", name)): entry for name, entry in lexicon.folder("event_types").items()}
    types = sorted(entries, key=lambda kind: int(entries[kind]["order"]))
    return {**lexicon["linking"], "types": types, "traits": {kind: entries[kind].get("traits", []) for kind in types}}


def names(lexicon: Lexicon) -> list[Name]:
    """Return every known name as (kind, key, value, label), the key folded, each once."""
    rows = [*_countries(lexicon), *_places(lexicon), *_organisations(lexicon), *_terms(lexicon)]
    return sorted({row for row in rows if row[1]})


def _rows(kind: str, value: str, label: str, spellings: list[str]) -> Iterator[Name]:
    yield from ((kind, name_key(spelling), value, label) for spelling in spellings)


def _countries(lexicon: Lexicon) -> Iterator[Name]:
    for country in lexicon["gazetteer/countries"]:
        spellings = [country["code"], country["name"], *_list(country, "aliases"), *_list(country, "demonyms")]
        yield from _rows("country", country["code"], country["name"], spellings)
    yield from _rows("country", "INT", "International", ["INT", "International"])


def _places(lexicon: Lexicon) -> Iterator[Name]:
    for place in lexicon["gazetteer/places"]:
        if place["country"] == home(lexicon):
            spellings = [place["name"], *_list(place, "aliases"), *_list(place, "name_local")]
            yield from _rows("city", place["name"], place["name"], spellings)
            yield from _rows("town", place["name"], place["name"], [_spelling(town) for town in _list(place, "towns")])


def _organisations(lexicon: Lexicon) -> Iterator[Name]:
    for body in lexicon["gazetteer/organisations"]["organisations"]:
        spellings = [body["name"], *_list(body, "aliases"), *_list(body, "acronyms")]
        yield from _rows("organisation", body["id"], body["name"], spellings)


def _terms(lexicon: Lexicon) -> Iterator[Name]:
    """Event types, topics and statuses: each under its id and its label."""
    for identity, content in lexicon.folder("event_types").items():
        yield from _term("type", str(content.get("id", identity)), content)
    for kind, section in (("topic", "topics"), ("instrument", "instruments")):
        for identity, content in _entries(lexicon, section):
            yield from _term(kind, identity, content)
    for identity, content in _entries(lexicon, "outlets"):
        yield from _rows(
            "outlet",
            _label(content) or identity,
            _label(content) or identity,
            [identity, _label(content) or identity, *_list(content, "aliases")],
        )
    for status in _statuses():
        yield from _rows("status", status, status, [status])


def _term(kind: str, identity: str, content: Any) -> Iterator[Name]:
    label = _label(content) or identity.replace("_", " ")
    yield from _rows(kind, identity, label, [identity, label, *_list(content, "aliases")])


def _entries(lexicon: Lexicon, section: str) -> Iterator[tuple[str, Any]]:
    """Yield (id, content) of a data file that is a list of entries or a mapping of them, if it is there."""
    if not (lexicon.root / f"{section}.yaml").is_file():
        return
    content = lexicon[section]
    content = content.get(section, content) if isinstance(content, dict) else content
    if isinstance(content, dict):
        yield from content.items()
    else:
        yield from ((str(entry.get("id") or entry.get("name")), entry) for entry in content)


def _label(content: Any) -> str | None:
    return (content.get("label") or content.get("name")) if isinstance(content, dict) else None


def _list(content: Any, field: str) -> list[Any]:
    value = content.get(field) if isinstance(content, dict) else None
    return [value] if isinstance(value, str) else list(value or [])


def _spelling(entry: Any) -> str:
    return str(entry["name"] if isinstance(entry, dict) else entry)


def _statuses() -> list[str]:
    path = resources.schema_dir() / "event.yaml"
    return list(read_yaml(path)["properties"]["status"]["enum"]) if path.is_file() else []
