"""One record for what several reports tell of an event: what they add up to, and where they differ."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import Any

from hcoop.link.conflicts import conflicts
from hcoop.link.dating import best_date
from hcoop.link.joining import Join
from hcoop.link.order import by_time, by_weight, place
from hcoop.link.participants import participants, people
from hcoop.link.report import Report
from hcoop.link.telling import Parties, Telling

Plain = dict[str, Any]
_OPEN = ("ongoing", "planned")


def merged(
    tellings: Sequence[Telling], reports: Mapping[str, Report], parties: Mapping[str, Parties], types: Sequence[str]
) -> Plain:
    """Return the record of an event; reports and parties go by article, `types` have the most telling first.

    Its keys are those of an article's event, and: `reported`, when it was first reported; `members`, the ids of the
    events of articles that it is made of; `conflicts`; `relations` and `reasons`, still empty. Its participants and
    people have the ids of the organisation or person that they are, and its evidence says where it stands.
    """
    ordered = sorted(tellings, key=lambda t: by_weight(t, types))
    events = [telling.event for telling in ordered]
    kind = _most(ordered, lambda event: event["type"], lambda value: place(value, types))
    leading = next(telling for telling in ordered if telling.event["type"] == kind)
    date, basis = best_date(tellings)
    return {
        **leading.event,
        "id": min(event["id"] for event in events),
        "type": kind,
        "status": _status(tellings),
        "importance": min(event["importance"] for event in events),
        "instrument": _most(ordered, lambda event: event["instrument"], str) if "signed" in leading.traits else None,
        "term": _most(ordered, lambda event: event["term"], str) if "signed" in leading.traits else None,
        "date": date,
        "date_basis": basis,
        "city": _most(ordered, lambda event: event["city"], str),
        "countries": _united(events, "countries"),
        "participants": participants(ordered, kind, parties),
        "people": _once((p for t in ordered for p in people(t, parties)), lambda p: p["person"]),
        "topics": _united(events, "topics"),
        "amounts": _once(
            (amount for event in events for amount in event["amounts"]), lambda a: (a["value"], a["currency"])
        ),
        "evidence": [piece for telling in by_time(ordered) for piece in _evidence(telling, reports)],
        "reported": min((r for t in ordered if (r := reports[t.article].published)), default=None),
        "members": sorted(event["id"] for event in events),
        "relations": [],
        "conflicts": [*conflicts(ordered, date)],
        "reasons": [],
    }


def reason(join: Join) -> Plain:
    """Return why two tellings were taken for one event, for people and programs."""
    return {"events": [join.one.id, join.other.id], "points": join.why.points, "because": list(join.why.because)}


def _most(tellings: Sequence[Telling], value: Callable[[Plain], Any], rank: Callable[[Any], Any]) -> Any:
    """Return the commonest value, copies counted once, the first by rank among equals; None if there is none."""
    said = {(telling.original, value(telling.event)) for telling in tellings}
    count = Counter(found for _, found in said if found is not None)
    return min(count, key=lambda found: (-count[found], rank(found)), default=None)


def _status(tellings: Sequence[Telling]) -> str:
    """Return how things stood at the last report."""
    last = max(tellings, key=lambda t: (t.reported or 0, t.event["status"] not in _OPEN, t.id))
    return str(last.event["status"])


def _united(events: Sequence[Plain], field: str) -> list[str]:
    return list(dict.fromkeys(value for event in events for value in event[field]))


def _once(parts: Iterable[Plain], key: Callable[[Plain], Hashable]) -> list[Plain]:
    found: dict[Hashable, Plain] = {}
    for part in parts:
        found.setdefault(key(part), part)
    return list(found.values())


def _evidence(telling: Telling, reports: Mapping[str, Report]) -> list[Plain]:
    report = reports[telling.article]
    where = {
        "article": report.article, "path": report.path, "outlet": report.outlet, "published": report.published,
        "copy_of": telling.original if telling.original != telling.article else None,
    }
    return [{**where, **piece} for piece in telling.event["evidence"]]
