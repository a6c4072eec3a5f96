"""The page of an article."""

from hcoop.query.corrected import told_corrections
from hcoop.query.events import events_table
from hcoop.query.export import exported_article
from hcoop.query.find import Found
from hcoop.query.show_as import day
from hcoop.query.table import Lit, Page, Row
from hcoop.query.timeline import ORDER
from hcoop.store.read import Store


def article(store: Store, found: Found) -> Page:
    """Return the page of an article: what it is, the events that it reports, and its text."""
    extraction, text = store.article(found.key)
    evidence = sorted((e["start"], e["end"]) for event in extraction["events"] for e in event["evidence"])
    events = store.told_by(found.key, ORDER)
    record = exported_article(extraction, text, store.copy_of(found.key))
    head = Lit("\n".join(filter(None, _head(store, found, extraction))))
    table = events_table(store, events, "Events", "it reports none")
    return Page(record, [head, table, Lit(text.rstrip(), tuple(evidence))])


def _head(store: Store, found: Found, extraction: Row) -> list[str]:
    header = extraction["article"]
    return [
        header["title"] or "(no title)",
        " · ".join(filter(None, (header["outlet"], day(header["published"]), header["author"], header["agency"]))),
        f"article {header['id']} · {header['source']['path'] or 'standard input'}",
        *_copies(store, found),
        *told_corrections(extraction),
    ]


def _copies(store: Store, found: Found) -> list[str]:
    """Say of which article it is a copy, and which are its copies."""
    original = store.copy_of(found.key)
    copies = store.rows("SELECT id FROM articles WHERE canonical AND copy_of = ? ORDER BY id", [found.id])
    told = [f"copy of article {original}"] if original else []
    return told + ([f"copied in {', '.join(row['id'] for row in copies)}"] if copies else [])
