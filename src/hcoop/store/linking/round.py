"""One round of linking: what has changed since the last, and what linking reads of articles."""

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from hcoop.link import Knowledge, Report, report_of
from hcoop.link.names import Names
from hcoop.link.telling import Parties
from hcoop.plain import as_json
from hcoop.store.concerns import Concerns
from hcoop.store.patch import Patch

Plain = dict[str, Any]


@dataclass(slots=True)
class Touched:
    """What has changed: `ids` of articles whose rows are new or gone; what these shared with others.

    `fresh` are those of `ids` that have one row, which is new, and was never linked.

    `copies` are articles as numbers, `bodies` and `people` subjects, `entities` kinds and ids, `articles` keys of those
    to be linked anew. `gone` are tellings that are no more, by key, with the events that they were of.
    """

    ids: set[str] = field(default_factory=set)
    fresh: set[str] = field(default_factory=set)
    copies: set[int] = field(default_factory=set)
    bodies: set[str] = field(default_factory=set)
    people: set[str] = field(default_factory=set)
    entities: set[tuple[str, str]] = field(default_factory=set)
    gone: dict[int, str] = field(default_factory=dict)
    articles: set[int] = field(default_factory=set)


@dataclass(slots=True)
class Round:
    """A store being linked, as people corrected it; `said` are keys of things that were said by articles entering."""

    connection: sqlite3.Connection
    knowledge: Knowledge
    home: str
    patch: Patch
    touched: Touched
    names: Names = field(init=False)
    said: set[int] = field(default_factory=set)
    concerns: Concerns = field(init=False)

    def __post_init__(self) -> None:
        self.names = Names(self.knowledge)
        self.concerns = Concerns(self.connection)

    def rows(self, sql: str, values: Sequence[Any] = ()) -> list[sqlite3.Row]:
        """Return the rows of a query."""
        return self.connection.execute(sql, values).fetchall()

    def run(self, sql: str, values: Sequence[Any] = ()) -> None:
        """Change rows."""
        self.connection.execute(sql, values)

    def meta(self, key: str, value: Any = None) -> Any:
        """Return a fact that linking keeps about the store, and keep another if one is given."""
        rows = self.rows("SELECT value FROM meta WHERE key = ?", [key])
        if value is not None:
            self.run("INSERT OR REPLACE INTO meta VALUES (?, ?)", [key, as_json(value)])
        return json.loads(rows[0]["value"]) if rows else None

    def report(self, article: int) -> Report:
        """Return what an article says, as people corrected it."""
        return report_of(self.patch.gist(article))

    def parties(self, article: int) -> Parties:
        """Return who the parties of an article are, as far as they are linked by now."""
        named: dict[str, dict[str, str]] = {"organisation": {}, "person": {}, "place": {}}
        sql = "SELECT mentions.kind, entity, subject FROM mentions JOIN said ON said = said.key WHERE article = ?"
        for kind, entity, subject in self.connection.execute(sql, [article]):
            if entity:
                named[kind][subject] = entity
        organisations = {local_of(subject): entity for subject, entity in named["organisation"].items()}
        row = self.rows(
            "SELECT id, copy_of, EXISTS (SELECT 1 FROM articles AS copy WHERE copy.copy_of = articles.id) AS copied "
            "FROM articles WHERE key = ?",
            [article],
        )[0]
        copied = bool(row["copied"] or row["copy_of"])
        return Parties(organisations, named["person"], row["copy_of"] or row["id"], copied)


def subject_of(identity: str, city: str) -> str:
    """Return by what linking knows an organisation."""
    return f"{identity}@{city}"


def local_of(subject: str) -> str:
    """Return the id that articles give an organisation."""
    return subject.rpartition("@")[0]
