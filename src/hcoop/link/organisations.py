"""Organisations across articles: which of those that several articles name are one, and under which id.

Known bodies keep their ids and are never joined. Others are joined by their names, if nothing speaks against it.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations

from hcoop.link.bodies import Body, Key, misprints
from hcoop.link.groups import Groups
from hcoop.link.names import Names, is_acronym, numbers
from hcoop.text import name_key

Together = Callable[[Body, Body], bool]

def identify(
    bodies: Mapping[Key, Body], names: Names, together: Together, crowded: Container[str] = frozenset()
) -> dict[Key, str]:
    """Return the id of each body; `together` tells whether an article names two of them.

    Of `crowded` blocks nothing is made. There is no other body with the id of one of these, and none outside that one
    of them shares a block with that is not crowded, but for a misprint.
    """
    groups = _Joining(bodies, names, together, crowded).all()
    return _identities(groups, bodies)


@dataclass(slots=True)
class _Joining:
    """Bodies being joined; a join that would bring two together that cannot be one is not made."""

    bodies: Mapping[Key, Body]
    names: Names
    together: Together
    crowded: Container[str]
    groups: Groups[Key] = field(default_factory=Groups)
    inside: dict[Key, list[Key]] = field(default_factory=dict)

    def all(self) -> Groups[Key]:
        self.join_alike(self.shared("id", known=False), same_id=True)
        self.join_alike(self.shared("name"))
        self.join_alike(self.shared("also"))
        for few in self.shared("near", known=False):
            for one, other in combinations(few, 2):
                if misprints(one, other, self.names):
                    self.join(one, other)
        return self.groups

    def shared(self, kind: str, known: bool = True) -> Iterator[list[Body]]:
        """Yield the bodies that share a block of a kind, in an order that does not depend on the articles'."""
        found: dict[str, list[Body]] = defaultdict(list)
        for _, body in sorted(self.bodies.items()):
            for block in body.blocks if known or not body.known else ():
                if block.startswith(f"{kind} ") and block not in self.crowded:
                    found[block].append(body)
        yield from (few for _, few in sorted(found.items()) if len(few) > 1)

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
            and (same_id or is_acronym(one.name) or is_acronym(other.name) or bool(one.kinds & other.kinds))
            and self.numbers_agree(one, other)
            and not self.together(one, other)
        )

    def numbers_agree(self, one: Body, other: Body) -> bool:
        if is_acronym(one.name) or is_acronym(other.name):
            return True
        return numbers(self.names.words(one.name)) == numbers(self.names.words(other.name))


def _identities(groups: Groups[Key], bodies: Mapping[Key, Body]) -> dict[Key, str]:
    """Give each body its id: the known one, else that of the name most articles use; with the city among namesakes."""
    members = groups.members(sorted(bodies))
    chosen = {top: min(keys, key=lambda key: _rank(bodies[key])) for top, keys in members.items()}
    count = Counter(key[0] for key in chosen.values())
    found: dict[Key, str] = {}
    for top, (identity, city) in chosen.items():
        named = f"{identity}-{name_key(city).replace(' ', '-')}" if count[identity] > 1 and city else identity
        found |= dict.fromkeys(members[top], named)
    return found


def _rank(body: Body) -> tuple[bool, bool, bool, int, Key]:
    return not body.known, body.country is None, is_acronym(body.name), -body.articles, body.key
