"""The parts of a file that can be read apart from each other: a line, a message, a page of an archive, or all of it.

Taking a file apart is quick and safe; reading what is in its parts may be neither, and is left to whoever gets them.
"""

import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO, cast

from hcoop.errors import UnreadableError
from hcoop.readers.feed import ENTRY, FEEDS, packed_entries, read_entry
from hcoop.readers.files import opened, writable
from hcoop.readers.formats import read_item, unpacked_parts
from hcoop.readers.item import MAX_BYTES, Begin, Budget, Guard, Item, Report, always, filled
from hcoop.readers.names import suffix_of
from hcoop.records import Document

_LINES = (".jsonl", ".ndjson")
_TAKEN_APART = (".mbox", ".warc", ".gz", ".zip")
_MESSAGE = ".eml"


@dataclass(frozen=True, slots=True)
class Leaf:
    """A part of a file with its bytes; the other fields are those of an Item."""

    name: str
    data: bytes
    suffix: str
    charset: str | None = None
    stated: Mapping[str, Any] = field(default_factory=dict)
    before: int = 0

    def __str__(self) -> str:
        """Return what messages call it."""
        return f"{self.name}:{self.before + 1}" if self.suffix in _LINES else self.name


def is_lines(name: str) -> bool:
    """Return whether a file of this name holds one article a line."""
    return suffix_of(name) in _LINES


def leaves(
    stream: BinaryIO, name: str, size: int, report: Report, *, max_bytes: int = MAX_BYTES, before: int = 0
) -> Iterator[Leaf]:
    """Yield the parts of a file of `size` bytes, in order; `before` are the lines that stand before the stream.

    What cannot be taken apart goes to `report`, and the others go on. Raises UnreadableError if nothing can be.
    """
    item = Item(name, stream, suffix_of(name), before=before)
    return _leaves(item, Guard(report, Budget.of(size), max_bytes))


def leaves_of(path: Path, report: Report, max_bytes: int = MAX_BYTES) -> Iterator[Leaf]:
    """Yield the parts of a file, in order; those of a message or a feed too, the parsing of which may take long.

    What cannot be taken apart goes to `report`, and the others go on. Raises UnreadableError if nothing can be.
    """
    with opened(path) as (item, budget):
        guard = Guard(report, budget, max_bytes)
        if item.suffix in FEEDS:
            for name, entry in packed_entries(guard.data(item), item.name):
                yield Leaf(name, entry, ENTRY)
        elif item.suffix == _MESSAGE:
            yield from cast(Iterator[Leaf], unpacked_parts(item, guard, _leaves))
        else:
            yield from _leaves(item, guard)


def lines_of(stream: BinaryIO, name: str, report: Report, max_bytes: int = MAX_BYTES) -> Iterator[Leaf]:
    """Yield the lines of a stream that holds one article a line."""
    return _leaves(Item(name, stream, _LINES[0]), Guard(report, Budget.of(0), max_bytes))


def read_leaf(
    leaf: Leaf, report: Report, max_bytes: int = MAX_BYTES, begin: Begin = always
) -> Iterator[Document]:
    """Yield the documents of a part, as reading the file would. Raises UnreadableError if it cannot be read."""
    if leaf.suffix == ENTRY:
        yield writable(filled(read_entry(leaf.data, leaf.name), leaf.stated))
        return
    stream = io.BytesIO(leaf.data)
    item = Item(leaf.name, stream, leaf.suffix, leaf.charset, leaf.stated, leaf.before)
    try:
        yield from map(writable, read_item(item, Guard(report, Budget.of(len(leaf.data)), max_bytes, begin)))
    except RecursionError as error:
        raise UnreadableError(f"{leaf} is nested too deep", hint="unpack it first") from error


def _leaves(item: Item, guard: Guard) -> Iterator[Leaf]:
    if item.suffix in _LINES:
        for number, line in enumerate(guard.lines(item), item.before):
            if line.strip():
                yield Leaf(item.name, line, ".jsonl", stated=item.stated, before=number)
    elif item.suffix in _TAKEN_APART:
        yield from cast(Iterator[Leaf], unpacked_parts(item, guard, _leaves))
    else:
        yield Leaf(item.name, guard.data(item), item.suffix, item.charset, item.stated, item.before)
