"""What was read on its way into the store: the text, what was taken from it, and what it is found by."""

import sqlite3
from typing import Any

from hcoop.store import derive
from hcoop.store.linking.round import Touched
from hcoop.store.seal import sealed
from hcoop.store.taken import ReadDocument, Taken

# What linking reads of articles, as long as the store is open for writing.
GISTS = "CREATE TEMP TABLE gists (article INTEGER PRIMARY KEY, content BLOB NOT NULL)"


def keep(connection: sqlite3.Connection, file: str, ordinal: int, document: ReadDocument, touched: Touched) -> None:
    """Keep a document of a file that is known; `touched` gets what is to be linked."""
    fields = sealed(document.fields, file, ordinal, document.text)
    values = {"file": file, "ordinal": ordinal, "text": document.text, "fields": fields}
    key = _insert(connection, "documents", values)
    for number, taken in enumerate(document.taken):
        _keep_article(connection, {"document": key, "ordinal": number}, taken, touched)


def _keep_article(connection: sqlite3.Connection, place: dict[str, Any], taken: Taken, touched: Touched) -> None:
    """Keep what was taken from an article; if it is the only one of its id, there is none to choose from."""
    only = not connection.execute("SELECT 1 FROM articles WHERE id = ? LIMIT 1", [taken.id]).fetchone()
    own = {"id": taken.id, "path": taken.path, "sketch": taken.sketch, "record": taken.record, "canonical": only}
    key = _insert(connection, "articles", {**place, **own, **taken.columns})
    if taken.gist:
        connection.execute("INSERT OR REPLACE INTO temp.gists VALUES (?, ?)", [key, taken.gist])
    else:
        connection.execute("DELETE FROM temp.gists WHERE article = ?", [key])
    touched.ids.add(taken.id)
    if not only:
        touched.fresh.discard(taken.id)
        return
    touched.fresh.add(taken.id)
    if taken.searched:
        derive.write_index(connection, key, *taken.searched)
    else:
        derive.index(connection, key)


def _insert(connection: sqlite3.Connection, table: str, values: dict[str, Any]) -> int:
    marks = ", ".join("?" * len(values))
    cursor = connection.execute(f"INSERT INTO {table} ({', '.join(values)}) VALUES ({marks})", list(values.values()))
    return int(cursor.lastrowid or 0)
