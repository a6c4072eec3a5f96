"""Which pairs of alike tellings may be joined: those of which no third is as much like either and another event."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field

from hcoop.link.joining import CLEAR, is_clear
from hcoop.link.telling import Telling
from hcoop.store.linking.round import Round
from hcoop.store.linking.tellings import Tellings

_PAIRS = "SELECT other, points, sure, usable FROM alike WHERE one = ?"


@dataclass(slots=True)
class Usable:
    """Pairs that may be joined, looked at anew; `changed` are tellings of which a pair has become so, or is no more."""

    r: Round
    known: Tellings
    changed: set[int] = field(default_factory=set)
    _pairs: dict[int, list[sqlite3.Row]] = field(default_factory=dict)

    def settle(self, frayed: set[int]) -> None:
        """Look at the pairs of tellings of which a pair has come or gone."""
        for one in sorted(frayed):
            for pair in self.pairs(one):
                if pair["other"] not in frayed or one < pair["other"]:
                    self.look(one, pair)
        self._pairs.clear()

    def look(self, one: int, pair: sqlite3.Row) -> None:
        """Look at one pair of a telling."""
        usable = bool(pair["sure"]) or self.is_clear(one, pair)
        if usable != bool(pair["usable"]):
            for mine, other in ((one, pair["other"]), (pair["other"], one)):
                self.r.run("UPDATE alike SET usable = ? WHERE one = ? AND other = ?", [usable, mine, other])
            self.changed |= {one, pair["other"]}

    def is_clear(self, one: int, pair: sqlite3.Row) -> bool:
        """Tell whether no third is as much like either and another event."""
        least = pair["points"] - CLEAR
        thirds = self.thirds(one, pair["other"], least)
        return is_clear(self.known.get(one), self.known.get(pair["other"]), thirds)

    def thirds(self, one: int, other: int, least: float) -> Iterator[tuple[Telling, Telling]]:
        """Yield what is at least so much like one of two tellings, each with the other of them."""
        for telling, against in ((one, other), (other, one)):
            for pair in self.pairs(telling):
                if pair["points"] >= least and pair["other"] not in (one, other):
                    yield self.known.get(pair["other"]), self.known.get(against)

    def pairs(self, one: int) -> list[sqlite3.Row]:
        """Return what is like a telling."""
        if one not in self._pairs:
            self._pairs[one] = self.r.rows(_PAIRS, [one])
        return self._pairs[one]
