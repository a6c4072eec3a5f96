"""Partnerships as people read them: a paragraph for each pair of sides."""

from collections.abc import Mapping, Sequence
from typing import Any

from hcoop.query.partnerships import foremost
from hcoop.query.show_as import date_of_event, length, spaced
from hcoop.query.table import Lit, Row
from hcoop.store.read import Store

# So many values of a line are written out.
_LISTED = 8


def told_partnerships(store: Store, rows: Sequence[Row], many: int, but: str | None = None) -> list[Lit]:
    """Return paragraphs on the foremost of some pairs, `many` at most; the end of the id `but` is not named."""
    instruments = store.labels("instrument") if rows else {}
    told = [Lit(_paragraph(row, instruments, but)) for row in foremost(rows)[:many]]
    rest = len(rows) - len(told)
    return told + ([Lit(f"... and {rest} more pairs: `hcoop export partnerships` has all")] if rest else [])


def _paragraph(row: Row, instruments: Mapping[str, str], but: str | None) -> str:
    lines = [
        f"{_heading(row, but)}: {row['events']} event{'s' if row['events'] > 1 else ''}",
        f"first contact: {contact(row['first_contact'])}",
        f"last contact: {contact(row['last_contact'])}",
        *(f"signed: {instrument(signed, instruments)}" for signed in row["instruments"]),
        *(f"planned, and not reported since: {contact(plan)}" for plan in row["unfulfilled"]),
        _listed("people", [person["name"] for person in row["people"]]),
        _listed("places", row["places"]),
        _listed("topics", [spaced(topic) for topic in row["topics"]]),
    ]
    return "\n".join(filter(None, lines))


def _heading(row: Row, but: str | None) -> str:
    names = {row["source"]: row["source_name"], row["target"]: row["target_name"]}
    other = [name for identity, name in names.items() if identity != but]
    return f"With {other[0]}" if len(other) == 1 else " – ".join(names.values())


def contact(event: Row | None) -> str:
    """Return an event of a thread in words; `none told` for null."""
    if event is None:
        return "none told"
    return f"{date_of_event(event['date'], event['reported'])}, {spaced(event['type'])} (event {event['event']})"


def instrument(signed: Row, instruments: Mapping[str, str]) -> str:
    """Return an instrument of a thread in words; `instruments` are their labels."""
    named = instruments.get(signed["instrument"], spaced(signed["instrument"]))
    told = (date_of_event(signed["date"], signed["reported"]), named, signed["term"] and length(signed["term"]))
    return f"{', '.join(filter(None, told))} (event {signed['event']})"


def _listed(name: str, values: Sequence[Any]) -> str:
    rest = len(values) - _LISTED
    told = ", ".join(values[:_LISTED]) + (f" and {rest} more" if rest > 0 else "")
    return f"{name}: {told}" if values else ""
