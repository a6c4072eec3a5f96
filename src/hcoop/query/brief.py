"""The brief on what a filter leaves: what was signed, the latest contact, and plans that nothing followed."""

from collections.abc import Mapping
from typing import Any

from hcoop.query.events import events_table
from hcoop.query.table import Row, Table
from hcoop.store.read import Store

_BRIEF = {"signed": "Instruments signed", "latest": "Latest contact", "planned": "Planned, and not reported since"}
_NEWEST_FIRST = "coalesce(latest, earliest, last_day) DESC, id"
_CONTACTS = 3
_PLANS = 200

_FOLLOWED = "SELECT 1 FROM relations WHERE kind = 'fulfils' AND target = events.id"


def brief_of(store: Store, where: str, values: list[Any]) -> dict[str, list[Row]]:
    """Return what a visitor wants to know: the agreements, the last that happened, the plans that nothing followed.

    `where` is a condition on the events, and `values` are its values; the newest come first.
    """
    done = f"{where} AND status <> 'planned'"
    signed = ", ".join(f"'{kind}'" for kind in store.types("signed"))
    conditions = {
        "signed": (f"{done} AND type IN ({signed})", _NEWEST_FIRST),
        "latest": (f"{done} AND last_day IS NOT NULL", f"{_NEWEST_FIRST} LIMIT {_CONTACTS}"),
        "planned": (
            f"{where} AND status = 'planned' AND NOT EXISTS ({_FOLLOWED})",
            f"{_NEWEST_FIRST} LIMIT {_PLANS}",
        ),
    }
    return {key: list(store.records("events", where, values, order)) for key, (where, order) in conditions.items()}


def brief_tables(store: Store, brief: Mapping[str, list[Row]]) -> list[Table]:
    """Return the parts of a brief as tables."""
    return [events_table(store, records, _BRIEF[key], "none told") for key, records in brief.items()]
