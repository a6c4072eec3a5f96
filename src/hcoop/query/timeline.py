"""The timeline: events in order of time, the undated ones after, under the date of their report."""

from hcoop.query.events import event_columns
from hcoop.query.filters import Filter, condition
from hcoop.query.scope import EVENTS
from hcoop.query.silent import silent
from hcoop.query.table import Table
from hcoop.store.read import Store

ORDER = (
    "coalesce(events.earliest, events.latest) IS NULL, coalesce(events.earliest, events.latest), "
    "events.latest, events.last_day IS NULL, events.last_day, events.id"
)


def timeline(store: Store, asked: Filter, limit: int | None = None, quiet: str | None = None) -> Table:
    """Return the events that fit a filter, in order of time.

    With a period `quiet` (2y) only those that were signed or planned, and after which nothing of the same two sides is
    told within that period before the newest article. Raises UsageError if it is no period.
    """
    where, values = condition(EVENTS, asked)
    if quiet is not None:
        also, more = silent(store, quiet)
        where, values = f"{where} AND {also}", [*values, *more]
    rows = store.records("events", where, values, f"{ORDER} LIMIT {-1 if limit is None else limit}")
    return Table(event_columns(store), list(rows), empty="no event fits that")
