"""Inputs cut into partitions, each worked by itself, so that a change of one input changes few of them."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from hcoop import readers
from hcoop.dataset.inputs import Input, is_web
from hcoop.readers.names import suffix_of

# Of another layout of the rows: partitions that were made before are made anew.
LAYOUT = 1
TARGET = 16 * 1024 * 1024
# What opening a file costs, in bytes read; what packed text unpacks to; how much larger than aimed at one may become.
_OPENING, _PACKED, _MOST = 4096, 5, 4


@dataclass(frozen=True, slots=True)
class Piece:
    """A file, or the lines of it that begin from byte `start` to before `end`; `before` is how many stand before."""

    input: Input
    start: int = 0
    end: int | None = None
    before: int = 0


@dataclass(frozen=True, slots=True)
class Partition:
    """Some pieces; the key is another when one of them, or what extracts from them, has changed."""

    key: str
    pieces: tuple[Piece, ...]

    @property
    def file(self) -> str:
        """The name of the file of its rows."""
        return f"part-{self.key}.parquet"

    @property
    def size(self) -> int:
        """The bytes of its inputs."""
        return sum((piece.end or piece.input.size) - piece.start for piece in self.pieces)


def is_cut(found: Input, target: int) -> bool:
    """Return whether a file is cut into stretches of lines."""
    return readers.is_lines(found.name) and found.size > target and not is_web(found.place)


def stretches(size: int, target: int) -> list[tuple[int, int]]:
    """Return the stretches of a file of so many bytes, each from a byte to before another."""
    return [(start, min(start + target, size)) for start in range(0, size, target)]


def partitions(
    inputs: Iterable[Input], target: int, lines: Mapping[Input, Sequence[int]], made_by: Sequence[object]
) -> Iterator[Partition]:
    """Yield the partitions of inputs, of about `target` bytes, in order.

    `lines` are the line feeds of each stretch of the files that are cut, as `lines.count` tells them, `made_by` what
    else the rows depend on.
    """
    for pieces in _cut(inputs, target, lines):
        told = [[p.input.name, p.input.state, p.start, p.end, p.before] for p in pieces]
        digest = hashlib.sha256(json.dumps([LAYOUT, *made_by, told]).encode()).hexdigest()
        yield Partition(digest[:16], pieces)


def _cut(
    inputs: Iterable[Input], target: int, lines: Mapping[Input, Sequence[int]]
) -> Iterator[tuple[Piece, ...]]:
    """Yield pieces together: a large file by itself, others until one whose name ends a group.

    So a file more, or less, changes the group that it is in, and no other.
    """
    group: list[Piece] = []
    size = 0
    for found in inputs:
        weight = _weight(found)
        if weight < target:
            group.append(Piece(found))
            size += weight
        if group and (weight >= target or size > _MOST * target or _ends(found.name, weight / target)):
            yield tuple(group)
            group, size = [], 0
        if weight >= target:
            yield from _stretched(found, target, lines.get(found, ()))
    if group:
        yield tuple(group)


def _stretched(found: Input, target: int, lines: Sequence[int]) -> Iterator[tuple[Piece, ...]]:
    if not is_cut(found, target):
        yield (Piece(found),)
        return
    # A line that begins before a stretch is of the stretch before: it is counted with that one.
    before = [0, *(1 + count for count in accumulate(lines))]
    for (start, end), number in zip(stretches(found.size, target), before, strict=False):
        yield (Piece(found, start, end, number),)


def _weight(found: Input) -> int:
    packed = suffix_of(found.name) in (".gz", ".zip")
    return max(found.size, _OPENING) * (_PACKED if packed else 1)


def _ends(name: str, share: float) -> bool:
    return int.from_bytes(hashlib.sha256(name.encode()).digest()[:4]) < share * 2**32
