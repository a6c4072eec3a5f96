"""What was extracted elsewhere, on its way into the store."""

from collections.abc import Iterator, Mapping
from typing import Protocol

from hcoop.errors import HcoopError
from hcoop.store.taken import FileState, ReadDocument


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


def compared(
    extracted: Extracted, known: Mapping[str, FileState]
) -> tuple[set[str], set[str], list[FileState]]:
    """Return the batches that a store knows and are no more, those that are the same, and those to be stored."""
    states = list(extracted.states())
    gone = {path for path in known if path.startswith(extracted.prefix)} - {state.path for state in states}
    same = {state.path for state in states if known.get(state.path) == state}
    return gone, same, [state for state in states if state.path not in same]
