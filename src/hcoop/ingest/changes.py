"""Which files are new, changed, the same or gone, told by size and time first, then by their bytes."""

import hashlib
import os
import stat
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from hcoop import readers
from hcoop.errors import UnreadableError
from hcoop.store.taken import FileState


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
    folders: dict[str, str] = {}
    for path in readers.walk_names(paths, skip):
        status = _status(path)
        name = _absolute(path, folders)
        before = known.get(name)
        if before and status and before.mtime_ns == status.st_mtime_ns and before.size == status.st_size:
            changes.unchanged.append(name)  # as most are
        elif status and not (stat.S_ISREG(status.st_mode) or stat.S_ISDIR(status.st_mode)):
            reject(UnreadableError(f"{path} is a pipe or a device", hint="copy what it gives to a file"))
            continue
        else:
            _compare(path, name, status, before, changes)
        seen.add(name)
    changes.removed = sorted(name for name in known if name not in seen and _below(name, paths))
    return changes


def store_path(path: Path) -> str:
    """Return the name by which the store knows a file."""
    return os.path.abspath(path)


def state_of(path: Path) -> FileState:
    """Return the state of a file."""
    status = path.stat()
    return FileState(store_path(path), status.st_size, status.st_mtime_ns, _digest(path))


def _digest(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _status(path: str) -> os.stat_result | None:
    try:
        return os.stat(path)
    except OSError:
        return None  # reading it will tell what is wrong


def _absolute(path: str, folders: dict[str, str]) -> str:
    """Return what `store_path` does; `folders` has the absolute paths of the folders met before, as they begin those.
    """
    folder, _, name = path.rpartition(os.sep)
    if not folder or name in ("", ".", ".."):
        return os.path.abspath(path)
    if folder not in folders:
        folders[folder] = os.path.abspath(folder).rstrip(os.sep) + os.sep
    return folders[folder] + name


def _compare(path: str, name: str, status: os.stat_result | None, before: FileState | None, changes: Changes) -> None:
    if before is None:
        changes.new.add(name)
    elif status and _is_same(path, status, before, changes):
        changes.unchanged.append(name)
        return
    changes.read.append(Path(path))


def _is_same(path: str, status: os.stat_result, before: FileState, changes: Changes) -> bool:
    """Tell whether a file of another time has the bytes that it had."""
    if status.st_size != before.size:
        return False
    try:
        now = state_of(Path(path))
    except OSError:
        return False
    if now.sha256 == before.sha256:
        changes.touched.append(now)
    return now.sha256 == before.sha256


def _below(name: str, paths: Iterable[Path]) -> bool:
    return any(name.startswith(store_path(path).rstrip(os.sep) + os.sep) for path in paths if path.is_dir())
