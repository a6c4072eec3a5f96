"""What the store derives from a record so that it can be asked: events, facets, mentions, names, folded texts."""

import json
import sqlite3
from collections.abc import Iterable
from typing import Any

from hcoop import edtf, link
from hcoop.store import facets
from hcoop.text import fold, name_key

Plain = dict[str, Any]
Entities = set[tuple[str, str]]

# What a reader takes for the article; the rest of the page is kept but not searched.
_SEARCHED = ("standfirst", "dateline", "heading", "body", "caption", "unknown")


def elect(connection: sqlite3.Connection, identity: str, home: str) -> Entities:
    """Make one of the copies of an article canonical, the first by path, and return the entities this touches."""
    copies = connection.execute(
        "SELECT key, canonical FROM articles WHERE id = ? ORDER BY path IS NULL, path, ordinal, key", [identity]
    ).fetchall()
    touched: Entities = set()
    for row in copies[1:]:
        if row["canonical"]:
            touched |= entities_of(connection, row["key"])
            _underive(connection, row["key"])
    if copies and not copies[0]["canonical"]:
        connection.execute("UPDATE articles SET canonical = 1 WHERE key = ?", [copies[0]["key"]])
        _derive(connection, copies[0]["key"], home)
        touched |= entities_of(connection, copies[0]["key"])
    return touched


def entities_of(connection: sqlite3.Connection, article: int) -> Entities:
    """Return the entities that a canonical article names."""
    return {
        (row["kind"], row["entity"])
        for row in connection.execute("SELECT kind, entity FROM mentions WHERE article = ?", [article])
    }


def publication_days(published: str | None) -> dict[str, str | None]:
    """Return the first and last day on which the article may have been published."""
    earliest, latest = _days(published)
    return {"earliest": earliest, "latest": latest}


def refresh_entity(connection: sqlite3.Connection, kind: str, entity: str) -> None:
    """Write anew what all articles together say of an organisation, person or place."""
    rows = connection.execute("SELECT record FROM mentions WHERE kind = ? AND entity = ?", [kind, entity])
    records = [json.loads(row["record"]) for row in rows]
    connection.execute("DELETE FROM entities WHERE kind = ? AND id = ?", [kind, entity])
    connection.execute("DELETE FROM names WHERE kind = ? AND value = ? AND known = 0", [kind, entity])
    if not records:
        return
    record = link.merged(kind, entity, records)
    connection.execute(
        "INSERT INTO entities VALUES (?, ?, ?, ?, ?)", [kind, entity, record["name"], len(records), _json(record)]
    )
    keys = {name_key(name) for name in (record["name"], *record.get("aliases", ()))} - {""}
    connection.executemany(
        "INSERT OR IGNORE INTO names VALUES (?, ?, ?, 0, ?)",
        [(kind, key, entity, record["name"]) for key in sorted(keys)],
    )


def _underive(connection: sqlite3.Connection, article: int) -> None:
    for table, column in (("events", "article"), ("article_facets", "item"), ("mentions", "article")):
        connection.execute(f"DELETE FROM {table} WHERE {column} = ?", [article])
    connection.execute("DELETE FROM articles_fts WHERE rowid = ?", [article])
    connection.execute("UPDATE articles SET canonical = 0 WHERE key = ?", [article])


def _derive(connection: sqlite3.Connection, key: int, home: str) -> None:
    row = connection.execute(
        "SELECT record, text FROM articles JOIN documents ON document = documents.key WHERE articles.key = ?", [key]
    ).fetchone()
    extraction = json.loads(row["record"])
    connection.execute(
        "INSERT INTO articles_fts (rowid, title, body) VALUES (?, ?, ?)",
        [key, fold(extraction["article"]["title"] or ""), fold(searched(extraction, row["text"]))],
    )
    of_events = facets.of_events(extraction)
    _insert_facets(connection, "article_facets", key, facets.of_article(extraction, of_events, home))
    connection.executemany("INSERT OR IGNORE INTO mentions VALUES (?, ?, ?, ?)", _mentions(extraction, key))
    for event, of_event in zip(extraction["events"], of_events, strict=True):
        event_key = _insert_event(connection, key, event, extraction["article"])
        _insert_facets(connection, "event_facets", event_key, of_event)


def searched(extraction: Plain, text: str) -> str:
    """Return the parts of the text that are the article's own, one a line."""
    blocks = extraction["article"]["blocks"]
    if not blocks:
        return text
    return "\n".join(text[b["start"] : b["end"]] for b in blocks if b["role"] in _SEARCHED)


def _mentions(extraction: Plain, key: int) -> list[tuple[str, str, int, str]]:
    return [
        *(("organisation", o["id"], key, _json(o)) for o in extraction["organisations"]),
        *(("person", link.person_id(p["name"]), key, _json(p)) for p in extraction["people"]),
        *(("place", link.place_id(p), key, _json(p)) for p in extraction["places"]),
    ]


def _insert_facets(connection: sqlite3.Connection, table: str, item: int, rows: Iterable[facets.Facet]) -> None:
    values = [(kind, value, item, weight) for kind, value, weight in rows]
    connection.executemany(f"INSERT INTO {table} VALUES (?, ?, ?, ?)", values)


def _insert_event(connection: sqlite3.Connection, article: int, event: Plain, header: Plain) -> int:
    earliest, latest = _days(event["date"])
    reported = _days(header["published"])
    first, last = (earliest or "0001-01-01", latest or "9999-12-31") if earliest or latest else reported
    values = {name: event[name] for name in ("id", "type", "status", "importance", "title", "date", "city")}
    values |= {"article": article, "earliest": earliest, "latest": latest, "first_day": first, "last_day": last}
    values["record"] = _json(registered(event, header))
    marks = ", ".join("?" * len(values))
    inserted = connection.execute(
        f"INSERT INTO events ({', '.join(values)}) VALUES ({marks})", list(values.values())
    ).lastrowid
    connection.execute(
        "INSERT INTO events_fts (rowid, title, body) VALUES (?, ?, ?)",
        [inserted, fold(event["title"]), fold(_event_text(event))],
    )
    return int(inserted or 0)


def registered(event: Plain, article: Plain) -> Plain:
    """Return an event as the register tells it: each piece of evidence says which article it stands in."""
    where = {
        "article": article["id"],
        "path": article["source"]["path"],
        "outlet": article["outlet"],
        "published": article["published"],
    }
    evidence = [{**where, **piece} for piece in event["evidence"]]
    return {**event, "evidence": evidence, "reported": article["published"], "relations": []}


def _event_text(event: Plain) -> str:
    names = [p["name"] for p in (*event["participants"], *event["people"])]
    return "\n".join((*(e["quote"] for e in event["evidence"]), *names, event["city"] or ""))


def _days(date: str | None) -> tuple[str | None, str | None]:
    if date is None:
        return None, None
    earliest, latest = edtf.bounds(date)
    return earliest.isoformat() if earliest else None, latest.isoformat() if latest else None


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
