"""The rows of tables in a file of SQLite that may be damaged, found page by page, whatever leads to these pages.

As "Database File Format" of SQLite (https://www.sqlite.org/fileformat2.html) has it: leaves of tables, with their cells
and overflow pages, and the list of pages that are not in use.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import Any

_MAGIC = b"SQLite format 3\0"
_PAGE_SIZES = (8192, 4096)  # of stores of now and of before, for a file that does not say
_LEAF = 0x0D
_HEADER = 100  # bytes, at the beginning of the first page


@dataclass(frozen=True, slots=True)
class Row:
    """A row of some table: its key, its values (null, numbers, text as bytes), and whether its page is in use."""

    key: int
    values: tuple[Any, ...]
    used: bool


def rows_of(path: Path, columns: int) -> Iterator[Row]:
    """Yield the rows of so many columns that stand in the leaves of tables. What cannot be read is passed over."""
    with path.open("rb") as stream, mmap(stream.fileno(), 0, access=ACCESS_READ) as data:
        yield from _rows(data, columns)


def _rows(data: mmap, columns: int) -> Iterator[Row]:
    size = int.from_bytes(data[16:18])
    told = data[:16] == _MAGIC and size >= 512 and not size & (size - 1)
    for one in (size,) if told else _PAGE_SIZES:
        yield from _rows_of_pages(_File(data, one), columns)


def _rows_of_pages(file: "_File", columns: int) -> Iterator[Row]:
    free = file.free()
    for number in range(1, file.count + 1):
        for key, payload in file.cells(number):
            try:
                values = tuple(_values(payload, columns))
            except (IndexError, ValueError):
                continue
            if len(values) == columns:
                yield Row(key, values, number not in free)


@dataclass(frozen=True, slots=True)
class _File:
    data: mmap
    size: int

    @property
    def count(self) -> int:
        return len(self.data) // self.size

    def page(self, number: int) -> bytes:
        if not 1 <= number <= self.count:
            raise IndexError(number)
        return self.data[(number - 1) * self.size : number * self.size]

    def cells(self, number: int) -> Iterator[tuple[int, bytes]]:
        """Yield key and payload of each cell of a page, if it is a leaf of a table."""
        page, start = self.page(number), _HEADER if number == 1 else 0
        if page[start] != _LEAF:
            return
        for index in range(int.from_bytes(page[start + 3 : start + 5])):
            pointer = start + 8 + 2 * index
            try:
                yield self.cell(page, int.from_bytes(page[pointer : pointer + 2]))
            except IndexError:
                continue

    def cell(self, page: bytes, at: int) -> tuple[int, bytes]:
        length, at = _varint(page, at)
        key, at = _varint(page, at)
        local = _local(length, self.size)
        parts, left = [page[at : at + local]], length - local
        if left:
            after = int.from_bytes(page[at + local : at + local + 4])
            parts += self.overflow(after, left)
        return key, b"".join(parts)

    def overflow(self, number: int, left: int) -> Iterator[bytes]:
        if left > len(self.data):
            raise IndexError(left)
        while left > 0:
            page = self.page(number)
            part = page[4 : 4 + left]
            yield part
            number, left = int.from_bytes(page[:4]), left - len(part)

    def free(self) -> frozenset[int]:
        """Return the pages that are not in use; none if their list is damaged, since then it may name any."""
        trunk, count = int.from_bytes(self.data[32:36]), int.from_bytes(self.data[36:40])
        found: list[int] = []
        try:
            while trunk and len(found) < count:
                page = self.page(trunk)
                leaves = int.from_bytes(page[4:8])
                found += [trunk, *(int.from_bytes(page[8 + 4 * i : 12 + 4 * i]) for i in range(min(leaves, count)))]
                trunk = int.from_bytes(page[:4])
        except IndexError:
            return frozenset()
        return frozenset(found) if not trunk and len(found) == len(set(found)) == count else frozenset()


def _local(length: int, size: int) -> int:
    """Return how many bytes of a payload stand in the leaf itself."""
    if length <= size - 35:
        return length
    least = (size - 12) * 32 // 255 - 23
    rest = least + (length - least) % (size - 4)
    return rest if rest <= size - 35 else least


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = 0
    for number in range(9):
        byte = data[at + number]
        if number == 8:
            return value << 8 | byte, at + 9
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + number + 1
    raise IndexError(at)


def _values(payload: bytes, most: int) -> Iterator[Any]:
    """Yield the values of a record, one more than `most` at most. Raises ValueError or IndexError if it is none."""
    head, at = _varint(payload, 0)
    body = head
    for _ in range(most + 1):
        if at >= head:
            break
        kind, at = _varint(payload, at)
        if kind in (10, 11):
            raise ValueError(kind)
        length = (kind - 12) // 2 if kind >= 12 else (0, 1, 2, 3, 4, 6, 8, 8, 0, 0)[kind]
        part, body = payload[body : body + length], body + length
        if len(part) < length:
            raise IndexError(body)
        yield _value(kind, part)


def _value(kind: int, part: bytes) -> Any:
    if kind == 0:
        return None
    if kind >= 12 or kind == 7:  # a real number is of no use here
        return part
    return kind - 8 if kind in (8, 9) else int.from_bytes(part, signed=True)
