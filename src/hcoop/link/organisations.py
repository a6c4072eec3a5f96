"""Organisations across articles: which of those that several articles name are one, and under which id.

Known bodies keep their ids and are never joined. Others are joined by their names, if nothing speaks against it.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any

from hcoop.link.groups import Groups
from hcoop.link.names import Names, initials, is_acronym, misprinted, numbers
from hcoop.link.report import Knowledge, Report
from hcoop.text import name_key

# The id that an article gives, and the city, since namesakes in two cities may have one id.
Key = tuple[str, str]
# More bodies than that share a name only where the name says nothing.
_MANY = 40


@dataclass(slots=True, eq=False)
class Body:
    """What all articles say of the bodies with one id in one city."""

    key: Key
    known: bool
    country: str | None
    name: str
    kinds: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)
    aliases: set[str] = field(default_factory=set)
    cities: set[str] = field(default_factory=set)
    articles: set[str] = field(default_factory=set)


def find_organisations(reports: Sequence[Report], knowledge: Knowledge) -> dict[tuple[str, str], str]:
    """Return the id of each organisation by article and the id that the article's extraction gave it."""
    bodies = _bodies(reports, knowledge)
    groups = _Joining(bodies, Names(knowledge)).all()
    identities = _identities(groups.members(sorted(bodies)), bodies)
    return {
        (report.article, o["id"]): identities[groups.of(_key(o, knowledge))]
        for report in reports
        for o in report.organisations
    }


def _key(organisation: dict[str, Any], knowledge: Knowledge) -> Key:
    known = organisation["id"] in knowledge.known
    return organisation["id"], "" if known else organisation["city"] or ""


def _bodies(reports: Iterable[Report], knowledge: Knowledge) -> dict[Key, Body]:
    bodies: dict[Key, Body] = {}
    for report in reports:
        for o in report.organisations:
            key = _key(o, knowledge)
            body = bodies.setdefault(key, Body(key, o["id"] in knowledge.known, o["country"], o["name"]))
            body.name = min(body.name, o["name"])
            body.kinds.add(o["kind"])
            body.names.add(o["name"])
            body.aliases.update(o["aliases"])
            body.cities.update([o["city"]] if o["city"] else [])
            body.articles.add(report.article)
    return bodies


@dataclass(slots=True)
class _Joining:
    """Bodies being joined; a join that would bring two together that cannot be one is not made."""

    bodies: dict[Key, Body]
    names: Names
    groups: Groups[Key] = field(default_factory=Groups)
    inside: dict[Key, list[Key]] = field(default_factory=dict)

    def all(self) -> Groups[Key]:
        unknown = [body for body in self.bodies.values() if not body.known]
        self.join_alike(_shared(unknown, lambda body: [body.key[0]]), same_id=True)
        self.join_alike(_shared(self.bodies.values(), lambda body: {self.names.words(n) for n in body.names}))
        self.join_alike(_shared(self.bodies.values(), self.all_names))
        for few in _shared(unknown, self.misprint_keys):
            for one, other in combinations(few, 2):
                if any(misprinted(self.names.words(a), self.names.words(b)) for a in one.names for b in other.names):
                    self.join(one, other)
        return self.groups

    def all_names(self, body: Body) -> set[Hashable]:
        own = {alias for alias in body.aliases if self.names.brings_more(alias, body.name)}
        return {self.names.words(name) for name in body.names | own}

    def misprint_keys(self, body: Body) -> set[Hashable]:
        return {(body.country, initials(self.names.words(name))) for name in body.names}

    def join_alike(self, shared: Iterable[list[Body]], same_id: bool = False) -> None:
        """Join each body with those that share a name with it, unless it might be one of several."""
        for few in shared:
            alike = [(a, b) for a, b in combinations(few, 2) if self.may_be_one(a, b, same_id)]
            unsure = {body.key for body in few if not self.is_clear(body, alike, same_id)}
            for one, other in alike:
                if one.key not in unsure and other.key not in unsure:
                    self.join(one, other, same_id)

    def is_clear(self, body: Body, alike: list[tuple[Body, Body]], same_id: bool) -> bool:
        """Tell whether all that a body is like may be one."""
        others = [b if a is body else a for a, b in alike if body in (a, b)]
        return all(self.may_be_one(a, b, same_id) for a, b in combinations(others, 2))

    def join(self, one: Body, other: Body, same_id: bool = False) -> None:
        left, right = self.groups.of(one.key), self.groups.of(other.key)
        mine, theirs = self.inside.get(left, [left]), self.inside.get(right, [right])
        if left != right and all(
            self.may_be_one(self.bodies[a], self.bodies[b], same_id) for a in mine for b in theirs
        ):
            self.groups.join(left, right)
            self.inside[left] = mine + theirs

    def may_be_one(self, one: Body, other: Body, same_id: bool) -> bool:
        """Tell whether nothing speaks against two bodies being one: an article that names both does, above all."""
        return (
            not (one.known and other.known)
            and (one.country == other.country or not one.country or not other.country)
            and bool(one.cities & other.cities or not one.cities or not other.cities)
            and one.articles.isdisjoint(other.articles)
            and (same_id or is_acronym(one.name) or is_acronym(other.name) or bool(one.kinds & other.kinds))
            and self.numbers_agree(one, other)
        )

    def numbers_agree(self, one: Body, other: Body) -> bool:
        if is_acronym(one.name) or is_acronym(other.name):
            return True
        return numbers(self.names.words(one.name)) == numbers(self.names.words(other.name))


def _shared(bodies: Iterable[Body], keys: Callable[[Body], Iterable[Hashable]]) -> Iterator[list[Body]]:
    """Yield the bodies that share a key, in an order that does not depend on the articles'."""
    found: dict[Hashable, list[Body]] = defaultdict(list)
    for body in sorted(bodies, key=lambda body: body.key):
        for key in keys(body):
            if key:
                found[key].append(body)
    yield from (few for _, few in sorted(found.items(), key=str) if 1 < len(few) <= _MANY)


def _identities(groups: dict[Key, list[Key]], bodies: dict[Key, Body]) -> dict[Key, str]:
    """Give each group its id: the known one, else that of the name most articles use; with the city among namesakes."""
    chosen = {top: min(keys, key=lambda key: _rank(bodies[key])) for top, keys in groups.items()}
    count = Counter(key[0] for key in chosen.values())
    return {
        top: f"{identity}-{name_key(city).replace(' ', '-')}" if count[identity] > 1 and city else identity
        for top, (identity, city) in chosen.items()
    }


def _rank(body: Body) -> tuple[bool, bool, bool, int, Key]:
    return not body.known, body.country is None, is_acronym(body.name), -len(body.articles), body.key
