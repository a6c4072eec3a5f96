"""Records as plain values, ready for JSON: the keys are the fields, in their order."""

import json
from collections.abc import Callable
from dataclasses import fields
from functools import cache
from operator import attrgetter
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
        return [item if item.__class__ in _SCALARS else to_plain(item) for item in value]
    names, values = _fields(kind)
    return {name: told if told.__class__ in _SCALARS else to_plain(told)
            for name, told in zip(names, values(value), strict=True)}


@cache
def _fields(record: type[Any]) -> tuple[tuple[str, ...], Callable[[Any], tuple[Any, ...]]]:
    """Return the names of a record's fields, of which each has several, and what takes them from one all at once."""
    names = tuple(field.name for field in fields(record))
    return names, attrgetter(*names)


def as_json(value: Any) -> str:
    """Return a plain value as JSON without spaces."""
    return _ENCODER.encode(value)


def document_from_plain(fields: dict[str, Any], text: str) -> Document:
    """Return the document that `to_plain` gave, its text apart."""
    rest = {name: value for name, value in fields.items() if name not in ("source", "pages")}
    return Document(text=text, source=Source(**fields["source"]), pages=tuple(fields.get("pages", ())), **rest)
