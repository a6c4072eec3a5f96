"""Tables and pages for people: drawn on a terminal, plain text anywhere else."""

import os
from collections.abc import Iterable
from typing import TextIO

from hcoop.output.clean import clean, clean_lit
from hcoop.query.corrected import corrected_fields
from hcoop.query.table import Column, Lit, Page, Row, Table

_CORRECTED = " *"
_PADDED = 60
_BAR = 24


def write_table(content: Table | Page, stream: TextIO) -> None:
    """Write a table or a page; with colours and in the width of the terminal if `stream` is one that can."""
    if stream.isatty() and os.environ.get("TERM") != "dumb":
        from hcoop.output.terminal import draw  # noqa: PLC0415 - Rich is imported only to draw

        draw(content, stream)
    else:
        stream.writelines(f"{line}\n" for line in plain_lines(content))


def plain_lines(content: Table | Page) -> Iterable[str]:
    """Yield the lines of a table or page as plain text; a row is one line, however long, and nothing is cut."""
    if isinstance(content, Table):
        yield from _plain_table(content)
        return
    for number, part in enumerate(content.parts):
        if number:
            yield ""
        yield from _plain_table(part) if isinstance(part, Table) else clean(part.text).split("\n")


def cell(column: Column, row: Row) -> Lit:
    """Return what a column shows of a row, harmless; with a mark where a person corrected it."""
    value = column.text(row) if column.text else row.get(column.key)
    lit = value if isinstance(value, Lit) else Lit(_written(value))
    return clean_lit(lit._replace(text=lit.text + _CORRECTED) if _is_corrected(column, row) else lit)


def is_marked(content: Table | Page) -> bool:
    """Tell whether people see the mark of a correction; the rows of a table must be such as can be read again."""
    rows = ((table.columns, row) for table in _tables(content) for row in table.rows)
    return any(_is_corrected(column, row) for columns, row in rows for column in columns if column.shown)


def is_checked(content: Table | Page) -> bool:
    """Tell whether people see the mark of what a person found right; the rows must be such as can be read again."""
    return any(row.get("checked") for table in _tables(content) for row in table.rows)


def _tables(content: Table | Page) -> list[Table]:
    return [content] if isinstance(content, Table) else [part for part in content.parts if isinstance(part, Table)]


def _is_corrected(column: Column, row: Row) -> bool:
    return not set(corrected_fields(row)).isdisjoint(column.fields or (column.key,))


def bar(number: float, greatest: float) -> str:
    """Return a bar as long as the number is great."""
    return "█" * max(1, round(_BAR * number / greatest)) if number and greatest else ""


def _written(value: object) -> str:
    if value is None:
        return ""
    return ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)


def _plain_table(table: Table) -> Iterable[str]:
    columns = [column for column in table.columns if column.shown]
    rows = list(table.rows)
    if table.title:
        yield table.title
    if not rows:
        yield f"({table.empty})"
        return
    greatest = {column.key: max(row[column.key] for row in rows) for column in columns if column.bar}
    cells = [[_plain_cell(column, row, greatest) for column in columns] for row in rows]
    widths = [_width(column, [line[i] for line in cells]) for i, column in enumerate(columns)]
    if any(column.heading for column in columns):
        yield _line([column.heading for column in columns], columns, widths)
    yield from (_line(line, columns, widths) for line in cells)


def _width(column: Column, cells: list[str]) -> int:
    """The room for a column; where a cell of a wide one needs more, the rest of its line moves to the right."""
    widest = max(map(len, (column.heading, *cells)))
    return min(_PADDED, widest) if column.wide else widest


def _plain_cell(column: Column, row: Row, greatest: dict[str, float]) -> str:
    if column.bar:
        return f"{row[column.key]:>5} {bar(row[column.key], greatest[column.key])}"
    return cell(column, row).text.replace("\n", " | ")


def _line(cells: list[str], columns: list[Column], widths: list[int]) -> str:
    padded = [
        text.rjust(width) if column.align == "right" else text.ljust(width)
        for text, column, width in zip(cells, columns, widths, strict=True)
    ]
    return "  ".join(padded).rstrip()
