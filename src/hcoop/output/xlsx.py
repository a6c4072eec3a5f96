"""Spreadsheets (Office Open XML): a sheet of rows under a header, and one that tells what each column means.

Text is written as text, whatever it looks like: no cell is a formula or a link.
"""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from shutil import copyfileobj
from tempfile import SpooledTemporaryFile
from typing import Any, BinaryIO

from hcoop.errors import HcoopError
from hcoop.extras import need
from hcoop.fields import Field, fields
from hcoop.output.clean import xml_text
from hcoop.output.delimited import as_text, value_of
from hcoop.query.table import Column, Table

_MOST_ROWS = 1_048_576
_MOST_CHARACTERS = 32_767
_IN_MEMORY = 64_000_000  # bytes of a spreadsheet; a larger one waits on the disk
_WIDE, _NARROW = 60, 16
_EXCEL_BEGINS = date(1900, 3, 1)  # what is before is another day in each spreadsheet program
_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "default_date_format": "yyyy-mm-dd",
}


def write_xlsx(table: Table, stream: BinaryIO) -> None:
    """Write a table.

    Raises HcoopError if XlsxWriter is not installed, or if there are more rows than a sheet can hold.
    """
    columns = [column for column in table.columns if column.flat]
    known = {field.name: field for field in fields(table.schema)} if table.schema else {}
    # The library cannot be stopped where nobody reads any more: it tries to write the end of its archive again.
    with SpooledTemporaryFile(_IN_MEMORY) as whole:
        with need("xlsxwriter", "xlsx").Workbook(whole, _OPTIONS) as book:
            book.set_properties({"created": datetime(2000, 1, 1)})  # the same bytes for the same rows
            bold = book.add_format({"bold": True})
            _write_rows(book.add_worksheet("rows"), columns, table, known, bold)
            _write_legend(book.add_worksheet("columns"), columns, known, bold)
        whole.seek(0)
        copyfileobj(whole, stream)


def _write_rows(
    sheet: Any, columns: list[Column], table: Table, known: Mapping[str, Field], bold: Any
) -> None:
    sheet.freeze_panes(1, 1)
    for place, column in enumerate(columns):
        sheet.set_column(place, place, _WIDE if column.wide or column.key == "quote" else _NARROW)
        sheet.write_string(0, place, column.key, bold)
    number = 0
    for number, row in enumerate(table.rows, 1):
        if number == _MOST_ROWS:
            raise HcoopError(f"a sheet holds {_MOST_ROWS} rows", hint="use filters or --limit, or another format")
        for place, column in enumerate(columns):
            _write_cell(sheet, number, place, value_of(column, row), known.get(column.key))
    if columns:
        sheet.autofilter(0, 0, number, len(columns) - 1)


def _write_cell(sheet: Any, row: int, place: int, value: Any, field: Field | None) -> None:
    if value is None:
        return
    if isinstance(value, bool):
        sheet.write_boolean(row, place, value)
    elif isinstance(value, int | float):
        sheet.write_number(row, place, value)
    elif field and field.kind == "date" and (day := date.fromisoformat(value)) >= _EXCEL_BEGINS:
        sheet.write_datetime(row, place, day)
    else:
        sheet.write_string(row, place, _short(xml_text(as_text(value))))


def _write_legend(sheet: Any, columns: Iterable[Column], known: Mapping[str, Field], bold: Any) -> None:
    sheet.set_column(0, 0, _NARROW)
    sheet.set_column(1, 1, _WIDE * 2)
    sheet.write_string(0, 0, "column", bold)
    sheet.write_string(0, 1, "meaning", bold)
    for row, column in enumerate(columns, 1):
        sheet.write_string(row, 0, column.key)
        if column.key in known:
            sheet.write_string(row, 1, known[column.key].description)


def _short(text: str) -> str:
    return text if len(text) <= _MOST_CHARACTERS else text[: _MOST_CHARACTERS - 1] + "…"
