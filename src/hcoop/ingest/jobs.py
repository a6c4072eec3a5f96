"""Files as jobs: a file is one, and read by the worker; a large one of many articles is read apart, some a job."""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path

from hcoop import readers
from hcoop.errors import HcoopError
from hcoop.ingest.limits import NO_LIMITS, Limits
from hcoop.ingest.reading import read
from hcoop.ingest.work import Job, told_of
from hcoop.records import Document

# Bytes from which a file that may hold many articles is read bit by bit.
_LARGE = 1_000_000
_DOCUMENTS = 16

Report = Callable[[HcoopError], None]


def jobs_of(paths: Iterable[Path], report: Report, limits: Limits = NO_LIMITS) -> Iterator[Job]:
    """Yield the jobs of files, in order; `report` gets what cannot be read of large ones."""
    for path in paths:
        if readers.holds_many(path) and _is_large(path):
            try:
                yield from in_parts(str(path), read(path, report, limits))
            except Exception as error:  # a fault of a reader must not stop the others
                report(told_of(error, str(path), "reading"))
        else:
            yield Job(str(path))


def in_parts(file: str, documents: Iterable[Document]) -> Iterator[Job]:
    """Yield the jobs of documents, some at a time."""
    remaining, first = iter(documents), 0
    while part := tuple(islice(remaining, _DOCUMENTS)):
        yield Job(file, part, first)
        first += len(part)


def of_lines(file: str, lines: Iterable[readers.Leaf]) -> Iterator[Job]:
    """Yield the jobs of lines of a stream, some at a time, whose documents are to keep no name."""
    remaining = iter(lines)
    while some := tuple(islice(remaining, _DOCUMENTS)):
        yield Job(file, leaves=some, named=False)


def _is_large(path: Path) -> bool:
    try:
        return path.stat().st_size > _LARGE
    except OSError:
        return False
