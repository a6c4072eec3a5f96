"""The brief on what a filter leaves: what was signed, first and latest contact, open plans, and who works with whom."""

from collections.abc import Sequence
from typing import Any

from hcoop.query.events import events_table
from hcoop.query.filters import Filter
from hcoop.query.pairs import Pair
from hcoop.query.partnerships import partnerships
from hcoop.query.table import Lit, Row, Table
from hcoop.query.told_partnerships import told_partnerships
from hcoop.store.read import Store

_BRIEF = {
    "signed": "Instruments signed",
    "latest": "Latest contact",
    "first": "First contact",
    "planned": "Planned, and not reported since",
}
_OLDEST_FIRST = "coalesce(earliest, latest, last_day), id"
_NEWEST_FIRST = "coalesce(latest, earliest, last_day) DESC, id"
_CONTACTS = 3
_PLANS = 200
_PAIRS = 5
_FOLLOWED = "SELECT 1 FROM relations WHERE kind = 'fulfils' AND target = events.id"


def brief_of(store: Store, asked: Filter, where: str, values: list[Any]) -> Row:
    """Return what a visitor wants to know of what a filter leaves.

    That is the agreements, the first and the last that happened, the plans that nothing followed, and the pairs of
    sides. `where` is the condition of the filter on the events, and `values` are its values; the newest come first.
    """
    done = f"{where} AND status <> 'planned'"
    signed = ", ".join(f"'{kind}'" for kind in store.types("signed"))
    conditions = {
        "signed": (f"{done} AND type IN ({signed})", _NEWEST_FIRST),
        "latest": (f"{done} AND last_day IS NOT NULL", f"{_NEWEST_FIRST} LIMIT {_CONTACTS}"),
        "first": (f"{done} AND last_day IS NOT NULL", f"{_OLDEST_FIRST} LIMIT 1"),
        "planned": (
            f"{where} AND status = 'planned' AND NOT EXISTS ({_FOLLOWED})",
            f"{_NEWEST_FIRST} LIMIT {_PLANS}",
        ),
    }
    brief: Row = {key: list(store.records("events", sql, values, order)) for key, (sql, order) in conditions.items()}
    events = store.records("events", where, values)
    return {**brief, "partnerships": list(partnerships(store, events, lambda pair: _fits(pair, asked)))}


def brief_parts(store: Store, brief: Row) -> Sequence[Table | Lit]:
    """Return the parts of a brief as people read them."""
    if not brief:
        return []
    tables = [events_table(store, brief[key], title, "none told") for key, title in _BRIEF.items()]
    return [*tables, *told_partnerships(store, brief["partnerships"], _PAIRS)]


def _fits(pair: Pair, asked: Filter) -> bool:
    """Tell whether a pair has a side that is asked for, where the filter names countries or organisations."""
    ends = (pair.source, pair.target)
    countries, bodies = asked.values.get("country", ()), asked.values.get("organisation", ())
    return (not countries or any(end.country in countries for end in ends)) and (
        not bodies or any(end.id in bodies for end in ends)
    )
