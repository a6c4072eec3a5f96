"""Columns of the tables that are exported."""

from collections.abc import Callable, Iterable

from hcoop.query.table import Column, Row


def column(key: str, text: Callable[[Row], str] | None = None) -> Column:
    """Return a column that is called as its key, without underscores."""
    return Column(key, key.replace("_", " "), text)


def columns(*keys: str) -> list[Column]:
    """Return a column for each key."""
    return [column(key) for key in keys]


def hidden(keys: Iterable[str]) -> list[Column]:
    """Return columns that are for other programs alone."""
    return [Column(key, key, shown=False) for key in keys]


def count(key: str) -> Column:
    """Return a column that tells how many there are of a list."""
    return Column(key, key, lambda row: str(len(row[key])), align="right")
