"""Union-find: which of many things are one."""

from collections import defaultdict
from collections.abc import Hashable
from typing import Generic, TypeVar

Thing = TypeVar("Thing", bound=Hashable)


class Groups(Generic[Thing]):
    """Things in groups, each alone until it is joined."""

    def __init__(self) -> None:
        self._above: dict[Thing, Thing] = {}

    def of(self, thing: Thing) -> Thing:
        """Return the thing that stands for the group."""
        top = thing
        while (above := self._above.get(top, top)) != top:
            top = above
        while thing != top:  # next time the way is short
            self._above[thing], thing = top, self._above[thing]
        return top

    def join(self, one: Thing, other: Thing) -> None:
        """Make the groups of two things one, which the first's then stands for."""
        top, below = self.of(one), self.of(other)
        if top != below:
            self._above[below] = top

    def members(self, things: "list[Thing]") -> dict[Thing, list[Thing]]:
        """Return the things by group, in the order given."""
        found: dict[Thing, list[Thing]] = defaultdict(list)
        for thing in things:
            found[self.of(thing)].append(thing)
        return dict(found)
