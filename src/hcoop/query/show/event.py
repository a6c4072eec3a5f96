"""The page of an event."""

from collections.abc import Iterator

from hcoop.query.corrected import told_corrections
from hcoop.query.events import parties
from hcoop.query.find import Found
from hcoop.query.show.evidence import in_their_places
from hcoop.query.show_as import date_of_event, length, spaced
from hcoop.query.table import Lit, Page, Row
from hcoop.store.read import Store


def event(store: Store, found: Found, why: bool) -> Page:
    """Return the page of an event: what is known of it, `why` its reports are one, and its evidence in its place."""
    record = next(store.records("events", "key = ?", [found.key]))
    lines = [*_facts(store, record), *_related(store, record), *map(_differing, record["conflicts"])]
    lines += told_corrections(record)
    lines += _why(record) if why else []
    return Page(record, [Lit("\n".join(lines)), *in_their_places(store, record["evidence"])])


def _facts(store: Store, record: Row) -> Iterator[str]:
    yield from (record["title"], f"event {record['id']}")
    instrument = [spaced(record["instrument"])] if record["instrument"] else []
    yield f"type: {', '.join([spaced(record['type']), record['status'], record['importance'], *instrument])}"
    told = date_of_event(record["date"], record["reported"])
    yield f"date: {told} ({record['date'] or 'none'}, {record['date_basis']})"
    if record["term"]:
        yield f"term: {length(record['term'])} ({record['term']})"
    yield f"who: {parties(record, store.labels('country'))}"
    yield f"city: {record['city'] or 'none'}"
    yield f"topics: {', '.join(map(spaced, record['topics'])) or 'none'}"
    yield from (f"person: {person['name']} ({spaced(person['role'])})" for person in record["people"])
    yield from (f"amount: {amount['text']}" for amount in record["amounts"])


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


def _why(record: Row) -> list[str]:
    if record["reasons"] or len(record["members"]) > 1:
        return [_because(reason) for reason in record["reasons"]] or ["why one: a person said so"]
    return [f"why one: only article {record['evidence'][0]['article']} tells of it"]


def _because(reason: Row) -> str:
    both = " and ".join(reason["events"])
    return f"why one: {both} have {'; '.join(reason['because'])} ({reason['points']:g} points)"
