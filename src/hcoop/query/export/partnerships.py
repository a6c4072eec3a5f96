"""Who works with whom: the pairs of a body at home and a partner that are parties of the same events."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import islice

from hcoop.query.export.bodies import bodies
from hcoop.query.export.codes import Codes
from hcoop.query.export.columns import columns
from hcoop.query.export.events import exported_events
from hcoop.query.export.sums import sums
from hcoop.query.filters import Filter
from hcoop.query.table import Row, Table
from hcoop.store.read import Store

_END = ("", "_name", "_kind", "_country", "_city", "_iati_type")
_KEYS = (
    *(f"{end}{part}" for end in ("source", "target") for part in _END),
    "events", "agreements", "planned", "types", "topics", "first", "last", "event_ids",
)  # fmt: skip


def partnerships(store: Store, asked: Filter, many: int) -> Table:
    """Return the pairs, in the order of their ids; at most `many`, all if that is negative."""
    rows = _rows(store, asked)
    return Table(columns(*_KEYS), rows if many < 0 else islice(rows, many), schema="exports/partnerships")


def _rows(store: Store, asked: Filter) -> Iterator[Row]:
    codes, known = Codes(store), bodies(store)
    ends: dict[str, Row] = {}
    pairs: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for event in exported_events(store, asked, codes):
        parties = {_identity(party): party for party in event["participants"]}
        ends.update({identity: party for identity, party in parties.items() if identity not in ends})
        sides = {side: [i for i, party in parties.items() if party["side"] == side] for side in ("home", "partner")}
        for source in sides["home"]:
            for target in sides["partner"]:
                pairs[source, target].append(event)
    for (source, target), events in sorted(pairs.items()):
        row = {**_end("source", source, ends, known, codes), **_end("target", target, ends, known, codes)}
        yield {key: value for key, value in _summed(row, events).items() if key in _KEYS}


def _identity(party: Row) -> str:
    return str(party["organisation"] or party["person"] or f"name:{party['name']}")


def _end(prefix: str, identity: str, ends: dict[str, Row], known: dict[str, Row], codes: Codes) -> Row:
    body, party = known.get(identity, {}), ends[identity]
    kind = body.get("kind")
    values = (
        identity, body.get("name", party["name"]), kind, body.get("country", party["country"]), body.get("city"),
        codes.iati(identity, kind),
    )  # fmt: skip
    return {f"{prefix}{part}": value for part, value in zip(_END, values, strict=True)}


def _summed(row: Row, events: list[Row]) -> Row:
    more = {
        **sums(events),
        "types": sorted({event["type"] for event in events}),
        "topics": sorted({topic for event in events for topic in event["topics"]}),
        "event_ids": [event["id"] for event in events],
    }
    return {**row, **{key: more[key] for key in _KEYS if key in more}}
