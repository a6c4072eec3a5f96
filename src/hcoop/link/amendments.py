"""What people say against what linking finds: what is one, and what is not.

Things are articles by their ids, tellings of events by their keys, and bodies and people as linking knows them.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

Thing = TypeVar("Thing", bound=Hashable)
Kin = Callable[[Thing, Thing, Thing], bool]


@dataclass(frozen=True, slots=True)
class Say(Generic[Thing]):
    """One thing that is said: that `one` and `other` are one (the second gives its id), or not (the second leaves).

    What leaves is then known by `apart`.
    """

    same: bool
    one: Thing
    other: Thing
    apart: str = ""


def _alone(_one: Thing, _other: Thing, _thing: Thing) -> bool:
    return False


def amended(parts: Mapping[Thing, str], said: Iterable[Say[Thing]], kin: Kin[Thing] = _alone) -> dict[Thing, str]:
    """Return the part that each thing is of after what people say, the last of which holds.

    `kin` tells which things of the same part go with one (the second) that leaves another (the first).
    """
    found = _Parts(parts)
    for say in said:
        found.amend(say, kin)
    return found.of


class _Parts(Generic[Thing]):
    """Things by the id of their part; things move from part to part as people say."""

    def __init__(self, of: Mapping[Thing, str]) -> None:
        self.of = dict(of)
        self._members: dict[str, list[Thing]] = defaultdict(list)
        for thing, part in of.items():
            self._members[part].append(thing)

    def amend(self, say: Say[Thing], kin: Kin[Thing]) -> None:
        """Do what is said; one that leaves goes into a part of its own, with those of its part that are its kin."""
        one, other = self.of.get(say.one), self.of.get(say.other)
        if one is None or other is None:
            return
        if say.same and one != other:
            self._move(list(self._members[one]), other)
        elif not say.same and one == other:
            leave = [t for t in self._members[one] if t == say.other or kin(say.one, say.other, t)]
            self._move(leave, say.apart or f"{say.other} apart")

    def _move(self, things: Sequence[Thing], part: str) -> None:
        for thing in things:
            self._members[self.of[thing]].remove(thing)
            self._members[part].append(thing)
            self.of[thing] = part
