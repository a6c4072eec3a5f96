"""Places of tellings in blocks that are new in a round, or gone; on the disk, since there may be very many."""

import sqlite3
from array import array
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter

from hcoop.link.pairs import Position

MOVED = (
    "CREATE TEMP TABLE moved "
    "(block INTEGER NOT NULL, at INTEGER NOT NULL, telling INTEGER NOT NULL, new INTEGER NOT NULL)"
)
# Blocks in order of time, since what stands in one is met in the next.
_BY_BLOCK = (
    "SELECT block, at, telling, new, min(at) OVER (PARTITION BY block) AS first FROM temp.moved ORDER BY first, block"
)


def come(connection: sqlite3.Connection, blocks: bytes, at: int, telling: int) -> None:
    """Put a telling into its blocks."""
    rows = [(block, at, telling) for block in array("q", blocks)]
    connection.executemany("INSERT INTO blocks VALUES (?, ?, ?)", rows)
    connection.executemany("INSERT INTO temp.moved VALUES (?, ?, ?, 1)", rows)


def go(connection: sqlite3.Connection, blocks: bytes, at: int, telling: int) -> None:
    """Take a telling out of its blocks."""
    rows = [(block, at, telling) for block in array("q", blocks)]
    connection.executemany("DELETE FROM blocks WHERE block = ? AND at = ? AND telling = ?", rows)
    connection.executemany("INSERT INTO temp.moved VALUES (?, ?, ?, 0)", rows)


def by_block(connection: sqlite3.Connection) -> Iterator[tuple[int, tuple[set[Position], set[Position]]]]:
    """Yield the blocks in which something has changed, with the places that are gone and those that are new."""
    for block, rows in groupby(connection.execute(_BY_BLOCK), itemgetter(0)):
        places: tuple[set[Position], set[Position]] = set(), set()
        for _, at, telling, new, _ in rows:
            places[new].add((at, telling))
        yield block, places


def forget(connection: sqlite3.Connection) -> None:
    """Begin anew: what has moved was looked at."""
    connection.execute("DELETE FROM temp.moved")
