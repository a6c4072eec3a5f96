"""A dataset on its way into the store."""

from collections.abc import Iterator

from hcoop.dataset import manifest
from hcoop.dataset.rows import read_documents
from hcoop.dataset.storage import Folder
from hcoop.errors import HcoopError
from hcoop.ingest.extracted import Extracted
from hcoop.store.taken import FileState, ReadDocument


class Dataset(Extracted):
    """The partitions of a folder, by the names that the store knows them by; `complete` if none is wanting."""

    def __init__(self, address: str) -> None:
        """Read the manifest. Raises HcoopError if there is none."""
        self._folder = Folder(address)
        told = manifest.read(self._folder)
        if told is None:
            raise HcoopError(
                f"{address} holds no dataset", hint=f"make one with `hcoop extract INPUT... --out {address}`"
            )
        self.made_by, self.complete = told.made_by, told.complete
        # No path, so that a folder that has the dataset below it may be ingested too.
        self.prefix = f"dataset:{self._folder.address}/"
        self._files = {self.prefix + one.file: one for one in told.partitions.values()}

    def states(self) -> Iterator[FileState]:
        """Yield the state of each partition."""
        for path, one in self._files.items():
            yield FileState(path, one.bytes, 0, one.sha256)

    def documents(self, path: str) -> Iterator[ReadDocument]:
        """Yield the documents of a partition, in order. Raises HcoopError if it is damaged."""
        try:
            with self._folder.open(self._files[path].file) as stream:
                yield from read_documents(stream)
        except (OSError, ValueError, KeyError) as error:
            raise HcoopError(
                f"{path} is damaged: {error}", hint="remove it, and run `hcoop extract --out` again"
            ) from error
