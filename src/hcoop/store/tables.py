"""The tables of the store: made in an empty file, brought up to date in an older one, of which a copy is kept."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from hcoop.store.packed import packed

APPLICATION_ID = 0x48434F50  # "HCOP"
VERSION = 9
OLDEST = 3  # what is older is not brought up to date; `ingest --rebuild` makes it anew from its texts


def create(connection: sqlite3.Connection) -> None:
    """Make the tables, in the transaction that is open."""
    for statement in _statements(f"{_sql('schema')}\n{_sql('views')}"):
        connection.execute(statement)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {VERSION}")


def upgrade(connection: sqlite3.Connection, path: Path, version: int) -> Path:
    """Bring the tables and views of an older store up to date, in the transaction that is open; its rows stay.

    Return the file in which it is kept as it was.
    """
    backup = _back_up(path, version)
    connection.create_function("packed", 1, packed, deterministic=True)
    views = connection.execute("SELECT name FROM sqlite_master WHERE type = 'view'").fetchall()
    steps = [f"DROP VIEW {row['name']};" for row in views]
    steps += [_sql(f"upgrades/{older}") for older in range(version, VERSION)]
    for statement in _statements("\n".join([*steps, _sql("views"), f"PRAGMA user_version = {VERSION};"])):
        connection.execute(statement)
    return backup


def _back_up(path: Path, version: int) -> Path:
    """Copy a store while this process alone may write it; a copy that is not complete never bears the name of one."""
    backup = path.with_name(f"{path.name}.version-{version}")
    part = path.with_name(f"{backup.name}.part")
    part.unlink(missing_ok=True)
    try:
        with closing(sqlite3.connect(path)) as reading:
            reading.execute("VACUUM INTO ?", [str(part)])
        part.replace(backup)
    finally:
        part.unlink(missing_ok=True)
    return backup


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
