"""One record for what several reports tell of an event: what they add up to, and where they differ."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import Any

from hcoop.link.dating import agree, best_date
from hcoop.link.entities import person_id, same_name
from hcoop.link.joining import Join
from hcoop.link.report import Report
from hcoop.link.telling import Parties, Telling

Plain = dict[str, Any]
_OPEN = ("ongoing", "planned")


def merged(
    tellings: Sequence[Telling], reports: Mapping[str, Report], parties: Parties, types: Sequence[str]
) -> Plain:
    """Return the record of an event; `types` are the types of events, the most telling first.

    Its keys are those of an article's event, and: `reported`, when it was first reported; `members`, the ids of the
    events of articles that it is made of; `conflicts`; `relations` and `reasons`, still empty. Its participants and
    people have the ids of the organisation or person that they are, and its evidence says where it stands.
    """
    ordered = sorted(tellings, key=lambda t: _rank(t, types))
    events = [telling.event for telling in ordered]
    kind = _most(ordered, lambda event: event["type"], lambda value: _place(value, types))
    leading = next(event for event in events if event["type"] == kind)
    date, basis = best_date(tellings)
    return {
        **leading,
        "id": min(event["id"] for event in events),
        "type": kind,
        "status": _status(tellings),
        "importance": min(event["importance"] for event in events),
        "instrument": _most(ordered, lambda event: event["instrument"], str) if kind == "agreement" else None,
        "date": date,
        "date_basis": basis,
        "city": _most(ordered, lambda event: event["city"], str),
        "countries": _united(events, "countries"),
        "participants": _participants(ordered, kind, parties),
        "people": _once((p for t in ordered for p in _people(t, parties)), lambda p: p["person"]),
        "topics": _united(events, "topics"),
        "amounts": _once(
            (amount for event in events for amount in event["amounts"]), lambda a: (a["value"], a["currency"])
        ),
        "evidence": [piece for telling in _in_order(ordered) for piece in _evidence(telling, reports)],
        "reported": min((r for t in ordered if (r := reports[t.article].published)), default=None),
        "members": sorted(event["id"] for event in events),
        "relations": [],
        "conflicts": [*_conflicts(ordered, date)],
        "reasons": [],
    }


def reason(join: Join) -> Plain:
    """Return why two tellings were taken for one event, for people and programs."""
    return {"events": [join.one.id, join.other.id], "points": join.why.points, "because": list(join.why.because)}


def _rank(telling: Telling, types: Sequence[str]) -> tuple[bool, bool, int, int, str]:
    """The fullest report of what is new goes first, and no copy before its original."""
    event = telling.event
    parties = sum(identity is not None for identity in telling.ids)
    is_copy = telling.original != telling.article
    return is_copy, event["importance"] != "main", _place(event["type"], types), -parties, event["id"]


def _place(kind: str, types: Sequence[str]) -> int:
    return types.index(kind) if kind in types else len(types)


def _in_order(tellings: Sequence[Telling]) -> list[Telling]:
    """Reports first, copies last; each in the order of publication."""
    return sorted(
        tellings,
        key=lambda t: (
            t.original != t.article, t.event["importance"] != "main", t.reported is None, t.reported or 0, t.id
        ),
    )


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


def _people(telling: Telling, parties: Parties) -> list[Plain]:
    return [{**p, "person": _person(telling, p, parties) or person_id(p["name"])} for p in telling.event["people"]]


def _person(telling: Telling, party: Plain, parties: Parties) -> str | None:
    return parties.people.get((telling.article, same_name(party["name"])))


def _participants(tellings: Sequence[Telling], kind: str, parties: Parties) -> list[Plain]:
    """Return the parties of all reports, each once: the home side first, then those of the right type of event.

    A country that one report names gives way to its bodies in another.
    """
    ordered = sorted(tellings, key=lambda telling: telling.event["type"] != kind)
    said = [
        (identity, {**party, "organisation": identity, "person": _person(telling, party, parties)})
        for telling in ordered
        for identity, party in zip(telling.ids, telling.event["participants"], strict=True)
    ]
    bodies = {(party["side"], party["country"]) for identity, party in said if identity}
    several = len(tellings) > 1
    kept = [
        (identity or f"{party['side']} {party['name']}", party)
        for identity, party in said
        if identity or not several or (party["side"], party["country"]) not in bodies
    ]
    unique: dict[str, Plain] = {}
    for key, party in kept:
        unique.setdefault(key, party)
    return sorted(unique.values(), key=lambda party: party["side"] != "home")


def _evidence(telling: Telling, reports: Mapping[str, Report]) -> list[Plain]:
    report = reports[telling.article]
    where = {
        "article": report.article, "path": report.path, "outlet": report.outlet, "published": report.published,
        "copy_of": telling.original if telling.original != telling.article else None,
    }
    return [{**where, **piece} for piece in telling.event["evidence"]]


def _conflicts(tellings: Sequence[Telling], date: str | None) -> Iterable[Plain]:
    """Yield the fields of which reports say what cannot all be true, with who says what."""
    for field in ("type", "instrument", "city", "date"):
        said = {
            (value, telling.article)
            for telling in tellings
            if (value := telling.event[field]) is not None and telling.article == telling.original
        }
        values = {value for value, _ in said}
        if field == "date" and date and all(agree(date, value) for value in values):
            continue
        if len(values) > 1:
            yield {"field": field, "values": [{"value": v, "article": a} for v, a in sorted(said)]}
    yield from _sums(tellings)


def _sums(tellings: Sequence[Telling]) -> Iterable[Plain]:
    """Yield the sums in one currency of which reports that tell it do not share one."""
    said = {
        (amount["currency"], amount["value"], telling.article)
        for telling in tellings
        if telling.article == telling.original
        for amount in telling.event["amounts"]
    }
    for currency in sorted({currency for currency, _, _ in said}):
        of_article: dict[str, set[float]] = {}
        for code, value, article in said:
            if code == currency:
                of_article.setdefault(article, set()).add(value)
        if len(of_article) > 1 and not set.intersection(*of_article.values()):
            told = sorted((value, article) for article, found in of_article.items() for value in found)
            values = [{"value": f"{value:,.10g} {currency}", "article": article} for value, article in told]
            yield {"field": "amounts", "values": values}
