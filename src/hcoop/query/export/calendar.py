"""Events as days of a calendar: those whose date has a first and a last day."""

import re
from collections.abc import Iterator

from hcoop.query.show_as import date_of_event, day, spaced
from hcoop.query.table import Row, Table
from hcoop.store.read import Store

_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def calendar(table: Table, _store: Store) -> Table:
    """Return what a calendar needs of exported events; `start` and `end` are days, both of the event."""
    rows = (_entry(event) for event in table.rows if event["earliest"] and event["latest"])
    return table._replace(columns=[], rows=rows, schema="")


def _entry(event: Row) -> Row:
    return {
        "uid": f"{event['id']}@hcoop",
        # When it was first told: an entry is the same whenever it is written.
        "stamp": reported[0] if (reported := _DAY.match(event["reported"] or "")) else event["earliest"],
        "start": event["earliest"],
        "end": event["latest"],
        "status": "TENTATIVE" if event["status"] == "planned" else "CONFIRMED",
        "summary": event["title"],
        "description": "\n\n".join(_described(event)),
        "location": event["city"],
        "categories": [spaced(event["type"]), *map(spaced, event["topics"])],
    }


def _described(event: Row) -> Iterator[str]:
    """Yield the date as precisely as it is told, and each quote with its source."""
    yield f"{date_of_event(event['date'], event['reported'])}, {event['status']}"
    for piece in event["evidence"]:
        page = f"page {piece['page']}" if piece["page"] else None
        source = ", ".join(filter(None, (piece["outlet"], day(piece["published"]), page)))
        yield f"“{piece['quote']}”" + (f" ({source})" if source else "")
