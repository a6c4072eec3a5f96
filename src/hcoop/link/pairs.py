"""Which tellings are worth comparing: those that share a block, and stand next to each other in its order of time.

So the work grows with the number of tellings, and a new one concerns its neighbours alone.
"""

from collections.abc import Hashable, Iterator, Sequence
from datetime import date
from hashlib import blake2b

from hcoop.link.telling import Telling

Position = tuple[int, int]

# In a crowd, each is compared with so many that come next in time; where the time tells little, with few.
_WIDE, _NARROW = 25, 8
_NARROW_KINDS = ("day", "both")
_MONTH = 31
_NEWS, _SLIP = 14, 2
_BITS = 46


def position(telling: Telling) -> int:
    """Return the place of a telling in time, in days."""
    return telling.days[0] if telling.days else telling.reported or 0


def blocks(telling: Telling) -> frozenset[int]:
    """Return the blocks of a telling as numbers."""
    return frozenset(map(_number, _keys(telling)))


def sides(telling: Telling) -> frozenset[int]:
    """Return those of its blocks that hold events of the same type between the same sides."""
    return frozenset(map(_number, _both(telling)))


def width(block: int) -> int:
    """Return with how many that come next in time each telling of a block is compared."""
    return _NARROW if block & 1 else _WIDE


def neighbours(order: Sequence[Position], wide: int) -> Iterator[tuple[int, int]]:
    """Yield the pairs of a block's tellings, which are given by place and key, that are to be compared."""
    for at, (_, one) in enumerate(order):
        for _, other in order[at + 1 : at + 1 + wide]:
            yield (one, other) if one < other else (other, one)


def _number(block: tuple[Hashable, ...]) -> int:
    digest = int.from_bytes(blake2b(repr(block).encode(), digest_size=8).digest()) >> (64 - _BITS)
    return digest << 1 | (block[0] in _NARROW_KINDS)


def _keys(telling: Telling) -> Iterator[tuple[Hashable, ...]]:
    bodies = telling.home | telling.partners
    for month in _months(telling):
        yield from (("month", body, month) for body in bodies)
        if not (telling.home and telling.partners):
            yield from (("country", country, telling.event["type"], month) for country in telling.event["countries"])
    written = telling.event["date"] or ""
    if len(written) == len("2019-05-20"):
        yield from (("day", body, written[-5:]) for body in bodies)
    yield from _both(telling)
    if telling.copied:
        yield "copy", telling.original


def _both(telling: Telling) -> Iterator[tuple[Hashable, ...]]:
    partners = {*telling.partners, *telling.event["countries"]}
    yield from (("both", telling.event["type"], home, partner) for home in telling.home for partner in partners)


def _months(telling: Telling) -> Iterator[str]:
    """Yield the months in which it may have happened, if they are few."""
    if telling.days and telling.length <= _MONTH:
        first, last = telling.days[0] - _SLIP, telling.days[1] + _SLIP
    elif not telling.event["date"] and telling.reported:
        first, last = telling.reported - _NEWS, telling.reported + 1
    else:
        return
    for day in (first, last):
        yield date.fromordinal(min(max(day, 1), date.max.toordinal())).isoformat()[:7]
