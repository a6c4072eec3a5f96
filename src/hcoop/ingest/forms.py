"""The forms in which what was taken from a document is handed over: to the store, as JSON, as rows of a dataset."""

from base64 import b64decode, b64encode
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from hcoop.link import gist
from hcoop.link.duplicates import sketch
from hcoop.output.jsons import line
from hcoop.plain import as_json, to_plain
from hcoop.records import Document
from hcoop.store.columns import of_article
from hcoop.store.derive import searched
from hcoop.store.packed import packed
from hcoop.store.taken import ReadDocument, Taken
from hcoop.text import fold

Plain = dict[str, Any]
# The fields of a row of a dataset that are not of the extraction.
OF_ROW = ("document", "stated", "sketch")


def for_store(document: Document, extractions: list[Plain]) -> ReadDocument:
    """Return what the store keeps of a document; the texts of its articles are that of the document."""
    taken = tuple(_taken(extraction, document.text) for extraction in extractions)
    return ReadDocument(document.text, _stated(document), taken)


def from_rows(rows: Sequence[Plain]) -> ReadDocument:
    """Return what the store keeps of a document, of whose articles a dataset has these rows."""
    text = rows[0]["article"]["text"]
    taken = tuple(_taken(_extraction(row), text, b64decode(row["sketch"])) for row in rows)
    return ReadDocument(text, rows[0]["stated"], taken)


def for_rows(document: Document, extractions: list[Plain]) -> list[tuple[str, int]]:
    """Return each extraction as a row of a dataset in JSON, with how many events it has."""
    stated = _stated(document)
    return [(as_json(_row(extraction, document, stated)), len(extraction["events"])) for extraction in extractions]


def for_reading(_document: Document, extractions: list[Plain]) -> list[str]:
    """Return each extraction as a line of JSON."""
    return [line(extraction) for extraction in extractions]


def _stated(document: Document) -> str:
    """Return what a document says of itself, all but its text."""
    fields = to_plain(replace(document, text=""))
    del fields["text"]
    return as_json(fields)


def _row(extraction: Plain, document: Document, stated: str) -> Plain:
    words = b64encode(_sketch(extraction, searched(extraction, document.text))).decode()
    return {"stated": stated, "sketch": words, **extraction}


def _extraction(row: Plain) -> Plain:
    return {name: value for name, value in row.items() if name not in OF_ROW}


def _sketch(extraction: Plain, own: str) -> bytes:
    """Return the sketch of an article; `own` is what of the text is its own."""
    return sketch("\n".join((extraction["article"]["title"] or "", own)))


def _taken(extraction: Plain, text: str, words: bytes | None = None) -> Taken:
    article, own = extraction["article"], searched(extraction, text)
    apart = {**extraction, "article": {name: value for name, value in article.items() if name != "text"}}
    return Taken(
        id=article["id"],
        path=article["source"]["path"],
        columns=of_article(extraction),
        sketch=_sketch(extraction, own) if words is None else words,
        record=packed(as_json(apart)),
        gist=gist.packed(gist.gist_of(extraction)),
        searched=(fold(article["title"] or ""), fold(own)),
    )
