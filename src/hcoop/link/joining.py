"""From tellings to events: the likeliest pairs are joined first, and none that something speaks against."""

from collections import defaultdict
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field

from hcoop.link.groups import Groups
from hcoop.link.likeness import Likeness, contradict, likeness
from hcoop.link.pairs import Pair, pairs
from hcoop.link.telling import Telling

# Points; a choice between two events must be clearer than this.
_CLEAR = 0.5


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
    """Tellings in events, and the joins that made them."""

    groups: Groups[str] = field(default_factory=Groups)
    joins: list[Join] = field(default_factory=list)


def join(tellings: Sequence[Telling]) -> Joined:
    """Return which tellings are of one event; the order in which they are given is nothing."""
    alike = {pair: found for pair in pairs(tellings) if (found := likeness(*pair))}
    rivals = _rivals(alike)
    ordered = sorted(alike.items(), key=lambda item: (not item[1].sure, -item[1].points, item[0][0].id, item[0][1].id))
    clusters: dict[str, _Cluster] = {}
    joined = Joined()
    for (one, other), why in ordered:
        if joined.groups.of(one.id) != joined.groups.of(other.id) and (why.sure or _clear(one, other, why, rivals)):
            _try(Join(one, other, why), joined, clusters)
    return joined


def _rivals(alike: dict[Pair, Likeness]) -> dict[str, list[tuple[float, Telling]]]:
    found: dict[str, list[tuple[float, Telling]]] = defaultdict(list)
    for (one, other), why in alike.items():
        found[one.id].append((why.points, other))
        found[other.id].append((why.points, one))
    return found


def _clear(one: Telling, other: Telling, why: Likeness, rivals: dict[str, list[tuple[float, Telling]]]) -> bool:
    """Tell whether neither of two tellings is as much like a third that tells another event."""
    return not any(
        points >= why.points - _CLEAR and third.id not in (one.id, other.id) and contradict(third, against)
        for telling, against in ((one, other), (other, one))
        for points, third in rivals[telling.id]
    )


def _try(found: Join, joined: Joined, clusters: dict[str, _Cluster]) -> None:
    one, other = joined.groups.of(found.one.id), joined.groups.of(found.other.id)
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
