"""Records as plain values, ready for JSON: the keys are the fields, in their order."""

from dataclasses import is_dataclass
from typing import Any

from hcoop.records import Document, Source


def to_plain(value: Any) -> Any:
    """Return a record as dicts, lists and scalars; a tuple becomes a list."""
    if isinstance(value, str | int | float | None):
        return value
    if is_dataclass(value):
        return {name: to_plain(getattr(value, name)) for name in value.__dataclass_fields__}
    return [to_plain(item) for item in value]


def document_from_plain(fields: dict[str, Any], text: str) -> Document:
    """Return the document that `to_plain` gave, its text apart."""
    rest = {name: value for name, value in fields.items() if name != "source"}
    return Document(text=text, source=Source(**fields["source"]), **rest)
