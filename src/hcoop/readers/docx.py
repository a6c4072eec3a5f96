"""Word files (DOCX): paragraphs and tables in their order."""

import hashlib
import io
import zipfile
from collections.abc import Iterator
from typing import Any

from hcoop.errors import UnreadableError
from hcoop.readers.decoding import normalise
from hcoop.readers.item import library
from hcoop.records import Document, Source

_MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_TITLES = ("Title", "Heading 1")
# Bytes of its XML; the library takes all of it into memory.
_UNPACKED_MAX = 128 * 1024 * 1024


def read_docx(data: bytes, name: str, _charset: str | None = None) -> Iterator[Document]:
    """Yield the document that a Word file holds; its title is the first paragraph that is styled as one.

    Raises UnreadableError if the file is damaged or has no text.
    """
    _check_size(data, name)
    docx = library("docx", "docx", name)
    try:
        blocks: list[Any] = list(docx.Document(io.BytesIO(data)).iter_inner_content())
        title = next((block.text for block in blocks if _is_title(block) and block.text.strip()), None)
        text = normalise("\n\n".join(filter(None, map(_text, blocks))))
    except Exception as error:  # damaged files make the library fail in many ways
        raise UnreadableError(f"{name} is a damaged Word file ({error})", hint="save it again as .docx") from error
    if not text.strip():
        raise UnreadableError(f"{name} has no text", hint="save its text, if it is a picture of one")
    source = Source(name, hashlib.sha256(data).hexdigest(), _MEDIA_TYPE, None)
    yield Document(text, source, title=normalise(" ".join(title.split())) if title else None)


def _check_size(data: bytes, name: str) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            size = sum(info.file_size for info in archive.infolist() if not info.filename.startswith("word/media/"))
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise UnreadableError(f"{name} is no Word file: {error}", hint="save it again as .docx") from error
    if size > _UNPACKED_MAX:
        raise UnreadableError(f"{name} unpacks to {size} bytes, too many for one article", hint="save its text")


def _is_title(block: Any) -> bool:
    return getattr(getattr(block, "style", None), "name", None) in _TITLES and hasattr(block, "runs")


def _text(block: Any) -> str:
    """Return a paragraph, or a table with a line for each row."""
    if hasattr(block, "runs"):
        return str(block.text).strip()
    rows = ([cell.text.strip() for cell in row.cells] for row in block.rows)
    return "\n".join(" | ".join(dict.fromkeys(filter(None, row))) for row in rows)
