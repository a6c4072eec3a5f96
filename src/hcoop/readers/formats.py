"""Formats: which reader or unpacker a file needs, and the documents of a file that may hold others."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from hcoop.errors import UnreadableError
from hcoop.readers.docx import read_docx
from hcoop.readers.feed import unpack_feed
from hcoop.readers.html import read_html
from hcoop.readers.item import Guard, Item, TooMuchError, filled
from hcoop.readers.jsonl import unpack_lines
from hcoop.readers.mail import unpack_mail, unpack_mbox, unpack_mhtml
from hcoop.readers.names import suffix_of
from hcoop.readers.packed import unpack_gzip, unpack_zip
from hcoop.readers.pdf import read_pdf
from hcoop.readers.text import read_text
from hcoop.readers.warc import unpack_warc
from hcoop.records import Document

Reader = Callable[[bytes, str, str | None], Iterator[Document]]
T = TypeVar("T")
Unpacker = Callable[[Item, Guard], Iterator[Document | Item]]

# A reader takes the bytes of one article, its name, and the encoding claimed for it.
READERS: dict[str, Reader] = {
    ".txt": read_text,
    ".md": read_text,
    ".html": read_html,
    ".htm": read_html,
    ".xhtml": read_html,
    ".pdf": read_pdf,
    ".docx": read_docx,
}
# An unpacker takes a file that may hold many, and yields them, or the documents they are.
UNPACKERS: dict[str, Unpacker] = {
    ".jsonl": unpack_lines,
    ".ndjson": unpack_lines,
    ".eml": unpack_mail,
    ".mbox": unpack_mbox,
    ".mhtml": unpack_mhtml,
    ".mht": unpack_mhtml,
    ".rss": unpack_feed,
    ".atom": unpack_feed,
    ".xml": unpack_feed,
    ".warc": unpack_warc,
    ".gz": unpack_gzip,
    ".zip": unpack_zip,
}
FORMATS = (*READERS, *UNPACKERS)
HINT = "hcoop reads " + ", ".join(FORMATS)


def read_item(item: Item, guard: Guard) -> Iterator[Document]:
    """Yield the documents of an item: one, or all of a file that holds many.

    What cannot be read of many is reported, and the others go on; so is what is left of a file that is damaged, once
    something was read of it. Raises UnreadableError if nothing can be read.
    """
    if reader := READERS.get(item.suffix):
        for document in reader(guard.data(item), item.name, item.charset):
            yield filled(document, item.stated)
        return
    yield from unpacked_parts(item, guard, read_item)


def unpacked_parts(item: Item, guard: Guard, go_on: Callable[[Item, Guard], Iterator[T]]) -> Iterator[Document | T]:
    """Yield the documents that an item which may hold many gives, and what `go_on` makes of the items in it."""
    found = other = False
    try:
        for part in UNPACKERS[item.suffix](item, guard):
            if isinstance(part, Document):
                found = True
                yield filled(part, item.stated)
            elif part.suffix in FORMATS:
                found = True
                yield from _part(part, guard.inside(item.name), go_on)
            else:
                other = True
    except UnreadableError as error:
        if not found:
            raise
        guard.report(error)
    if other and not found:
        raise UnreadableError(f"{item.name} holds nothing that hcoop reads", hint=HINT)


def _part(part: Item, guard: Guard, go_on: Callable[[Item, Guard], Iterator[T]]) -> Iterator[T]:
    if not guard.begin(part.name):
        return
    try:
        yield from go_on(part, guard)
    except TooMuchError:
        raise
    except UnreadableError as error:
        guard.report(error)


def is_known(name: str) -> bool:
    """Return whether hcoop reads files that are called so."""
    suffix = suffix_of(name)
    return is_known(name[:-3]) if suffix == ".gz" else suffix in FORMATS


def holds_many(path: Path) -> bool:
    """Return whether a file holds many articles, by its name."""
    return suffix_of(path.name) in UNPACKERS
