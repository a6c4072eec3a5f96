"""Events that a person should look at: what is least sure comes first."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from hcoop import edtf
from hcoop.query.filters import Filter, condition
from hcoop.query.scope import EVENTS
from hcoop.query.show_as import spaced
from hcoop.store.read import Store

Plain = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Doubt:
    """An event by its id, and what is unsure about it, in words."""

    event: str
    reasons: tuple[str, ...]


def doubts(store: Store, asked: Filter) -> list[Doubt]:
    """Return the events that fit a filter, and of which something is unsure that nobody has looked at yet."""
    where, values = condition(EVENTS, asked)
    found = []
    for event in store.records("events", where, values):
        ranked = sorted(_reasons(event)) if not event["checked"] else []
        if ranked:
            order = (ranked[0][0], event["importance"] != "main", event["id"])
            found.append((order, Doubt(event["id"], tuple(reason for _, reason in ranked))))
    return [doubt for _, doubt in sorted(found, key=lambda pair: pair[0])]


def _reasons(event: Plain) -> Iterator[tuple[int, str]]:
    """Yield what is unsure, with its rank."""
    given = {mark["field"] for mark in event["corrected"]}
    for conflict in event["conflicts"]:
        values = sorted({str(value["value"]) for value in conflict["values"]})
        yield 0, f"reports differ on the {spaced(conflict['field'])}: {', '.join(values)}"
    if event["date"] and edtf.parse(event["date"]).yearless and "date" not in given:
        yield 1, "the year is not stated"
    sides = {party["side"] for party in event["participants"]}
    if not {"home", "partner"} <= sides and "participants" not in given:
        unknown = (
            "the side at home"
            if "partner" in sides
            else "the partner"
            if "home" in sides
            else "who took part"
        )
        yield 2, f"{unknown} is unknown"
    if event["date"] is None and "date" not in given:
        yield 3, "no date"
