"""JSON lines: one article a line, `text` or `html` and what is known of it; a bad line does not stop the others."""

import hashlib
import json
from collections.abc import Iterator
from typing import Any

from hcoop.errors import UnreadableError
from hcoop.readers.dates import edtf
from hcoop.readers.decoding import normalise
from hcoop.readers.html import html_document
from hcoop.readers.item import Begin, Guard, Item
from hcoop.records import Document, Source

_FIELDS = ("title", "published", "author", "url", "outlet")
_HINT = 'a line is an object such as {"text": "...", "title": "...", "published": "2016-01-20"}'


def unpack_lines(item: Item, guard: Guard) -> Iterator[Document]:
    """Yield the document of each line of a file; a bad line is reported."""
    for number, line in enumerate(guard.lines(item), item.before + 1):
        if line.strip(b"\xef\xbb\xbf \t\r\n"):
            try:
                yield from _documents(line, f"{item.name}:{number}", guard.begin)
            except UnreadableError as error:
                guard.report(error)


def line_digest(line: bytes) -> str:
    """Return the digest by which the document of a line is known."""
    return hashlib.sha256(line.rstrip(b"\r\n")).hexdigest()


def _documents(line: bytes, name: str, begin: Begin) -> Iterator[Document]:
    record = _record(line, name)
    stated: dict[str, Any] = {field: _string(record, field, name) for field in _FIELDS}
    if stated["published"]:
        stated["published"] = _date(stated["published"], name)
    body, markup = _string(record, "text", name), _string(record, "html", name)
    digest = line_digest(line)
    if body:
        source = Source(name, digest, "application/x-ndjson", "utf-8")
        yield Document(body, source, **stated)
    elif markup and begin(name):
        page = html_document(markup, Source(name, digest, "text/html", "utf-8"), name)
        yield Document(page.text, page.source, section=page.section, language=page.language,
                       **{field: value or getattr(page, field) for field, value in stated.items()})
    elif not markup:
        raise UnreadableError(f"{name}: neither text nor html", hint=_HINT)


def _record(line: bytes, name: str) -> dict[str, Any]:
    try:
        record = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise UnreadableError(f"{name}: invalid UTF-8 at byte {error.start}", hint="save it as UTF-8") from error
    except (ValueError, RecursionError) as error:
        raise UnreadableError(f"{name}: no JSON: {error}", hint=_HINT) from error
    if not isinstance(record, dict):
        raise UnreadableError(f"{name}: no JSON object", hint=_HINT)
    return record


def _string(record: dict[str, Any], field: str, name: str) -> str | None:
    value = record.get(field)
    if value is None:
        return None
    if not isinstance(value, str):
        raise UnreadableError(f"{name}: {field} is no text", hint=_HINT)
    try:
        value.encode()
    except UnicodeEncodeError as error:
        raise UnreadableError(f"{name}: {field} holds half a character", hint="write it as UTF-8") from error
    text = normalise(value)
    return text if text.strip() else None


def _date(stated: str, name: str) -> str:
    date = edtf(stated)
    if date is None:
        raise UnreadableError(f"{name}: published is no date: {stated[:40]!r}", hint="write it as 2016-01-20T09:43")
    return date
