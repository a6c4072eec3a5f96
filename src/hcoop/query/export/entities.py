"""Organisations, people and places as they are exported: with every place where they are named."""

import json
from collections.abc import Callable, Iterator

from hcoop.query.codes import Codes
from hcoop.query.corrected import CORRECTED
from hcoop.query.export.columns import column, columns, hidden
from hcoop.query.filters import Filter, condition
from hcoop.query.scope import TEXTS
from hcoop.query.table import Row, Table
from hcoop.store.read import Store


def entities(kind: str, schema: str) -> Callable[[Store, Filter, int], Table]:
    """Return the export of a kind of entity: of those that the articles fitting the filter name."""

    def exported(store: Store, asked: Filter, many: int) -> Table:
        return Table(_COLUMNS[kind], _rows(store, kind, asked, many), schema=f"exports/{schema}")

    return exported


def exported_entity(store: Store, kind: str, identity: str) -> Row:
    """Return the whole record of an organisation, person or place, with where it is named; copies do not count."""
    record = next(store.records("entities", "kind = ? AND id = ?", [kind, identity]))
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


def _rows(store: Store, kind: str, asked: Filter, many: int) -> Iterator[Row]:
    codes = Codes(store)
    where, values = condition(TEXTS, asked)
    for row in store.rows(
        "SELECT id FROM entities WHERE kind = ? AND id IN (SELECT entity FROM mentions JOIN articles "
        f"ON article = articles.key WHERE kind = ? AND {where}) ORDER BY id LIMIT ?",
        [kind, kind, *values, many],
    ):
        record = exported_entity(store, kind, row["id"])
        yield _coded(record, codes) if kind == "organisation" else record


def _coded(record: Row, codes: Codes) -> Row:
    iati, ror = codes.iati(record["id"], record["kind"]), codes.one("organisation", record["id"], "ror")
    return {**record, "iati_type": iati, "ror": ror}


def _roles(row: Row) -> str:
    return "; ".join(" of ".join(filter(None, (role["role"], role["organisation"]))) for role in row["roles"])


_NAMED = ("id", "name", "aliases")
_COLUMNS = {
    "organisation": [
        *columns(*_NAMED, "kind", "country", "city", "articles"), CORRECTED, *hidden(["iati_type", "ror"]),
    ],
    "person": [*columns(*_NAMED), column("roles", _roles), *columns("articles"), CORRECTED],
    "place": columns("id", "name", "kind", "country", "code", "articles"),
}
