"""What was extracted elsewhere, on its way into the store."""

from collections.abc import Iterator
from typing import Protocol

from hcoop.errors import HcoopError
from hcoop.store.write import FileState, ReadDocument


class Extracted(Protocol):
    """Batches of documents with what was taken from them, each kept as a file of the store.

    `made_by` is the digest of what extracted them, as `fingerprint` gives it; `prefix` is how the names of such files
    begin: those of the store that begin so and are no more are forgotten.
    """

    made_by: str
    prefix: str

    def states(self) -> Iterator[FileState]:
        """Yield the state of each batch, which tells whether it has changed."""
        ...

    def documents(self, path: str) -> Iterator[ReadDocument]:
        """Yield the documents of a batch, in order."""
        ...


def check(extracted: Extracted, version: str) -> None:
    """Raise HcoopError if what was extracted is not what this hcoop would extract."""
    if extracted.made_by != version:
        raise HcoopError(
            "the records were extracted by another hcoop, or with other data files",
            hint="run `hcoop extract --out` again with this one, or ingest with the one that made them",
        )
