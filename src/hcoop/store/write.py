"""Writing the store, in one transaction: what was read, what was taken from it, and what asking needs."""

import hashlib
import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple, Self

from hcoop.link import Knowledge
from hcoop.store.connection import Waiting, at_once, give_back, open_writing, patiently
from hcoop.store.linking.entering import leave
from hcoop.store.linking.round import Round, Touched
from hcoop.store.patch import Patch
from hcoop.store.placing import Corrections
from hcoop.store.relink import relink
from hcoop.store.seal import sealed, unsealed

_NONE = Corrections()
# What is not derived from the rest.
_KEPT = ("meta", "files", "documents", "articles")
# What keys of `meta` begin with that tell of addresses.
WEB = "web:"


class FileState(NamedTuple):
    """What tells whether a file has changed; `path` is absolute, `size` in bytes."""

    path: str
    size: int
    mtime_ns: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Taken:
    """What was taken from an article: the columns of its row that are told by its record (`columns.of_article`), the
    sketch of its words, and the extraction without the text, packed.
    """

    id: str
    path: str | None
    columns: dict[str, Any]
    sketch: bytes
    record: bytes


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """A document: its text, its other fields as JSON, and what was taken from each of its articles."""

    text: str
    fields: str
    taken: tuple[Taken, ...]


class Writer:
    """The store open for writing. As a context manager it is one transaction: all is kept, or nothing.

    While another process writes it waits, and calls `waiting`. `corrections` may be set once it is the one that writes.
    `backup` is the file in which an older store is kept as it was before it was brought up to date, if it was.
    """

    def __init__(self, path: Path, corrections: Corrections = _NONE, waiting: Waiting = at_once) -> None:
        self._path, self.corrections, self._waiting = path, corrections, waiting
        self._touched = Touched()
        self._open()

    def _open(self) -> None:
        self.connection, self.backup = open_writing(self._path, self._waiting)
        self._file = _identity(self._path)

    def __enter__(self) -> Self:
        patiently(self.connection, "BEGIN IMMEDIATE", self._waiting)
        while _identity(self._path) != self._file:  # another process has taken the file away, or put one in its place
            self.connection.close()
            self._open()
            patiently(self.connection, "BEGIN IMMEDIATE", self._waiting)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if kind is None:
                self.settle()
                self.connection.execute("COMMIT")
                give_back(self.connection)
            else:
                self.connection.execute("ROLLBACK")
        finally:
            self.connection.close()

    def states(self) -> dict[str, FileState]:
        """Return the state of every file of the store, by path."""
        cursor = self.connection.cursor()
        cursor.row_factory = None  # plain tuples, as there may be many
        rows = cursor.execute("SELECT path, size, mtime_ns, sha256 FROM files")
        return {state.path: state for state in map(FileState._make, rows)}

    def documents(self, file: str) -> list[tuple[str, str]]:
        """Return the documents of a file, each as its text and its other fields in JSON."""
        rows = self.connection.execute("SELECT text, fields FROM documents WHERE file = ? ORDER BY ordinal", [file])
        return [(row["text"], unsealed(row["fields"])) for row in rows]

    def meta(self, key: str) -> str | None:
        """Return a fact about the store."""
        row = self.connection.execute("SELECT value FROM meta WHERE key = ?", [key]).fetchone()
        return row["value"] if row else None

    def set_meta(self, key: str, value: str) -> None:
        """Keep a fact about the store."""
        self.connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", [key, value])

    def touch(self, state: FileState) -> None:
        """Note a new size and time of a file whose bytes are the same."""
        self.connection.execute(
            "UPDATE files SET size = ?, mtime_ns = ? WHERE path = ?", [state.size, state.mtime_ns, state.path]
        )

    def begin(self, state: FileState) -> None:
        """Begin to keep a file, instead of what the store held of it."""
        self.remove(state.path)
        values = [state.path, state.size, state.mtime_ns, state.sha256]
        self.connection.execute("INSERT INTO files VALUES (?, ?, ?, ?)", values)

    def add(self, file: str, first: int, documents: Iterable[ReadDocument]) -> None:
        """Keep documents of a file that was begun; `first` is the number of the first of them in the file."""
        for ordinal, document in enumerate(documents, first):
            self._add_document(file, ordinal, document)

    def remove(self, path: str) -> None:
        """Forget a file and all that was taken from it."""
        rows = self.connection.execute(
            "SELECT articles.key, id, canonical FROM articles JOIN documents ON document = documents.key "
            "WHERE file = ?",
            [path],
        )
        for row in rows.fetchall():
            self._touched.ids.add(row["id"])
            if row["canonical"]:
                leave(self.connection, row["key"], self._touched)
        self.connection.execute("DELETE FROM files WHERE path = ?", [path])

    def learn_names(self, names: Iterable[tuple[str, str, str, str]]) -> None:
        """Replace the names that come from the data files: kind, key, value, label."""
        self.connection.execute("DELETE FROM names WHERE known = 1")
        self.connection.executemany("INSERT OR IGNORE INTO names VALUES (?, ?, ?, 1, ?)", names)

    def learn_codes(self, codes: Iterable[tuple[str, str, str, str]]) -> None:
        """Replace the codes of other schemes that come from the data files: kind, value, scheme, code."""
        self.connection.execute("DELETE FROM codes")
        self.connection.executemany("INSERT INTO codes VALUES (?, ?, ?, ?)", codes)

    def forget_linked(self) -> None:
        """Forget all but the texts and what was taken from each, so that all is linked anew, whatever it was."""
        sql = "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT GLOB 'sqlite_*'"
        tables = [row["name"] for row in self.connection.execute(sql) if row["name"] not in _KEPT]
        for index in ("articles_fts", "events_fts"):  # made to agree with its own text, so that it can be changed
            self.connection.execute(f"INSERT INTO {index} ({index}) VALUES ('rebuild')")
        for table in (*tables, "articles_fts", "events_fts"):
            self.connection.execute(f"DELETE FROM {table}")
        self.connection.execute(f"DELETE FROM meta WHERE key NOT GLOB '{WEB}*'")
        self.connection.execute("UPDATE articles SET canonical = 0, copy_of = NULL, patched = NULL")
        self._touched = Touched({row["id"] for row in self.connection.execute("SELECT id FROM articles")})

    def settle(self) -> None:
        """Link what has changed, articles or corrections, with what it concerns."""
        knowledge = self._knowledge()
        state = [self.meta("linking"), hashlib.sha256(repr(sorted(knowledge.known)).encode()).hexdigest()]
        if self.meta("linked") != json.dumps(state):  # other words and names: all is linked anew
            rows = self.connection.execute("SELECT id FROM articles WHERE canonical")
            self._touched.ids |= {row["id"] for row in rows}
        if self._touched.ids or self.corrections.digest != (self.meta("corrections") or ""):
            home = self.meta("home") or ""
            patch = Patch(self.connection, self.corrections, home, knowledge.known)
            relink(Round(self.connection, knowledge, home, patch, self._touched))
            self._touched = Touched()
            self.set_meta("linked", json.dumps(state))
            self.set_meta("corrections", self.corrections.digest)
            missed = [(str(missed), missed.hint) for missed in patch.placing.missed]
            self.set_meta("missed", json.dumps(missed))

    def missed(self) -> list[tuple[str, str]]:
        """Return what is told of each correction that could not be applied, and what to do about it."""
        return [(told, hint) for told, hint in json.loads(self.meta("missed") or "[]")]

    def _knowledge(self) -> Knowledge:
        known = self.connection.execute("SELECT DISTINCT value FROM names WHERE kind = 'organisation' AND known")
        words = json.loads(self.meta("linking") or "{}")
        return Knowledge(
            known=frozenset(row["value"] for row in known),
            small_words=frozenset(words.get("small_words", ())),
            same_words=words.get("same_words", {}),
            legal_forms=frozenset(words.get("legal_forms", ())),
            types=tuple(words.get("types", ())),
            traits={kind: frozenset(traits) for kind, traits in words.get("traits", {}).items()},
        )

    def sizes(self) -> tuple[int, int]:
        """Return how many articles and events the store holds."""
        row = self.connection.execute(
            "SELECT (SELECT count(*) FROM articles WHERE canonical), (SELECT count(*) FROM events)"
        )
        articles, events = row.fetchone()
        return articles, events

    def _add_document(self, file: str, ordinal: int, document: ReadDocument) -> None:
        fields = sealed(document.fields, file, ordinal, document.text)
        values = {"file": file, "ordinal": ordinal, "text": document.text, "fields": fields}
        key = _insert(self.connection, "documents", values)
        for number, taken in enumerate(document.taken):
            self._touched.ids.add(taken.id)
            own = {"id": taken.id, "path": taken.path, "sketch": taken.sketch, "record": taken.record}
            _insert(self.connection, "articles", {"document": key, "ordinal": number, **own, **taken.columns})


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


def _insert(connection: sqlite3.Connection, table: str, values: dict[str, Any]) -> int:
    marks = ", ".join("?" * len(values))
    cursor = connection.execute(f"INSERT INTO {table} ({', '.join(values)}) VALUES ({marks})", list(values.values()))
    return int(cursor.lastrowid or 0)
