"""What is to be read: the files that paths and addresses name, each with what tells whether it has changed."""

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hcoop import readers
from hcoop.dataset.storage import is_remote, reached, system
from hcoop.errors import UnreadableError
from hcoop.ingest.jobs import Report
from hcoop.readers.feed import HEAD, is_feed
from hcoop.readers.names import is_hidden, parts_of_pages, suffix_of
from hcoop.web.address import check_host, checked

# What file systems tell of the content of a file, the surest first.
_STATES = ("ETag", "etag", "md5Hash", "Content-MD5", "Digest", "LastModified", "Last-Modified", "updated", "mtime")
_WEB = ("http:", "https:")


@dataclass(frozen=True, slots=True)
class Input:
    """A file: `name` is what records and messages call it, `place` is where any machine finds it.

    `size` is in bytes, 0 where it is not known; `state` is another when the file has changed.
    """

    name: str
    place: str
    size: int
    state: str


def find(names: Sequence[str], report: Report, *, allow_private: bool = False) -> Iterator[Input]:
    """Yield the files that names mean, those of folders among them in order, each once.

    As in `readers.walk` the files of a folder are those of known formats. `report` gets what is not there.
    """
    seen: set[str] = set()
    for name in names:
        try:
            for found in _remote(name, allow_private) if is_remote(name) else _local(name, report):
                if found.place not in seen:
                    seen.add(found.place)
                    yield found
        except UnreadableError as error:
            report(error)


def is_web(place: str) -> bool:
    """Return whether a file is on a server of the web, which need not give parts of files."""
    return place.startswith(_WEB)


def _local(name: str, report: Report) -> Iterator[Input]:
    for path in readers.walk_names([Path(name)]):
        try:
            readers.check_name(Path(path))
            status = os.stat(path)
            if not readers.is_known(path) or readers.is_special(Path(path)):
                raise UnreadableError(f"{path} is of an unknown format", hint=readers.HINT)
            yield Input(path, os.path.realpath(path), status.st_size, f"{status.st_size} {status.st_mtime_ns}")
        except UnreadableError as error:
            report(error)
        except OSError as error:
            report(readers.unreadable(Path(path), error))


def _remote(name: str, allow_private: bool) -> Iterator[Input]:
    if is_web(name) and not allow_private:
        check_host(checked(name).hostname or "")
    fs, root = system(name)
    fs.invalidate_cache()
    told = _told(fs, root, name)
    if told.get("type") != "directory":
        if not readers.is_known(name):
            raise UnreadableError(f"{name} is of an unknown format", hint=readers.HINT)
        yield _input(name, told)
        return
    with reached(name):
        found: Mapping[str, Any] = fs.find(root, detail=True)
    below = {path[len(root.rstrip("/")) + 1 :]: path for path in found}
    parts = parts_of_pages(below)
    for path in sorted(below, key=lambda path: path.split("/")):
        if not is_hidden(path) and path not in parts and readers.is_known(path):
            if suffix_of(path) == ".xml" and not is_feed(fs.cat_file(below[path], start=0, end=HEAD)):
                continue
            yield _input(f"{name.rstrip('/')}/{path}", found[below[path]])


def _told(fs: Any, root: str, name: str) -> Mapping[str, Any]:
    with reached(name):
        try:
            told: Mapping[str, Any] = fs.info(root)
        except FileNotFoundError as error:
            raise readers.unreadable(name, error) from error
    return told


def _input(name: str, told: Mapping[str, Any]) -> Input:
    size = told.get("size") or 0
    state = next((str(told[key]) for key in _STATES if told.get(key)), "")
    return Input(name, name, size, f"{size} {state}")
