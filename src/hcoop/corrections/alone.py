"""Changing a file that several processes change: one at a time, and so that a crash leaves the old or the new one."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Keep other processes that ask for it out of a folder for a while; they wait. The system ends it with the process.

    On Windows, where a folder cannot be locked, nothing is.
    """
    try:
        import fcntl  # noqa: PLC0415 - of Unix
    except ImportError:
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def replace_text(path: Path, text: str) -> None:
    """Write a file by way of another, so that a full disk, a crash or a power cut leaves the old one or the new."""
    made = path.with_name(path.name + ".new")
    try:
        with made.open("w", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        made.replace(path)
    finally:
        made.unlink(missing_ok=True)
