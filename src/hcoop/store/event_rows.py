"""Events as rows: the record, and what asks for it."""

import json
import sqlite3
from typing import Any

from hcoop.edtf import days
from hcoop.plain import as_json
from hcoop.store import facets
from hcoop.store.concerns import Concerns
from hcoop.text import fold

Plain = dict[str, Any]


def write(connection: sqlite3.Connection, concerns: Concerns, event: Plain) -> int:
    """Write an event if the store has it otherwise, and return its key; its relations stay as they were."""
    row = connection.execute("SELECT key, record FROM events WHERE id = ?", [event["id"]]).fetchone()
    if row:
        event = {**event, "relations": json.loads(row["record"])["relations"]}
        if as_json(event) == row["record"]:
            return int(row["key"])
        connection.execute("DELETE FROM events WHERE key = ?", [row["key"]])
    key = _insert(connection, event)
    concerns.write("event_concerns", key, facets.of_event(event))
    return key


def forget(connection: sqlite3.Connection, identity: str) -> None:
    """Forget an event."""
    connection.execute("DELETE FROM events WHERE id = ?", [identity])
    connection.execute("DELETE FROM relations WHERE event = ?", [identity])


def relate(connection: sqlite3.Connection, identity: str, plan: str | None) -> None:
    """Write which plan an event carries out, if any."""
    before = [row[0] for row in connection.execute("SELECT target FROM relations WHERE event = ?", [identity])]
    if before == ([plan] if plan else []):
        return
    connection.execute("DELETE FROM relations WHERE event = ?", [identity])
    row = connection.execute("SELECT record FROM events WHERE id = ?", [identity]).fetchone()
    relations = [{"kind": "fulfils", "event": plan}] if plan else []
    record = {**json.loads(row["record"]), "relations": relations}
    connection.execute("UPDATE events SET record = ? WHERE id = ?", [as_json(record), identity])
    if plan:
        connection.execute("INSERT INTO relations VALUES (?, 'fulfils', ?)", [identity, plan])


def _insert(connection: sqlite3.Connection, event: Plain) -> int:
    earliest, latest = days(event["date"])
    reported = days(event["reported"])
    first, last = (earliest or "0001-01-01", latest or "9999-12-31") if earliest or latest else reported
    values = {name: event[name] for name in ("id", "type", "status", "importance", "title", "date", "city")}
    values |= {"earliest": earliest, "latest": latest, "first_day": first, "last_day": last, "record": as_json(event)}
    marks = ", ".join("?" * len(values))
    key = connection.execute(
        f"INSERT INTO events ({', '.join(values)}) VALUES ({marks})", list(values.values())
    ).lastrowid
    connection.execute(
        "INSERT INTO events_fts (rowid, title, body) VALUES (?, ?, ?)",
        [key, fold(event["title"]), fold(_text(event))],
    )
    return int(key or 0)


def _text(event: Plain) -> str:
    names = [p["name"] for p in (*event["participants"], *event["people"])]
    return "\n".join((*(e["quote"] for e in event["evidence"]), *names, event["city"] or ""))
