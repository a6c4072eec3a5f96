"""Who works with whom: the pairs of sides of some events, each with its thread."""

from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial

from hcoop.query.codes import Codes
from hcoop.query.pairs import End, Pair, pairs
from hcoop.query.table import Row
from hcoop.query.thread import thread
from hcoop.store.read import Store

_END = ("", "_name", "_kind", "_country", "_city", "_iati_type")
KEYS = (
    *(f"{end}{part}" for end in ("source", "target") for part in _END),
    "events", "agreements", "planned", "types", "topics", "first", "last", "first_contact", "last_contact",
    "instruments", "unfulfilled", "people", "places", "event_ids",
)  # fmt: skip
_FULFILLED = "SELECT DISTINCT target FROM relations WHERE kind = 'fulfils'"


def _any(_pair: Pair) -> bool:
    return True


def partnerships(store: Store, events: Iterable[Row], wanted: Callable[[Pair], bool] = _any) -> Iterator[Row]:
    """Yield the pairs of sides of some events that are wanted, in the order of their ids.

    `schemas/exports/partnerships.yaml` says what each field means.
    """
    found = [pair for pair in pairs(events, store.meta("home"), store.labels("country")) if wanted(pair)]
    if not found:
        return
    fulfilled = {row["target"] for row in store.rows(_FULFILLED)}
    told = cache(partial(_end, store, Codes(store)))
    for pair in found:
        row = {**told("source", pair.source), **told("target", pair.target), **thread(pair.events, fulfilled)}
        yield {key: row[key] for key in KEYS}


def foremost(rows: Iterable[Row]) -> list[Row]:
    """Return pairs with those of the most events first, and of these the ones that met last."""
    ordered = sorted(rows, key=_last, reverse=True)
    return sorted(ordered, key=lambda row: -row["events"])


def _last(row: Row) -> str:
    contact = row["last_contact"] or {}
    return str(contact.get("date") or contact.get("reported") or "")


def _end(store: Store, codes: Codes, which: str, end: End) -> Row:
    body = next(store.records("entities", "kind = 'organisation' AND id = ?", [end.id]), {})
    kind = body.get("kind")
    values = (
        end.id, body.get("name", end.name), kind, body.get("country", end.country), body.get("city"),
        codes.iati(end.id, kind),
    )  # fmt: skip
    return {f"{which}{part}": value for part, value in zip(_END, values, strict=True)}
