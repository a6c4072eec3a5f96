"""CSV for spreadsheets: lists in one cell, and no cell that a spreadsheet would run as a formula."""

import csv
import json
from collections.abc import Sequence
from typing import Any, TextIO

from hcoop.output.clean import clean
from hcoop.query.table import Column, Lit, Page, Row, Table

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def write_csv(content: Table | Page, stream: TextIO) -> None:
    """Write a table under its column keys; of a page its tables one below the other, else its fields one a line."""
    writer = csv.writer(stream, lineterminator="\n")
    if isinstance(content, Table):
        columns = [column for column in content.columns if column.flat]
        writer.writerow([column.key for column in columns])
        writer.writerows([_cell(value_of(column, row)) for column in columns] for row in content.rows)
        return
    tables = [part for part in content.parts if isinstance(part, Table)]
    if tables:
        _write_sections(writer, tables)
    else:
        writer.writerow(["field", "value"])
        writer.writerows([_cell(key), _cell(value)] for key, value in content.record.items())


def value_of(column: Column, row: Row) -> Any:
    """Return the value of a column for a spreadsheet: what the row holds, or else what is shown."""
    if column.key in row and not is_nested(row[column.key]):
        return row[column.key]
    return column.text(row) if column.text else row.get(column.key)


def _write_sections(writer: Any, tables: Sequence[Table]) -> None:
    keys = list(dict.fromkeys(column.key for table in tables for column in table.columns if column.flat))
    writer.writerow(["section", *keys])
    for table in tables:
        columns = {column.key: column for column in table.columns if column.flat}
        for row in table.rows:
            writer.writerow(
                [table.title, *(_cell(value_of(columns[key], row)) if key in columns else "" for key in keys)]
            )


def is_nested(value: Any) -> bool:
    """Tell whether a value holds records, or lists within a list."""
    return isinstance(value, dict) or (
        isinstance(value, list) and any(isinstance(item, dict | list) for item in value)
    )


def as_text(value: Any) -> str:
    """Return a value as one text: a list joined by semicolons, an object as JSON, null as nothing."""
    if value is None:
        return ""
    if isinstance(value, Lit):
        return value.text
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list) and not is_nested(value):
        return "; ".join(map(str, value))
    return str(value) if isinstance(value, str | int | float) else json.dumps(value, ensure_ascii=False)


def _cell(value: Any) -> str:
    if isinstance(value, int | float):
        return as_text(value)
    text = clean(as_text(value))
    return "'" + text if text.startswith(_FORMULA) else text
