"""The page of an organisation, person or place; an organisation has its partnerships."""

from hcoop.query.corrected import told_corrections
from hcoop.query.events import events_table
from hcoop.query.export import exported_entity
from hcoop.query.find import Found
from hcoop.query.partnerships import partnerships
from hcoop.query.scope import EVENTS
from hcoop.query.show_as import day
from hcoop.query.table import Column, Lit, Page, Row, Table
from hcoop.query.timeline import ORDER
from hcoop.query.told_partnerships import told_partnerships
from hcoop.store.read import Store

# So many partnerships are told in words.
_PAIRS = 10
_CONCERNED = f"events.key IN (SELECT item FROM {EVENTS.facets} WHERE kind = ? AND value = ?)"
_ARTICLES = (
    "SELECT articles.id, published, outlet, title FROM mentions JOIN articles ON article = articles.key "
    "WHERE mentions.kind = ? AND entity = ? ORDER BY published, articles.id"
)


def entity(store: Store, found: Found) -> Page:
    """Return the page of whoever or whatever several articles name."""
    record = exported_entity(store, found.kind, found.id)
    events = list(store.records("events", _CONCERNED, [found.kind, found.id], ORDER))
    articles = [dict(row) for row in store.rows(_ARTICLES, [found.kind, found.id])]
    page = {**record, "events": [event["id"] for event in events]}
    parts: list[Lit | Table] = [events_table(store, events, "Events"), _articles(articles)]
    if found.kind == "organisation":
        page["partnerships"] = _partnerships(store, found.id, events)
        parts = [*told_partnerships(store, page["partnerships"], _PAIRS, found.id), *parts]
    return Page(page, [Lit(_head(found, record)), *parts])


def _partnerships(store: Store, identity: str, events: list[Row]) -> list[Row]:
    return list(partnerships(store, events, lambda pair: identity in (pair.source.id, pair.target.id)))


def _head(found: Found, record: Row) -> str:
    told = {"aliases": ", ".join(record.get("aliases", ()))}
    told |= {field: record[field] for field in ("kind", "country", "city", "code") if field in record}
    lines = [f"{field}: {value}" for field, value in told.items() if value]
    roles = [", ".join(filter(None, (role["role"], role["organisation"]))) for role in record.get("roles", ())]
    lines += [*(f"role: {role}" for role in roles), *told_corrections(record)]
    return "\n".join([record["name"], f"{found.kind} {found.id}", *lines])


def _articles(rows: list[Row]) -> Table:
    columns = [
        Column("id", "id"),
        Column("published", "published", lambda row: day(row["published"])),
        Column("outlet", "outlet"),
        Column("title", "title", wide=True),
    ]
    return Table(columns, rows, "Articles that name it")
