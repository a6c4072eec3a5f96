"""Many jobs, in one process or several; what comes out is in the order of what went in."""

import os
import signal
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

from hcoop.ingest.work import Done, Job, work

# Below this the start of a pool costs more than it saves.
_MANY = 50
_CHUNK = 8


def run(jobs: Sequence[Job], processes: int | None = None, data: Path | None = None) -> Iterator[Done]:
    """Yield what comes of each job, in order; by default in as many processes as there are cores if jobs are many."""
    count = processes or (_cores() if len(jobs) > _MANY else 1)
    if count == 1 or len(jobs) < 2:
        yield from (work(job, data) for job in jobs)
        return
    with ProcessPoolExecutor(count, initializer=_ignore_interrupts) as pool:
        try:
            yield from pool.map(partial(work, data=data), jobs, chunksize=_CHUNK)
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _ignore_interrupts() -> None:
    """Leave Ctrl-C to the parent, which then ends the pool."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
