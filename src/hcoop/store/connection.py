"""Opening the store: readers never create nor write, and a file that is no store is said to be none."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

from hcoop.errors import HcoopError

APPLICATION_ID = 0x48434F50  # "HCOP"
VERSION = 6
OLDEST = 3  # what is older is not brought up to date, and made anew
_BUSY_SECONDS = 10.0
# Kibibytes of pages that a writer keeps; linking goes to and fro between articles.
_CACHE = 128 * 1024
# What to do about an error, by how SQLite calls it; else the store itself is taken to be damaged.
_HINTS = {
    "SQLITE_BUSY": "wait until the other hcoop has ended",
    "SQLITE_LOCKED": "wait until the other hcoop has ended",
    "SQLITE_READONLY": "ask for the permission to write the file and its folder, or name another with --db",
    "SQLITE_CANTOPEN": "check the permissions of the file and its folder, or name another with --db",
    "SQLITE_PERM": "check the permissions of the file and its folder, or name another with --db",
    "SQLITE_FULL": "make room on the disk",
    "SQLITE_CORRUPT": "take the file from a backup, or remove it and run `hcoop ingest` anew",
}
_DAMAGED = "run `hcoop check`; `hcoop ingest --rebuild` makes the store anew from its texts"


def open_reading(path: Path) -> sqlite3.Connection:
    """Return a read-only connection to the store at `path`.

    Raises HcoopError if there is none, if it is something else, or if a newer hcoop wrote it.
    """
    if not path.is_file():
        raise HcoopError(f"no store at {path}", hint="run `hcoop ingest` first, or name a store with --db")
    # Without a log there is no writer, and a file taken as it stands needs no lock files beside it, which SQLite
    # would else make even to read, and could not make in a folder that may not be written.
    written_now = path.with_name(path.name + "-wal").exists()
    connection = _connect(path, "ro" if written_now else "ro&immutable=1")
    application, version = _pragmas(connection, path)
    if application != APPLICATION_ID:
        raise _no_store(path)
    if version < VERSION:
        connection.close()
        raise _too_old(path, "run `hcoop ingest`, which brings it up to date")
    return connection


def open_writing(path: Path) -> sqlite3.Connection:
    """Return a connection that may write, to the store at `path`, which is made if it is not there.

    Raises HcoopError as `open_reading`, or if the folder is not there.
    """
    if not path.parent.is_dir():
        raise HcoopError(f"no folder {path.parent} for the store", hint="make the folder, or name another with --db")
    if path.is_dir():
        raise _no_store(path)
    connection = _connect(path, "rwc")
    application, version = _pragmas(connection, path)
    if application != APPLICATION_ID:
        _create(connection, path, application, version)
    elif version < VERSION:
        _upgrade(connection)
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute(f"PRAGMA cache_size = -{_CACHE}")
    return connection


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    try:
        connection = sqlite3.connect(
            f"file:{quote(str(path.absolute()))}?mode={mode}", uri=True, timeout=_BUSY_SECONDS, isolation_level=None
        )
    except sqlite3.Error as error:
        raise HcoopError(f"{path}: {error}", hint="check the path and its permissions") from error
    connection.row_factory = sqlite3.Row
    return connection


def _pragmas(connection: sqlite3.Connection, path: Path) -> tuple[int, int]:
    """Return by which program a file was made, and in which version; close it and raise if that is unknown here."""
    try:
        application = int(connection.execute("PRAGMA application_id").fetchone()[0])
        version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    except sqlite3.DatabaseError as error:
        connection.close()
        raise _unusable(path, error) from error
    if application == APPLICATION_ID and version > VERSION:
        connection.close()
        raise HcoopError(
            f"{path} was written by a newer hcoop (store version {version}, this one knows {VERSION})",
            hint="upgrade hcoop, or ingest into another store with --db",
        )
    if application == APPLICATION_ID and version < OLDEST:
        connection.close()
        raise _too_old(path, "remove the file and run `hcoop ingest` anew")
    return application, version


def _too_old(path: Path, hint: str) -> HcoopError:
    return HcoopError(f"{path} was written by an older hcoop", hint=hint)


def _create(connection: sqlite3.Connection, path: Path, application: int, version: int) -> None:
    """Make the tables in an empty file; a database of another program is left alone."""
    if application or version or connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
        connection.close()
        raise _no_store(path)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.executescript(
        f"BEGIN;\n{_sql('schema')}\n{_sql('views')}\n"
        f"PRAGMA application_id = {APPLICATION_ID};\nPRAGMA user_version = {VERSION};\nCOMMIT;"
    )


def _upgrade(connection: sqlite3.Connection) -> None:
    """Bring the tables and views of an older store up to date, in one transaction; its rows stay."""
    connection.execute("BEGIN IMMEDIATE")
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])  # another process may have been first
    views = connection.execute("SELECT name FROM sqlite_master WHERE type = 'view'").fetchall()
    steps = [f"DROP VIEW {row['name']};" for row in views]
    steps += [_sql(f"upgrades/{older}") for older in range(version, VERSION)]
    try:
        for statement in _statements("\n".join([*steps, _sql("views"), f"PRAGMA user_version = {VERSION};"])):
            connection.execute(statement)
        connection.execute("COMMIT")
    except sqlite3.Error:
        connection.execute("ROLLBACK")
        connection.close()
        raise


def _statements(script: str) -> Iterator[str]:
    """Yield the statements of a script one by one: executescript would commit what was begun."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


def _sql(name: str) -> str:
    from importlib.resources import files  # noqa: PLC0415 - what only asks starts without it

    return files(__package__).joinpath(f"{name}.sql").read_text("utf-8")


def hint_of(error: sqlite3.Error) -> str:
    """Return what to do about an error of SQLite."""
    name = getattr(error, "sqlite_errorname", "")
    return next((hint for start, hint in _HINTS.items() if name.startswith(start)), _DAMAGED)


def _unusable(path: Path, error: sqlite3.DatabaseError) -> HcoopError:
    if getattr(error, "sqlite_errorname", "") == "SQLITE_NOTADB":
        return _no_store(path)
    return HcoopError(f"{path}: {error}", hint=hint_of(error))


def _no_store(path: Path) -> HcoopError:
    return HcoopError(f"{path} is not an hcoop store", hint="name another file with --db")
