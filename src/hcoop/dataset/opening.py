"""Inputs opened for reading, wherever they are.

What is remote is fetched before it is taken apart, so that a fault of the network is never taken for one of the file.
"""

import io
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

from hcoop.dataset.inputs import Input
from hcoop.dataset.storage import is_remote, system

# The most bytes of a remote file that is fetched together with others, and of how many.
_SMALL, _TOGETHER = 1024 * 1024, 64
_BUFFER = 1024 * 1024


@contextmanager
def opened(found: Input) -> Iterator[BinaryIO]:
    """Give the bytes of an input, a remote one as a copy on the disk.

    Raises OSError, or what the library of a store raises, if it cannot be had.
    """
    if not is_remote(found.place):
        with open(found.place, "rb") as stream:
            yield stream
        return
    fs, path = system(found.place)
    with tempfile.TemporaryDirectory(prefix="hcoop-") as folder:
        copy = Path(folder, "copy")
        fs.get_file(path, str(copy))
        with copy.open("rb") as stream:
            yield stream


@contextmanager
def opened_in_parts(found: Input) -> Iterator[BinaryIO]:
    """Give the bytes of an input, of which only a part will be read. Raises what `opened` does, also while reading."""
    if not is_remote(found.place):
        with open(found.place, "rb") as stream:
            yield stream
        return
    fs, path = system(found.place)
    with fs.open(path, "rb") as remote:
        yield io.BufferedReader(remote, _BUFFER)


def fetched(inputs: Sequence[Input]) -> Iterator[tuple[Input, bytes | Exception | None]]:
    """Yield inputs, with the bytes of small remote ones, some of which are fetched at a time, or what went wrong."""
    for at in range(0, len(inputs), _TOGETHER):
        some = inputs[at : at + _TOGETHER]
        got = _fetch([found for found in some if is_remote(found.place) and 0 < found.size <= _SMALL])
        yield from ((found, got.get(found)) for found in some)


def _fetch(inputs: Sequence[Input]) -> dict[Input, bytes | Exception]:
    stores: dict[int, tuple[Any, dict[Input, str]]] = {}
    for found in inputs:
        fs, path = system(found.place)
        stores.setdefault(id(fs), (fs, {}))[1][found] = path
    got: dict[Input, bytes | Exception] = {}
    for fs, paths in stores.values():
        got |= zip(paths, fs.cat_ranges(list(paths.values()), None, None, on_error="return"), strict=True)
    return got
