"""The corpus, or what the filters leave of it, at a glance."""

from typing import Any

from hcoop.query.brief import brief_of, brief_parts
from hcoop.query.filters import Filter, condition
from hcoop.query.scope import ARTICLES, EVENTS
from hcoop.query.show_as import day, spaced
from hcoop.query.table import Column, Lit, Page, Row, Table
from hcoop.store.read import Store

_TOP = 10
# Each list of the glance: its key in JSON, its heading, the kind of facet.
_LISTS = (
    ("countries", "Partner countries", "country"),
    ("cities", "Cities and provinces", "city"),
    ("types", "Types of event", "type"),
    ("statuses", "Status", "status"),
    ("topics", "Topics", "topic"),
)
_LEADING = (
    ("partners", "Leading partners", "partner"),
    ("organisations", "Leading organisations at home", "home"),
    ("people", "Leading people", "person"),
)
# In this order, since of the other way round SQLite would look up each value for each event.
_OF_SOME = "events CROSS JOIN event_concerns ON item = events.key CROSS JOIN facets ON facets.key = facet"


def summary(store: Store, asked: Filter) -> Page:
    """Return the summary of what fits a filter; if there is a filter, with a brief on it."""
    where, values = condition(EVENTS, asked)
    counts = sizes(store, asked)
    lists = [*((*entry, None) for entry in _LISTS), *((*entry, _TOP) for entry in _LEADING)]
    tables = {key: _counted(store, kind, where, values, title=title, top=top) for key, title, kind, top in lists}
    tables["years"] = _years(store, where, values)
    brief = brief_of(store, asked, where, values) if not asked.empty else {}
    record = {
        **counts,
        **{key: [_bare(row) for row in table.rows] for key, table in tables.items()},
        **brief,
    }
    headline = Lit(_headline(counts, store.meta("sector")))
    return Page(record, [headline, *brief_parts(store, brief), *(table for table in tables.values() if table.rows)])


def sizes(store: Store, asked: Filter) -> Row:
    """Return how many articles and events fit a filter, and the days between which they lie, null if unknown."""
    where, values = condition(EVENTS, asked)
    of_articles, article_values = condition(ARTICLES, asked)
    articles = store.rows(
        f"SELECT count(*), coalesce(sum(relevant), 0), min(earliest), max(latest) FROM articles WHERE {of_articles}",
        article_values,
    )[0]
    events = store.rows(f"SELECT count(*), min(earliest), max(latest) FROM events WHERE {where}", values)[0]
    return {
        "articles": articles[0],
        "relevant_articles": articles[1],
        "published": [articles[2], articles[3]],
        "events": events[0],
        "events_span": [events[1], events[2]],
    }


def _headline(counts: Row, sector: str) -> str:
    articles = f"{counts['articles']} articles{_span(counts['published'], 'published')}"
    relevant = f"{counts['relevant_articles']} of them on {sector} cooperation"
    return f"{articles}, {relevant}\n{counts['events']} events{_span(counts['events_span'], 'dated')}"


def _span(days: list[str | None], word: str) -> str:
    first, last = days
    if not first or not last:
        return ""
    return f", {word} {day(first)}" + (f" to {day(last)}" if last != first else "")


def _counted(store: Store, kind: str, where: str, values: list[Any], *, title: str, top: int | None) -> Table:
    """Count the events of a filter by the values of one kind of facet, the most frequent first."""
    # Without a filter the index of the facets tells it all.
    joined = EVENTS.facets if where == EVENTS.base else _OF_SOME
    rows = store.rows(
        f"SELECT value, count(*) AS events FROM {joined} "
        f"WHERE kind = ? AND {where} GROUP BY value ORDER BY events DESC, value LIMIT ?",
        [kind, *values, top or -1],
    )
    labels = store.labels("organisation" if kind in ("partner", "home") else kind, [row["value"] for row in rows])
    counted = [
        {"value": row["value"], "name": labels.get(row["value"], spaced(row["value"])), "events": row["events"]}
        for row in rows
    ]
    return Table(_count_columns(), counted, title)


def _years(store: Store, where: str, values: list[Any]) -> Table:
    rows = store.rows(
        f"SELECT substr(coalesce(earliest, latest), 1, 4) AS year, count(*) AS events FROM events "
        f"WHERE {where} GROUP BY year ORDER BY year IS NULL, year",
        values,
    )
    counted = [{"value": row["year"], "name": row["year"] or "no year stated", "events": row["events"]} for row in rows]
    return Table(_count_columns(), counted, "Years")


def _count_columns() -> list[Column]:
    return [Column("name", ""), Column("value", "", shown=False), Column("events", "", bar=True)]


def _bare(row: Row) -> Row:
    return {"value": row["value"], "name": row["name"], "events": row["events"]}
