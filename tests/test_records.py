"""The dataclasses and the schemas say the same: names, order, required, types."""

from dataclasses import fields, is_dataclass
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

import pytest

from hcoop import records, schema

# Each record with its schema: the file, and the name in its $defs where it is a part of another.
SCHEMAS: dict[type, tuple[str, str | None]] = {
    records.Extraction: ("extraction", None),
    records.Article: ("article", None),
    records.Block: ("article", "block"),
    records.Source: ("article", "source"),
    records.Organisation: ("organisation", None),
    records.Person: ("person", None),
    records.Place: ("place", None),
    records.DateMention: ("date", None),
    records.Event: ("event", None),
    records.Participant: ("event", "participant"),
    records.EventPerson: ("event", "person"),
    records.Amount: ("event", "amount"),
    records.Evidence: ("event", "evidence"),
    records.Span: ("span", None),
}
REFERENCES = {
    f"{file}.yaml" if part is None else f"#/$defs/{part}": record for record, (file, part) in SCHEMAS.items()
}
SCALARS = {"string": str, "integer": int, "number": float, "boolean": bool, "null": NoneType}


def schema_of(record: type) -> dict[str, Any]:
    file, part = SCHEMAS[record]
    content: dict[str, Any] = schema.validator(file).schema
    return content if part is None else content["$defs"][part]


def types_of_field(field: dict[str, Any]) -> set[Any]:
    """The types of a field by its schema; a list is named by its item."""
    if "$ref" in field:
        return {REFERENCES[field["$ref"]]}
    if "enum" in field:
        return {type(value) for value in field["enum"]}
    named = field["type"] if isinstance(field["type"], list) else [field["type"]]
    return {("list", *types_of_field(field["items"])) if name == "array" else SCALARS[name] for name in named}


def types_of_hint(hint: Any) -> set[Any]:
    """The types of a field by its annotation."""
    if isinstance(hint, UnionType):
        return {kind for part in get_args(hint) for kind in types_of_hint(part)}
    return {("list", get_args(hint)[0])} if get_origin(hint) is tuple else {hint}


@pytest.mark.parametrize("record", SCHEMAS, ids=lambda record: record.__name__)
def test_record_and_schema_agree(record: type) -> None:
    found = schema_of(record)
    names = [field.name for field in fields(record)]
    hints = get_type_hints(record)
    assert list(found["properties"]) == names
    assert found["required"] == names
    assert found["additionalProperties"] is False
    assert {name: types_of_field(field) for name, field in found["properties"].items()} == {
        name: types_of_hint(hints[name]) for name in names
    }


def test_every_record_has_a_schema() -> None:
    every = {value for value in vars(records).values() if isinstance(value, type) and is_dataclass(value)}
    assert every - {records.Document} == set(SCHEMAS)  # a Document is never written
