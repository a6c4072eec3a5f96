"""HTML files: the article's text by trafilatura, its header by what the page states in JSON-LD and meta tags."""

import hashlib
import re
from collections.abc import Iterator
from typing import Any

from hcoop.errors import UnreadableError
from hcoop.readers.decoding import decode, normalise
from hcoop.readers.item import filled
from hcoop.readers.metadata import Metadata, metadata
from hcoop.records import Document, Source

_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([A-Za-z0-9_:-]{2,40})", re.IGNORECASE)
_SAVED = re.compile(r"<!-- saved from url=\(\d+\)(https?://\S+) -->")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
# Nothing a newspaper prints is longer; such a page is a dump or an attack, and only its plain text is taken.
_PAGE_MAX = 3_000_000
# White space, and the mark of the byte order, which some pages repeat.
_EDGES = "".join(map(chr, (*range(9, 14), *range(28, 33), 0x85, 0xA0, 0x1680, *range(0x2000, 0x200C), 0x2028, 0x2029,
                           0x202F, 0x205F, 0x3000, 0xFEFF)))
_BLOCKS = "p|div|br|li|tr|h1|h2|h3|h4|h5|h6|section|article|header|footer|table|ul|ol|blockquote|figcaption|title"
_TAGS = re.compile(rf"<(?:/?(?P<block>{_BLOCKS})\b|[!/?a-z])[^<>]{{0,4000}}>", re.IGNORECASE)
_HIDDEN = re.compile(r"<(script|style|noscript|template|svg)\b[^>]*>.*?(?:</\1\s*>|\Z)|<!--.*?(?:-->|\Z)",
                     re.IGNORECASE | re.DOTALL)


def read_html(data: bytes, name: str, charset: str | None = None) -> Iterator[Document]:
    """Yield the document that an HTML page holds, its address that which the browser noted when it saved the page.

    `charset` is the encoding that whoever sent the page claims. Raises UnreadableError if there is no text in it.
    """
    declared = _CHARSET.search(data[:4096])
    markup, encoding = decode(data, name, charset or (declared[1].decode("ascii") if declared else None))
    source = Source(name, hashlib.sha256(data).hexdigest(), "text/html", encoding)
    saved = _SAVED.search(markup[:2048])
    yield filled(html_document(markup, source, name), {"url": saved[1] if saved else None})


def html_document(markup: str, source: Source, name: str) -> Document:
    """Return the document of a page's markup; the title leads the text where the body does not have it.

    Raises UnreadableError if no text is left without the markup.
    """
    markup = _DECLARATION.sub("", markup)
    text, stated = (_plain(markup), Metadata()) if len(markup) > _PAGE_MAX else _article(markup)
    text = normalise(text).strip(_EDGES)
    if not text:
        raise UnreadableError(f"{name} is an HTML page without text", hint="save the article as text")
    if stated.title and stated.title not in text[:600]:
        text = f"{stated.title}\n\n{text}"
    return Document(text, source, stated.title, stated.published, stated.author, stated.url, stated.outlet,
                    stated.section, stated.language)


def _article(markup: str) -> tuple[str, Metadata]:
    # Broken pages make the parser and what is built on it fail in many ways; none of them may stop a corpus.
    try:
        tree = _tree(markup)
        stated = metadata(tree)
    except Exception:
        return _plain(markup), Metadata()
    try:
        return _extract(tree) or _plain(markup), stated
    except Exception:
        return _plain(markup), stated


def _tree(markup: str) -> Any:
    from lxml import html  # type: ignore[import-untyped]  # noqa: PLC0415 - comes with trafilatura

    return html.document_fromstring(markup)


def _extract(tree: Any) -> str | None:
    import logging  # noqa: PLC0415

    import trafilatura  # noqa: PLC0415 - slow to import, and only HTML needs it

    for library in ("trafilatura", "htmldate", "courlan", "justext"):
        logging.getLogger(library).addHandler(logging.NullHandler())
    found: str | None = trafilatura.extract(tree, include_comments=False, include_tables=True,
                                            date_extraction_params={"original_date": True})
    return found


def _plain(markup: str) -> str:
    """Return the text between the tags, a line for each block, without any parser."""
    import html  # noqa: PLC0415

    shown = _HIDDEN.sub(" ", markup)
    text = _TAGS.sub(lambda tag: "\n" if tag["block"] else "", shown)
    return re.sub(r"[ \t]*\n\s*", "\n\n", html.unescape(text))
