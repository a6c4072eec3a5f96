"""JSON: the rows whole, whatever the columns; the same bytes for the same rows."""

import json
from typing import Any, TextIO

from hcoop.output.clean import escaped
from hcoop.query.table import Page, Table


def write_json(content: Table | Page, stream: TextIO) -> None:
    """Write a table as an array of objects, a page as one object."""
    value = content.record if isinstance(content, Page) else list(content.rows)
    stream.write(escaped(json.dumps(value, ensure_ascii=False, indent=2)) + "\n")


def write_jsonl(content: Table | Page, stream: TextIO) -> None:
    """Write one object a line; nothing for an empty table."""
    for row in [content.record] if isinstance(content, Page) else content.rows:
        stream.write(line(row) + "\n")


def line(row: Any) -> str:
    """Return a value as JSON on one line."""
    return escaped(json.dumps(row, ensure_ascii=False))
