"""Which tellings are worth comparing: those that share a body and a time, so that the work grows with their number."""

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from datetime import date

from hcoop.link.telling import Telling

Pair = tuple[Telling, Telling]

# In a crowd, each is compared with those that come next in time.
_CROWD = 25
_MONTH = 31
_NEWS, _SLIP = 14, 2


def pairs(tellings: Sequence[Telling]) -> Iterator[Pair]:
    """Yield pairs of tellings that share a block, each pair once, the smaller id first."""
    blocks: dict[Hashable, list[Telling]] = defaultdict(list)
    for telling in sorted(tellings, key=_in_time):
        for key in set(_keys(telling)):
            blocks[key].append(telling)
    seen: set[tuple[str, str]] = set()
    for block in blocks.values():
        for at, one in enumerate(block):
            for other in block[at + 1 : at + 1 + _CROWD]:
                pair = (one, other) if one.id < other.id else (other, one)
                identities = (pair[0].id, pair[1].id)
                if one.article != other.article and identities not in seen:
                    seen.add(identities)
                    yield pair


def _in_time(telling: Telling) -> tuple[int, str]:
    return telling.days[0] if telling.days else telling.reported or 0, telling.id


def _keys(telling: Telling) -> Iterator[Hashable]:
    bodies = telling.home | telling.partners
    for month in _months(telling):
        yield from (("month", body, month) for body in bodies)
        if not (telling.home and telling.partners):
            yield from (("country", country, telling.event["type"], month) for country in telling.event["countries"])
    written = telling.event["date"] or ""
    if len(written) == len("2019-05-20"):
        yield from (("day", body, written[-5:]) for body in bodies)
    kind = telling.event["type"]
    yield from (("both", kind, home, partner) for home in telling.home for partner in telling.partners)
    yield "copy", telling.original, kind
    yield "copy", telling.original


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
