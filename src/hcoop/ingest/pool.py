"""Many jobs, in one process or several; what comes out is in the order of what went in."""

import os
import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from functools import partial
from itertools import chain, islice
from pathlib import Path

from hcoop.ingest.work import Done, Form, Job, work

# Below this the start of a pool costs more than it saves.
_MANY = 50
_CHUNK = 8
# Chunks that may wait for a worker or for the reader of the results, so that memory does not grow with the corpus.
_WAITING = 4


def run(jobs: Iterable[Job], form: Form, processes: int | None = None, data: Path | None = None) -> Iterator[Done]:
    """Yield what comes of each job, in order; by default in as many processes as there are cores if jobs are many."""
    remaining = iter(jobs)
    first = list(islice(remaining, _MANY + 1))
    count = processes or (_cores() if len(first) > _MANY else 1)
    one = partial(work, form=form, data=data)
    if count == 1 or len(first) < 2:
        yield from map(one, chain(first, remaining))
    else:
        yield from _in_processes(chain(first, remaining), partial(_each, one), count)


def _in_processes(jobs: Iterator[Job], some: "partial[list[Done]]", count: int) -> Iterator[Done]:
    with ProcessPoolExecutor(count, initializer=_ignore_interrupts) as pool:
        waiting: deque[Future[list[Done]]] = deque()
        try:
            while chunk := list(islice(jobs, _CHUNK)):
                waiting.append(pool.submit(some, chunk))
                if len(waiting) > count * _WAITING:
                    yield from waiting.popleft().result()
            while waiting:
                yield from waiting.popleft().result()
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _each(one: "partial[Done]", jobs: Iterable[Job]) -> list[Done]:
    return [one(job) for job in jobs]


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _ignore_interrupts() -> None:
    """Leave Ctrl-C to the parent, which then ends the pool."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
