"""Writers: a table or a page of a query as text for people, JSON, JSON lines or CSV."""

from collections.abc import Callable
from typing import TextIO

from hcoop.output.delimited import write_csv
from hcoop.output.jsons import write_json, write_jsonl
from hcoop.output.people import write_table
from hcoop.query.table import Page, Table

Writer = Callable[[Table | Page, TextIO], None]

WRITERS: dict[str, Writer] = {"table": write_table, "json": write_json, "jsonl": write_jsonl, "csv": write_csv}
