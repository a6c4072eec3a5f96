"""The pieces of a partition as jobs for the pool."""

import io
from collections.abc import Iterator
from contextlib import ExitStack
from typing import BinaryIO, cast

from hcoop import readers
from hcoop.dataset.lines import Stretch
from hcoop.dataset.opening import fetched, opened, opened_in_parts
from hcoop.dataset.partitions import Piece
from hcoop.errors import UnreadableError
from hcoop.ingest.jobs import Report
from hcoop.ingest.work import Job, told_of

# The most parts of files, and bytes, from which on a job is full.
_LEAVES, _BYTES = 16, 1024 * 1024
# What says that a file is not there, rather than that it cannot be had just now.
_NOT_THERE = (FileNotFoundError, PermissionError, IsADirectoryError, NotADirectoryError)


def jobs_of(pieces: tuple[Piece, ...], report: Report, max_bytes: int) -> Iterator[Job]:
    """Yield the jobs of pieces, in order; `report` gets what cannot be read here.

    Raises what a store raises if what it holds cannot be had just now.
    """
    waiting: list[readers.Leaf] = []
    size = 0
    for leaf in _leaves(pieces, report, max_bytes):
        waiting.append(leaf)
        size += len(leaf.data)
        if len(waiting) == _LEAVES or size > _BYTES:
            yield Job(waiting[0].name, leaves=tuple(waiting))
            waiting, size = [], 0
    if waiting:
        yield Job(waiting[0].name, leaves=tuple(waiting))


def _leaves(pieces: tuple[Piece, ...], report: Report, max_bytes: int) -> Iterator[readers.Leaf]:
    wholes = fetched([piece.input for piece in pieces if piece.end is None])
    for piece in pieces:
        data = next(wholes)[1] if piece.end is None else None
        with ExitStack() as held:
            try:
                stream = _stream(piece, data, held)
            except _NOT_THERE as error:
                report(readers.unreadable(piece.input.name, error))
                continue
            yield from _taken_apart(piece, stream, report, max_bytes)


def _taken_apart(piece: Piece, stream: BinaryIO, report: Report, max_bytes: int) -> Iterator[readers.Leaf]:
    """Yield the parts of a piece; what is wrong with the file is told, and ends it."""
    name, size = piece.input.name, piece.input.size
    try:
        yield from readers.leaves(stream, name, size, report, max_bytes=max_bytes, before=piece.before)
    except UnreadableError as error:
        report(error)
    except Exception as error:
        if piece.end is not None:  # no fault of a file of lines: it cannot be had just now
            raise
        report(told_of(error, name, "reading"))


def _stream(piece: Piece, data: bytes | Exception | None, held: ExitStack) -> BinaryIO:
    if isinstance(data, Exception):
        raise data
    if data is not None:
        return io.BytesIO(data)
    if piece.end is None:
        return held.enter_context(opened(piece.input))
    stream = held.enter_context(opened_in_parts(piece.input))
    return cast(BinaryIO, Stretch(stream, piece.start, piece.end))
