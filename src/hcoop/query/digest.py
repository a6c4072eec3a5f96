"""The digest of one article: what it is, what it reports, and whom it names."""

from collections.abc import Mapping

from hcoop.query.events import events_table, parties
from hcoop.query.show_as import date_of_event, day, spaced
from hcoop.query.table import Column, Lit, Page, Row, Table
from hcoop.store.read import Store


def digest(store: Store, key: int) -> Page:
    """Return the digest of one article, by its key in the store."""
    extraction, _ = store.article(key)
    record, countries = _record(extraction), store.labels("country")
    events = store.told_by(key)
    told = "\n".join(_sentence(event, record["published"], countries) for event in events)
    return Page(
        record,
        [
            Lit(_head(record, countries)),
            Lit(told or f"It reports no {store.meta('sector')} cooperation."),
            events_table(store, events, "Events"),
            _people(record["people"]),
        ],
    )


def _record(extraction: Row) -> Row:
    article = extraction["article"]
    header = {field: article[field] for field in ("id", "title", "published", "outlet", "author")}
    taken = {field: extraction[field] for field in ("relevant", "countries", "cities", "topics", "events")}
    people = [{field: person[field] for field in ("name", "role", "organisation")} for person in extraction["people"]]
    organisations = [organisation["name"] for organisation in extraction["organisations"]]
    path = article["source"]["path"]
    return {**header, **taken, "organisations": organisations, "people": people, "path": path}


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
