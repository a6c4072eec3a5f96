"""Whether a store is whole: the file, its search index, and every quote still the words of its text."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from hcoop.errors import HcoopError
from hcoop.store.connection import open_writing
from hcoop.store.read import Store

_REBUILD = "run `hcoop ingest --rebuild`"


def verify(path: Path) -> list[str]:
    """Return what is wrong with the store at `path`, a line each.

    Raises HcoopError if it is no store.
    """
    with Store(path) as store:
        broken = [row[0] for row in store.rows("PRAGMA integrity_check") if row[0] != "ok"]
        broken += ["a row refers to one that is not there"] if store.rows("PRAGMA foreign_key_check") else []
        problems = [f"{message} ({_REBUILD})" for message in broken] or [*_rows(store), *_evidence(store)]
    problems += [] if problems else _indexes(path)
    return [f"{path}: {problem}" for problem in problems]


def _indexes(path: Path) -> list[str]:
    """Ask FTS5 whether its indexes are those of their texts; it is asked by an INSERT, which writes nothing."""
    problems = []
    try:
        writing = open_writing(path)
    except HcoopError:  # readable, as it was read, but not to be written
        return []
    with closing(writing) as connection:
        for index in ("articles_fts", "events_fts"):
            try:
                connection.execute(f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)")
            except sqlite3.OperationalError:  # locked, or not to be written: nothing is known
                continue
            except sqlite3.DatabaseError as error:
                problems.append(f"{index}: {error} ({_REBUILD})")
    return problems


def _rows(store: Store) -> Iterator[str]:
    """Tell where an index lacks a row or has one too many."""
    for table, index in (("articles WHERE canonical", "articles_fts"), ("events WHERE 1", "events_fts")):
        missing = store.count(f"SELECT count(*) FROM {table} AND key NOT IN (SELECT rowid FROM {index})")
        extra = store.count(f"SELECT count(*) FROM {index} WHERE rowid NOT IN (SELECT key FROM {table})")
        if missing or extra:
            yield f"{index} lacks {missing} and has {extra} too many ({_REBUILD})"


def _evidence(store: Store) -> Iterator[str]:
    for row in store.rows("SELECT id, key FROM articles WHERE canonical ORDER BY id"):
        extraction, text = store.article(row["key"])
        quotes = [e for event in extraction["events"] for e in event["evidence"]]
        if any(text[e["start"] : e["end"]] != e["quote"] for e in quotes):
            yield f"article {row['id']}: a quote is not the words of its text ({_REBUILD})"
