"""The thread of two sides over the years: first and last contact, what was signed, what was planned and never done."""

from collections import Counter
from collections.abc import Container, Sequence

from hcoop.edtf import days
from hcoop.query.sums import by_frequency, sums
from hcoop.query.table import Row

_FIRST, _LAST = "0001-01-01", "9999-12-31"


def thread(events: Sequence[Row], fulfilled: Container[str]) -> Row:
    """Return what some events tell of their two sides; `fulfilled` are the ids of plans that were carried out.

    `schemas/exports/partnerships.yaml` says what each field means.
    """
    told = sorted(events, key=lambda event: (*_days(event), event["id"]))
    contacts = [event for event in told if event["status"] != "planned"]
    latest = max(contacts, key=lambda event: (_known_until(event), event["id"]), default=None)
    return {
        **sums([_dated(event) for event in told]),
        "types": sorted({event["type"] for event in told}),
        "topics": by_frequency(topic for event in told for topic in event["topics"]),
        "first_contact": _cited(contacts[0]) if contacts else None,
        "last_contact": _cited(latest) if latest else None,
        "instruments": [_signed(event) for event in contacts if event["instrument"]],
        "unfulfilled": [_cited(event) for event in told if _is_open(event, fulfilled)],
        "people": _people(told),
        "places": by_frequency(event["city"] for event in told if event["city"]),
        "event_ids": sorted(event["id"] for event in told),
    }


def _days(event: Row) -> tuple[str, str]:
    """Return the days that bound an event; where its own are not known, those of its report."""
    first, last = days(event["date"])
    if not (first or last):
        first, last = days(event["reported"])
    return first or (_FIRST if last else _LAST), last or _LAST


def _known_until(event: Row) -> str:
    """Return the last day on which an event is known to go on: no report tells of a day behind it."""
    reports = (days(piece["published"])[1] for piece in event["evidence"])
    return min(_days(event)[1], max(filter(None, reports), default=_LAST))


def _dated(event: Row) -> Row:
    first, last = days(event["date"])
    return {**event, "earliest": first, "latest": last}


def _is_open(event: Row, fulfilled: Container[str]) -> bool:
    return event["status"] == "planned" and event["id"] not in fulfilled


def _cited(event: Row) -> Row:
    return {"event": event["id"], **{field: event[field] for field in ("type", "date", "reported")}}


def _signed(event: Row) -> Row:
    return {**_cited(event), **{field: event[field] for field in ("instrument", "term")}}


def _people(events: Sequence[Row]) -> list[Row]:
    """Return who took part, those of the most events first."""
    names = {person["person"]: person["name"] for event in reversed(events) for person in event["people"]}
    count = Counter(person for event in events for person in {person["person"] for person in event["people"]})
    ordered = sorted(count, key=lambda person: (-count[person], names[person], person))
    return [{"id": person, "name": names[person], "events": count[person]} for person in ordered]
