"""What is wrong with a store, and what to do about it."""

import sqlite3
from pathlib import Path

from hcoop.errors import HcoopError

# What a damaged file may raise: also the words of an error may be damaged.
DAMAGE = (sqlite3.Error, UnicodeDecodeError)
_REBUILD = "run `hcoop check`; `hcoop ingest --rebuild` makes the store anew from its texts"
# What to do about an error, by how SQLite calls it; else the store itself is taken to be damaged.
_HINTS = {
    "SQLITE_BUSY": "wait until the other hcoop has ended",
    "SQLITE_LOCKED": "wait until the other hcoop has ended",
    "SQLITE_READONLY": "ask for the permission to write the file and its folder, or name another with --db",
    "SQLITE_CANTOPEN": "check the permissions of the file and its folder, or name another with --db",
    "SQLITE_PERM": "check the permissions of the file and its folder, or name another with --db",
    "SQLITE_FULL": "make room on the disk",
    "SQLITE_IOERR": "make room on the disk, or check it",
}


def too_old(path: Path, hint: str) -> HcoopError:
    """Return what is told of a store of an older version."""
    return HcoopError(f"{path} was written by an older hcoop", hint=hint)


def hint_of(error: Exception) -> str:
    """Return what to do about an error of SQLite."""
    name = getattr(error, "sqlite_errorname", "")
    return next((hint for start, hint in _HINTS.items() if name.startswith(start)), _REBUILD)


def unusable(path: Path, error: Exception) -> HcoopError:
    """Return what is told of a file that SQLite cannot open."""
    if getattr(error, "sqlite_errorname", "") == "SQLITE_NOTADB":
        return no_store(path)
    return HcoopError(f"{path}: {error}", hint=hint_of(error))


def no_store(path: Path) -> HcoopError:
    """Return what is told of a file that is something else."""
    return HcoopError(f"{path} is not an hcoop store", hint="name another file with --db")
