"""Opening the store: readers never create it nor change it, writers wait for each other, and a file that is no store is
said to be none.
"""

import os
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from urllib.parse import quote

from hcoop.errors import HcoopError
from hcoop.store.faults import DAMAGE, no_store, too_old, unusable
from hcoop.store.tables import APPLICATION_ID, OLDEST, VERSION, create, upgrade

Waiting = Callable[[], None]
# Readers wait only for the moment in which a writer takes away its log.
_BUSY_SECONDS = 60.0
_TRY_SECONDS = 1.0
# Bytes of a page: an article fills one of 4096 by half.
_PAGE = 8192
# Kibibytes of pages that a writer keeps; linking goes to and fro between articles.
_CACHE = 128 * 1024
# Free pages that are worth the time of writing the file anew.
_FREE_PAGES = 1000


def at_once() -> None:
    """Say nothing while waiting."""


def open_reading(path: Path) -> sqlite3.Connection:
    """Return a read-only connection to the store at `path`.

    Raises HcoopError if there is none, if it is something else, or if a newer hcoop wrote it.
    """
    if path.exists() and not path.is_file():
        raise no_store(path)
    if not path.is_file():
        raise HcoopError(f"no store at {path}", hint="run `hcoop ingest` first, or name a store with --db")
    # SQLite keeps what readers and writers need of each other in files beside the store, which the last of them takes
    # away. Where these cannot be made, and no writer has made them, the file is read as it stands.
    alone = not path.with_name(path.name + "-wal").exists()
    if os.access(path, os.W_OK) and os.access(path.parent, os.W_OK):
        try:
            return _reading(path, "rw")
        except HcoopError:  # such as for want of room
            if not alone:
                raise
    return _reading(path, "ro&immutable=1" if alone else "ro")


def _reading(path: Path, mode: str) -> sqlite3.Connection:
    connection = connect(path, mode)
    try:
        application, version = _pragmas(connection, path)
        if application != APPLICATION_ID:
            raise no_store(path)
        if version < VERSION:
            raise too_old(path, "run `hcoop ingest`, which brings it up to date")
        connection.execute("PRAGMA query_only = ON")
    except BaseException:
        connection.close()
        raise
    return connection


def open_writing(path: Path, waiting: Waiting = at_once) -> tuple[sqlite3.Connection, Path | None]:
    """Return a connection that may write, to the store at `path`, which is made if it is not there.

    If that is an older one it is brought up to date, and the file in which it is kept as it was is returned too.
    `waiting` is called while another process writes. Raises HcoopError as `open_reading`, or if there is no folder.
    """
    if not path.parent.is_dir():
        raise HcoopError(f"no folder {path.parent} for the store", hint="make the folder, or name another with --db")
    if path.exists() and not path.is_file():  # a folder, a pipe or a device
        raise no_store(path)
    connection = connect(path, "rwc", _TRY_SECONDS)
    try:
        application, version = _pragmas(connection, path)
        older = application == APPLICATION_ID and version < VERSION
        connection.execute(f"PRAGMA page_size = {_PAGE}")  # of an empty file; others keep theirs
        backup = _settle(connection, path, waiting) if older or application != APPLICATION_ID else None
        patiently(connection, "PRAGMA journal_mode = WAL", waiting)
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute(f"PRAGMA cache_size = -{_CACHE}")
    except BaseException:
        connection.close()
        raise
    return connection, backup


def patiently(connection: sqlite3.Connection, statement: str, waiting: Waiting) -> None:
    """Execute a statement that no other process may be writing beside, as soon as none does."""
    while True:
        try:
            connection.execute(statement)
        except sqlite3.OperationalError as error:
            if not getattr(error, "sqlite_errorname", "").startswith("SQLITE_BUSY"):
                raise
            waiting()
            time.sleep(0.05)  # not all statements wait by themselves
        else:
            return


def _settle(connection: sqlite3.Connection, path: Path, waiting: Waiting) -> Path | None:
    """Make the tables in an empty file, or bring those of an older store up to date, unless another process has."""
    patiently(connection, "BEGIN IMMEDIATE", waiting)
    try:
        application, version = _pragmas(connection, path)
        backup = None
        if application == APPLICATION_ID:
            backup = upgrade(connection, path, version) if version < VERSION else None
        elif application or version or connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            raise no_store(path)  # a database of another program is left alone
        else:
            create(connection)
        connection.execute("COMMIT")
    except BaseException:
        connection.rollback()
        raise
    return backup


def give_back(connection: sqlite3.Connection) -> None:
    """Make the file smaller if most of it is free, as after much was removed; what is free is else used again."""
    free = connection.execute("PRAGMA freelist_count").fetchone()[0]
    if free > _FREE_PAGES and 2 * free > connection.execute("PRAGMA page_count").fetchone()[0]:
        with suppress(sqlite3.OperationalError):  # others read it, or there is no room for a copy: another time
            connection.execute("VACUUM")


def unmake(path: Path) -> None:
    """Take away a store that holds nothing, unless another process has it open."""
    if not path.is_file():
        return
    with closing(connect(path, "rw", 0)) as connection:
        try:
            connection.execute("PRAGMA journal_mode = DELETE")  # refused while another process has it open
            connection.execute("BEGIN EXCLUSIVE")
            made = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
            if made and connection.execute("SELECT count(*) FROM files").fetchone()[0]:
                return
        except DAMAGE:
            return
        path.unlink()


def connect(path: Path, mode: str, seconds: float = _BUSY_SECONDS) -> sqlite3.Connection:
    """Return a connection to a file, whatever it is; `mode` is that of SQLite's addresses, such as `ro`."""
    try:
        connection = sqlite3.connect(
            f"file:{quote(str(path.absolute()))}?mode={mode}", uri=True, timeout=seconds, isolation_level=None
        )
    except DAMAGE as error:
        raise HcoopError(f"{path}: {error}", hint="check the path and its permissions") from error
    connection.row_factory = sqlite3.Row
    return connection


def _pragmas(connection: sqlite3.Connection, path: Path) -> tuple[int, int]:
    """Return by which program a file was made, and in which version. Raises HcoopError if that is unknown here."""
    try:
        application = int(connection.execute("PRAGMA application_id").fetchone()[0])
        version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    except DAMAGE as error:
        raise unusable(path, error) from error
    if application == APPLICATION_ID and version > VERSION:
        raise HcoopError(
            f"{path} was written by a newer hcoop (store version {version}, this one knows {VERSION})",
            hint="upgrade hcoop, or ingest into another store with --db",
        )
    if application == APPLICATION_ID and version < OLDEST:
        raise too_old(path, "run `hcoop ingest --rebuild`, which makes it anew from its texts")
    return application, version
