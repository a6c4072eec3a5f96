"""Which corrections are other than at the last round, so that what they concern is linked anew."""

from collections.abc import Iterable, Mapping
from typing import Any

from hcoop.link.entities import same_name
from hcoop.plain import as_json
from hcoop.store.aim import Aim
from hcoop.store.linking.round import Round

Plain = dict[str, Any]
_NAMED = "SELECT entity FROM mentions JOIN said ON said = said.key WHERE article = ? AND said.kind = ? AND subject = ?"


def changed(r: Round, kinds: Iterable[str]) -> set[tuple[str, str]]:
    """Return what is corrected otherwise than before, as (kind, thing); from now on that is as before."""
    kinds = tuple(kinds)
    now = _now(r, kinds)
    rows = r.rows("SELECT target, said FROM corrected")
    before = {row["target"]: row["said"] for row in rows if row["target"].startswith(kinds)}
    found = {target for target in now.keys() | before.keys() if now.get(target) != before.get(target)}
    for target in found:
        r.run("DELETE FROM corrected WHERE target = ?", [target])
        if target in now:
            r.run("INSERT INTO corrected VALUES (?, ?)", [target, now[target]])
    return {(kind, thing) for kind, _, thing in (target.partition(" ") for target in found)}


def _now(r: Round, kinds: Iterable[str]) -> dict[str, str]:
    found: dict[str, list[Any]] = {}
    for kind in kinds:
        for order, aim in enumerate(r.patch.aims[kind]):
            for thing in (aim.thing, aim.other):
                if thing is not None:
                    found.setdefault(f"{kind} {thing}", []).append([order, *_told(r, kind, aim)])
    return {target: as_json(said) for target, said in found.items()}


def _told(r: Round, kind: str, aim: Aim) -> list[Any]:
    correction = aim.placed.correction
    told = [correction.id, aim.action, str(aim.thing), str(aim.other), correction.record, dict(aim.placed.fields)]
    return [*told, correction.credit, ids_of(r, aim.placed.fields) if kind == "event" else None]


def ids_of(r: Round, fields: Mapping[str, Any]) -> dict[str, dict[str, str | None]]:
    """Return who in the register the parties and people are that fields name, by folded name."""
    names = {same_name(part["name"]) for name in ("participants", "people") for part in fields.get(name) or ()}
    return {kind: {name: _id(r, kind, name) for name in sorted(names)} for kind in ("organisation", "person")}


def _id(r: Round, kind: str, name: str) -> str | None:
    """Return the id of a name: one that articles give goes before one that is known, a name before an alias."""
    rows = r.rows("SELECT value, known, label FROM names WHERE kind = ? AND key = ?", [kind, name])
    found = sorted((row["known"], same_name(row["label"]) != name, row["value"]) for row in rows)
    return str(found[0][2]) if found else None


def subjects(r: Round, things: Iterable[tuple[str, str]]) -> None:
    """Touch the organisations, people and articles of which something else is said than before."""
    for kind, thing in things:
        if kind == "article":
            continue
        article, _, subject = thing.partition(" ")
        (r.touched.bodies if kind == "organisation" else r.touched.people).add(subject)
        key = r.patch.key_of(article)
        if key is not None:
            r.touched.articles.add(key)
            rows = r.rows(_NAMED, [key, kind, subject])
            r.touched.entities |= {(kind, row["entity"]) for row in rows if row["entity"]}


