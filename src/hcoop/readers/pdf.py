"""PDF files with a text layer: the text page by page, and where each page begins."""

import hashlib
import re
from collections.abc import Iterator
from itertools import accumulate

from hcoop.errors import UnreadableError
from hcoop.readers.decoding import normalise
from hcoop.readers.item import library
from hcoop.readers.pdf_layout import page_lines
from hcoop.readers.running import without_running
from hcoop.records import Document, Source

_GAP = "\n\n"
# PDFium's mark for a hyphen that only parts a word at the end of a line.
_SOFT_HYPHEN = re.compile("[\ufffe\x02\u00ad]\\s*\n?")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]")


def read_pdf(data: bytes, name: str, _charset: str | None = None) -> Iterator[Document]:
    """Yield the document that a PDF file holds.

    Raises UnreadableError if the file is damaged or protected, or if its pages are only pictures.
    """
    pages, title = _pages(data, name)
    texts = [_joined(page) for page in without_running(pages, title)]
    if not any(text.strip() for text in texts):
        raise UnreadableError(f"{name} has no text layer", hint="have the text recognised first: `ocrmypdf in out`")
    starts = tuple(accumulate((len(text) + len(_GAP) for text in texts[:-1]), initial=0))
    source = Source(name, hashlib.sha256(data).hexdigest(), "application/pdf", None)
    yield Document(_GAP.join(texts), source, title=_printed(title, texts[0]), pages=starts)


def _pages(data: bytes, name: str) -> tuple[list[list[str]], str]:
    """Return the lines of each page, and the title that the file states."""
    pypdfium2 = library("pypdfium2", "pdf", name)
    try:
        with pypdfium2.PdfDocument(data) as document:
            pages = [page_lines(document[number].get_textpage()) for number in range(len(document))]
            return pages, " ".join(normalise(document.get_metadata_value("Title") or "").split())
    except pypdfium2.PdfiumError as error:
        told = "is protected by a password" if "assword" in str(error) else f"is a damaged PDF file ({error})"
        raise UnreadableError(f"{name} {told}", hint="save it again without protection") from error


def _joined(lines: list[str]) -> str:
    return _CONTROL.sub("", _SOFT_HYPHEN.sub("", "\n".join(lines)))


def _printed(title: str, page: str) -> str | None:
    """Return the stated title if the page has it in a line; else it is the name of some file, or of a template."""
    return title if title and title in map(str.strip, page.split("\n")) else None
