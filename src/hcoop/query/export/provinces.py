"""The provinces and cities at home, with what happens there; their middles are those of data/gazetteer/places.yaml."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import islice

from hcoop.query.codes import Codes
from hcoop.query.export.columns import columns
from hcoop.query.export.events import exported_events
from hcoop.query.filters import Filter
from hcoop.query.sums import by_frequency, sums
from hcoop.query.table import Row, Table
from hcoop.store.read import Store

_KEYS = (
    "name", "code", "gso", "latitude", "longitude", "events", "agreements", "planned", "countries", "partners",
    "types", "topics", "first", "last",
)  # fmt: skip


def provinces(store: Store, asked: Filter, many: int) -> Table:
    """Return the provinces that events are tied to, by name; at most `many`, all if that is negative."""
    rows = _rows(store, asked)
    return Table(columns(*_KEYS), rows if many < 0 else islice(rows, many), schema="exports/provinces")


def _rows(store: Store, asked: Filter) -> Iterator[Row]:
    codes = Codes(store)
    found: dict[str, list[Row]] = defaultdict(list)
    for event in exported_events(store, asked, codes):
        if event["city"]:
            found[event["city"]].append(event)
    for name, events in sorted(found.items()):
        row = {"name": name, **_place(name, codes), **sums(events), **_who(events)}
        yield {key: row[key] for key in _KEYS}


def _place(name: str, codes: Codes) -> Row:
    centroid = (codes.one("city", name, "centroid") or "").split()
    latitude, longitude = map(float, centroid) if centroid else (None, None)
    code, gso = codes.one("city", name, "iso_3166_2"), codes.one("city", name, "gso")
    return {"code": code, "gso": gso, "latitude": latitude, "longitude": longitude}


def _who(events: list[Row]) -> Row:
    parties = (party for event in events for party in event["participants"])
    return {
        "countries": by_frequency(code for event in events for code in event["countries"]),
        "partners": by_frequency(party["name"] for party in parties if party["side"] != "home"),
        "types": by_frequency(event["type"] for event in events),
        "topics": by_frequency(topic for event in events for topic in event["topics"]),
    }
