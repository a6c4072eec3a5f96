"""Writers: a table or a page of a query as text for people, JSON, JSON lines or CSV."""

from collections.abc import Callable
from importlib import import_module
from typing import TextIO, cast

from hcoop.query.table import Page, Table

Writer = Callable[[Table | Page, TextIO], None]

# Each form, and the module and function that write it: only the one that is asked for is imported.
WRITERS = {
    "table": ("people", "write_table"),
    "json": ("jsons", "write_json"),
    "jsonl": ("jsons", "write_jsonl"),
    "csv": ("delimited", "write_csv"),
}


def write(content: Table | Page, stream: TextIO, form: str) -> None:
    """Write a table or a page in one of the forms."""
    module, name = WRITERS[form]
    cast(Writer, getattr(import_module(f"{__name__}.{module}"), name))(content, stream)
