"""Whole records of each kind, in the order of their ids, for other programs."""

import json
from collections.abc import Iterator
from typing import Any

from hcoop.errors import UsageError
from hcoop.query.corrected import CORRECTED
from hcoop.query.events import event_columns
from hcoop.query.filters import Filter, condition
from hcoop.query.scope import EVENTS, TEXTS
from hcoop.query.table import Column, Row, Table
from hcoop.store.read import Store

KINDS = {
    "articles": "article",
    "events": "event",
    "organisations": "organisation",
    "people": "person",
    "places": "place",
}


def export(store: Store, kind: str, asked: Filter, limit: int | None = None) -> Table:
    """Return the records of a kind; entities are those that the articles fitting the filter name.

    Raises UsageError for an unknown kind.
    """
    if kind not in KINDS:
        raise UsageError(f'no kind "{kind}"', hint="it can be " + ", ".join(KINDS))
    many = -1 if limit is None else limit
    if kind == "articles":
        return Table(_ARTICLE, _articles(store, asked, many))
    if kind == "events":
        where, values = condition(EVENTS, asked)
        columns = [column for column in event_columns(store) if column.key != "source"]
        return Table([*columns, *_EVENT], store.records("events", where, values, f"id LIMIT {many}"))
    return Table(_ENTITY[KINDS[kind]], _entities(store, KINDS[kind], asked, many))


def exported_article(extraction: Row, text: str, copy_of: str | None) -> Row:
    """Return the whole record of an article: its own fields, then what was taken from it; `copy_of` is its original."""
    article = extraction["article"]
    rest = {key: value for key, value in extraction.items() if key != "article"}
    return {
        **{key: article[key] for key in article if key not in ("blocks", "source")},
        "text": text,
        "path": article["source"]["path"],
        "duplicates_of": copy_of,
        "blocks": article["blocks"],
        "source": article["source"],
        **rest,
        "events": [{**event, "corrected": event.get("corrected", [])} for event in extraction["events"]],
        "corrected": extraction.get("corrected", []),
    }


def exported_entity(store: Store, kind: str, identity: str) -> Row:
    """Return the whole record of an organisation, person or place, with where it is named; copies do not count."""
    record = json.loads(
        store.rows("SELECT record FROM entities WHERE kind = ? AND id = ?", [kind, identity])[0]["record"]
    )
    rows = store.rows(
        "SELECT articles.id, articles.path, copy_of, spans, text FROM mentions "
        "JOIN articles ON article = articles.key JOIN documents ON document = documents.key "
        "WHERE mentions.kind = ? AND entity = ? ORDER BY articles.id",
        [kind, identity],
    )
    mentions = [
        {"article": row["id"], "path": row["path"], "start": start, "end": end, "text": row["text"][start:end]}
        for row in rows
        for start, end in json.loads(row["spans"])
    ]
    return {**record, "articles": sum(row["copy_of"] is None for row in rows), "mentions": mentions}


def _articles(store: Store, asked: Filter, many: int) -> Iterator[Row]:
    where, values = condition(TEXTS, asked)
    for row in store.rows(f"SELECT key FROM articles WHERE {where} ORDER BY id LIMIT ?", [*values, many]):
        yield exported_article(*store.article(row["key"]), store.copy_of(row["key"]))


def _entities(store: Store, kind: str, asked: Filter, many: int) -> Iterator[Row]:
    where, values = condition(TEXTS, asked)
    for row in store.rows(
        "SELECT id FROM entities WHERE kind = ? AND id IN (SELECT entity FROM mentions JOIN articles "
        f"ON article = articles.key WHERE kind = ? AND {where}) ORDER BY id LIMIT ?",
        [kind, kind, *values, many],
    ):
        yield exported_entity(store, kind, row["id"])


def _column(key: str, text: Any = None) -> Column:
    return Column(key, key.replace("_", " "), text)


def _count(key: str) -> Column:
    return Column(key, key, lambda row: str(len(row[key])), align="right")


_ARTICLE = [
    *map(
        _column,
        (
            "id",
            "published",
            "outlet",
            "title",
            "author",
            "agency",
            "dateline",
            "language",
            "relevant",
            "countries",
            "cities",
            "topics",
        ),
    ),
    _count("events"),
    _column("path"),
    _column("url"),
    CORRECTED,
]
_EVENT = [Column(key, key, shown=False) for key in ("importance", "date_basis")] + [
    Column("article", "article", lambda row: row["evidence"][0]["article"] if row["evidence"] else "", shown=False)
]
_ENTITY = {
    "organisation": [*map(_column, ("id", "name", "aliases", "kind", "country", "city", "articles")), CORRECTED],
    "person": [
        _column("id"),
        _column("name"),
        _column("aliases"),
        _column(
            "roles",
            lambda row: "; ".join(
                " of ".join(filter(None, (role["role"], role["organisation"]))) for role in row["roles"]
            ),
        ),
        _column("articles"),
        CORRECTED,
    ],
    "place": [*map(_column, ("id", "name", "kind", "country", "code", "articles"))],
}
