"""From tellings to events: the likeliest pairs are joined first, and none that something speaks against."""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field

from hcoop.link.groups import Groups
from hcoop.link.likeness import Likeness, contradict
from hcoop.link.telling import Telling

# Points; a choice between two events must be clearer than this.
CLEAR = 0.5


@dataclass(frozen=True, slots=True)
class Join:
    """Two tellings that were taken for one event, and why."""

    one: Telling
    other: Telling
    why: Likeness


@dataclass(slots=True)
class _Cluster:
    """Tellings joined so far: their articles, and one for each way in which they may contradict others."""

    articles: set[str]
    kinds: dict[Hashable, Telling]

    def agrees(self, other: "_Cluster") -> bool:
        return self.articles.isdisjoint(other.articles) and not any(
            contradict(mine, theirs) for mine in self.kinds.values() for theirs in other.kinds.values()
        )


@dataclass(slots=True)
class Joined:
    """Tellings in events by their keys, and the joins that made them."""

    groups: Groups[int] = field(default_factory=Groups)
    joins: list[Join] = field(default_factory=list)


def is_clear(one: Telling, other: Telling, thirds: Iterable[tuple[Telling, Telling]]) -> bool:
    """Tell whether two alike tellings may be joined: no third that tells another event is as much like either.

    `thirds` are the tellings as much like one of the two as the other is, each with the other.
    """
    return not any(third.key not in (one.key, other.key) and contradict(third, against) for third, against in thirds)


def join(alike: Mapping[tuple[Telling, Telling], Likeness]) -> Joined:
    """Return which tellings are of one event; `alike` are the pairs that may be joined."""
    ordered = sorted(
        alike.items(), key=lambda item: (not item[1].sure, -item[1].points, item[0][0].rank, item[0][1].rank)
    )
    clusters: dict[int, _Cluster] = {}
    joined = Joined()
    for (one, other), why in ordered:
        if joined.groups.of(one.key) != joined.groups.of(other.key):
            _try(Join(one, other, why), joined, clusters)
    return joined


def _try(found: Join, joined: Joined, clusters: dict[int, _Cluster]) -> None:
    one, other = joined.groups.of(found.one.key), joined.groups.of(found.other.key)
    mine = clusters.get(one) or _cluster(found.one)
    theirs = clusters.get(other) or _cluster(found.other)
    if not mine.agrees(theirs):
        return
    if len(mine.articles) < len(theirs.articles):
        one, other, mine, theirs = other, one, theirs, mine
    joined.groups.join(one, other)
    mine.articles |= theirs.articles
    mine.kinds |= theirs.kinds
    clusters[one] = mine
    joined.joins.append(found)


def _cluster(telling: Telling) -> _Cluster:
    event = telling.event
    when = event["date"] or (telling.reported, event["importance"], event["status"])
    return _Cluster({telling.article}, {(when, telling.home, telling.partners, telling.planned): telling})
