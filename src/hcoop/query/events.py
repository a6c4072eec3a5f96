"""Events as rows and columns."""

from collections.abc import Mapping
from functools import cache, partial
from typing import Any

from hcoop.query.corrected import CHECK, CORRECTED, with_check
from hcoop.query.show_as import date_of_event, length, spaced
from hcoop.query.table import Column, Row, Table
from hcoop.store.read import Store

_WHAT = ("instrument", "term", "topics")


def event_columns(store: Store) -> list[Column]:
    """Return the columns of a list of events."""
    # Programs, which get whole records, need no labels.
    countries, instruments = (cache(partial(store.labels, kind)) for kind in ("country", "instrument"))
    return [
        Column("id", "id"),
        Column("date", "date", lambda row: date_of_event(row["date"], row["reported"])),
        Column("type", "type", lambda row: spaced(row["type"])),
        Column("status", "status", lambda row: with_check(row["status"], row)),
        Column("city", "city"),
        Column("source", "source", source),
        Column("participants", "who with whom", lambda row: parties(row, countries()), wide=True),
        Column("title", "what", lambda row: what(row, instruments()), wide=True, fields=_WHAT),
        Column("instrument", "instrument", shown=False),
        Column("term", "term", shown=False),
        Column("countries", "countries", shown=False),
        Column("topics", "topics", shown=False),
        Column("people", "people", lambda row: _names(row["people"]), shown=False),
        CORRECTED,
        CHECK,
        Column("quote", "quote", lambda row: row["evidence"][0]["quote"] if row["evidence"] else "", shown=False),
    ]


def parties(row: Row, countries: dict[str, str]) -> str:
    """Return the parties of an event: "the home side, with the partners"."""
    home = _names(p for p in row["participants"] if p["side"] == "home")
    partners = _names(p for p in row["participants"] if p["side"] != "home")
    partners = partners or ", ".join(countries.get(code, code) for code in row["countries"])
    return " – ".join(part for part in (home, partners) if part)


def what(row: Row, instruments: Mapping[str, str]) -> str:
    """Return what an event is about: the instrument, if any, with its term, and its topics."""
    topics = ", ".join(map(spaced, row["topics"]))
    instrument = instruments.get(row["instrument"] or "", spaced(row["instrument"]))
    signed = ", ".join(filter(None, (instrument, row["term"] and length(row["term"]))))
    return ": ".join(filter(None, (signed, topics))) or row["title"]


def source(row: Row) -> str:
    """Return where an event is told: the outlet or file of its first report, and how many others there are.

    A copy is no report of its own.
    """
    told = [piece for piece in row["evidence"] if not piece["copy_of"]] or row["evidence"]
    reports = list(dict.fromkeys((e["article"], e["outlet"] or _file(e["path"])) for e in told))
    if not reports:
        return ""
    return reports[0][1] + (f" and {len(reports) - 1} more" if len(reports) > 1 else "")


def events_table(store: Store, records: list[Row], title: str = "", empty: str = "no event") -> Table:
    """Return events as a table."""
    return Table(event_columns(store), records, title, empty)


def _names(parts: Any) -> str:
    return ", ".join(part["name"] for part in parts)


def _file(path: str | None) -> str:
    return (path or "").replace("\\", "/").rpartition("/")[2]
