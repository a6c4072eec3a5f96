"""What is fuzzed: for each part that meets wild input a function of bytes, which raises if a promise is broken.

What hcoop raises on purpose (HcoopError) is an answer. `run.py` feeds them what atheris makes up, `test_fuzz.py` what
Hypothesis does.
"""

import tempfile
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from functools import cache
from pathlib import Path

import edtf
from fragments import text_of

from hcoop import lexicon, resources, schema
from hcoop.blocks import articles
from hcoop.corrections import file
from hcoop.corrections.record import Anchor, Correction
from hcoop.errors import HcoopError, UsageError
from hcoop.extraction import extract_document
from hcoop.ingest import ingest
from hcoop.mentions.dates import find_dates
from hcoop.output.clean import clean
from hcoop.plain import to_plain
from hcoop.query.filters import make_filter
from hcoop.query.search import search_articles, search_events
from hcoop.readers.decoding import decode, normalise
from hcoop.readers.html import read_html
from hcoop.records import Document, Source
from hcoop.store.read import Store


def text(data: bytes) -> None:
    """Decoded text is normalised, and is text that can be written; a page may claim any encoding."""
    claims, _, rest = data.partition(b"\n")
    with suppress(HcoopError):
        decoded, encoding = decode(rest, "a.txt", claims.decode("ascii", "replace") or None)
        assert decoded == normalise(decoded)
        assert decoded.encode()
        assert encoding.isascii()


def html(data: bytes) -> None:
    """A page gives text that can be written, and a date that is one; half of the pages are made of fragments."""
    markup = text_of(data).encode() if data[:1] < b"\x80" else data
    with suppress(HcoopError):
        for document in read_html(markup, "a.html"):
            assert document.text.strip()
            assert document.text == normalise(document.text)
            for value in (document.text, document.title, document.author, document.url, document.outlet):
                assert (value or "").encode() is not None
            _check_date(document.published)


def blocks(data: bytes) -> None:
    """The lines of an article lie in its text, in order, and do not overlap."""
    document = _document(normalise(text_of(data)))
    for article in articles(document, lexicon.load()):
        assert article.text == document.text
        end = 0
        for block in article.blocks:
            assert end <= block.start < block.end <= len(article.text)
            end = block.end


def dates(data: bytes) -> None:
    """Dates are EDTF, which another reader of it takes too, in order, and cite their words."""
    words = normalise(text_of(data))
    for reference in (None, "2016-01-20"):
        end = 0
        for found in find_dates(words, reference):
            assert end <= found.start < found.end
            assert words[found.start : found.end] == found.text
            _check_date(found.edtf)
            end = found.end


def events(data: bytes) -> None:
    """Extractions are valid, cite their words exactly, date by EDTF, and are the same each time."""
    document = _document(normalise(text_of(data)))
    found = [to_plain(extraction) for extraction in extract_document(document, lexicon.load())]
    for extraction in found:
        schema.validate_records(extraction)
        for event in extraction["events"]:
            _check_date(event["date"])
    assert found == [to_plain(extraction) for extraction in extract_document(document, lexicon.load())]


def query(data: bytes) -> None:
    """Any query is answered, or refused as one that cannot be read."""
    asked = text_of(data[1:]) if data[:1] < b"\x80" else data[1:].decode("utf-8", "surrogateescape")
    with Store(_store()) as store:
        for search in (search_articles, search_events):
            with suppress(UsageError):
                for row in search(store, asked, make_filter(store, {}), 3).rows:
                    assert row["id"]


def corrections(data: bytes) -> None:
    """A file of corrections is read or refused; what is added to one is read again as it was."""
    path = _folder() / "it.corrections.yaml"
    path.write_bytes(data)
    with suppress(HcoopError):
        before, _ = file.read(path)
        words = text_of(data) or "x"
        anchor = Anchor(words, words[::-1], "", "0" * 12, words)
        added = file.append(path, Correction("", "event", "drop", anchor, words, "2016-01-20", words, None, None))
        after, problems = file.read(path)
        assert not [problem for problem in problems if problem.line == added.line], problems
        assert [one.id for one in after[: len(before)]] == [one.id for one in before]
        assert after[-1].anchor == anchor
        assert after[-1].note == words
        file.remove(path, added)
        assert [one.id for one in file.read(path)[0]] == [one.id for one in before]


def terminal(data: bytes) -> None:
    """Nothing that is shown can steer a terminal."""
    shown = clean(data.decode("utf-8", "surrogateescape") + text_of(data))
    assert not any((ord(c) < 32 and c != "\n") or 0x7F <= ord(c) < 0xA0 or c in "\u202e\u2066" for c in shown)


TARGETS: dict[str, Callable[[bytes], None]] = {
    target.__name__: target for target in (text, html, blocks, dates, events, query, corrections, terminal)
}


def _document(words: str) -> Document:
    return Document(words, Source("a.txt", "0" * 64, "text/plain", "utf-8"), published="2016-01-20")


def _check_date(value: str | None) -> None:
    if value is None:
        return
    day, at, clock = value.partition("T")
    assert edtf.parse_edtf(f"{day}T{clock}:00" if at else value) is not None, value
    bounds = [part for part in value.split("/") if part[:4].isdigit() and len(part) == 10]
    assert all(date.fromisoformat(part) for part in bounds)


@cache
def _folder() -> Path:
    return Path(tempfile.mkdtemp(prefix="hcoop-fuzz-"))


@cache
def _store() -> Path:
    made = _folder() / "it.db"
    ingest(made, [resources.data_dir() / "articles"])
    return made
