"""What the store forgets: a file that is no more, and all that is to be derived anew."""

import sqlite3

from hcoop.store.linking.entering import leave
from hcoop.store.linking.round import Touched
from hcoop.store.meta import WEB

# What is not derived from the rest.
_KEPT = ("meta", "files", "documents", "articles")
_INDEXES = ("articles_fts", "events_fts")


def forget_file(connection: sqlite3.Connection, path: str, touched: Touched) -> None:
    """Forget a file and all that was taken from it; `touched` gets what is to be linked anew."""
    rows = connection.execute(
        "SELECT articles.key, id, canonical FROM articles JOIN documents ON document = documents.key WHERE file = ?",
        [path],
    )
    for row in rows.fetchall():
        touched.ids.add(row["id"])
        touched.fresh.discard(row["id"])
        if row["canonical"]:
            leave(connection, row["key"], touched)
    connection.execute("DELETE FROM files WHERE path = ?", [path])


def forget_linked(connection: sqlite3.Connection) -> Touched:
    """Forget all but the texts and what was taken from each, whatever it was; return that all is to be linked anew."""
    sql = "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT GLOB 'sqlite_*'"
    tables = [row["name"] for row in connection.execute(sql) if row["name"] not in _KEPT]
    for index in _INDEXES:  # made to agree with its own text, so that it can be changed
        connection.execute(f"INSERT INTO {index} ({index}) VALUES ('rebuild')")
    for table in (*tables, *_INDEXES):
        connection.execute(f"DELETE FROM {table}")
    connection.execute(f"DELETE FROM meta WHERE key NOT GLOB '{WEB}*'")
    connection.execute("UPDATE articles SET canonical = 0, copy_of = NULL, patched = NULL")
    return Touched({row["id"] for row in connection.execute("SELECT id FROM articles")})
