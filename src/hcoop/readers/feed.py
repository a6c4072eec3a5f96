"""Feeds (RSS and Atom): each entry is a document, with the title, day, author and address that the feed gives it."""

import hashlib
import io
import json
import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from typing import Any

from hcoop.errors import UnreadableError
from hcoop.readers.dates import edtf
from hcoop.readers.decoding import normalise
from hcoop.readers.html import html_document
from hcoop.readers.item import Guard, Item, library
from hcoop.readers.metadata import person
from hcoop.records import Document, Source

_FEED = re.compile(rb"<(?:rss|feed|rdf:RDF|channel)[\s>]", re.IGNORECASE)
# Bytes in which a feed says that it is one.
HEAD = 4096
FEEDS = (".rss", ".atom", ".xml")
# What an entry that was taken out of its feed is called, instead of the suffix of a file.
ENTRY = " entry"


@dataclass(frozen=True, slots=True)
class Entry:
    """What a feed says of an article; `markup` is its text or a part of it, in HTML, `published` is EDTF.

    `digest` is the SHA-256 of all this, in hexadecimal, `media_type` that of the feed.
    """

    title: str | None
    url: str | None
    published: str | None
    author: str | None
    markup: str
    digest: str
    media_type: str


def is_feed(head: bytes) -> bool:
    """Return whether a file that begins so is a feed."""
    return _FEED.search(head.replace(b"\x00", b"")[:HEAD]) is not None


def unpack_feed(item: Item, guard: Guard) -> Iterator[Document]:
    """Yield the document of each entry of a feed; one without text is reported."""
    for number, entry in enumerate(entries(guard.data(item), item.name), 1):
        try:
            yield document_of(entry, f"{item.name}:{number}")
        except UnreadableError as error:
            guard.report(error)


def entries(data: bytes, name: str) -> list[Entry]:
    """Return the entries of a feed in its order. Raises UnreadableError if it is none, or has none."""
    feedparser = library("feedparser", "feeds", name)
    if not is_feed(data[:HEAD]):
        raise UnreadableError(f"{name} is no RSS or Atom feed", hint="check what it is; pages are read as .html")
    try:
        # As a stream: bytes would be tried as the name of a file first.
        parsed = feedparser.parse(io.BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    except Exception as error:  # damaged feeds make the parser fail in many ways
        raise UnreadableError(f"{name} is a damaged feed: {error}", hint="fetch it again") from error
    if not parsed.entries:
        problem = parsed.get("bozo_exception")
        told = f"is a damaged feed: {problem}" if problem else "is a feed without entries"
        raise UnreadableError(f"{name} {told}", hint="fetch it again")
    media_type = "application/atom+xml" if parsed.version.startswith("atom") else "application/rss+xml"
    return [_entry(entry, media_type) for entry in parsed.entries]


def packed_entries(data: bytes, name: str) -> Iterator[tuple[str, bytes]]:
    """Yield each entry of a feed with its name, to be read by `read_entry`. Raises what `entries` does."""
    for number, entry in enumerate(entries(data, name), 1):
        yield f"{name}:{number}", packed(entry)


def packed(entry: Entry) -> bytes:
    """Return an entry as bytes."""
    return json.dumps(asdict(entry)).encode()


def read_entry(data: bytes, name: str) -> Document:
    """Return the document of an entry in bytes. Raises UnreadableError if it holds no text."""
    return document_of(Entry(**json.loads(data)), name)


def document_of(entry: Entry, name: str) -> Document:
    """Return the document of an entry that holds its text. Raises UnreadableError if it holds none."""
    source = Source(name, entry.digest, entry.media_type, None)
    title = f"<h1>{entry.title}</h1>" if entry.title else ""
    found = html_document(f"<html><body><article>{title}{entry.markup}</article></body></html>", source, name)
    return replace(found, title=entry.title or found.title, url=entry.url, published=entry.published,
                   author=entry.author)


def _entry(entry: Any, media_type: str) -> Entry:
    texts = [part.get("value") or "" for part in entry.get("content") or ()] + [entry.get("summary") or ""]
    title = " ".join(normalise(re.sub(r"<[^<>]*>", "", entry.get("title") or "")).split()) or None
    published = edtf(entry.get("published") or entry.get("updated") or "")
    stated = [title, entry.get("link"), published, entry.get("author"), max(texts, key=len)]
    digest = hashlib.sha256(json.dumps(stated).encode()).hexdigest()
    author = person((entry.get("author_detail") or {}).get("name"), None)
    return Entry(title, entry.get("link"), published, author, stated[-1] or "", digest, media_type)
