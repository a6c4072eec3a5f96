"""What a query gives to the writers: rows, and how each of their columns is called and shown.

Every question loads these, so that they are named tuples: a frozen data class takes six times as long to make.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

Row = dict[str, Any]


class Lit(NamedTuple):
    """A text with stretches to be lit: pairs of offsets in code points, end exclusive."""

    text: str
    spans: tuple[tuple[int, int], ...] = ()


class Column(NamedTuple):
    """A column: its key in the rows, its heading, and what of a row is shown to people, by default the value.

    `align` is `left` or `right`; `bar` asks for a bar as long as the number is great; `wide` takes the room there is.
    A column that is not `shown` is for CSV alone; one that is not `flat` for people alone. `fields` are those of the
    record that it shows, if not the one of its key: where a person corrected one, people see a mark.
    """

    key: str
    heading: str
    text: Callable[[Row], str | Lit] | None = None
    align: str = "left"
    bar: bool = False
    wide: bool = False
    shown: bool = True
    flat: bool = True
    fields: tuple[str, ...] = ()


class Table(NamedTuple):
    """Rows of one kind. `rows` may be an iterator; JSON writes them whole, whatever the columns.

    `total` is how many there would be without a limit, null where that was not asked. `schema` is the name of the
    schema of the rows, for formats with types; empty where there is none.
    """

    columns: Sequence[Column]
    rows: Iterable[Row]
    title: str = ""
    empty: str = "nothing found"
    total: int | None = None
    schema: str = ""


class Page(NamedTuple):
    """One record and how people read it: paragraphs and tables; CSV has the tables as one long list."""

    record: Row
    parts: Sequence[Lit | Table] = ()
