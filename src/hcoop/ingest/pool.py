"""Many jobs, in one process or several; what comes out is in the order of what went in."""

import os
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import chain, islice
from math import inf
from multiprocessing import get_context
from multiprocessing.connection import wait
from pathlib import Path
from time import monotonic

from hcoop.errors import HcoopError, UnreadableError
from hcoop.ingest.limits import NO_LIMITS, Limits
from hcoop.ingest.work import Done, Form, Job, Step, joined, prepare, steps
from hcoop.ingest.worker import Crashed, Steps, Worker

# Below this one process is enough: starting others costs more than it saves.
_MANY = 50
# Jobs for each process that may wait for it or for the reader of the results, so that memory does not grow with them.
_WAITING = 32


def run(
    jobs: Iterable[Job], form: Form, processes: int | None = None, data: Path | None = None, limits: Limits = NO_LIMITS
) -> Iterator[Done]:
    """Yield what comes of each job, in order, as `Pool.run` does."""
    with closing(Pool(form, data, limits)) as pool:
        yield from pool.run(jobs, processes)


@dataclass(slots=True)
class _Task:
    """A job under way: what came of it so far, and of which document it is."""

    job: Job
    steps: list[Step] = field(default_factory=list)
    ended: bool = False
    skip: int = 0
    begun: str | None = None

    def take(self, step: Step) -> None:
        self.steps.append(step)
        self.skip += bool(self.begun)
        self.begun = step.begins

    def fail(self, error: HcoopError) -> None:
        """Reject the document under way, or, if none is, all that the job has not yet given."""
        self.ended = self.begun is None
        self.take(Step(None, (), (error,)))


class Pool:
    """Processes that work jobs one at a time, kept from one run to the next; each has its task and when it is due.

    `apart` keeps even a single process without a limit of time apart from this one, and begins it anew rather than as a
    copy of this one, which may have threads. `waiting` is how many jobs may wait for each process.
    """

    def __init__(
        self, form: Form, data: Path | None = None, limits: Limits = NO_LIMITS, *, apart: bool = False,
        waiting: int = _WAITING,
    ) -> None:
        self.steps: Steps = partial(steps, form=form, data=data, max_bytes=limits.max_bytes)
        self.data, self.timeout, self.apart, self.waiting = data, limits.timeout, apart, waiting
        self.context = get_context("spawn" if apart else None)
        self.busy: dict[Worker, tuple[_Task, float]] = {}
        self.idle: list[Worker] = []

    def run(self, jobs: Iterable[Job], processes: int | None = None) -> Generator[Done]:
        """Yield what comes of each job, in order; by default in as many processes as there are cores if jobs are many.

        A document that takes longer than it may, or that crashes its process, is rejected. Without a limit of time, one
        process is this one.
        """
        remaining = iter(jobs)
        first = list(islice(remaining, _MANY + 1))
        count = processes or (_cores() if len(first) > _MANY else 1)
        all_jobs = chain(first, remaining)
        if self.timeout is None and not self.apart and (count == 1 or len(first) < 2):
            yield from (joined(job, self.steps(job)) for job in all_jobs)
        elif first:
            if self.context.get_start_method() == "fork":
                prepare(self.data)  # once, for all processes
            yield from self._share(all_jobs, min(count, len(first)))

    def _share(self, jobs: Iterator[Job], count: int) -> Iterator[Done]:
        waiting: deque[_Task] = deque()
        again: deque[_Task] = deque()
        try:
            while True:
                while len(self.busy) < count and (task := self._next(jobs, again, waiting, count * self.waiting)):
                    self._begin(task)
                if not waiting:
                    return
                again.extend(self._advance())
                while waiting and waiting[0].ended:
                    task = waiting.popleft()
                    yield joined(task.job, task.steps)
        finally:
            for worker in self.busy:  # it works for nobody any more
                worker.stop()
            self.busy.clear()

    def close(self) -> None:
        """Stop all processes."""
        for worker in self.idle:
            worker.stop()
        self.idle.clear()

    def _next(self, jobs: Iterator[Job], again: deque[_Task], waiting: deque[_Task], most: int) -> _Task | None:
        if again:
            return again.popleft()
        job = next(jobs, None) if len(waiting) < most else None
        if job is None:
            return None
        waiting.append(_Task(job))
        return waiting[-1]

    def _begin(self, task: _Task) -> None:
        job = replace(task.job, skip=task.skip)
        while self.idle:
            worker = self.idle.pop()
            if worker.give(job):
                break
            worker.stop()
        else:
            worker = Worker(self.steps, self.data, self.context)
            worker.give(job)
            self.busy[worker] = task, inf  # until it says that it has begun
            return
        self.busy[worker] = task, self._due()

    def _due(self) -> float:
        return monotonic() + (self.timeout or inf)

    def _advance(self) -> Iterator[_Task]:
        """Wait for the next steps, and take them; yield the tasks that are to go on in another process."""
        left = min(due for _, due in self.busy.values()) - monotonic()
        ready = wait([worker.pipe for worker in self.busy], None if left == inf else max(0, left))
        for worker, (task, due) in list(self.busy.items()):
            if worker.pipe in ready:
                yield from self._take(worker, task)
            elif monotonic() > due:
                message = f"{self._named(task)} took more than {self.timeout:g} seconds"
                hint = "is it an article? --timeout gives it more time"
                yield from self._fail(worker, task, UnreadableError(message, hint))

    def _take(self, worker: Worker, task: _Task) -> Iterator[_Task]:
        try:
            step = worker.take()
        except Crashed:
            message = f"{self._named(task)} crashed the process that read it"
            yield from self._fail(worker, task, HcoopError(message, "please report this as a bug, with the file"))
            return
        if step:
            task.take(step)
            self.busy[worker] = task, self._due()
        else:
            task.ended = True
            del self.busy[worker]
            self.idle.append(worker)

    def _fail(self, worker: Worker, task: _Task, error: HcoopError) -> Iterator[_Task]:
        worker.stop()
        del self.busy[worker]
        task.fail(error)
        if not task.ended:
            yield task

    def _named(self, task: _Task) -> str:
        return task.begun or task.job.file


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
