"""Whole records of each kind, in the order of their ids, and tables made of them, for other programs."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from hcoop.errors import UsageError
from hcoop.query.export.articles import articles, exported_article
from hcoop.query.export.coded_events import coded_events
from hcoop.query.export.entities import entities, exported_entity
from hcoop.query.export.events import events
from hcoop.query.export.partnerships import exported_partnerships
from hcoop.query.export.provinces import provinces
from hcoop.query.filters import Filter
from hcoop.query.table import Table
from hcoop.store.read import Store

__all__ = ["KINDS", "export", "exported_article", "exported_entity", "known_kind"]

Export = Callable[[Store, Filter, int], Table]

KINDS: Mapping[str, Export] = MappingProxyType(
    {
        "articles": articles,
        "events": events,
        "organisations": entities("organisation", "organisations"),
        "people": entities("person", "people"),
        "places": entities("place", "places"),
        "coded-events": coded_events,
        "partnerships": exported_partnerships,
        "provinces": provinces,
    }
)


def export(store: Store, kind: str, asked: Filter, limit: int | None = None) -> Table:
    """Return the records of a kind; entities are those that the articles fitting the filter name.

    Raises UsageError for an unknown kind.
    """
    return KINDS[known_kind(kind)](store, asked, -1 if limit is None else limit)


def known_kind(kind: str) -> str:
    """Return a kind of record. Raises UsageError if it is none."""
    if kind not in KINDS:
        raise UsageError(f'no kind "{kind}"', hint="it can be " + ", ".join(KINDS))
    return kind
