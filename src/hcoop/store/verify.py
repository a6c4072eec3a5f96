"""Whether a store is whole: the file, its texts, what was taken from them, its indexes, and every quote."""

import sqlite3
from collections import deque
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from hcoop.errors import HcoopError
from hcoop.plain import as_json
from hcoop.store.connection import open_writing
from hcoop.store.faults import DAMAGE
from hcoop.store.packed import unpacked
from hcoop.store.read import Store
from hcoop.store.seal import is_whole

_REBUILD = "run `hcoop ingest --rebuild`"
_MOST = 20  # what is told of the file itself
# Where columns are not what the record beside them says.
_COLUMNS = {
    "articles": ("id", "article.id", "title", "article.title", "published", "article.published",
                 "outlet", "article.outlet", "language", "article.language"),
    "events": ("id", "id", "type", "type", "status", "status", "date", "date", "city", "city"),
    "entities": ("id", "id", "name", "name"),
}  # fmt: skip
_RECORDS = (("articles", "plain(record)"), ("articles", "patched"), ("events", "record"), ("entities", "record"),
            ("said", "record"), ("meta", "value"))  # fmt: skip
_TEXT_OF_META = ("fingerprint", "home", "sector", "corrections")


def verify(path: Path) -> list[str]:
    """Return what is wrong with the store at `path`, a line each.

    Raises HcoopError if it is no store, or one that cannot be opened.
    """
    problems: list[str] = []
    with Store(path) as store:
        store.connection.text_factory = _text  # what is damaged may be no text
        store.connection.create_function("plain", 1, _plain, deterministic=True)
        for check in (_file, _texts, _records, _columns, _letters, _rows, _evidence):
            try:
                problems += check(store)
            except DAMAGE as error:
                problems.append(str(error))
            if problems:  # what comes after relies on it
                break
    problems += [] if problems else _indexes(path)
    return [f"{path}: {problem} ({_REBUILD})" for problem in problems]


def _text(value: bytes) -> str:
    return value.decode("utf-8", "replace")


def _plain(record: bytes) -> str:
    """Return a packed record as JSON; what is damaged is none."""
    try:
        return as_json(unpacked(record))
    except HcoopError:
        return ""


def _file(store: Store) -> Iterator[str]:
    yield from (row[0] for row in store.rows(f"PRAGMA integrity_check({_MOST})") if row[0] != "ok")
    with store.path.open("rb") as stream:
        header = stream.read(40)
    first, count = int.from_bytes(header[32:36]), int.from_bytes(header[36:])
    if bool(first) != bool(count) or max(first, count) > store.count("PRAGMA page_count"):  # SQLite asks when it writes
        yield "the list of free pages is damaged"
    if store.rows("PRAGMA foreign_key_check"):
        yield "a row refers to one that is not there"


def _texts(store: Store) -> Iterator[str]:
    for row in store.connection.execute("SELECT fields, file, ordinal, text FROM documents ORDER BY key"):
        if not is_whole(row["fields"], row["file"], row["ordinal"], row["text"]):
            yield f"a text of {row['file']} is not as it was written"


def _records(store: Store) -> Iterator[str]:
    """Tell where a record is no JSON."""
    plain = ", ".join(f"'{name}'" for name in _TEXT_OF_META)
    for table, column in _RECORDS:
        where = f"{column} IS NOT NULL AND NOT json_valid({column})"
        where += f" AND key NOT IN ({plain})" if table == "meta" else ""
        if count := store.count(f"SELECT count(*) FROM {table} WHERE {where}"):
            yield f"{count} of {table} {'has' if count == 1 else 'have'} a record that cannot be read"


def _columns(store: Store) -> Iterator[str]:
    for table, pairs in _COLUMNS.items():
        # An article has what people say of it, if they do not leave it out.
        said = "iif(patched <> 'null', patched, plain(record))" if table == "articles" else "record"
        both = zip(pairs[::2], pairs[1::2], strict=True)
        other = " OR ".join(f"{column} IS NOT {said} ->> '$.{key}'" for column, key in both)
        if count := store.count(f"SELECT count(*) FROM {table} WHERE {other}"):
            yield f"{count} of {table} {'is' if count == 1 else 'are'} not what the record says"


def _letters(store: Store) -> Iterator[str]:
    """Tell which tables hold text that is none: SQLite takes any bytes for text."""
    store.connection.text_factory = str
    tables = "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
    for (name,) in store.rows(tables):
        try:
            deque(store.connection.execute(f"SELECT * FROM {name}"), maxlen=0)
        except DAMAGE as error:
            yield f"{name}: {error}"
    store.connection.text_factory = _text


def _rows(store: Store) -> Iterator[str]:
    """Tell where an index lacks a row or has one too many."""
    for table, index in (("articles WHERE canonical", "articles_fts"), ("events WHERE 1", "events_fts")):
        missing = store.count(f"SELECT count(*) FROM {table} AND key NOT IN (SELECT rowid FROM {index})")
        extra = store.count(f"SELECT count(*) FROM {index} WHERE rowid NOT IN (SELECT key FROM {table})")
        if missing or extra:
            yield f"{index} lacks {missing} and has {extra} too many"


def _evidence(store: Store) -> Iterator[str]:
    for row in store.rows("SELECT id, key FROM articles WHERE canonical ORDER BY id"):
        extraction, text = store.article(row["key"])
        try:
            quotes = [e for event in extraction["events"] for e in event["evidence"]]
            whole = all(text[e["start"] : e["end"]] == e["quote"] for e in quotes)
        except (LookupError, TypeError):
            whole = False
        if not whole:
            yield f"article {row['id']}: a quote is not the words of its text"


def _indexes(path: Path) -> Iterator[str]:
    """Ask FTS5 whether its indexes are those of their texts; it is asked by an INSERT, which writes nothing."""
    try:
        writing, _ = open_writing(path)
    except HcoopError:  # readable, as it was read, but not to be written
        return
    with closing(writing) as connection:
        for index in ("articles_fts", "events_fts"):
            try:
                connection.execute(f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)")
            except sqlite3.OperationalError:  # locked, or not to be written: nothing is known
                continue
            except DAMAGE as error:
                yield f"{index}: {error}"
