"""What the store derives from an article so that it can be asked: which of its copies is canonical, its folded text."""

import json
import sqlite3
from collections.abc import Callable
from typing import Any

from hcoop import edtf
from hcoop.link import entities
from hcoop.text import fold, name_key

Plain = dict[str, Any]
Entities = set[tuple[str, str]]
Correct = Callable[[str, str, Plain], Plain]

# What a reader takes for the article; the rest of the page is kept but not searched.
_SEARCHED = ("standfirst", "dateline", "heading", "body", "caption", "unknown")


def elect(connection: sqlite3.Connection, identity: str) -> Entities:
    """Make one of the rows of an article canonical, the first by path, and return the entities this touches."""
    copies = connection.execute(
        "SELECT key, canonical FROM articles WHERE id = ? ORDER BY path IS NULL, path, ordinal, key", [identity]
    ).fetchall()
    touched: Entities = set()
    for row in copies[1:]:
        if row["canonical"]:
            touched |= entities_of(connection, row["key"])
            underive(connection, row["key"])
    if copies and not copies[0]["canonical"]:
        connection.execute("UPDATE articles SET canonical = 1 WHERE key = ?", [copies[0]["key"]])
        index(connection, copies[0]["key"])
    return touched


def entities_of(connection: sqlite3.Connection, article: int) -> Entities:
    """Return the entities that a canonical article names."""
    return {
        (row["kind"], row["entity"])
        for row in connection.execute("SELECT kind, entity FROM mentions WHERE article = ?", [article])
    }


def days(date: str | None) -> tuple[str | None, str | None]:
    """Return the first and the last day that an EDTF date may mean, in ISO 8601; null where open or unknown."""
    if date is None:
        return None, None
    earliest, latest = edtf.bounds(date)
    return earliest.isoformat() if earliest else None, latest.isoformat() if latest else None


def refresh_entity(connection: sqlite3.Connection, kind: str, entity: str, correct: Correct) -> None:
    """Write anew what all articles together say of an organisation, person or place, and what people do."""
    rows = connection.execute("SELECT record FROM mentions WHERE kind = ? AND entity = ?", [kind, entity])
    records = [json.loads(row["record"]) for row in rows]
    connection.execute("DELETE FROM entities WHERE kind = ? AND id = ?", [kind, entity])
    connection.execute("DELETE FROM names WHERE kind = ? AND value = ? AND known = 0", [kind, entity])
    if not records:
        return
    record = correct(kind, entity, entities.merged(kind, entity, records))
    connection.execute(
        "INSERT INTO entities VALUES (?, ?, ?, ?, ?)", [kind, entity, record["name"], len(records), as_json(record)]
    )
    keys = {name_key(name) for name in (record["name"], *record.get("aliases", ()))} - {""}
    connection.executemany(
        "INSERT OR IGNORE INTO names VALUES (?, ?, ?, 0, ?)",
        [(kind, key, entity, record["name"]) for key in sorted(keys)],
    )


def write_columns(connection: sqlite3.Connection, key: int | None, extraction: Plain) -> None:
    """Write the columns of an article that tell what its record does."""
    article = extraction["article"]
    earliest, latest = days(article["published"])
    values = {name: article[name] for name in ("title", "published", "outlet", "language")}
    values |= {"earliest": earliest, "latest": latest, "relevant": extraction["relevant"]}
    values |= {"event_count": len(extraction["events"])}
    columns = ", ".join(f"{name} = ?" for name in values)
    connection.execute(f"UPDATE articles SET {columns} WHERE key = ?", [*values.values(), key])


def searched(extraction: Plain, text: str) -> str:
    """Return the parts of the text that are the article's own, one a line."""
    blocks = extraction["article"]["blocks"]
    if not blocks:
        return text
    return "\n".join(text[b["start"] : b["end"]] for b in blocks if b["role"] in _SEARCHED)


def as_json(value: Any) -> str:
    """Return a plain value as JSON without spaces."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def underive(connection: sqlite3.Connection, article: int) -> None:
    """Take an article out of what is asked, until it is derived again."""
    for table, column in (("article_facets", "item"), ("mentions", "article")):
        connection.execute(f"DELETE FROM {table} WHERE {column} = ?", [article])
    connection.execute("DELETE FROM articles_fts WHERE rowid = ?", [article])
    connection.execute("UPDATE articles SET canonical = 0, linked = NULL, copy_of = NULL WHERE key = ?", [article])


def index(connection: sqlite3.Connection, key: int) -> None:
    """Write the folded text of an article, by which it is searched."""
    connection.execute("DELETE FROM articles_fts WHERE rowid = ?", [key])
    row = connection.execute(
        "SELECT coalesce(patched, record) AS record, text FROM articles JOIN documents ON document = documents.key "
        "WHERE articles.key = ?",
        [key],
    ).fetchone()
    extraction = json.loads(row["record"])
    connection.execute(
        "INSERT INTO articles_fts (rowid, title, body) VALUES (?, ?, ?)",
        [key, fold(extraction["article"]["title"] or ""), fold(searched(extraction, row["text"]))],
    )
