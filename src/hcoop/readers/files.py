"""Paths into documents: which files there are, and which reader a file needs."""

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from hcoop.errors import UnreadableError
from hcoop.readers.html import read_html
from hcoop.readers.jsonl import read_lines
from hcoop.readers.text import read_text
from hcoop.records import Document

Report = Callable[[UnreadableError], None]
Reader = Callable[[bytes, str], Iterator[Document]]

_LINES = (".jsonl", ".ndjson")
# A single article is never as large; a corpus is given as JSON lines, which are read line by line.
_FILE_MAX = 64 * 1024 * 1024


def _raise(error: UnreadableError) -> None:
    raise error


def _pass(_error: UnreadableError) -> None:
    return


def _read_jsonl(data: bytes, name: str) -> Iterator[Document]:
    return read_lines(data.splitlines(keepends=True), name, _raise)


READERS: dict[str, Reader] = {
    ".txt": read_text,
    ".md": read_text,
    ".html": read_html,
    ".htm": read_html,
    ".jsonl": _read_jsonl,
    ".ndjson": _read_jsonl,
}


def read(path: Path, report: Report = _raise) -> Iterator[Document]:
    """Yield the documents of a file: one, or one a line for JSON lines.

    A bad line of JSON goes to `report`, which raises it by default, and the others go on.
    Raises UnreadableError if the file cannot be read at all.
    """
    reader = READERS.get(path.suffix.lower())
    if reader is None and path.is_file():
        raise _unknown(path)
    try:
        if path.suffix.lower() in _LINES:
            with path.open("rb") as stream:
                yield from read_lines(stream, str(path), report)
        else:
            yield from (reader or read_text)(_bytes(path), str(path))
    except OSError as error:
        raise _unreadable(path, error) from error


def read_stream(stream: BinaryIO, name: str, report: Report = _raise) -> Iterator[Document]:
    """Yield the documents of a stream of JSON lines; a bad line goes to `report` as in `read`."""
    return read_lines(stream, name, report)


def walk(paths: Iterable[Path], report: Report = _pass) -> Iterator[Path]:
    """Yield the files to read, each once: those named, and those of known formats below the folders named, in order.

    What a folder holds and is not read goes to `report`: hidden files, unknown formats, folders that cannot be
    opened or that contain themselves. A named file is yielded whatever it is: reading it tells what is wrong.
    """
    seen: set[str] = set()
    for path in paths:
        for found in _below(path, report, frozenset()) if path.is_dir() else [path]:
            real = os.path.realpath(found)
            if real not in seen:
                seen.add(real)
                yield found


def _below(folder: Path, report: Report, above: frozenset[str]) -> Iterator[Path]:
    real = os.path.realpath(folder)
    if real in above:
        report(UnreadableError(f"{folder} is a folder that contains itself", hint="remove the link"))
        return
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        report(_unreadable(folder, error))
        return
    for entry in entries:
        path = folder / entry.name
        if entry.name.startswith("."):
            report(UnreadableError(f"{path} is hidden", hint="name it to have it read"))
        elif path.is_dir():
            yield from _below(path, report, above | {real})
        elif path.suffix.lower() in READERS:
            yield path
        else:
            report(_unknown(path))


def _bytes(path: Path) -> bytes:
    size = path.stat().st_size
    if size > _FILE_MAX:
        raise UnreadableError(f"{path} has {size} bytes, too many for one article", hint="give a corpus as JSON lines")
    return path.read_bytes()


def _unknown(path: Path) -> UnreadableError:
    kind = path.suffix or "no suffix"
    return UnreadableError(f"{path} is of an unknown format ({kind})", hint="hcoop reads " + ", ".join(READERS))


def _unreadable(path: Path, error: OSError) -> UnreadableError:
    if isinstance(error, FileNotFoundError):
        return UnreadableError(f"{path} does not exist", hint="check the path")
    if isinstance(error, PermissionError):
        return UnreadableError(f"{path} may not be read", hint="ask for the permission to read it")
    if isinstance(error, IsADirectoryError):
        return UnreadableError(f"{path} is a folder", hint="its files are read when it is given to ingest or extract")
    return UnreadableError(f"{path} cannot be read: {error.strerror or error}", hint=None)
