"""A store that is damaged, made anew from the texts in it that are whole."""

import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from hcoop.store.connection import connect, open_writing
from hcoop.store.faults import DAMAGE
from hcoop.store.pages import Row, rows_of
from hcoop.store.seal import is_whole
from hcoop.store.tables import APPLICATION_ID, OLDEST, VERSION
from hcoop.store.verify import verify

_COLUMNS = 5  # of `documents`: key, file, ordinal, text, fields; the first is kept apart by SQLite


@dataclass(frozen=True, slots=True)
class Document:
    """A text as it was found in a damaged store, of the given file, and which it is in that file."""

    file: str
    ordinal: int
    text: str
    fields: str


@dataclass(frozen=True, slots=True)
class Recovered:
    """What came of a damaged store: how many texts, the files of which some are damaged, and where it is kept."""

    documents: int
    damaged: tuple[str, ...]
    kept: Path


def recover(path: Path) -> Recovered | None:
    """Put a store with the texts of a damaged one in its place, and keep that beside it; one that is whole stays.

    The texts are to be extracted and their files to be read again, which the next ingest does. Raises HcoopError
    if the file is no store.
    """
    if not path.is_file() or not _is_damaged(path):
        return None
    documents, damaged = _found(path)
    if not documents and not damaged:
        return None  # opening it tells what it is
    made = path.with_name(f"{path.name}.new")
    _remove(made)
    try:
        _write(made, documents)
        kept = _free_name(path)
        _swap(path, made, kept)
    finally:
        _remove(made)
    return Recovered(len(documents), tuple(damaged), kept)


def _is_damaged(path: Path) -> bool:
    """Return whether a file is a store that cannot be used as it is; one of a newer hcoop is not to be touched."""
    try:
        with closing(connect(path, "ro")) as connection:
            application = connection.execute("PRAGMA application_id").fetchone()[0]
            version = connection.execute("PRAGMA user_version").fetchone()[0]
            tables = {row["name"] for row in connection.execute("SELECT name FROM sqlite_master")}
            whole = connection.execute("PRAGMA integrity_check(1)").fetchone()[0] == "ok"
    except DAMAGE:
        return True
    if application != APPLICATION_ID:
        return "articles_fts" in tables  # another program's, unless that number is what is damaged
    if version == VERSION:
        return bool(verify(path))
    return version < OLDEST or (version < VERSION and not whole)


def _found(path: Path) -> tuple[list[Document], list[str]]:
    """Return the texts that are whole, and the names of files with one that is not; of several the one written last."""
    with suppress(*DAMAGE), closing(connect(path, "rw")) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    whole: dict[tuple[str, int], tuple[int, Document]] = {}
    damaged: set[str] = set()
    for row in rows_of(path, _COLUMNS):
        document = _document(row) if row.used else None
        if document is None:
            continue
        if not is_whole(document.fields, document.file, document.ordinal, document.text):
            damaged.add(document.file)
            continue
        place = document.file, document.ordinal
        if place not in whole or whole[place][0] < row.key:
            whole[place] = row.key, document
    documents = [document for _, document in whole.values()]
    damaged -= {document.file for document in documents}  # read with the wrong size of page, or what it was before
    return documents, sorted(name for name in damaged if _is_name(name))


def _document(row: Row) -> Document | None:
    """Return the document of a row, null if it is of another table."""
    key, file, ordinal, text, fields = row.values
    if key is not None or not isinstance(ordinal, int) or not all(isinstance(v, bytes) for v in (file, text, fields)):
        return None
    return Document(_text(file), ordinal, _text(text), _text(fields)) if b'"source":' in fields else None


def _text(value: bytes) -> str:
    return value.decode("utf-8", "surrogateescape")


def _is_name(name: str) -> bool:
    return name.startswith(("stdin:", "http://", "https://")) or os.path.isabs(name)


def _write(path: Path, documents: Iterable[Document]) -> None:
    connection, _ = open_writing(path)
    with closing(connection):
        connection.execute("BEGIN")
        connection.executemany("INSERT OR IGNORE INTO files VALUES (?, -1, 0, '')", _files(documents))
        connection.executemany(
            "INSERT INTO documents (file, ordinal, text, fields) VALUES (?, ?, ?, ?)",
            [(d.file, d.ordinal, d.text, d.fields) for d in documents],
        )
        connection.execute("INSERT INTO meta VALUES ('fingerprint', '')")  # so that all is extracted
        connection.execute("COMMIT")


def _files(documents: Iterable[Document]) -> Iterator[tuple[str]]:
    yield from ((document.file,) for document in documents)


def _swap(path: Path, made: Path, kept: Path) -> None:
    """Put one file in the place of another, which is kept; at no time is there none."""
    for suffix in ("-wal", "-shm"):  # or SQLite would take them for those of the new one
        with suppress(FileNotFoundError):
            path.with_name(path.name + suffix).replace(kept.with_name(kept.name + suffix))
    try:
        os.link(path, kept)
    except OSError:
        shutil.copy2(path, kept)
    made.replace(path)


def _free_name(path: Path) -> Path:
    names = (path.with_name(f"{path.name}.damaged{number}") for number in ("", *(f"-{n}" for n in range(2, 1000))))
    return next(name for name in names if not name.exists())


def _remove(path: Path) -> None:
    for suffix in ("", "-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
