"""What the store is given to keep: files, the documents in them, and what was taken from each."""

from dataclasses import dataclass
from typing import Any, NamedTuple


class FileState(NamedTuple):
    """What tells whether a file has changed; `path` is absolute, `size` in bytes."""

    path: str
    size: int
    mtime_ns: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Taken:
    """What was taken from an article: the columns of its row that are told by its record (`columns.of_article`), the
    sketch of its words, and the extraction without the text, packed.

    What follows from these is made where there are processes to make it: `gist` is what linking reads, packed, and
    `searched` the folded title and body by which the article is found; without them the store makes its own.
    """

    id: str
    path: str | None
    columns: dict[str, Any]
    sketch: bytes
    record: bytes
    gist: bytes | None = None
    searched: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """A document: its text, its other fields as JSON, and what was taken from each of its articles."""

    text: str
    fields: str
    taken: tuple[Taken, ...]
