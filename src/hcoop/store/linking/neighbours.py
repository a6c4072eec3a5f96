"""Pairs of tellings that have become neighbours in a block, or are none any more, and which pairs are alike."""

from array import array
from dataclasses import dataclass, field

from hcoop.link.likeness import likeness
from hcoop.link.pairs import Position, neighbours, width
from hcoop.store.linking import moved
from hcoop.store.linking.round import Round
from hcoop.store.linking.tellings import Changed, Tellings

Pair = tuple[int, int]
_AROUND = (
    "SELECT at, telling FROM blocks WHERE block = ? AND (at, telling) {} (?, ?) "
    "ORDER BY at {}, telling {} LIMIT 1 OFFSET ?"
)
_BEFORE, _AFTER = _AROUND.format("<", "DESC", "DESC"), _AROUND.format(">", "ASC", "ASC")
_BETWEEN = (
    "SELECT at, telling FROM blocks WHERE block = ? AND (at, telling) >= (?, ?) AND (at, telling) <= (?, ?) "
    "ORDER BY at, telling"
)
# So many pairs are known to have been compared; those that meet again do so soon, as blocks are taken in order of time.
_MET = 100_000
_ALL = "SELECT at, telling FROM blocks WHERE block = ? ORDER BY at, telling LIMIT ?"
_FIRST, _LAST = (-1, 0), (1 << 40, 0)


@dataclass(slots=True)
class Neighbours:
    """The pairs that are alike, brought up to date; `frayed` are tellings of which a pair has come or gone."""

    r: Round
    known: Tellings
    changed: Changed
    frayed: set[int] = field(default_factory=set)
    lost: set[Pair] = field(default_factory=set)
    met: set[Pair] = field(default_factory=set)

    def settle(self) -> None:
        """Compare what have become neighbours, and part what are none any more."""
        for key in self.changed.before:
            self.part(key)
        for block, positions in moved.by_block(self.r.connection):
            self.compare(block, positions)
        moved.forget(self.r.connection)
        for pair in sorted(self.lost):
            if self.is_alike(pair) and not self.is_near(pair):
                self.delete(pair)

    def part(self, key: int) -> None:
        """Forget what was like a telling that is gone or other than before."""
        others = [row[0] for row in self.r.rows("SELECT other FROM alike WHERE one = ?", [key])]
        for other in others:
            self.delete((key, other))
        self.frayed.discard(key)

    def compare(self, block: int, positions: tuple[set[Position], set[Position]]) -> None:
        """Compare those that have become neighbours in a block, and note who are none any more."""
        gone, new = positions
        order = self.order(block, gone | new)
        before = sorted((set(order) - new) | gone)
        now, was = set(neighbours(order, width(block))), set(neighbours(before, width(block)))
        fresh = {key for _, key in new}
        for one, other in now:
            if (one, other) not in was or one in fresh or other in fresh:
                self.meet(one, other)
        self.lost |= was - now

    def order(self, block: int, places: set[Position]) -> list[Position]:
        """Return the part of a block, in its order, in which changes at some places may change neighbours."""
        reach = width(block) + len(places)
        rows = self.r.rows(_ALL, [block, 2 * reach])
        if len(rows) < 2 * reach:
            return [(at, key) for at, key in rows]
        low = self.r.rows(_BEFORE, [block, *min(places), reach])
        high = self.r.rows(_AFTER, [block, *max(places), reach])
        ends = [*(tuple(low[0]) if low else _FIRST), *(tuple(high[0]) if high else _LAST)]
        return [(at, key) for at, key in self.r.rows(_BETWEEN, [block, *ends])]

    def meet(self, one: int, other: int) -> None:
        """Compare two tellings, and keep the pair if they are alike."""
        pair = (one, other) if one < other else (other, one)
        if pair in self.met:  # in another block
            return
        if len(self.met) == _MET:
            self.met.clear()
        self.met.add(pair)
        mine, theirs = self.known.get(one), self.known.get(other)
        if mine.article == theirs.article or not (found := likeness(mine, theirs)) or self.is_alike(pair):
            return
        for pair in ((one, other), (other, one)):
            self.r.run("INSERT INTO alike VALUES (?, ?, ?, ?, 0)", [*pair, found.points, found.sure])
        self.frayed |= {one, other}

    def is_alike(self, pair: Pair) -> bool:
        """Tell whether two tellings were found to be alike."""
        return bool(self.r.rows("SELECT 1 FROM alike WHERE one = ? AND other = ?", pair))

    def is_near(self, pair: Pair) -> bool:
        """Tell whether two tellings are neighbours in a block."""
        one, other = (self.r.rows("SELECT at, blocks FROM told WHERE key = ?", [key])[0] for key in pair)
        low, high = sorted(((one["at"], pair[0]), (other["at"], pair[1])))
        common = set(array("q", one["blocks"])) & set(array("q", other["blocks"]))
        sql = f"SELECT count(*) FROM ({_BETWEEN} LIMIT ?)"
        return any(
            self.r.rows(sql, [block, *low, *high, width(block) + 2])[0][0] <= width(block) + 1 for block in common
        )

    def delete(self, pair: Pair) -> None:
        """Forget that two tellings are alike."""
        for one, other in (pair, pair[::-1]):
            self.r.run("DELETE FROM alike WHERE one = ? AND other = ?", [one, other])
        self.frayed |= set(pair)
