"""Records as plain values, ready for JSON: the keys are the fields, in their order."""

import json
from dataclasses import fields
from functools import cache
from typing import Any

from hcoop.records import Document, Source

_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))  # json.dumps makes one for each value
_SCALARS = frozenset({str, int, float, bool, type(None)})


def to_plain(value: Any) -> Any:
    """Return a record as dicts, lists and scalars; a tuple becomes a list."""
    kind = value.__class__
    if kind in _SCALARS:
        return value
    if kind is tuple or kind is list:
        return [to_plain(item) for item in value]
    return {name: told if (told := getattr(value, name)).__class__ in _SCALARS else to_plain(told)
            for name in _names(kind)}


@cache
def _names(record: type[Any]) -> tuple[str, ...]:
    return tuple(field.name for field in fields(record))


def as_json(value: Any) -> str:
    """Return a plain value as JSON without spaces."""
    return _ENCODER.encode(value)


def document_from_plain(fields: dict[str, Any], text: str) -> Document:
    """Return the document that `to_plain` gave, its text apart."""
    rest = {name: value for name, value in fields.items() if name not in ("source", "pages")}
    return Document(text=text, source=Source(**fields["source"]), pages=tuple(fields.get("pages", ())), **rest)
