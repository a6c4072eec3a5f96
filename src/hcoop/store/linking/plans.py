"""Which events carry out which plans: those around the events that have changed."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from hcoop.link.pairs import position, sides
from hcoop.link.plans import REACH, fulfilments, likely
from hcoop.link.telling import Telling
from hcoop.store import event_rows
from hcoop.store.linking.round import Round
from hcoop.store.linking.tellings import Tellings

# Of so many changed events it is not asked one by one, since few are planned.
_MANY = 1000
_RELATED = "SELECT plan FROM likely UNION SELECT fact FROM likely UNION SELECT event FROM relations"
# Events whose tellings are kept in memory.
_KEPT = 2000
_LIKELY = "SELECT plan, fact, other_topics, days FROM likely WHERE "
_BESIDE = (
    "SELECT DISTINCT event FROM {0} JOIN told ON telling = told.key "
    "WHERE block = ? AND {0}.at BETWEEN ? AND ? AND {1} AND event NOT IN ('', ?)"
)
_PLANS, _FACTS = _BESIDE.format("plans", "TRUE"), _BESIDE.format("blocks", "NOT planned")


def settle(r: Round, known: Tellings, changed: set[str]) -> None:
    """Find the plans and facts of events that have changed, and write which carries out which."""
    plans = _Plans(r, known)
    seeds = {event for identity in sorted(_related(r, changed)) for event in plans.part(identity)}
    for identity in _either(r, changed):
        plans.meet(identity)
    seen: set[str] = set()
    for identity in sorted(_related(r, changed | seeds)):
        if identity not in seen:
            seen |= plans.fulfil(identity)


def _related(r: Round, events: set[str]) -> set[str]:
    """Return of many events those alone of which plans or facts are known."""
    return events if len(events) < _MANY else events & {row[0] for row in r.rows(_RELATED)}


def _either(r: Round, changed: set[str]) -> list[str]:
    """Return events from which all pairs of a plan and a fact are found that are new: of many, the plans alone.

    Where people corrected events, one of a pair may not find the other.
    """
    if len(changed) < _MANY or r.patch.any:
        return sorted(changed)
    sql = "SELECT DISTINCT event FROM plans JOIN told ON telling = told.key WHERE event <> '' ORDER BY event"
    return [row[0] for row in r.rows(sql)]


@dataclass(slots=True)
class _Plans:
    r: Round
    known: Tellings
    told: dict[str, list[Telling]] = field(default_factory=dict)

    def part(self, identity: str) -> set[str]:
        """Forget what an event may carry out, or may have been carried out by; return these."""
        rows = self.r.rows(f"{_LIKELY} plan = ?1 OR fact = ?1", [identity])
        if rows:
            self.r.run("DELETE FROM likely WHERE plan = ?1 OR fact = ?1", [identity])
        return {event for row in rows for event in (row["plan"], row["fact"])}

    def meet(self, identity: str) -> None:
        """Compare an event with those of its sides."""
        mine = self.tellings(identity)  # of one that is no more, none
        for other in self.beside(identity, mine):
            theirs = self.tellings(other)
            plan, fact = (identity, other) if mine[0].planned else (other, identity)
            found = likely(mine, theirs) if plan == identity else likely(theirs, mine)
            if found:
                self.r.run("INSERT OR REPLACE INTO likely VALUES (?, ?, ?, ?)", [plan, fact, *found])

    def beside(self, identity: str, told: Sequence[Telling]) -> list[str]:
        found: set[str] = set()
        others = _FACTS if told and told[0].planned else _PLANS
        for telling in told:
            at = position(telling)
            for block in sides(telling):
                rows = self.r.rows(others, [block, at - REACH, at + REACH, identity])
                found |= {row["event"] for row in rows}
        return sorted(found)

    def fulfil(self, identity: str) -> set[str]:
        """Write which events carry out which, of all that are connected with one; return those."""
        found, waiting, pairs = set[str](), [identity], set[tuple[tuple[bool, int], str, str]]()
        while waiting:
            at = waiting.pop()
            if at not in found:
                found.add(at)
                for row in self.r.rows(f"{_LIKELY} plan = ?1 OR fact = ?1", [at]):
                    pairs.add(((bool(row["other_topics"]), row["days"]), row["fact"], row["plan"]))
                    waiting += [row["plan"], row["fact"]]
        if not pairs and not self.r.rows("SELECT 1 FROM relations WHERE event = ?", [identity]):
            return found
        fulfilled = fulfilments(pairs)
        for event in sorted(filter(self.tellings, found)):
            event_rows.relate(self.r.connection, event, fulfilled.get(event))
        return found

    def tellings(self, identity: str) -> list[Telling]:
        """Return the tellings of an event, in the words of people where they corrected it."""
        if identity not in self.told:
            if len(self.told) > _KEPT:
                self.told.clear()
            keys = [row[0] for row in self.r.rows("SELECT key FROM told WHERE event = ? ORDER BY key", [identity])]
            told = [self.known.get(key) for key in keys]
            self.told[identity] = [telling for telling in told if telling.corrected] or told
        return self.told[identity]

