"""What the store derives from an article so that it can be asked: which of its copies is canonical, its folded text."""

import json
import sqlite3
from collections.abc import Callable
from typing import Any

from hcoop.link import entities
from hcoop.plain import as_json
from hcoop.store.columns import of_article
from hcoop.store.packed import unpacked
from hcoop.text import fold, name_key

Plain = dict[str, Any]
Correct = Callable[[Plain], Plain]

# What a reader takes for the article; the rest of the page is kept but not searched.
_SEARCHED = ("standfirst", "dateline", "heading", "body", "caption", "unknown")


def elect(connection: sqlite3.Connection, identity: str) -> None:
    """Make one of the rows of an article canonical, the first by path."""
    copies = connection.execute(
        "SELECT key, canonical FROM articles WHERE id = ? ORDER BY path IS NULL, path, ordinal, key", [identity]
    ).fetchall()
    for row in copies[1:]:
        if row["canonical"]:
            underive(connection, row["key"])
    if copies and not copies[0]["canonical"]:
        connection.execute("UPDATE articles SET canonical = 1, patched = NULL WHERE key = ?", [copies[0]["key"]])
        index(connection, copies[0]["key"])


def refresh_entity(connection: sqlite3.Connection, kind: str, entity: str, correct: Correct) -> None:
    """Write anew what all articles together say of an organisation, person or place, and what people do."""
    rows = connection.execute(
        "SELECT record, count(*) AS articles FROM mentions JOIN said ON said = said.key "
        "WHERE mentions.kind = ? AND entity = ? GROUP BY said",
        [kind, entity],
    )
    said = [(json.loads(row["record"]), row["articles"]) for row in rows]
    connection.execute("DELETE FROM entities WHERE kind = ? AND id = ?", [kind, entity])
    connection.execute("DELETE FROM names WHERE kind = ? AND value = ? AND known = 0", [kind, entity])
    if not said:
        return
    record = correct(entities.merged(kind, entity, said))
    connection.execute(
        "INSERT INTO entities VALUES (?, ?, ?, ?, ?)",
        [kind, entity, record["name"], sum(articles for _, articles in said), as_json(record)],
    )
    keys = {name_key(name) for name in (record["name"], *record.get("aliases", ()))} - {""}
    connection.executemany(
        "INSERT OR IGNORE INTO names VALUES (?, ?, ?, 0, ?)",
        [(kind, key, entity, record["name"]) for key in sorted(keys)],
    )


def write_columns(connection: sqlite3.Connection, key: int | None, extraction: Plain) -> None:
    """Write the columns of an article that tell what its record does."""
    values = of_article(extraction)
    changes = ", ".join(f"{name} = ?" for name in values)
    connection.execute(f"UPDATE articles SET {changes} WHERE key = ?", [*values.values(), key])


def searched(extraction: Plain, text: str) -> str:
    """Return the parts of the text that are the article's own, one a line."""
    blocks = extraction["article"]["blocks"]
    if not blocks:
        return text
    return "\n".join(text[b["start"] : b["end"]] for b in blocks if b["role"] in _SEARCHED)


def underive(connection: sqlite3.Connection, article: int) -> None:
    """Take an article out of what is asked, until it is derived again."""
    connection.execute("DELETE FROM article_concerns WHERE item = ?", [article])
    connection.execute("DELETE FROM articles_fts WHERE rowid = ?", [article])
    connection.execute("UPDATE articles SET canonical = 0, copy_of = NULL, patched = NULL WHERE key = ?", [article])


def index(connection: sqlite3.Connection, key: int) -> None:
    """Write the folded text of an article, by which it is searched, anew."""
    connection.execute("DELETE FROM articles_fts WHERE rowid = ?", [key])
    row = connection.execute(
        "SELECT coalesce(patched, record) AS record, text FROM articles JOIN documents ON document = documents.key "
        "WHERE articles.key = ?",
        [key],
    ).fetchone()
    extraction = unpacked(row["record"])
    write_index(connection, key, fold(extraction["article"]["title"] or ""), fold(searched(extraction, row["text"])))


def write_index(connection: sqlite3.Connection, key: int, title: str, body: str) -> None:
    """Write the folded text of an article that has none yet."""
    connection.execute("INSERT INTO articles_fts (rowid, title, body) VALUES (?, ?, ?)", [key, title, body])
