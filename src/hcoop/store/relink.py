"""Linking anew what the store holds: all articles are compared, and only what has changed is written."""

import json
import sqlite3
from collections.abc import Mapping
from typing import Any

from hcoop.link import Knowledge, Linked, Report, link, report_of
from hcoop.link.entities import place_id, same_name
from hcoop.store import facets
from hcoop.store.derive import Entities, as_json, days, entities_of
from hcoop.store.patch import Patch
from hcoop.store.patched import Patched
from hcoop.text import fold

Plain = dict[str, Any]
_LINKED = "SELECT linked, coalesce(patched, record) AS record FROM articles WHERE key = ?"
_REPORTS = "SELECT key, id, sketch, coalesce(patched, record) AS record FROM articles WHERE canonical ORDER BY id"


def relink(connection: sqlite3.Connection, knowledge: Knowledge, home: str, patch: Patch) -> Entities:
    """Link all canonical articles, as people corrected them, and return the entities that this touches."""
    patch.find()
    patch.correct_articles()
    patched = Patched(patch)
    keys: dict[str, int] = {}
    reports: list[Report] = []
    for row in connection.execute(_REPORTS):
        keys[row["id"]] = row["key"]
        reports.append(report_of(json.loads(row["record"]), row["sketch"]))
    linked = link(reports, knowledge, patched.amendments())
    corrected = patched.events(linked, _labels(connection))
    reports = patched.rewrite(reports, linked, corrected)
    events = _without_dropped(corrected)
    touched: Entities = set(patch.entities)
    for report in reports:
        touched |= _relink_article(connection, keys[report.article], report, linked, home)
    _write_events(connection, events)
    _write_relations(connection, reports, keys, events)
    return touched


def _labels(connection: sqlite3.Connection) -> dict[str, str]:
    sql = "SELECT value, min(label) AS label FROM names WHERE kind = 'type' AND known GROUP BY value"
    return {row["value"]: row["label"] for row in connection.execute(sql)}


def _without_dropped(events: Mapping[str, Plain | None]) -> dict[str, Plain]:
    """Return the events that are not to be left out, related only to such."""
    return {
        identity: {**event, "relations": [r for r in event["relations"] if events.get(r["event"])]}
        for identity, event in events.items()
        if event
    }


def _relink_article(connection: sqlite3.Connection, key: int, report: Report, linked: Linked, home: str) -> Entities:
    article, parties = report.article, linked.parties
    organisations = {o["id"]: parties.organisations[article, o["id"]] for o in report.organisations}
    people = {name: parties.people[article, name] for name in (same_name(p["name"]) for p in report.people)}
    copy_of = parties.copies.get(article)
    now = as_json([copy_of, organisations, people])
    row = connection.execute(_LINKED, [key]).fetchone()
    if row["linked"] == now:
        return set()
    touched, extraction = entities_of(connection, key), json.loads(row["record"])
    for table, column in (("article_facets", "item"), ("mentions", "article")):
        connection.execute(f"DELETE FROM {table} WHERE {column} = ?", [key])
    connection.execute("UPDATE articles SET linked = ?, copy_of = ? WHERE key = ?", [now, copy_of, key])
    identities = facets.Identities(organisations, people)
    rows = facets.of_article(extraction, identities, home)
    connection.executemany(
        "INSERT INTO article_facets VALUES (?, ?, ?, ?)", [(kind, value, key, weight) for kind, value, weight in rows]
    )
    mentions = _mentions(extraction, key, identities)
    connection.executemany("INSERT OR IGNORE INTO mentions VALUES (?, ?, ?, ?)", mentions)
    return touched | {(kind, entity) for kind, entity, _, _ in mentions}


def _mentions(extraction: Plain, key: int, identities: facets.Identities) -> list[tuple[str, str, int, str]]:
    return [
        *(("organisation", identities.organisations[o["id"]], key, as_json(o)) for o in extraction["organisations"]),
        *(("person", identities.people[same_name(p["name"])], key, as_json(p)) for p in extraction["people"]),
        *(("place", place_id(p), key, as_json(p)) for p in extraction["places"]),
    ]


def _write_events(connection: sqlite3.Connection, events: Mapping[str, Plain]) -> None:
    """Write the events that are new or other than the store has them, and forget those that are no more."""
    now = {identity: as_json(record) for identity, record in events.items()}
    stored = connection.execute("SELECT key, id, record FROM events").fetchall()
    same = {row["id"] for row in stored if now.get(row["id"]) == row["record"]}
    gone = [(row["key"],) for row in stored if row["id"] not in same]
    connection.executemany("DELETE FROM events WHERE key = ?", gone)
    for identity, record in now.items():
        if identity not in same:
            _insert_event(connection, events[identity], record)


def _insert_event(connection: sqlite3.Connection, event: Plain, record: str) -> None:
    earliest, latest = days(event["date"])
    reported = days(event["reported"])
    first, last = (earliest or "0001-01-01", latest or "9999-12-31") if earliest or latest else reported
    values = {name: event[name] for name in ("id", "type", "status", "importance", "title", "date", "city")}
    values |= {"earliest": earliest, "latest": latest, "first_day": first, "last_day": last, "record": record}
    marks = ", ".join("?" * len(values))
    key = connection.execute(
        f"INSERT INTO events ({', '.join(values)}) VALUES ({marks})", list(values.values())
    ).lastrowid
    connection.execute(
        "INSERT INTO events_fts (rowid, title, body) VALUES (?, ?, ?)",
        [key, fold(event["title"]), fold(_event_text(event))],
    )
    connection.executemany(
        "INSERT INTO event_facets VALUES (?, ?, ?, ?)",
        [(kind, value, key, weight) for kind, value, weight in facets.of_event(event)],
    )


def _event_text(event: Plain) -> str:
    names = [p["name"] for p in (*event["participants"], *event["people"])]
    return "\n".join((*(e["quote"] for e in event["evidence"]), *names, event["city"] or ""))


def _write_relations(
    connection: sqlite3.Connection, reports: list[Report], keys: Mapping[str, int], events: Mapping[str, Plain]
) -> None:
    """Write which event each telling is of, and which event carries out which."""
    rows = {row["id"]: row["key"] for row in connection.execute("SELECT id, key FROM events")}
    of_member = {member: rows[identity] for identity, event in events.items() for member in event["members"]}
    told = [
        (event["id"], of_member[event["id"]], keys[report.article], number)
        for report in reports
        for number, event in enumerate(report.events)
    ]
    before = {tuple(row) for row in connection.execute("SELECT id, event, article, ordinal FROM tellings")}
    gone = before - set(told)
    connection.executemany("DELETE FROM tellings WHERE id = ?", [(row[0],) for row in gone])
    connection.executemany("INSERT INTO tellings VALUES (?, ?, ?, ?)", [row for row in told if row not in before])
    connection.execute("DELETE FROM relations")
    connection.executemany(
        "INSERT INTO relations VALUES (?, ?, ?)",
        [(identity, r["kind"], r["event"]) for identity, event in events.items() for r in event["relations"]],
    )
