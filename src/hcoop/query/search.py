"""Search: what answers a query, best first, with the words lit."""

import json
import sqlite3
from collections.abc import Callable
from functools import cache
from typing import Any

from hcoop.errors import UsageError
from hcoop.query import highlight
from hcoop.query.concept import Tree, with_concepts
from hcoop.query.events import event_columns
from hcoop.query.filters import Filter, condition
from hcoop.query.match import compiled
from hcoop.query.parse import parse
from hcoop.query.scope import ARTICLES, EVENTS, Scope
from hcoop.query.show_as import day, joined
from hcoop.query.table import Column, Lit, Row, Table
from hcoop.store.read import Store

_ORDER = {ARTICLES: "articles.published DESC, articles.id", EVENTS: "events.last_day DESC, events.id"}


def search_articles(store: Store, query: str, asked: Filter, limit: int | None = None) -> Table:
    """Return the articles that answer a query. Raises UsageError for a query that cannot be read."""
    tree = with_concepts(store, parse(query))
    rows = _ranked(store, ARTICLES, tree, asked, limit)
    return Table(
        _columns(cache(lambda: store.labels("country"))),
        [_article_row(store, row, tree) for row in rows],
        empty="no article answers that",
        total=_total(rows),
    )


def search_events(store: Store, query: str, asked: Filter, limit: int | None = None) -> Table:
    """Return the events that answer a query. Raises UsageError for a query that cannot be read."""
    tree = with_concepts(store, parse(query))
    rows = _ranked(store, EVENTS, tree, asked, limit)
    found = [{**json.loads(row["record"]), "score": round(row["score"], 3)} for row in rows]
    return Table(event_columns(store), found, empty="no event answers that", total=_total(rows))


def _ranked(store: Store, scope: Scope, tree: Tree, asked: Filter, limit: int | None) -> list[sqlite3.Row]:
    hits, values = compiled(store, scope, tree)
    where, more = condition(scope, asked)
    order = f"round(score, 3) DESC, {_ORDER[scope]}"
    sql = (
        f"WITH hits AS MATERIALIZED ({hits}), best AS (SELECT {scope.table}.key, score, count(*) OVER () AS total "
        f"FROM hits JOIN {scope.table} USING (key) WHERE {where} ORDER BY {order} LIMIT ?) "
        f"SELECT {scope.table}.*, score, total FROM best JOIN {scope.table} USING (key) ORDER BY {order}"
    )
    try:
        return store.rows(sql, [*values, *more, -1 if limit is None else limit])
    except sqlite3.OperationalError as error:
        raise UsageError(f"the query is too involved ({error})", hint="use fewer words or brackets") from error


def _total(rows: list[sqlite3.Row]) -> int:
    return int(rows[0]["total"]) if rows else 0


def _article_row(store: Store, row: sqlite3.Row, tree: Tree) -> Row:
    extraction, text = store.article(row["key"])
    lit = highlight.spans(tree, extraction, text)
    return {
        "id": row["id"],
        "title": row["title"],
        "published": row["published"],
        "outlet": row["outlet"],
        "countries": extraction["countries"],
        "cities": extraction["cities"],
        "events": row["event_count"],
        "score": round(row["score"], 3),
        "snippet": highlight.snippet(lit, extraction, text),
        "path": row["path"],
    }


def _columns(labels: Callable[[], dict[str, str]]) -> list[Column]:
    return [
        Column("id", "id"),
        Column("published", "published", lambda row: day(row["published"])),
        Column("outlet", "outlet"),
        Column("events", "events", _events),
        Column("countries", "countries", lambda row: joined(row["countries"], labels())),
        Column("title", "title and passage", _passage, wide=True),
        Column("cities", "cities", shown=False),
        Column("snippet", "snippet", lambda row: row["snippet"]["text"], shown=False),
        Column("path", "path", shown=False),
    ]


def _events(row: Row) -> str:
    return f"{row['events']} event" + ("s" if row["events"] != 1 else "")


def _passage(row: Row) -> Lit:
    """The title, then the passage on a line of its own."""
    head = f"{row['title']}\n" if row["title"] else ""
    snippet: dict[str, Any] = row["snippet"]
    passage = snippet["text"].replace("\n", " ")
    return Lit(head + passage, tuple((s + len(head), e + len(head)) for s, e in snippet["highlights"]))
