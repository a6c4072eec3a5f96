"""The corpus, or what the filters leave of it, at a glance; and the digest of one article."""

import json
from collections.abc import Mapping
from typing import Any

from hcoop.query.events import event_row, events_table, parties
from hcoop.query.filters import Filter, condition
from hcoop.query.scope import ARTICLES, EVENTS
from hcoop.query.show_as import date_of_event, day, spaced
from hcoop.query.table import Column, Lit, Page, Row, Table
from hcoop.store.read import Store

_TOP = 10
# Each list of the glance: its key in JSON, its heading, the kind of facet.
_LISTS = (("countries", "Partner countries", "country"), ("cities", "Cities and provinces", "city"),
          ("types", "Types of event", "type"), ("statuses", "Status", "status"), ("topics", "Topics", "topic"))
_LEADING = (("organisations", "Leading organisations", "organisation"), ("people", "Leading people", "person"))


def summary(store: Store, asked: Filter) -> Page:
    """Return the summary of what fits a filter; if there is a filter, with a brief of what was signed, met and planned."""
    where, values = condition(EVENTS, asked)
    sizes = _sizes(store, asked, where, values)
    lists = [*((*entry, None) for entry in _LISTS), *((*entry, _TOP) for entry in _LEADING)]
    tables = {key: _counted(store, kind, where, values, title, top) for key, title, kind, top in lists}
    tables["years"] = _years(store, where, values)
    brief = _brief(store, where, values) if not asked.empty else {}
    record = {**sizes, **{key: [_bare(row) for row in table.rows] for key, table in tables.items()},
              **{key: [event_row(record) for record in records] for key, records in brief.items()}}
    shown = [_events(store, key, records) for key, records in brief.items()]
    return Page(record, [Lit(_headline(sizes)), *shown, *(table for table in tables.values() if table.rows)])


def _sizes(store: Store, asked: Filter, where: str, values: list[Any]) -> Row:
    of_articles, article_values = condition(ARTICLES, asked)
    articles = store.rows("SELECT count(*), coalesce(sum(relevant), 0), min(earliest), max(latest) FROM articles "
                          f"WHERE {of_articles}", article_values)[0]
    events = store.rows(f"SELECT count(*), min(earliest), max(latest) FROM events WHERE {where}", values)[0]
    return {"articles": articles[0], "relevant_articles": articles[1], "published": [articles[2], articles[3]],
            "events": events[0], "events_span": [events[1], events[2]]}


def _headline(sizes: Row) -> str:
    return (f"{sizes['articles']} articles{_span(sizes['published'], 'published')}, {sizes['relevant_articles']} of them on "
            f"health cooperation\n{sizes['events']} events{_span(sizes['events_span'], 'dated')}")


def _span(days: list[str | None], word: str) -> str:
    first, last = days
    if not first or not last:
        return ""
    return f", {word} {day(first)}" + (f" to {day(last)}" if last != first else "")


def _counted(store: Store, kind: str, where: str, values: list[Any], title: str, top: int | None) -> Table:
    """Count the events of a filter by the values of one kind of facet, the most frequent first."""
    rows = store.rows(f"SELECT value, count(*) AS events FROM event_facets JOIN events ON item = key "
                      f"WHERE kind = ? AND {where} GROUP BY value ORDER BY events DESC, value LIMIT ?",
                      [kind, *values, top or -1])
    labels = _labels(store, kind)
    counted = [{"value": row["value"], "name": labels.get(row["value"], spaced(row["value"])), "events": row["events"]}
               for row in rows]
    return Table(_count_columns(), counted, title)


def _labels(store: Store, kind: str) -> Mapping[str, str]:
    named = dict(store.rows("SELECT id, name FROM entities WHERE kind = ?", [kind]))
    return {**store.labels(kind), **named}


def _years(store: Store, where: str, values: list[Any]) -> Table:
    rows = store.rows(f"SELECT substr(coalesce(earliest, latest), 1, 4) AS year, count(*) AS events FROM events "
                      f"WHERE {where} GROUP BY year ORDER BY year IS NULL, year", values)
    counted = [{"value": row["year"], "name": row["year"] or "no year stated", "events": row["events"]} for row in rows]
    return Table(_count_columns(), counted, "Years")


def _count_columns() -> list[Column]:
    return [Column("name", ""), Column("value", "", shown=False), Column("events", "", bar=True)]


def _bare(row: Row) -> Row:
    return {"value": row["value"], "name": row["name"], "events": row["events"]}


_BRIEF = {"signed": "Instruments signed", "latest": "Latest contact", "planned": "Planned, and not reported since"}


def _brief(store: Store, where: str, values: list[Any]) -> dict[str, list[Row]]:
    """What a visitor wants to know: the agreements, the last thing that happened, the plans that nothing followed."""
    order = "coalesce(latest, earliest, last_day) DESC, id"
    signed = store.records("events", f"{where} AND type = 'agreement' AND status <> 'planned'", values, order)
    latest = store.records("events", f"{where} AND status <> 'planned' AND last_day IS NOT NULL", values,
                           f"{order} LIMIT 3")
    planned = store.records("events", f"{where} AND status = 'planned'", values, order)
    return {"signed": list(signed), "latest": list(latest), "planned": [p for p in planned if not _followed(store, p)]}


def _followed(store: Store, plan: Row) -> bool:
    """Tell whether a later article reports an event of the type of the plan between two of its parties."""
    names = sorted({p["name"] for p in plan["participants"]})
    published = [e["published"][:10] for e in plan["evidence"] if e["published"]]
    if len(names) < 2 or not published:
        return False
    marks = ", ".join("?" * len(names))
    return bool(store.count(
        "SELECT count(*) FROM events JOIN articles ON article = articles.key WHERE type = ? AND status <> 'planned' "
        "AND articles.earliest > ? AND (SELECT count(DISTINCT json_extract(value, '$.name')) FROM "
        f"json_each(events.record, '$.participants') WHERE json_extract(value, '$.name') IN ({marks})) > 1",
        [plan["type"], min(published), *names]))


def _events(store: Store, key: str, records: list[Row]) -> Table:
    return events_table(store, records, _BRIEF[key], "none told")


def digest(store: Store, key: int) -> Page:
    """Return the digest of one article: what it is, what it reports, and who and what it names."""
    extraction, _ = store.article(key)
    article, countries = extraction["article"], store.labels("country")
    record = {"id": article["id"], "title": article["title"], "published": article["published"],
              "outlet": article["outlet"], "author": article["author"], "relevant": extraction["relevant"],
              "countries": extraction["countries"], "cities": extraction["cities"], "topics": extraction["topics"],
              "events": extraction["events"],
              "organisations": [o["name"] for o in extraction["organisations"]],
              "people": [{"name": p["name"], "role": p["role"], "organisation": p["organisation"]}
                         for p in extraction["people"]],
              "path": article["source"]["path"]}
    events = [json.loads(row["record"]) for row in store.rows(
        "SELECT record FROM events WHERE article = ? ORDER BY key", [key])]
    told = "\n".join(_sentence(event, article["published"], countries) for event in events)
    return Page(record, [Lit(_head(record, countries)), Lit(told or "It reports no health cooperation."),
                         events_table(store, events, "Events"), _people(record["people"])])


def _head(record: Row, countries: Mapping[str, str]) -> str:
    lines = [record["title"] or "(no title)", " · ".join(filter(None, (record["outlet"], day(record["published"]), record["author"])))]
    for field, labels in (("countries", countries), ("cities", {}), ("topics", {})):
        if record[field]:
            lines.append(f"{field}: " + ", ".join(labels.get(value, spaced(value)) for value in record[field]))
    return "\n".join(line for line in lines if line)


def _sentence(event: Row, published: str | None, countries: Mapping[str, str]) -> str:
    who = parties(event, dict(countries))
    return f"- {date_of_event(event['date'], published)}: {spaced(event['instrument'] or event['type'])} ({event['status']}), {who}"


def _people(people: list[Row]) -> Table:
    return Table([Column("name", "name"), Column("role", "role"), Column("organisation", "organisation")], people, "People")
