"""The headline figures of a report, and how much of it is not known."""

from collections.abc import Iterable, Mapping

from hcoop import edtf
from hcoop.query.filters import Filter
from hcoop.query.summary import sizes
from hcoop.query.table import Row
from hcoop.store.read import Store


def figures_of(store: Store, asked: Filter, events: list[Row], articles: Mapping[str, Row]) -> Row:
    """Return the figures.

    Counts of `events`, `telling` (articles that tell them, without copies), `copies`, `countries`, `partners` and
    `homes` (bodies of each side), `cities`, `undated` (without a year), `differing` and `corrected` events; beside them
    `articles` and `relevant_articles` that fit the filter, `published` and `events_span` as pairs of days, null if
    unknown.
    """
    copies = sum(article["copy_of"] is not None for article in articles.values())
    return {
        **sizes(store, asked),
        "telling": len(articles) - copies,
        "copies": copies,
        "countries": len({code for event in events for code in event["countries"]}),
        "partners": len(_bodies(events, "partner")),
        "homes": len(_bodies(events, "home")),
        "cities": len({event["city"] for event in events if event["city"]}),
        "undated": sum(not has_year(event) for event in events),
        "differing": sum(bool(event["conflicts"]) for event in events),
        "corrected": sum(bool(event["corrected"]) for event in events),
    }


def has_year(event: Row) -> bool:
    """Tell whether the date of an event has a year."""
    return bool(event["date"]) and not edtf.parse(event["date"]).yearless


def _bodies(events: Iterable[Row], side: str) -> set[str]:
    return {
        party["organisation"]
        for event in events
        for party in event["participants"]
        if party["side"] == side and party["organisation"]
    }
