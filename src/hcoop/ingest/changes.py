"""Which files are new, changed, the same or gone, told by size and time first, then by their bytes."""

import hashlib
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from hcoop import readers
from hcoop.errors import UnreadableError
from hcoop.store.write import FileState


@dataclass(slots=True)
class Changes:
    """Files by what happened to them. `read` are the paths as given, in order; the others are known to the store."""

    read: list[Path] = field(default_factory=list)
    new: set[str] = field(default_factory=set)
    unchanged: list[str] = field(default_factory=list)
    touched: list[FileState] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)


def find_changes(
    paths: Sequence[Path],
    known: Mapping[str, FileState],
    skip: Callable[[UnreadableError], None],
    reject: Callable[[UnreadableError], None],
) -> Changes:
    """Compare the files below `paths` with what the store knows.

    `skip` gets what is not to be read, `reject` what is named and cannot be: what a pipe gives is gone once it is read.
    """
    changes = Changes()
    seen: set[str] = set()
    for path in readers.walk(paths, skip):
        if readers.is_special(path):
            reject(UnreadableError(f"{path} is a pipe or a device", hint="copy what it gives to a file"))
            continue
        name = store_path(path)
        seen.add(name)
        _compare(path, name, known.get(name), changes)
    changes.removed = sorted(name for name in known if name not in seen and _below(name, paths))
    return changes


def store_path(path: Path) -> str:
    """Return the name by which the store knows a file."""
    return os.path.abspath(path)


def state_of(path: Path) -> FileState:
    """Return the state of a file."""
    stat = path.stat()
    return FileState(store_path(path), stat.st_size, stat.st_mtime_ns, _digest(path))


def _digest(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _compare(path: Path, name: str, before: FileState | None, changes: Changes) -> None:
    try:
        if before is None:
            changes.new.add(name)
        elif _is_same(path, before, changes):
            changes.unchanged.append(name)
            return
    except OSError:
        pass  # reading it will tell what is wrong
    changes.read.append(path)


def _is_same(path: Path, before: FileState, changes: Changes) -> bool:
    stat = path.stat()
    if (stat.st_size, stat.st_mtime_ns) == (before.size, before.mtime_ns):
        return True
    if stat.st_size != before.size:
        return False
    same = _digest(path) == before.sha256
    if same:
        changes.touched.append(state_of(path))
    return same


def _below(name: str, paths: Iterable[Path]) -> bool:
    return any(name.startswith(store_path(path).rstrip(os.sep) + os.sep) for path in paths if path.is_dir())
