"""Events as they are exported: whole, with the days that bound their dates and the codes of their topics."""

from collections.abc import Iterator

from hcoop.edtf import days
from hcoop.query.codes import Codes
from hcoop.query.events import event_columns
from hcoop.query.export.columns import hidden
from hcoop.query.filters import Filter, condition
from hcoop.query.scope import EVENTS
from hcoop.query.table import Column, Row, Table
from hcoop.store.read import Store

_ARTICLE = Column(
    "article", "article", lambda row: row["evidence"][0]["article"] if row["evidence"] else "", shown=False
)


def events(store: Store, asked: Filter, many: int) -> Table:
    """Return whole events; at most `many`, all if that is negative."""
    shown = [column for column in event_columns(store) if column.key != "source"]
    more = [*hidden(["importance", "date_basis"]), _ARTICLE, *hidden(["earliest", "latest", "crs"])]
    return Table([*shown, *more], exported_events(store, asked, Codes(store), many), schema="exports/events")


def exported_events(store: Store, asked: Filter, codes: Codes, many: int = -1) -> Iterator[Row]:
    """Yield the whole record of each event that fits."""
    where, values = condition(EVENTS, asked)
    for event in store.records("events", where, values, f"id LIMIT {many}"):
        first, last = days(event["date"])
        yield {**event, "earliest": first, "latest": last, "crs": codes.crs(event["topics"])}
