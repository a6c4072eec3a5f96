"""Which organisations are one: those that a change may concern, with all that share a block with them."""

import json
from dataclasses import dataclass, field

from hcoop.link.bodies import MANY, Body, body_of, misprints
from hcoop.link.organisations import identify
from hcoop.store.linking.round import Round, subject_of

_SAID = (
    "SELECT record, count(*) AS articles FROM said JOIN mentions ON mentions.said = said.key "
    "WHERE said.kind = 'organisation' AND subject = ? GROUP BY said.key"
)
_ARTICLES = (
    "SELECT DISTINCT article FROM said JOIN mentions ON mentions.said = said.key "
    "WHERE said.kind = 'organisation' AND subject = ?"
)
_TOGETHER = (
    "SELECT 1 FROM said AS one JOIN mentions AS mine ON mine.said = one.key "
    "JOIN mentions AS theirs ON theirs.article = mine.article JOIN said AS other ON other.key = theirs.said "
    "WHERE one.kind = 'organisation' AND one.subject = ? AND other.kind = 'organisation' AND other.subject = ? LIMIT 1"
)


def settle(r: Round) -> None:
    """Give each organisation its id; articles that name one with another id than before are to be linked anew."""
    search = _Search(r)
    seeds = set(r.touched.bodies)
    for subject in sorted(r.touched.bodies):
        seeds |= search.renew(subject)
    seen: set[str] = set()
    for subject in sorted(seeds):
        if subject not in seen:
            bodies = search.component(subject)
            seen |= {subject, *bodies}
            _write(r, bodies, search)


@dataclass(slots=True)
class _Search:
    """Organisations that may be one, found from one of them."""

    r: Round
    bodies: dict[str, Body | None] = field(default_factory=dict)
    crowds: dict[str, list[str] | None] = field(default_factory=dict)

    def renew(self, subject: str) -> set[str]:
        """Write the blocks of an organisation; return those who share one that it has come into, or has left."""
        body = self.body(subject)
        now = body.blocks if body else frozenset()
        before = {row[0] for row in self.r.rows("SELECT block FROM body_blocks WHERE subject = ?", [subject])}
        beside = {other for block in before - now for other in self.members(block) or ()}
        for block in before - now:
            self.r.run("DELETE FROM body_blocks WHERE block = ? AND subject = ?", [block, subject])
        for block in now - before:
            self.r.run("INSERT INTO body_blocks VALUES (?, ?)", [block, subject])
        self.crowds.clear()
        if body is None:
            self.r.run("DELETE FROM bodies WHERE subject = ?", [subject])
        # Of one more than a few nothing is made any more; so those are asked who were few before.
        return beside | {other for block in before ^ now for other in self.members(block, MANY + 1) or ()}

    def component(self, subject: str) -> dict[str, Body]:
        """Return all that are connected with an organisation by sharing blocks, or by what people say."""
        found: dict[str, Body] = {}
        waiting = [subject]
        while waiting:
            at = waiting.pop()
            body = self.body(at)
            if body and at not in found:
                found[at] = body
                waiting += (other for block in body.blocks for other in self.alike(body, block))
                waiting += self.r.patch.said_with("organisation", at)
        return found

    def alike(self, body: Body, block: str) -> list[str]:
        """Return the members of a block that may be one with a body."""
        if block.startswith("id "):
            return [row[0] for row in self.r.rows("SELECT subject FROM body_blocks WHERE block = ?", [block])]
        members = self.members(block) or []
        if not block.startswith("near "):
            return members
        known = ((subject, self.body(subject)) for subject in members)
        return [subject for subject, other in known if other and misprints(body, other, self.r.names)]

    def members(self, block: str, many: int = MANY) -> list[str] | None:
        """Return who shares a block, none if they are too many."""
        if block not in self.crowds or many != MANY:
            rows = self.r.rows("SELECT subject FROM body_blocks WHERE block = ? LIMIT ?", [block, many + 1])
            found = [row[0] for row in rows] if len(rows) <= many else None
            if many != MANY:
                return found
            self.crowds[block] = found
        return self.crowds[block]

    def body(self, subject: str) -> Body | None:
        """Return what all articles say of an organisation, null if none names it."""
        if subject not in self.bodies:
            said = [(json.loads(record), articles) for record, articles in self.r.rows(_SAID, [subject])]
            identity, _, city = subject.rpartition("@")
            self.bodies[subject] = body_of((identity, city), said, self.r.names) if said else None
        return self.bodies[subject]


def _write(r: Round, bodies: dict[str, Body], search: _Search) -> None:
    """Identify organisations, and note which articles that concerns."""
    known = {body.key: body for body in bodies.values()}
    crowded = {block for body in bodies.values() for block in body.blocks if search.members(block) is None}

    def together(one: Body, other: Body) -> bool:
        fewer, more = sorted((one, other), key=lambda body: body.articles)
        return bool(r.rows(_TOGETHER, [subject_of(*fewer.key), subject_of(*more.key)]))

    identities = identify(known, r.names, together, crowded)
    parts = {subject: identities[body.key] for subject, body in bodies.items()}
    things = r.patch.things("organisation")
    parts |= {thing: parts[named.subject] for thing, named in things.items() if named.subject in bodies}
    found = r.patch.amended("organisation", parts)
    r.patch.moved |= {thing: identity for thing, identity in found.items() if thing not in bodies}
    for subject in bodies:
        row = r.rows("SELECT identity FROM bodies WHERE subject = ?", [subject])
        if not row or row[0][0] != found[subject]:
            r.run("INSERT OR REPLACE INTO bodies VALUES (?, ?)", [subject, found[subject]])
            r.touched.articles |= {article for (article,) in r.rows(_ARTICLES, [subject])}
