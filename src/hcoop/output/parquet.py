"""Apache Parquet: whole records with types, as their schema tells them; what has no type there is JSON in a text."""

import json
from collections.abc import Iterator
from datetime import date
from itertools import islice
from typing import Any, BinaryIO

from hcoop.extras import need
from hcoop.fields import Field, fields
from hcoop.query.table import Row, Table

_BATCH = 1000


def write_parquet(table: Table, stream: BinaryIO) -> None:
    """Write the records of a table. Raises HcoopError if PyArrow is not installed."""
    arrow, parquet = need("pyarrow", "parquet"), need("pyarrow.parquet", "parquet")
    known = fields(table.schema)
    schema = arrow_schema(arrow, table.schema)
    with parquet.ParquetWriter(stream, schema, compression="zstd") as writer:
        for rows in _batches(table):
            values = [{field.name: _value(field, row.get(field.name)) for field in known} for row in rows]
            writer.write_table(arrow.Table.from_pylist(values, schema=schema))


def arrow_schema(arrow: Any, name: str) -> Any:
    """Return the types of the records of a schema, such as `exports/events`, as PyArrow has them."""
    return arrow.schema([_arrow_field(arrow, field) for field in fields(name)])


def _batches(table: Table) -> Iterator[list[Row]]:
    rows = iter(table.rows)
    while batch := list(islice(rows, _BATCH)):
        yield batch


def _arrow_field(arrow: Any, field: Field) -> Any:
    described = {"description": field.description} if field.description else None
    return arrow.field(field.name, _arrow_type(arrow, field), nullable=field.nullable, metadata=described)


def _arrow_type(arrow: Any, field: Field) -> Any:
    if field.kind == "array" and field.item:
        return arrow.list_(_arrow_type(arrow, field.item))
    if field.kind == "object" and field.fields:
        return arrow.struct([_arrow_field(arrow, part) for part in field.fields])
    simple = {"integer": arrow.int64(), "number": arrow.float64(), "boolean": arrow.bool_(), "date": arrow.date32()}
    return simple.get(field.kind, arrow.string())


def _value(field: Field, value: Any) -> Any:
    if field.kind == "any":
        return json.dumps(value, ensure_ascii=False)
    if value is None:
        return None
    if field.kind == "array" and field.item:
        return [_value(field.item, item) for item in value]
    if field.kind == "object":
        return {part.name: _value(part, value.get(part.name)) for part in field.fields}
    return date.fromisoformat(value) if field.kind == "date" else value
