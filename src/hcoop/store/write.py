"""Writing the store, in one transaction: what was read, what was taken from it, and what asking needs."""

import json
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Self

from hcoop.store import knowledge, meta
from hcoop.store.connection import Waiting, at_once, give_back, open_writing, patiently
from hcoop.store.forgetting import forget_file, forget_linked
from hcoop.store.keeping import GISTS, keep
from hcoop.store.linking.moved import MOVED
from hcoop.store.linking.round import Round, Touched
from hcoop.store.patch import Patch
from hcoop.store.placing import Corrections
from hcoop.store.relink import relink
from hcoop.store.seal import unsealed
from hcoop.store.taken import FileState, ReadDocument

_NONE = Corrections()


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
        self.connection.execute(GISTS)
        self.connection.execute(MOVED)
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
        # What FileState._make does, without a call in Python for each.
        return {state[0]: state for state in map(partial(tuple.__new__, FileState), rows)}

    def documents(self, file: str) -> list[tuple[str, str]]:
        """Return the documents of a file, each as its text and its other fields in JSON."""
        rows = self.connection.execute("SELECT text, fields FROM documents WHERE file = ? ORDER BY ordinal", [file])
        return [(row["text"], unsealed(row["fields"])) for row in rows]

    def meta(self, key: str) -> str | None:
        """Return a fact about the store."""
        return meta.get(self.connection, key)

    def set_meta(self, key: str, value: str) -> None:
        """Keep a fact about the store."""
        meta.put(self.connection, key, value)

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
            keep(self.connection, file, ordinal, document, self._touched)

    def remove(self, path: str) -> None:
        """Forget a file and all that was taken from it."""
        if self.connection.execute("SELECT 1 FROM files WHERE path = ?", [path]).fetchone():
            forget_file(self.connection, path, self._touched)

    def forget_linked(self) -> None:
        """Forget all but the texts and what was taken from each, so that all is linked anew."""
        self._touched = forget_linked(self.connection)

    def settle(self) -> None:
        """Link what has changed, articles or corrections, with what it concerns."""
        known = knowledge.knowledge(self.connection)
        state = knowledge.digest(self.connection, known.known)
        if self.meta("linked") != state:  # other words and names: all is linked anew
            rows = self.connection.execute("SELECT id FROM articles WHERE canonical")
            self._touched.ids |= {row["id"] for row in rows}
        if self._touched.ids or self.corrections.digest != (self.meta("corrections") or ""):
            home = self.meta("home") or ""
            patch = Patch(self.connection, self.corrections, home, known.known)
            relink(Round(self.connection, known, home, patch, self._touched))
            self._touched = Touched()
            self.set_meta("linked", state)
            self.set_meta("corrections", self.corrections.digest)
            missed = [(str(missed), missed.hint) for missed in patch.placing.missed]
            self.set_meta("missed", json.dumps(missed))

    def missed(self) -> list[tuple[str, str]]:
        """Return what is told of each correction that could not be applied, and what to do about it."""
        return [(told, hint) for told, hint in json.loads(self.meta("missed") or "[]")]

    def sizes(self) -> tuple[int, int]:
        """Return how many articles and events the store holds."""
        row = self.connection.execute(
            "SELECT (SELECT count(*) FROM articles WHERE canonical), (SELECT count(*) FROM events)"
        )
        articles, events = row.fetchone()
        return articles, events


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino
