"""The filters that every command takes: values of one are "or", several filters are "and"."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any, NamedTuple

from hcoop.errors import UsageError
from hcoop.query import dates
from hcoop.query.names import resolve
from hcoop.query.scope import ARTICLES, EVENTS, Scope
from hcoop.store.read import Store

KINDS = ("country", "city", "organisation", "person", "type", "topic", "status", "outlet")
_OF_ONE_EVENT = ("type", "status")
# What an outlet has copied stands for it in the original.
_ORIGINALS = """
SELECT coalesce(original.key, item) FROM ({items}) JOIN articles AS copy ON copy.key = item
LEFT JOIN articles AS original ON original.id = copy.copy_of AND original.canonical"""


class Filter(NamedTuple):
    """What is asked for: by kind, the values that will do; days in ISO 8601, null where open."""

    values: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    since: str | None = None
    until: str | None = None

    @property
    def empty(self) -> bool:
        """True if everything will do."""
        return not (self.values or self.since or self.until)


def make_filter(
    store: Store, given: Mapping[str, Sequence[str]], since: str | None = None, until: str | None = None
) -> Filter:
    """Return the filter for values as users write them.

    Raises UsageError, with what was perhaps meant, for a value that the store does not know, or a bad date.
    """
    unknown = next((kind for kind in given if kind not in KINDS), None)
    if unknown:
        raise UsageError(f'no filter "{unknown}"', hint="filters are " + ", ".join((*KINDS, "since", "until")))
    values = {
        kind: tuple(sorted({value for text in texts for value in resolve(store, kind, text)}))
        for kind, texts in given.items()
        if texts
    }
    first = None if since is None else dates.first_day(since)
    last = None if until is None else dates.last_day(until)
    if first and last and first > last:
        raise UsageError(f"--since {since} is after --until {until}", hint="change them about")
    return Filter(values, first, last)


def condition(scope: Scope, asked: Filter) -> tuple[str, list[Any]]:
    """Return the SQL condition on the rows of a scope, and its values.

    An article fits a filter by type or status only if one of its events fits the whole filter.
    """
    if scope is not EVENTS and any(kind in asked.values for kind in _OF_ONE_EVENT):
        facets = Filter({kind: texts for kind, texts in asked.values.items() if kind != "outlet"})
        of_events, values = condition(EVENTS, facets)
        rest = Filter(
            {kind: texts for kind, texts in asked.values.items() if kind == "outlet"}, asked.since, asked.until
        )
        of_article, more = condition(scope, rest)
        tellers = f"SELECT article FROM tellings JOIN events ON event = events.key WHERE {of_events}"
        return (f"articles.key IN ({tellers}) AND {of_article}", values + more)
    return _facet_condition(scope, asked)


def _facet_condition(scope: Scope, asked: Filter) -> tuple[str, list[Any]]:
    clauses, values = [scope.base], list[Any]()
    for kind, wanted in asked.values.items():
        marks = ", ".join("?" * len(wanted))
        # A country or city that an article merely mentions is no party of it.
        least = 2 if kind in ("country", "city") else 0
        items = f"SELECT item FROM {scope.facets} WHERE kind = ? AND value IN ({marks}) AND weight > {least}"
        if kind == "outlet" and scope is ARTICLES:
            items = _ORIGINALS.format(items=items)
        clauses.append(f"{scope.table}.key IN ({items})")
        values += [kind, *wanted]
    if asked.since:
        clauses.append(f"{scope.table}.{scope.last_day} >= ?")
        values.append(asked.since)
    if asked.until:
        clauses.append(f"{scope.table}.{scope.first_day} <= ?")
        values.append(asked.until)
    return " AND ".join(clauses), values
