"""Plain text and Markdown files: one document each, as it stands."""

import hashlib
from collections.abc import Iterator
from pathlib import PurePath

from hcoop.readers.decoding import decode
from hcoop.records import Document, Source

_MEDIA_TYPES = {".md": "text/markdown"}


def read_text(data: bytes, name: str, charset: str | None = None) -> Iterator[Document]:
    """Yield the document that a text file holds; raises UnreadableError if it is no text."""
    text, encoding = decode(data, name, charset)
    media_type = _MEDIA_TYPES.get(PurePath(name).suffix.lower(), "text/plain")
    yield Document(text, Source(name, hashlib.sha256(data).hexdigest(), media_type, encoding))
