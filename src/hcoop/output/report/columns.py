"""The events of a report as columns of numbers: what a page can carry for tens of thousands of them."""

from collections.abc import Iterable, Iterator
from typing import Any

from hcoop import edtf
from hcoop.output.clean import clean
from hcoop.output.report.rare import PLAIN_ID, rare_fields
from hcoop.query.report import Report
from hcoop.query.show_as import day, spaced
from hcoop.query.table import Row

# The fields of an event that hold a value of a closed list, and the kind of its labels.
_ONE = {"type": "type", "status": "status", "instrument": "instrument", "city": "city", "date_basis": "basis"}
_SEVERAL = {"topics": "topic", "countries": "country"}


class Values:
    """Distinct values, numbered in the order of their first use."""

    def __init__(self) -> None:
        self._numbers: dict[Any, int] = {}

    def number(self, value: Any) -> int:
        """Return the number of a value, a new one if it was not seen before; -1 for none."""
        return -1 if value is None else self._numbers.setdefault(value, len(self._numbers))

    def __iter__(self) -> Iterator[Any]:
        return iter(self._numbers)


class Columns:
    """The columns of a report.

    `data()` gives `events`, a list for each field, all in order of time; where a field names a value, it holds its
    number in the list of that kind beside it, -1 for none. Text is without control characters.
    """

    def __init__(self, report: Report) -> None:
        self._report = report
        self._dates, self._parties, self._people = Values(), Values(), Values()
        self._values = {kind: Values() for kind in (*_ONE.values(), *_SEVERAL.values())}
        self._events = self._columns(report.events)
        self._published = {identity: self._dates.number(of["published"]) for identity, of in report.articles.items()}

    def published(self, identity: str) -> int:
        """Return the number of the day on which an article was published."""
        return self._published[identity]

    def data(self) -> Row:
        """Return the columns and the lists that they refer to."""
        labels = self._report.labels
        return {
            "ids": "".join(event["id"][:PLAIN_ID].ljust(PLAIN_ID) for event in self._report.events),
            "events": self._events,
            "rare": {str(n): rare for n, e in enumerate(self._report.events) if (rare := rare_fields(e, self._report))},
            **{kind: [[value, _label(labels, kind, value)] for value in found] for kind, found in self._values.items()},
            "parties": [self._party(party) for party in self._parties],
            "people": [[clean(name), spaced(role)] for name, role in self._people],
            "dates": [_dated(date) for date in self._dates],
        }

    def _columns(self, events: list[Row]) -> Row:
        return {
            **{kind: self._each(kind, [event[field] for event in events]) for field, kind in _ONE.items()},
            **{k: [self._each(k, event[field]) for event in events] for field, k in _SEVERAL.items()},
            "aside": [int(event["importance"] != "main") for event in events],
            "date": [self._dates.number(event["date"]) for event in events],
            "parties": [[self._parties.number(_key(party)) for party in e["participants"]] for e in events],
            "people": [[self._people.number((p["name"], p["role"])) for p in event["people"]] for event in events],
        }

    def _each(self, kind: str, values: Iterable[Any]) -> list[int]:
        return [self._values[kind].number(value) for value in values]

    def _party(self, key: tuple[Any, ...]) -> list[Any]:
        """Return name, 1 if it is a partner, the number of its country, and its role."""
        name, side, country, role = key
        told = self._values["country"].number(country) if side == "partner" else -1
        return [clean(name), int(side == "partner"), told, spaced(role)]


def _key(party: Row) -> tuple[Any, ...]:
    return party["name"], party["side"], party["country"], party["role"]


def _label(labels: dict[str, dict[str, str]], kind: str, value: str) -> str:
    return clean(labels.get(kind, {}).get(value, spaced(value) if kind != "city" else value))


def _dated(value: str) -> list[str]:
    """Return a date as EDTF, in words, and its first and last day, empty where it has none."""
    plain = value.partition("T")[0]
    first, last = edtf.bounds(plain)
    return [value, day(value), first.isoformat() if first else "", last.isoformat() if last else ""]
