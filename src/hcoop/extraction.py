"""Extraction: one document in, what each of its articles says out; a pure function of the document and the lexicon."""

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from hashlib import sha256

from hcoop import lexicon as lexicons
from hcoop.blocks import articles
from hcoop.blocks.language import is_extracted
from hcoop.blocks.written import written_on
from hcoop.errors import UnreadableError
from hcoop.events import Named, cities_of, find_events
from hcoop.lexicon import Lexicon
from hcoop.mentions.dates import find_dates
from hcoop.mentions.organisations import find_organisations
from hcoop.mentions.people import find_people
from hcoop.mentions.places import find_places
from hcoop.mentions.reading import CONTENT
from hcoop.readers.decoding import normalise
from hcoop.records import Article, Document, Extraction, Source, Span


def extract_document(document: Document, lexicon: Lexicon) -> list[Extraction]:
    """Return one extraction an article of the document; none for an index page."""
    with _undisturbed():
        return [extract_article(article, lexicon) for article in articles(document, lexicon)]


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Keep the collector of garbage from looking for cycles some dozen times an article, where none are left."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def extract_article(article: Article, lexicon: Lexicon) -> Extraction:
    """Return all that an article says; of one in a language that is not extracted, the article alone."""
    if not is_extracted(article.language, lexicon):
        return Extraction(article, relevant=False)
    content = [Span(block.start, block.end) for block in article.blocks if block.role in CONTENT]
    places = find_places(article, lexicon)
    organisations = find_organisations(article, places, lexicon)
    people = find_people(article, organisations, lexicon)
    dates = tuple(find_dates(article.text, written_on(article, lexicon), lexicon, content))
    events = find_events(article, Named(organisations, people, places, dates), lexicon)
    return Extraction(
        article=article,
        relevant=bool(events),
        countries=_ordered(country for event in events for country in event.countries),
        cities=_ordered(cities_of(article, events, places, lexicon)),
        topics=_ordered(topic for event in events for topic in event.topics),
        organisations=organisations,
        people=people,
        places=places,
        dates=dates,
        events=events,
    )


def extract(
    text: str, path: str | None = None, published: str | None = None, lexicon: Lexicon | None = None
) -> Extraction:
    """Return what a text says; `published` is the publication date (EDTF) where the text does not tell it.

    Offsets are those of `article.text`: the text in NFC with `\\n` line ends. A digest of several stories gives its
    first; read those with `extract_document`. Raises UnreadableError if the text holds no article, as an index page.
    """
    known = lexicon or lexicons.load()
    source = Source(path, sha256(text.encode()).hexdigest(), "text/plain", None)
    document = Document(text=normalise(text), source=source, published=published)
    found = extract_document(document, known)
    if not found:
        raise UnreadableError(f"{path or 'the text'} holds no article", hint="give the text of one, with its sentences")
    return found[0]


def _ordered(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))

