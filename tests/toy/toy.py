"""A small corpus with records made by hand, so that what is asked of the store does not depend on the extraction."""

from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from hcoop.lexicon import Lexicon, read_yaml
from hcoop.records import (
    Amount,
    Article,
    Block,
    Document,
    Event,
    EventPerson,
    Evidence,
    Extraction,
    Organisation,
    Participant,
    Person,
    Place,
    Span,
)

HERE = Path(__file__).parent
ARTICLES = HERE / "articles"


@cache
def _records() -> Any:
    return read_yaml(HERE / "records.yaml")


def extract_document(document: Document, lexicon: Lexicon) -> list[Extraction]:
    """Stand in for the extraction: what records.yaml says of a text, found by its first words."""
    for name, record in _records().items():
        if (ARTICLES / name).read_text("utf-8").strip()[:30] == document.text.strip()[:30]:
            return [_extraction(document, record)]
    return (
        [
            _extraction(
                document,
                {
                    "title": None,
                    "published": None,
                    "outlet": None,
                    "places": [],
                    "organisations": [],
                    "people": [],
                    "events": [],
                },
            )
        ]
        if "index page" not in document.text
        else []
    )


def _extraction(document: Document, record: dict[str, Any]) -> Extraction:
    text = document.text
    article = _article(document, record)
    events = tuple(_event(article.id, number, event, text) for number, event in enumerate(record["events"]))
    return Extraction(
        article=article,
        relevant=bool(events),
        countries=tuple(c for e in events for c in e.countries),
        cities=tuple(e.city for e in events if e.city),
        topics=tuple(t for e in events for t in e.topics),
        organisations=tuple(
            Organisation(
                o["id"],
                o["name"],
                (*o.get("aliases", ()), *([o["as"]] if "as" in o else ())),
                o["kind"],
                o["country"],
                o["city"],
                _mentions(text, o),
            )
            for o in record["organisations"]
        ),
        people=tuple(Person(p["name"], (), p["role"], p["organisation"], _mentions(text, p)) for p in record["people"]),
        places=tuple(
            Place(p["name"], p["kind"], p["country"], p["code"], _mentions(text, p)) for p in record["places"]
        ),
        dates=(),
        events=events,
    )


def _article(document: Document, record: dict[str, Any]) -> Article:
    text, blocks, at = document.text, [], 0
    for line in text.split("\n"):
        if line:
            blocks.append(Block(at, at + len(line), "title" if line == record["title"] else "body"))
        at += len(line) + 1
    return Article(
        id=sha256(text.encode()).hexdigest()[:12],
        title=record["title"],
        standfirst=None,
        published=record["published"],
        author=None,
        agency=None,
        outlet=record["outlet"],
        dateline=None,
        section=None,
        language="en",
        url=None,
        text=text,
        blocks=tuple(blocks),
        source=document.source,
    )


def _event(article: str, number: int, event: dict[str, Any], text: str) -> Event:
    start = text.index(event["quote"])
    home = [Participant(name, "home", "VN", "participant", ()) for name in event["home"]]
    partners = [Participant(name, "partner", event["countries"][0], "participant", ()) for name in event["partners"]]
    return Event(
        id=sha256(f"{article}:{number}".encode()).hexdigest()[:12],
        type=event["type"],
        status=event["status"],
        importance=event["importance"],
        instrument=event["instrument"],
        term=event.get("term"),
        date=event["date"],
        date_basis=event["date_basis"],
        title=f"{event['type']}: {', '.join(event['home'] + event['partners'])}",
        city=event["city"],
        countries=tuple(event["countries"]),
        participants=(*home, *partners),
        people=tuple(EventPerson(name, "participant") for name in event["people"]),
        topics=tuple(event["topics"]),
        amounts=(Amount(2.5e6, "USD", "US$2.5 million"),) if event["type"] == "facility" else (),
        evidence=(Evidence(start, start + len(event["quote"]), event["quote"]),),
    )


def _mentions(text: str, record: dict[str, Any]) -> tuple[Span, ...]:
    names = [record.get("as", record["name"]), *record.get("aliases", ())]
    return tuple(
        sorted(
            (Span(i, i + len(n)) for n in names for i in range(len(text)) if text.startswith(n, i)),
            key=lambda span: span.start,
        )
    )
