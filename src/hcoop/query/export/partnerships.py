"""Partnerships as they are exported: a row for each pair of sides."""

from collections.abc import Callable
from itertools import islice

from hcoop.query.export.columns import column
from hcoop.query.filters import Filter, condition
from hcoop.query.partnerships import KEYS, partnerships
from hcoop.query.scope import EVENTS
from hcoop.query.table import Column, Row, Table
from hcoop.query.told_partnerships import contact, instrument
from hcoop.store.read import Store


def exported_partnerships(store: Store, asked: Filter, many: int) -> Table:
    """Return the pairs, in the order of their ids; at most `many`, all if that is negative."""
    rows = partnerships(store, store.records("events", *condition(EVENTS, asked)), lambda pair: pair.named)
    return Table(_columns(store), rows if many < 0 else islice(rows, many), schema="exports/partnerships")


def _columns(store: Store) -> list[Column]:
    """Return the columns; in CSV and for people the parts of a thread are in words."""
    instruments = store.labels("instrument")
    told: dict[str, Callable[[Row], str]] = {
        "first_contact": lambda row: contact(row["first_contact"]),
        "last_contact": lambda row: contact(row["last_contact"]),
        "instruments": lambda row: "; ".join(instrument(signed, instruments) for signed in row["instruments"]),
        "unfulfilled": lambda row: "; ".join(map(contact, row["unfulfilled"])),
        "people": lambda row: "; ".join(person["name"] for person in row["people"]),
    }
    return [column(key, told.get(key)) for key in KEYS]
