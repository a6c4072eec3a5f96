"""One article, event, organisation, person or place, with its evidence lit in the text."""

import json

from hcoop.query.corrected import told_corrections
from hcoop.query.events import events_table, parties
from hcoop.query.export import exported_article, exported_entity
from hcoop.query.find import Found, find
from hcoop.query.show_as import date_of_event, day, spaced
from hcoop.query.table import Column, Lit, Page, Row, Table
from hcoop.query.timeline import ORDER
from hcoop.store.read import Store

_AROUND = 160


def show(store: Store, text: str, why: bool = False) -> Page:
    """Return the page of what an id or a name means, for an event `why` its reports are one. Raises as `find`."""
    found = find(store, text)
    if found.kind == "article":
        return _article(store, found)
    return _event(store, found, why) if found.kind == "event" else _entity(store, found)


def _article(store: Store, found: Found) -> Page:
    extraction, text = store.article(found.key)
    article = extraction["article"]
    head = [
        article["title"] or "(no title)",
        " · ".join(filter(None, (article["outlet"], day(article["published"]), article["author"], article["agency"]))),
        f"article {article['id']} · {article['source']['path'] or 'standard input'}",
        *_copies(store, found),
        *told_corrections(extraction),
    ]
    evidence = sorted((e["start"], e["end"]) for event in extraction["events"] for e in event["evidence"])
    events = store.told_by(found.key, ORDER)
    record = exported_article(extraction, text, store.copy_of(found.key))
    return Page(
        record,
        [
            Lit("\n".join(filter(None, head))),
            events_table(store, events, "Events", "it reports none"),
            Lit(text.rstrip(), tuple(evidence)),
        ],
    )


def _copies(store: Store, found: Found) -> list[str]:
    """Say of which article it is a copy, and which are its copies."""
    original = store.copy_of(found.key)
    copies = store.rows("SELECT id FROM articles WHERE canonical AND copy_of = ? ORDER BY id", [found.id])
    told = [f"copy of article {original}"] if original else []
    return told + ([f"copied in {', '.join(row['id'] for row in copies)}"] if copies else [])


def _event(store: Store, found: Found, why: bool) -> Page:
    record = json.loads(store.rows("SELECT record FROM events WHERE key = ?", [found.key])[0]["record"])
    lines = [
        record["title"],
        f"event {record['id']}",
        f"type: {spaced(record['type'])}, {record['status']}, "
        f"{record['importance']}" + (f", {spaced(record['instrument'])}" if record["instrument"] else ""),
        f"date: {date_of_event(record['date'], record['reported'])}"
        f" ({record['date'] or 'none'}, {record['date_basis']})",
        f"who: {parties(record, store.labels('country'))}",
        f"city: {record['city'] or 'none'}",
        f"topics: {', '.join(map(spaced, record['topics'])) or 'none'}",
    ]
    lines += [f"person: {person['name']} ({spaced(person['role'])})" for person in record["people"]]
    lines += [f"amount: {amount['text']}" for amount in record["amounts"]]
    lines += _related(store, record) + [_differing(conflict) for conflict in record["conflicts"]]
    lines += told_corrections(record)
    lines += [_because(reason) for reason in record["reasons"]] if why else []
    return Page(record, [Lit("\n".join(lines)), *(_in_its_place(store, evidence) for evidence in record["evidence"])])


def _related(store: Store, record: Row) -> list[str]:
    """Say which plan an event carries out, and what carried it out."""
    sql = "SELECT event FROM relations WHERE kind = 'fulfils' AND target = ? ORDER BY event"
    return [
        *(f"carries out: event {relation['event']}" for relation in record["relations"]),
        *(f"carried out by: event {row['event']}" for row in store.rows(sql, [record["id"]])),
    ]


def _differing(conflict: Row) -> str:
    values = ", ".join(f"{spaced(told['value'])} (article {told['article']})" for told in conflict["values"])
    return f"reports differ on the {conflict['field'].rstrip('s')}: {values}"


def _because(reason: Row) -> str:
    both = " and ".join(reason["events"])
    return f"why one: {both} have {'; '.join(reason['because'])} ({reason['points']:g} points)"


def _in_its_place(store: Store, evidence: Row) -> Lit:
    """The words of evidence, lit, amid those around them, under where they stand."""
    text = store.rows(
        "SELECT text FROM articles JOIN documents ON document = documents.key WHERE id = ? AND canonical",
        [evidence["article"]],
    )[0]["text"]
    before = text[max(0, evidence["start"] - _AROUND) : evidence["start"]].rpartition("\n")[2].lstrip()
    after = text[evidence["end"] : evidence["end"] + _AROUND].partition("\n")[0].rstrip()
    page = f"page {evidence['page']}" if evidence.get("page") else None
    told = (evidence["outlet"], day(evidence["published"]), f"article {evidence['article']}", page)
    where = " · ".join(filter(None, told))
    start = len(where) + 1 + len(before)
    return Lit(f"{where}\n{before}{evidence['quote']}{after}", ((start, start + len(evidence["quote"])),))


def _entity(store: Store, found: Found) -> Page:
    record = exported_entity(store, found.kind, found.id)
    events = store.rows(
        "SELECT events.record FROM event_facets JOIN events ON item = events.key "
        f"WHERE event_facets.kind = ? AND value = ? ORDER BY {ORDER}",
        [found.kind, found.id],
    )
    articles = store.rows(
        "SELECT articles.id, published, outlet, title FROM mentions JOIN articles ON article = articles.key "
        "WHERE mentions.kind = ? AND entity = ? ORDER BY published, articles.id",
        [found.kind, found.id],
    )
    records = [json.loads(row["record"]) for row in events]
    table = events_table(store, records, "Events")
    page = {**record, "events": [event["id"] for event in records]}
    return Page(page, [Lit(_entity_head(found, record)), table, _articles([dict(row) for row in articles])])


def _entity_head(found: Found, record: Row) -> str:
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
