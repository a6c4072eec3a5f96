"""Paths into documents: which files there are, and which reader a file needs."""

import os
import stat
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from operator import attrgetter
from pathlib import Path
from typing import Any

from hcoop.errors import UnreadableError
from hcoop.readers.decoding import normalise
from hcoop.readers.feed import HEAD, is_feed
from hcoop.readers.formats import FORMATS, HINT, is_known, read_item
from hcoop.readers.item import MAX_BYTES, Begin, Budget, Guard, Item, Report, always
from hcoop.readers.names import page_of, suffix_of
from hcoop.records import Document

# What a file may state of an article, in words of its own.
_STATED = ("text", "title", "author", "url", "outlet", "section", "language")


def _raise(error: UnreadableError) -> None:
    raise error


def _pass(_error: UnreadableError) -> None:
    return


def read(
    path: Path, report: Report = _raise, max_bytes: int = MAX_BYTES, begin: Begin = always
) -> Iterator[Document]:
    """Yield the documents of a file: one, or many where it holds many, such as JSON lines, mail or an archive.

    What cannot be read of many goes to `report`, which raises it by default, and the others go on. `begin` is called
    with the name of each part that takes long to read, and tells whether it is to be read.
    Raises UnreadableError if the file cannot be read at all, or if it is one article of more than `max_bytes`.
    """
    with opened(path) as (item, budget):
        yield from map(writable, read_item(item, Guard(report, budget, max_bytes, begin)))


@contextmanager
def opened(path: Path) -> Iterator[tuple[Item, Budget]]:
    """Give a file to be read, and how much it may unpack to. Raises UnreadableError if it cannot be read."""
    check_name(path)
    if not is_known(path.name) and path.is_file():
        raise _unknown(path)
    try:
        with path.open("rb") as stream:
            # What is no file, such as a pipe, tells no format, and is taken for text.
            suffix = suffix_of(path.name) if is_known(path.name) else ".txt"
            yield Item(str(path), stream, suffix), Budget.of(os.fstat(stream.fileno()).st_size)
    except RecursionError as error:
        raise UnreadableError(f"{path} is nested too deep", hint="unpack it first") from error
    except OSError as error:
        raise unreadable(path, error) from error


def walk(paths: Iterable[Path], report: Report = _pass) -> Iterator[Path]:
    """Yield the files to read, each once: those named, and those of known formats below the folders named, in order.

    What a folder holds and is not read goes to `report`: hidden files, unknown formats, the parts of saved pages,
    pipes and devices, folders that cannot be opened or that contain themselves. A named file is yielded whatever it
    is: reading it tells what is wrong.
    """
    return map(Path, walk_names(paths, report))


def walk_names(paths: Iterable[Path], report: Report = _pass) -> Iterator[str]:
    """Yield what `walk` does as strings, which is several times as fast where files are many."""
    seen: set[str] = set()
    for path in paths:
        named = [(str(path), os.path.realpath(path))]
        for found, real in _below(str(path), named[0][1], report, frozenset()) if path.is_dir() else named:
            if real not in seen:
                seen.add(real)
                yield found


def _below(folder: str, real: str, report: Report, above: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Yield the files of a folder and its folders, each with its path without links; `real` is that of the folder."""
    if real in above:
        report(UnreadableError(f"{folder} is a folder that contains itself", hint="remove the link"))
        return
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=_by_name)
    except OSError as error:
        report(unreadable(Path(folder), error))
        return
    inside = real.rstrip(os.sep) + os.sep
    for entry in entries:
        if _is_plain(entry):  # as most are
            yield entry.path, inside + entry.name
            continue
        # Only a link needs to be followed: of the rest the folder has told what they are.
        whole = os.path.realpath(entry.path) if entry.is_symlink() else inside + entry.name
        if entry.name.startswith("."):
            report(UnreadableError(f"{Path(entry.path)} is hidden", hint="name it to have it read"))
        elif _tells(entry.is_file) and is_known(entry.name) and not _is_other_xml(entry.path):
            yield entry.path, whole
        elif _tells(entry.is_dir):
            if page := page_of(entry.name, (beside.name for beside in entries)):
                report(UnreadableError(f"{Path(entry.path)} holds the parts of {page}", hint="name it to have it read"))
            else:
                yield from _below(entry.path, whole, report, above | {real})
        elif not _tells(entry.is_file) and is_special(Path(entry.path)):
            report(UnreadableError(f"{Path(entry.path)} is no file but a pipe or a device", hint=None))
        elif is_known(entry.name) and not _is_other_xml(entry.path):
            yield entry.path, whole
        else:
            report(_unknown(Path(entry.path)))


_by_name = attrgetter("name")
# Suffixes that tell all of a file's format.
_PLAIN = frozenset(FORMATS) - {".xml", ".gz"}


def _is_plain(entry: os.DirEntry[str]) -> bool:
    """Return whether an entry of a folder is, at the first look, a file to be read; of others nothing is told."""
    name = entry.name
    at = name.rfind(".")
    return at > 0 and name[at:] in _PLAIN and name[0] != "." and entry.is_file(follow_symlinks=False)


def _tells(what: Callable[[], bool]) -> bool:
    """Return what an entry of a folder tells of itself; of a link that leads nowhere, nothing."""
    try:
        return what()
    except OSError:
        return False


def is_special(path: Path) -> bool:
    """Return whether a path is a pipe, a device or a socket, the reading of which might never end."""
    try:
        mode = path.stat().st_mode
    except OSError:
        return False
    return not stat.S_ISREG(mode) and not stat.S_ISDIR(mode)


def check_name(path: Path) -> None:
    """Raise UnreadableError if the name of a file is no text."""
    try:
        str(path).encode()
    except UnicodeEncodeError as error:
        raise UnreadableError(f"the name of {path} is no UTF-8", hint="rename the file") from error


def writable(document: Document) -> Document:
    """Return a document without halves of characters in what its file states, which no store could keep."""
    stated = {name: value for name in _STATED if (value := getattr(document, name))}
    whole: dict[str, Any] = {name: normalise(value) for name, value in stated.items()}
    return document if whole == stated else replace(document, **whole)


def _is_other_xml(path: str) -> bool:
    """Return whether a file is of the many kinds of XML that are no feed; one that cannot be opened may be any."""
    if path[-len(".xml"):].lower() != ".xml":
        return False
    try:
        with open(path, "rb") as stream:
            return not is_feed(stream.read(HEAD))
    except OSError:
        return False


def _unknown(path: Path) -> UnreadableError:
    kind = path.suffix or "no suffix"
    return UnreadableError(f"{path} is of an unknown format ({kind})", hint=HINT)


def unreadable(path: Path | str, error: OSError) -> UnreadableError:
    """Return what is told of a file that cannot be opened."""
    if isinstance(error, FileNotFoundError):
        return UnreadableError(f"{path} does not exist", hint="check the path")
    if isinstance(error, PermissionError):
        return UnreadableError(f"{path} may not be read", hint="ask for the permission to read it")
    if isinstance(error, IsADirectoryError):
        return UnreadableError(f"{path} is a folder", hint="its files are read when it is given to ingest or extract")
    return UnreadableError(f"{path} cannot be read: {error.strerror or error}", hint=None)
