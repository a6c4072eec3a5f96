"""One partition, from its inputs to the file of its rows: what a machine of a cluster does, or this one."""

import multiprocessing
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import Any

from hcoop.dataset.manifest import Finished, finished, recovered
from hcoop.dataset.partitions import Partition
from hcoop.dataset.reading import jobs_of
from hcoop.dataset.rows import RowWriter
from hcoop.dataset.storage import Folder
from hcoop.errors import HcoopError
from hcoop.ingest.forms import for_rows
from hcoop.ingest.limits import Limits
from hcoop.ingest.pool import Pool
from hcoop.ingest.version import fingerprint

# Jobs that may wait for each process; they hold the bytes of what is to be read.
_WAITING = 4


class OtherExtractorError(HcoopError):
    """The machine would extract otherwise than the one that asks it to."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What partitions are worked with, and into which folder.

    `made_by` is the digest of what extracts, `apart` tells to work in processes begun anew, as a cluster has to, and
    `anew` to work also what is done.
    """

    folder: str
    made_by: str
    limits: Limits
    data: Path | None = None
    processes: int | None = 1
    apart: bool = False
    anew: bool = False


def work(partition: Partition, settings: Settings) -> Finished:
    """Work a partition, write its rows, and return what came of it.

    What is wrong with a document is in the result. Raises OtherExtractorError, or what a store raises if an input
    cannot be had, or the rows not be written; nothing is left then.
    """
    _check(settings)
    folder, rejected, max_bytes = Folder(settings.folder), list[HcoopError](), settings.limits.max_bytes
    # A worker may be lost when its rows are written, and before it could tell.
    if not settings.anew and not folder.lacks(partition.file) and (done_before := recovered(folder, partition.file)):
        return done_before
    with folder.new(partition.file) as path, _pool(settings) as pool:
        rows = RowWriter(path)
        with closing(rows):
            jobs = jobs_of(partition.pieces, rejected.append, max_bytes)
            with closing(pool.run(jobs, settings.processes)) as results:
                for done in results:
                    rows.add(done.results)
                    rejected += done.rejected
            told = asdict(_finished(partition, rows, rejected))
            rows.close(told)
        return finished(told, path.read_bytes())


def _finished(partition: Partition, rows: RowWriter, rejected: list[HcoopError]) -> Finished:
    # In an order that does not depend on how many processes there were.
    told = sorted({(error.message, error.hint) for error in rejected}, key=lambda pair: (pair[0], pair[1] or ""))
    first, inputs = partition.pieces[0].input.name, len(partition.pieces)
    counts: dict[str, Any] = dict(rows.counts)
    return Finished(partition.key, partition.file, first, inputs, partition.size, **counts, rejected=tuple(told))


_kept = threading.local()


@contextmanager
def _pool(settings: Settings) -> Iterator[Pool]:
    """Give the processes of this thread, which are kept for the next partition."""
    asked = (settings.data, settings.limits, settings.apart)
    if getattr(_kept, "asked", None) != asked:
        release()
        if settings.apart:
            # The children of a worker of Dask end with it all the same: they watch it, and are daemons themselves.
            multiprocessing.current_process().daemon = False
        _kept.pool = Pool(for_rows, settings.data, settings.limits, apart=settings.apart, waiting=_WAITING)
        _kept.asked = asked
    yield _kept.pool


def release() -> None:
    """Stop the processes that this thread keeps."""
    pool: Any = getattr(_kept, "pool", None)
    if pool:
        pool.close()
    _kept.pool = _kept.asked = None


def _check(settings: Settings) -> None:
    if _made_by(settings.data) != settings.made_by:
        raise OtherExtractorError(
            "a worker has another hcoop, or other data files, and would extract otherwise",
            hint="install the same on each machine; --data names a folder that all of them see",
        )


@cache
def _made_by(data: Path | None) -> str:
    return fingerprint(data)
