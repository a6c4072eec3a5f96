"""A report: the events that fit a filter, the articles that tell them, and what a page of both has to know."""

from dataclasses import dataclass
from typing import Any

from hcoop.lexicon import Lexicon
from hcoop.query.filters import Filter, condition
from hcoop.query.report.figures import figures_of
from hcoop.query.report.sites import Site, sites
from hcoop.query.report.sources import sources
from hcoop.query.scope import EVENTS
from hcoop.query.show_as import spaced
from hcoop.query.table import Row
from hcoop.query.timeline import ORDER
from hcoop.store.read import Store

_LABELLED = ("country", "topic", "type", "instrument", "status")
# What a filter of so many values is called by; the others are counted.
_NAMED = 3


@dataclass(frozen=True, slots=True)
class Report:
    """What a report tells.

    `asked` are the filters in words, as (name, values). `events` are whole records in order of time, `articles` those
    that they cite, by id, with `text`. `labels` gives the words for a value by kind; `followed` the events that carry
    out a plan, by its id. `figures` has counts, and days in EDTF. `title` says what the register is about.
    """

    title: str
    asked: list[tuple[str, str]]
    figures: Row
    events: list[Row]
    articles: dict[str, Row]
    followed: dict[str, list[str]]
    labels: dict[str, dict[str, str]]
    sites: list[Site]


def report(store: Store, asked: Filter, lexicon: Lexicon) -> Report:
    """Return the report on what fits a filter; of the lexicon only the profile and the places are used."""
    where, values = condition(EVENTS, asked)
    events = list(store.records("events", where, values, ORDER))
    labels = {kind: store.labels(kind) for kind in _LABELLED}
    articles = sources(store, {piece["article"] for event in events for piece in event["evidence"]})
    profile = lexicon["profile"]
    return Report(
        title=profile.get("title") or f"International cooperation of {labels['country'].get(profile['home'], '')}",
        asked=_in_words(store, asked),
        figures=figures_of(store, asked, events, articles),
        events=events,
        articles=articles,
        followed=_followed(store, {event["id"] for event in events}),
        labels=labels,
        sites=sites(lexicon, profile["home"]),
    )


def _followed(store: Store, plans: set[str]) -> dict[str, list[str]]:
    """Return what carried out each plan, also where the filter leaves it out."""
    found: dict[str, list[str]] = {}
    for row in store.rows("SELECT event, target FROM relations WHERE kind = 'fulfils' ORDER BY target, event"):
        if row["target"] in plans:
            found.setdefault(row["target"], []).append(row["event"])
    return found


def _in_words(store: Store, asked: Filter) -> list[tuple[str, str]]:
    told = [(kind, _listed([_label(store, kind, v) for v in values])) for kind, values in asked.values.items()]
    days: list[tuple[str, Any]] = [("since", asked.since), ("until", asked.until)]
    return told + [(name, day) for name, day in days if day]


def _label(store: Store, kind: str, value: str) -> str:
    return store.labels(kind).get(value, spaced(value))


def _listed(names: list[str]) -> str:
    rest = len(names) - _NAMED
    return " or ".join(names[:_NAMED]) + (f" or {rest} more" if rest > 0 else "")
