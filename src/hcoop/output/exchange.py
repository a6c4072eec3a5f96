"""The formats for other programs; the writer of one is imported only when it is used."""

from collections.abc import Callable
from importlib import import_module
from typing import BinaryIO

from hcoop.query.table import Table

# Each in a module of its name, which has a function `write_` and the name.
EXCHANGE = ("xlsx", "parquet", "jsonld", "graphml", "geojson", "ics")
# Those that are no text, and would only disturb a terminal.
OPAQUE = frozenset({"xlsx", "parquet"})


def writer(name: str) -> Callable[[Table, BinaryIO], None]:
    """Return the writer of a format of EXCHANGE."""
    function: Callable[[Table, BinaryIO], None] = getattr(import_module(f"hcoop.output.{name}"), f"write_{name}")
    return function
