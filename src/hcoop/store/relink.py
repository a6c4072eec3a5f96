"""One round of linking, stage by stage; each hands on what it makes other than before."""

import sqlite3
from functools import partial
from itertools import chain
from typing import Any

from hcoop.corrections.record import Correction
from hcoop.store import derive
from hcoop.store.linking import aims, articles, bodies, copies, people, plans, tellings
from hcoop.store.linking.entering import enter, leave
from hcoop.store.linking.events import Events
from hcoop.store.linking.groups import Groups
from hcoop.store.linking.neighbours import Neighbours
from hcoop.store.linking.round import Round
from hcoop.store.linking.usable import Usable

Plain = dict[str, Any]
_DROPPED = "null"


def relink(r: Round) -> None:
    """Link what has changed since the last round with its neighbours, as people corrected it."""
    _elect(r, r.touched.ids - r.touched.fresh)
    r.patch.find()
    again = {article for _, article in aims.changed(r, ["article"])}
    _elect(r, again)
    for article in sorted(r.touched.ids | again):
        _enter(r, article)
    aims.subjects(r, aims.changed(r, ["organisation", "person"]))
    copies.settle(r)
    bodies.settle(r)
    people.settle(r)
    names = _refresh(r)
    _link_events(r, names)


def _elect(r: Round, ids: set[str]) -> None:
    for identity in sorted(ids):
        for (key,) in r.rows("SELECT key FROM articles WHERE id = ? AND canonical", [identity]):
            leave(r.connection, key, r.touched)
        derive.elect(r.connection, identity)


def _enter(r: Round, identity: str) -> None:
    """Add an article to what is linked, or leave it out if people say so."""
    key = r.patch.key_of(identity)
    if key is not None and r.patch.drops(identity):
        derive.underive(r.connection, key)
        r.run("UPDATE articles SET patched = ? WHERE key = ?", [_DROPPED, key])
    elif key is not None:
        enter(r, key)


def _refresh(r: Round) -> dict[str, tuple[str, Correction]]:
    """Write what all articles say of those whose mentions changed; return the names that people gave organisations."""
    said: dict[tuple[str, str], list[Any]] = {}
    for kind in ("organisation", "person"):
        for aim in r.patch.aims[kind]:
            if identity := _identity(r, kind, aim.thing):
                said.setdefault((kind, identity), []).append(aim.placed)
    for kind, entity in sorted(r.touched.entities):
        derive.refresh_entity(r.connection, kind, entity, partial(_patched, r, said.get((kind, entity))))
    return {
        identity: (placed.fields["name"], placed.correction)
        for (kind, identity), placed_ones in said.items()
        for placed in placed_ones
        if kind == "organisation" and placed.fields.get("name")
    }


def _patched(r: Round, said: list[Any] | None, record: Plain) -> Plain:
    return record if "code" in record else r.patch.entity(record, said or ())  # a place is as it is


def _identity(r: Round, kind: str, thing: Any) -> str | None:
    sql = "SELECT entity FROM mentions JOIN said ON said = said.key WHERE article = ? AND said.kind = ? AND subject = ?"
    rows = r.rows(sql, [r.patch.key_of(thing.article), kind, thing.subject])
    return rows[0]["entity"] or None if rows else None


def _link_events(r: Round, names: dict[str, tuple[str, Correction]]) -> None:
    known = tellings.Tellings(r)
    corrected = {int(thing) for _, thing in aims.changed(r, ["event"])}
    for key in corrected:
        rows = r.rows("SELECT article FROM told WHERE key = ?", [key])
        r.touched.articles |= {row["article"] for row in rows}
    changed = tellings.settle(r, known)
    near = Neighbours(r, known, changed)
    near.settle()
    usable = Usable(r, known)
    usable.settle(near.frayed)
    others = near.frayed | usable.changed | corrected | _renamed(r, names)
    seeds = chain(changed.now, sorted(others))  # article by article
    events = Events(r, known, _labels(r.connection), names, changed.now)
    events.changed |= set(filter(None, changed.before.values()))
    for groups in Groups(r, known, changed.now).around(seeds):
        events.write(groups)
    events.forget()
    plans.settle(r, known, events.changed)
    articles.settle(r, r.touched.articles, events.articles)


def _renamed(r: Round, names: dict[str, tuple[str, Correction]]) -> set[int]:
    """Return the tellings of events of organisations to which people gave another name than before."""
    now = {identity: [name, correction.credit] for identity, (name, correction) in names.items()}
    before = r.meta("renamed", now) or {}
    sql = (
        "SELECT told.key FROM facets JOIN event_concerns ON facet = facets.key JOIN events ON item = events.key "
        "JOIN told ON told.event = events.id WHERE facets.kind = 'organisation' AND value = ?"
    )
    other = {identity for identity in before.keys() | now.keys() if before.get(identity) != now.get(identity)}
    return {row["key"] for identity in sorted(other) for row in r.rows(sql, [identity])}


def _labels(connection: sqlite3.Connection) -> dict[str, str]:
    sql = "SELECT value, min(label) AS label FROM names WHERE kind = 'type' AND known GROUP BY value"
    return {row["value"]: row["label"] for row in connection.execute(sql)}
