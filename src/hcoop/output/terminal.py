"""Tables and pages drawn with Rich, in the width of the terminal; text of articles is never markup."""

from typing import TextIO

from rich import box
from rich.console import Console
from rich.table import Table as Drawn
from rich.text import Text

from hcoop.output.clean import clean_lit
from hcoop.output.people import bar, cell
from hcoop.query.table import Column, Lit, Page, Row, Table

_LIT = "bold yellow"


def draw(content: Table | Page, stream: TextIO) -> None:
    """Draw a table or a page on a terminal."""
    console = Console(file=stream, highlight=False, markup=False, emoji=False, soft_wrap=False)
    parts = content.parts if isinstance(content, Page) else [content]
    for number, part in enumerate(parts):
        if number:
            console.print()
        console.print(_table(part) if isinstance(part, Table) else _text(clean_lit(part)))


def _table(table: Table) -> Drawn | Text:
    columns, rows = [column for column in table.columns if column.shown], list(table.rows)
    if not rows:
        return Text(f"{table.title}\n({table.empty})" if table.title else f"({table.empty})", style="dim")
    drawn = Drawn(
        title=Text(table.title) if table.title else None,
        title_justify="left",
        title_style="bold",
        box=box.SIMPLE_HEAD,
        pad_edge=False,
        show_header=any(column.heading for column in columns),
    )
    for column in columns:
        drawn.add_column(
            Text(column.heading),
            justify="right" if column.align == "right" else "left",
            ratio=None,
            overflow="fold",
            no_wrap=column.key == "id",
            min_width=12 if column.wide else None,
        )
    greatest = {column.key: max(row[column.key] for row in rows) for column in columns if column.bar}
    for row in rows:
        drawn.add_row(*(_cell(column, row, greatest) for column in columns))
    return drawn


def _cell(column: Column, row: Row, greatest: dict[str, float]) -> Text:
    if column.bar:
        return Text.assemble(f"{row[column.key]:>5} ", (bar(row[column.key], greatest[column.key]), "cyan"))
    return _text(cell(column, row))


def _text(lit: Lit) -> Text:
    text = Text(lit.text)
    for start, end in lit.spans:
        text.stylize(_LIT, start, end)
    return text
