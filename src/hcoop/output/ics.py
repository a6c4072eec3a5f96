"""iCalendar (RFC 5545): each row a whole-day event from its `start` to its `end`, both days of it."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any, BinaryIO

from hcoop.extras import need
from hcoop.output.clean import clean
from hcoop.query.table import Row, Table


def write_ics(table: Table, stream: BinaryIO) -> None:
    """Write a table of days as a calendar. Raises HcoopError if icalendar is not installed."""
    icalendar = need("icalendar", "calendar")
    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//hcoop//register of cooperation//EN")
    calendar.add("version", "2.0")
    for row in table.rows:
        calendar.add_component(_event(icalendar, row))
    stream.write(calendar.to_ical())


def _event(icalendar: Any, row: Row) -> Any:
    event = icalendar.Event()
    event.add("uid", row["uid"])
    event.add("dtstamp", datetime.combine(date.fromisoformat(row["stamp"]), time(tzinfo=UTC)))
    event.add("dtstart", date.fromisoformat(row["start"]))
    event.add("dtend", date.fromisoformat(row["end"]) + timedelta(days=1))  # as the standard has it: the day after
    event.add("transp", "TRANSPARENT")
    event.add("status", row["status"])
    for name in ("summary", "description", "location"):
        if row[name]:
            event.add(name, "\n".join(clean(line) for line in row[name].split("\n")))
    if row["categories"]:
        event.add("categories", [clean(category) for category in row["categories"]])
    return event
