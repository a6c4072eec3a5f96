"""Which people are one, and who articles mean by the organisations and people that they name."""

import json
import sqlite3
from collections.abc import Iterator

from hcoop.link.entities import same_name
from hcoop.link.people import Told, body_of, identify, role_of
from hcoop.store.linking.round import Round, local_of

# What is said of a person, in how many articles, with what body, and who that is by now.
_SAID = (
    "SELECT said.key, said.record, body, entity FROM said JOIN mentions ON mentions.said = "
    "said.key WHERE said.kind = 'person' AND subject = ? GROUP BY said.key, body, entity"
)
_NAMED = (
    "SELECT mentions.kind, entity, said, body, subject FROM mentions JOIN said ON said = said.key WHERE article = ?"
)


def settle(r: Round) -> None:
    """Name the parties of articles to be linked anew, and note which articles name a person with another id now."""
    for article in sorted(r.touched.articles):
        _name_bodies(r, article)
    seen: set[str] = set()
    for name in sorted(r.touched.people):
        if name not in seen:
            names = _component(r, name)
            seen |= names
            _write(r, names)


def _name_bodies(r: Round, article: int) -> None:
    """Write which organisations an article names, and to which of them its people belong."""
    rows, report = r.rows(_NAMED, [article]), r.report(article)
    named: dict[str, str] = {}
    for row in rows:
        if row["kind"] == "organisation":
            identity = _identity(r, report.article, row["subject"], row["entity"])
            named[local_of(row["subject"])] = identity
            if identity != row["entity"]:
                _rename(r, "organisation", article, row["said"], row["entity"], identity)
    organisations = {local: identity for local, identity in named.items() if identity}
    bodies = {same_name(p["name"]): body_of(p, report, organisations) for p in report.people}
    for row in rows:
        if row["kind"] == "person" and bodies.get(row["subject"]) != row["body"]:
            values = [bodies.get(row["subject"]), article, row["said"]]
            r.run("UPDATE mentions SET body = ? WHERE article = ? AND said = ?", values)
            r.touched.people.add(row["subject"])


def _identity(r: Round, article: str, subject: str, before: str) -> str:
    thing = r.patch.thing("organisation", article, subject)
    if thing != subject:
        return r.patch.moved.get(thing, before)
    return str(r.rows("SELECT identity FROM bodies WHERE subject = ?", [subject])[0][0])


def _component(r: Round, name: str) -> set[str]:
    """Return a name and those of whom people say that they are one, or are not."""
    found: set[str] = set()
    waiting = [name]
    while waiting:
        at = waiting.pop()
        if at not in found:
            found.add(at)
            waiting += r.patch.said_with("person", at)
    return found


def _write(r: Round, names: set[str]) -> None:
    """Identify those who have some names."""
    rows = [(name, row, _told(row)) for name in sorted(names) for row in r.rows(_SAID, [name])]
    parts: dict[str, str] = {}
    for name in sorted(names):
        identities = identify(name, {told for at, _, told in rows if at == name})
        parts |= {_part(name, told): identity for told, identity in identities.items()}
    tracked = {thing: row for thing, row in _tracked(r) if row["subject"] in names}
    parts |= {thing: parts[_part(row["subject"], _told(row))] for thing, row in tracked.items()}
    found = r.patch.amended("person", parts)
    apart = [row["article"] for row in tracked.values()]
    for name, row, told in rows:
        if found[_part(name, told)] != row["entity"]:
            _rename_all(r, row, found[_part(name, told)], apart)
    for thing, row in tracked.items():
        if row["entity"] != found[thing]:
            _rename(r, "person", row["article"], row["key"], row["entity"], found[thing])


def _tracked(r: Round) -> Iterator[tuple[str, sqlite3.Row]]:
    """Yield the people of whom people say something, each as it is named in the article that this is tied to."""
    sql = (
        "SELECT said.key, subject, said.record, body, entity, article "
        "FROM said JOIN mentions ON mentions.said = said.key "
        "WHERE article = ? AND said.kind = 'person' AND subject = ?"
    )
    for thing, named in r.patch.things("person").items():
        yield from ((thing, row) for row in r.rows(sql, [r.patch.key_of(named.article), named.subject]))


def _told(row: sqlite3.Row) -> Told:
    return row["body"], role_of(json.loads(row["record"]))


def _part(name: str, told: Told) -> str:
    return json.dumps([name, *told])


def _rename_all(r: Round, row: sqlite3.Row, identity: str, but: list[int]) -> None:
    sql = "SELECT article FROM mentions WHERE said = ? AND body IS ? AND entity = ?"
    for (article,) in r.rows(sql, [row["key"], row["body"], row["entity"]]):
        if article not in but:
            _rename(r, "person", article, row["key"], row["entity"], identity)


def _rename(r: Round, kind: str, article: int, said: int, *identities: str) -> None:
    """Write who an article means, instead of whom it meant before: the second of the ids, not the first."""
    before, identity = identities
    r.run("UPDATE mentions SET entity = ? WHERE article = ? AND said = ?", [identity, article, said])
    r.touched.entities |= {(kind, entity) for entity in (before, identity) if entity}
    r.touched.articles.add(article)
