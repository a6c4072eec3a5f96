"""Extraction: one document in, what each of its articles says out; a pure function of the document and the lexicon."""

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from hcoop import lexicon as lexicons
from hcoop.blocks import articles
from hcoop.events import find_events
from hcoop.events.scenes import CONTENT, Named
from hcoop.lexicon import Lexicon
from hcoop.mentions.dates import find_dates
from hcoop.mentions.organisations import find_organisations
from hcoop.mentions.people import find_people
from hcoop.mentions.places import find_places
from hcoop.records import Article, Document, Event, Extraction, Source, Span


def extract_document(document: Document, lexicon: Lexicon) -> list[Extraction]:
    """Return one extraction an article of the document; none for an index page."""
    return [extract_article(article, lexicon) for article in articles(document, lexicon)]


def extract_article(article: Article, lexicon: Lexicon) -> Extraction:
    """Return all that an article says."""
    content = [Span(block.start, block.end) for block in article.blocks if block.role in CONTENT]
    places = find_places(article, lexicon)
    organisations = find_organisations(article, places, lexicon)
    people = find_people(article, organisations, lexicon)
    dates = tuple(find_dates(article.text, article.published, lexicon, content))
    events = find_events(article, Named(organisations, people, places, dates), lexicon)
    return Extraction(
        article=article, relevant=bool(events), countries=_ordered(c for e in events for c in e.countries), cities=_cities(events),
        topics=_ordered(t for e in events for t in e.topics), organisations=organisations, people=people, places=places, dates=dates, events=events)


def extract(text: str, path: str | None = None, published: str | None = None, lexicon: Lexicon | None = None) -> Extraction:
    """Return what a text says; `published` is the publication date (EDTF) where the text does not tell it.

    A digest of several stories gives its first; read those with `extract_document`.
    """
    known = lexicon or lexicons.load()
    source = Source(path, sha256(text.encode()).hexdigest(), "text/plain", None)
    document = Document(text=text, source=source, published=published)
    return extract_document(document, known)[0]


def _ordered(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))


def _cities(events: Iterable[Event]) -> tuple[str, ...]:
    return _ordered(event.city for event in events if event.city)


__all__ = ["Path", "extract", "extract_article", "extract_document"]
