"""The digest of one article: what it is, what it reports, and whom it names."""

import json
from collections.abc import Mapping

from hcoop.query.events import events_table, parties
from hcoop.query.show_as import date_of_event, day, spaced
from hcoop.query.table import Column, Lit, Page, Row, Table
from hcoop.store.read import Store


def digest(store: Store, key: int) -> Page:
    """Return the digest of one article: what it is, what it reports, and who and what it names."""
    extraction, _ = store.article(key)
    article, countries = extraction["article"], store.labels("country")
    record = {
        "id": article["id"],
        "title": article["title"],
        "published": article["published"],
        "outlet": article["outlet"],
        "author": article["author"],
        "relevant": extraction["relevant"],
        "countries": extraction["countries"],
        "cities": extraction["cities"],
        "topics": extraction["topics"],
        "events": extraction["events"],
        "organisations": [o["name"] for o in extraction["organisations"]],
        "people": [
            {"name": p["name"], "role": p["role"], "organisation": p["organisation"]} for p in extraction["people"]
        ],
        "path": article["source"]["path"],
    }
    events = [
        json.loads(row["record"])
        for row in store.rows("SELECT record FROM events WHERE article = ? ORDER BY key", [key])
    ]
    told = "\n".join(_sentence(event, article["published"], countries) for event in events)
    return Page(
        record,
        [
            Lit(_head(record, countries)),
            Lit(told or "It reports no health cooperation."),
            events_table(store, events, "Events"),
            _people(record["people"]),
        ],
    )


def _head(record: Row, countries: Mapping[str, str]) -> str:
    lines = [
        record["title"] or "(no title)",
        " · ".join(filter(None, (record["outlet"], day(record["published"]), record["author"]))),
    ]
    for field, labels in (("countries", countries), ("cities", {}), ("topics", {})):
        if record[field]:
            lines.append(f"{field}: " + ", ".join(labels.get(value, spaced(value)) for value in record[field]))
    return "\n".join(line for line in lines if line)


def _sentence(event: Row, published: str | None, countries: Mapping[str, str]) -> str:
    who = parties(event, dict(countries))
    what = spaced(event["instrument"] or event["type"])
    return f"- {date_of_event(event['date'], published)}: {what} ({event['status']}), {who}"


def _people(people: list[Row]) -> Table:
    return Table(
        [Column("name", "name"), Column("role", "role"), Column("organisation", "organisation")], people, "People"
    )
