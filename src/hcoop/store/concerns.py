"""Who and what articles and events concern, as rows; each pair of a kind and a value has a number."""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, field

from hcoop.store.facets import Facet
from hcoop.store.kinds import numbers

# So many numbers are kept in memory.
_KEPT = 50_000


@dataclass(slots=True)
class Concerns:
    """What things concern, being written; pairs that nothing concerns any more keep their numbers."""

    connection: sqlite3.Connection
    _numbers: dict[tuple[str, str], int] = field(default_factory=dict)

    def write(self, table: str, item: int, facets: Iterable[Facet]) -> None:
        """Write what an article or event concerns that has nothing yet; `table` is the one of such things."""
        rows = [(self._number(kind, value), item, weight) for kind, value, weight in facets]
        self.connection.executemany(f"INSERT INTO {table} VALUES (?, ?, ?)", rows)

    def _number(self, kind: str, value: str) -> int:
        pair = kind, value
        if pair not in self._numbers:
            if len(self._numbers) == _KEPT:
                self._numbers.clear()
            self._numbers[pair] = self._read(pair)
        return self._numbers[pair]

    def _read(self, pair: tuple[str, str]) -> int:
        row = self.connection.execute("SELECT key FROM facets WHERE kind = ? AND value = ?", pair).fetchone()
        if row:
            return int(row[0])
        first, last = numbers(pair[0])
        sql = "SELECT coalesce(max(key) + 1, ?1) FROM facets WHERE key BETWEEN ?1 AND ?2"
        number = int(self.connection.execute(sql, [first, last]).fetchone()[0])
        self.connection.execute("INSERT INTO facets VALUES (?, ?, ?)", [number, *pair])
        return number
