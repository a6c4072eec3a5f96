"""From pairs of tellings to events: each event that a change may concern is put together anew."""

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, field

from hcoop.link.amendments import amended
from hcoop.link.joining import Join, join
from hcoop.link.likeness import Likeness, likeness
from hcoop.link.telling import Telling, key_of_telling
from hcoop.store.linking.round import Round
from hcoop.store.linking.tellings import Tellings


@dataclass(frozen=True, slots=True)
class Group:
    """The tellings of one event, those that are no evidence among them, and what some were joined for."""

    tellings: list[Telling]
    joins: list[Join]

    @property
    def own(self) -> list[Telling]:
        """What articles tell."""
        return [telling for telling in self.tellings if not telling.corrected]


@dataclass(slots=True)
class Groups:
    """Tellings in groups, found from those that have changed; `new` are some that are there."""

    r: Round
    known: Tellings
    new: Container[int]
    seen: set[int] = field(default_factory=set)

    def around(self, keys: Iterable[int]) -> Iterator[list[Group]]:
        """Yield the groups of all that is connected with some tellings, those of one component at a time."""
        for key in keys:
            if key not in self.seen and self.is_there(key):
                component = self.component(key)
                self.seen |= component
                yield self.groups({at: self.known.get(at) for at in sorted(component)})

    def is_there(self, key: int) -> bool:
        """Tell whether an article still tells this."""
        return key in self.new or bool(self.r.rows("SELECT 1 FROM told WHERE key = ?", [key]))

    def component(self, key: int) -> set[int]:
        """Return what is connected with a telling by pairs that may be joined, or by what people say."""
        found, waiting = set[int](), [key]
        while waiting:
            at = waiting.pop()
            if at not in found:
                found.add(at)
                waiting += [row[0] for row in self.r.rows("SELECT other FROM alike WHERE one = ? AND usable", [at])]
                if self.r.patch.aims["event"]:
                    waiting += [*self.r.patch.said_with("event", at), *self.twins(at)]
        return found

    def twins(self, key: int) -> list[int]:
        """Return the corrected telling beside one that is not, and the other way round."""
        telling = self.known.get(key)
        twin = key_of_telling(telling.article, telling.id, corrected=not telling.corrected)
        return [row["key"] for row in self.r.rows("SELECT key FROM told WHERE key = ?", [twin])]

    def groups(self, component: dict[int, Telling]) -> list[Group]:
        """Return a component's events: what is joined, and then what people say."""
        if len(component) == 1:
            return [group for group in [Group(list(component.values()), [])] if group.own]
        joined = join(dict(self.alike(component)))
        twins = {
            telling.key: key_of_telling(telling.article, telling.id)
            for telling in component.values()
            if telling.corrected
        }
        for corrected, own in sorted(twins.items()):
            joined.groups.join(joined.groups.of(own), corrected)
        parts = amended(
            {key: str(joined.groups.of(key)) for key in component},
            self.r.patch.said("event", component),
            lambda one, other, key: _goes_along(component, one, other, key),
        )
        found: dict[str, Group] = {}
        for key, part in parts.items():
            found.setdefault(part, Group([], [])).tellings.append(component[key])
        for why in joined.joins:
            if parts[why.one.key] == parts[why.other.key]:
                found[parts[why.one.key]].joins.append(why)
        return [group for group in found.values() if group.own]

    def alike(self, component: dict[int, Telling]) -> Iterator[tuple[tuple[Telling, Telling], Likeness]]:
        """Yield the pairs of a component that may be joined."""
        for key, one in component.items():
            for (other,) in self.r.rows("SELECT other FROM alike WHERE one = ? AND usable", [key]):
                pair = sorted((one, component[other]), key=lambda telling: telling.rank)
                if pair[0] is one and (found := likeness(*pair)):
                    yield (pair[0], pair[1]), found


def _goes_along(known: dict[int, Telling], one: int, other: int, telling: int) -> bool:
    """Tell whether a telling is of the article that leaves, or of a copy of it."""
    return known[telling].original == known[other].original != known[one].original
