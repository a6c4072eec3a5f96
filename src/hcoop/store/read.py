"""Reading the store; nothing here writes."""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from hcoop.store.connection import open_reading
from hcoop.store.packed import unpacked

Plain = dict[str, Any]

# DISTINCT would read a row for every article.
_VALUES = (
    "SELECT value FROM facets WHERE kind = ? AND EXISTS (SELECT 1 FROM article_concerns WHERE facet = facets.key) "
    "ORDER BY value"
)


class Store:
    """A store open for reading; also a context manager that closes it.

    Raises HcoopError on opening if there is no store, or one that this hcoop cannot read.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.connection = open_reading(path)
        self.connection.execute("BEGIN")  # one state of the store, even while another process ingests

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the connection."""
        self.connection.close()

    def rows(self, sql: str, values: Sequence[Any] = ()) -> list[sqlite3.Row]:
        """Return the rows of a query."""
        return self.connection.execute(sql, values).fetchall()

    def count(self, sql: str, values: Sequence[Any] = ()) -> int:
        """Return the one number that a query gives."""
        return int(self.connection.execute(sql, values).fetchone()[0])

    def meta(self, key: str) -> str:
        """Return a fact about the store, such as its `home` country or the label of its `sector`; empty if unknown."""
        found = self.rows("SELECT value FROM meta WHERE key = ?", [key])
        return str(found[0]["value"]) if found else ""

    def article(self, key: int) -> tuple[Plain, str]:
        """Return the extraction of an article, and its text."""
        row = self.connection.execute(
            "SELECT coalesce(patched, record) AS record, text FROM articles JOIN documents ON document = documents.key "
            "WHERE articles.key = ?",
            [key],
        ).fetchone()
        return unpacked(row["record"]), row["text"]

    def records(self, table: str, where: str = "1", values: Sequence[Any] = (), order: str = "id") -> Iterator[Plain]:
        """Yield the records of a table for which a condition holds."""
        for row in self.connection.execute(f"SELECT record FROM {table} WHERE {where} ORDER BY {order}", values):
            yield json.loads(row["record"])

    def told_by(self, article: int, order: str = "ordinal") -> list[Plain]:
        """Return the events of the register that an article tells."""
        sql = f"SELECT record FROM tellings JOIN events ON event = key WHERE article = ? ORDER BY {order}"
        return [json.loads(row["record"]) for row in self.connection.execute(sql, [article])]

    def copy_of(self, article: int) -> str | None:
        """Return the id of the article of which one is a copy."""
        row = self.connection.execute("SELECT copy_of FROM articles WHERE key = ?", [article]).fetchone()
        return row["copy_of"] if row else None

    def types(self, trait: str) -> list[str]:
        """Return the types of events that have a trait, such as `signed`."""
        rows = self.rows("SELECT value FROM meta WHERE key = 'linking'")
        traits = json.loads(rows[0]["value"]).get("traits", {}) if rows else {}
        return [kind for kind, found in traits.items() if trait in found]

    def labels(self, kind: str, values: Sequence[str] | None = None) -> dict[str, str]:
        """Return how each value of a kind, or each of some, is written for people.

        A name that articles give goes before a known one.
        """
        some = " IS NOT NULL" if values is None else f" IN ({', '.join('?' * len(values))})"
        asked = [kind, *(values or ())]
        known = self.rows(f"SELECT value, min(label) FROM names WHERE kind = ? AND value{some} GROUP BY value", asked)
        named = self.rows(f"SELECT id, name FROM entities WHERE kind = ? AND id{some}", asked)
        return {row[0]: row[1] for row in (*known, *named)}

    def values(self, kind: str) -> list[str]:
        """Return the values of a kind that articles have, in order."""
        return [row["value"] for row in self.rows(_VALUES, [kind])]

    def offered(self, kind: str) -> list[str]:
        """Return the values of a kind that articles have, as people write them, in alphabetical order."""
        labels = self.labels(kind)
        return sorted(labels.get(value, value) for value in self.values(kind))
