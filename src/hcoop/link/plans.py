"""Plans and what came of them: two events, of which the later fulfils the earlier."""

from collections.abc import Iterable, Sequence

from hcoop.link.telling import Days, Telling

# A plan and a fact are compared if they are told on so many days from one another.
REACH = 1200
# Days by which a plan may be carried out earlier than planned, or later.
_EARLY, _LATE = 31, 400
_YEAR = 366

# How likely a fact is that of a plan, the least first: that no topic is common, and the days between them.
Likely = tuple[bool, int]


def fulfilments(likely: Iterable[tuple[Likely, str, str]]) -> dict[str, str]:
    """Return the plan that each fact fulfils; each plan is fulfilled once, and by the likeliest.

    `likely` are how likely it is, the fact's id and the plan's.
    """
    fulfilled: dict[str, str] = {}
    done: set[str] = set()
    for _, fact, plan in sorted(likely):
        if fact not in fulfilled and plan not in done:
            fulfilled[fact] = plan
            done.add(plan)
    return fulfilled


def likely(plan: Sequence[Telling], fact: Sequence[Telling]) -> Likely | None:
    """Return how likely a fact is that of a plan of the same type that shares a side with it; None if it is not.

    It comes after the plan was reported, not long before or after the time planned, and on time or on the same topic.
    Where a plan names but the partner's country, it must be both.
    """
    if plan[0].planned == fact[0].planned or not plan[0].planned:
        return None
    followed = _followed(plan, fact)
    if followed is None or _other_partner(plan, fact) or {t.article for t in plan} & {t.article for t in fact}:
        return None
    days, on_time = followed
    topics = {topic for t in plan for topic in t.event["topics"]}
    common = any(topic in topics for t in fact for topic in t.event["topics"])
    enough = common or on_time if _same_partner(plan, fact) else common and on_time
    return (not common, days) if enough else None


def _followed(plan: Sequence[Telling], fact: Sequence[Telling]) -> tuple[int, bool] | None:
    """Return the days from a plan's time to a fact's, and whether they overlap; None if it did not follow in time."""
    told, planned = _first_report(plan), min((t.days for t in plan if t.days), default=None)
    reported, done = _first_report(fact), min((t.days for t in fact if t.days), key=_length, default=None)
    if told and ((reported and reported < told) or (done and _was_running(done, told))):
        return None
    due = planned or (told and (told, told))
    took_place = done or (reported and (reported, reported))
    if not due or not took_place or (told and took_place[1] < told - 1):
        return None
    if took_place[1] < due[0] - _EARLY or took_place[0] > due[1] + _LATE:
        return None
    return abs(took_place[1] - due[1]), bool(planned and done and done[0] <= planned[1] and planned[0] <= done[1])


def _first_report(told: Sequence[Telling]) -> int | None:
    return min((t.reported for t in told if t.reported), default=None)


def _length(days: Days) -> int:
    return days[1] - days[0]


def _was_running(days: Days, told: int) -> bool:
    """Tell whether what lasts years had begun when the plan was told."""
    return days[0] < told and _length(days) > _YEAR


def _same_partner(plan: Sequence[Telling], fact: Sequence[Telling]) -> bool:
    return any(not p.partners.isdisjoint(f.partners) for p in plan for f in fact)


def _other_partner(plan: Sequence[Telling], fact: Sequence[Telling]) -> bool:
    named = any(p.partners for p in plan) and any(f.partners for f in fact)
    return named and not _same_partner(plan, fact)
