"""Where files are: on a disk, or in a store that fsspec reaches by an address (s3://, gs://, https://)."""

import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from uuid import uuid4

from hcoop.errors import HcoopError, UsageError
from hcoop.extras import need
from hcoop.web import is_address

_EXTRA = "cluster"
# The extras of addresses that need another.
_EXTRAS = {"gs": "gcs", "gcs": "gcs"}


def is_remote(name: str) -> bool:
    """Return whether a name is an address rather than a path."""
    return is_address(name)


def system(address: str) -> tuple[Any, str]:
    """Return the file system of an address, of fsspec, and the path in it.

    Raises HcoopError if what it needs is not installed, UsageError if no such address is known.
    """
    core, scheme = need("fsspec.core", _EXTRA), address.partition(":")[0].lower()
    if scheme == "file":
        raise UsageError(f"{address} is a file of this machine", hint="give its path instead")
    try:
        fs, path = core.url_to_fs(address)
    except ImportError as error:
        extra = _EXTRAS.get(scheme, _EXTRA)
        raise HcoopError(f"{address}: {error}", hint=f"python -m pip install 'hcoop[{extra}]'") from error
    except ValueError as error:
        raise UsageError(f"{address}: {error}", hint="give a path, or what is at s3://, gs:// or https://") from error
    return fs, path


@contextmanager
def reached(address: str) -> Iterator[None]:
    """Raise HcoopError for whatever a store raises, but for what is not there: each has errors of its own."""
    try:
        yield
    except (HcoopError, FileNotFoundError):
        raise
    except Exception as error:
        raise HcoopError(f"{address} cannot be reached: {error}", hint="check the address and credentials") from error


class Folder:
    """A folder for results; what is written in it is there whole, or not at all."""

    def __init__(self, address: str) -> None:
        """Take a path or an address. Raises HcoopError as `system` does."""
        self.address = address.rstrip("/") if is_remote(address) else os.path.abspath(address)
        self.is_local = not is_remote(address)
        self._fs: Any = None
        self._root = self.address
        if not self.is_local:
            self._fs, self._root = system(self.address)

    def names(self) -> set[str]:
        """Return the names of the files in it; none if it is not there."""
        if self._fs is None:
            return set(os.listdir(self._root)) if os.path.isdir(self._root) else set()
        self._fs.invalidate_cache()
        with reached(self.address):
            try:
                return {path.rsplit("/", 1)[-1] for path in self._fs.ls(self._root, detail=False)}
            except FileNotFoundError:
                return set()

    def lacks(self, name: str) -> bool:
        """Return whether a file that another machine wrote is not there: the folder may be on a disk of each."""
        return self.is_local and not os.path.exists(self.path(name))

    def path(self, name: str) -> str:
        """Return the path or the address of a file in it."""
        return f"{self.address}/{name}"

    def open(self, name: str) -> Any:
        """Return a file in it, open for reading. Raises OSError."""
        path = f"{self._root}/{name}"
        return open(path, "rb") if self._fs is None else self._fs.open(path, "rb")

    @contextmanager
    def new(self, name: str) -> Iterator[Path]:
        """Give the path of a file to write, which then stands in the folder under a name."""
        folder = Path(self._root if self._fs is None else tempfile.gettempdir())
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f".{name}.{uuid4().hex}"
        try:
            yield path
            if self._fs is None:
                _sync(path)
                os.replace(path, folder / name)
            else:
                with reached(self.address):
                    self._fs.put_file(str(path), f"{self._root}/{name}")
        finally:
            path.unlink(missing_ok=True)

    def remove(self, names: Iterable[str]) -> None:
        """Remove files."""
        paths = [f"{self._root}/{name}" for name in names]
        if self._fs is not None and paths:
            self._fs.rm(paths)
            return
        for path in paths:
            Path(path).unlink(missing_ok=True)


def _sync(path: Path) -> None:
    """Have a file on the disk before its name tells that it is there."""
    with path.open("rb+") as stream:
        os.fsync(stream.fileno())
