"""Tables and pages drawn with Rich, in the width of the terminal; text of articles is never markup."""

from collections.abc import Iterator, Sequence
from typing import TextIO

from rich import box
from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table as Drawn
from rich.text import Text

from hcoop.output.clean import clean_lit
from hcoop.output.people import bar, cell
from hcoop.query.table import Column, Lit, Page, Row, Table

_LIT = "bold yellow"
_INDENT = 4


def draw(content: Table | Page, stream: TextIO) -> None:
    """Draw a table or a page on a terminal."""
    console = Console(file=stream, highlight=False, markup=False, emoji=False)
    parts = content.parts if isinstance(content, Page) else [content]
    for number, part in enumerate(parts):
        if number:
            console.print()
        for drawn in _table(part) if isinstance(part, Table) else [_text(clean_lit(part))]:
            console.print(drawn)


def _table(table: Table) -> Iterator[RenderableType]:
    columns, rows = [column for column in table.columns if column.shown], list(table.rows)
    if table.title:
        yield Text(table.title, style="bold")
    if not rows:
        yield Text(f"({table.empty})", style="dim")
    elif any(column.wide for column in columns):
        yield from _cards(columns, rows)
    else:
        yield _grid(columns, rows)


def _grid(columns: Sequence[Column], rows: Sequence[Row]) -> Drawn:
    headed = any(column.heading for column in columns)
    drawn = Drawn(box=box.SIMPLE_HEAD if headed else None, pad_edge=False, show_header=headed)
    for column in columns:
        drawn.add_column(Text(column.heading), justify="right" if column.align == "right" else "left", overflow="fold")
    greatest = {column.key: max(row[column.key] for row in rows) for column in columns if column.bar}
    for row in rows:
        drawn.add_row(*(_cell(column, row, greatest) for column in columns))
    return drawn


def _cards(columns: Sequence[Column], rows: Sequence[Row]) -> Iterator[RenderableType]:
    """Draw each row as a line of its short cells and, below it, a paragraph for each wide one, which so have room."""
    short = [column for column in columns if not column.wide]
    lines = [[_text(cell(column, row)) for column in short] for row in rows]
    widths = [max(line[i].cell_len for line in lines) for i in range(len(short))]
    for row, line in zip(rows, lines, strict=True):
        for text, width in zip(line[:-1], widths, strict=False):
            text.pad_right(width - text.cell_len)
        line[0].stylize("cyan")
        yield Text("  ").join(line)
        for column in columns:
            if column.wide and (text := _text(cell(column, row))):
                yield Padding(text, (0, 0, 0, _INDENT))


def _cell(column: Column, row: Row, greatest: dict[str, float]) -> Text:
    if column.bar:
        return Text.assemble(f"{row[column.key]:>5} ", (bar(row[column.key], greatest[column.key]), "cyan"))
    return _text(cell(column, row))


def _text(lit: Lit) -> Text:
    text = Text(lit.text)
    for start, end in lit.spans:
        text.stylize(_LIT, start, end)
    return text
