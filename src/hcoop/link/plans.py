"""Plans and what came of them: two events, of which the later fulfils the earlier."""

from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from typing import Any

from hcoop.link.telling import Telling

Plain = dict[str, Any]

# Days by which a plan may be carried out earlier than planned, or later.
_EARLY, _LATE = 31, 400


def fulfilments(events: Mapping[str, Sequence[Telling]]) -> dict[str, str]:
    """Return the plan that each event fulfils, by the events' ids; each plan is fulfilled once, and by the likeliest.

    A fact fulfils a plan if it is of the same type, shares a body on both sides, comes after the plan was reported,
    and not long before or after the time planned.
    """
    plans = {key: told for key, told in events.items() if told[0].planned}
    facts: dict[Hashable, list[str]] = defaultdict(list)
    for key, told in events.items():
        if key not in plans:
            for side in set(_sides(told)):
                facts[side].append(key)
    found = []
    for plan, told in plans.items():
        for fact in {fact for side in set(_sides(told)) for fact in facts[side]}:
            likely = _likely(told, events[fact])
            if likely is not None:
                found.append((likely, fact, plan))
    fulfilled: dict[str, str] = {}
    done: set[str] = set()
    for _, fact, plan in sorted(found):
        if fact not in fulfilled and plan not in done:
            fulfilled[fact] = plan
            done.add(plan)
    return fulfilled


def _sides(told: Sequence[Telling]) -> Iterator[Hashable]:
    for telling in told:
        kind = telling.event["type"]
        yield from ((kind, home, partner) for home in telling.home for partner in telling.partners)


def _likely(plan: Sequence[Telling], fact: Sequence[Telling]) -> tuple[bool, int] | None:
    """Return what sorts the likeliest fact of a plan first: a common topic, the days between; None if it is none."""
    planned = min((t.days for t in plan if t.days), default=None)
    told = min((t.reported for t in plan if t.reported), default=None)
    done = min((t.days for t in fact if t.days), key=lambda days: days[1] - days[0], default=None)
    reported = min((t.reported for t in fact if t.reported), default=None)
    last = done[1] if done else reported
    due = planned[1] if planned else told
    if last is None or due is None or (told is not None and last < told - 1):
        return None
    if told is not None and reported is not None and reported < told:
        return None
    first = (planned or (due, due))[0]
    if not first - _EARLY <= last or (done[0] if done else last) > due + _LATE:
        return None
    topics = {topic for t in plan for topic in t.event["topics"]}
    common = any(topic in topics for t in fact for topic in t.event["topics"])
    on_time = planned is not None and done is not None and done[0] <= planned[1] and planned[0] <= done[1]
    return (not common, abs(last - due)) if common or on_time else None
