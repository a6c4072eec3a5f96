"""A process that works jobs, one at a time, and can be stopped in the middle of one without harm to any other.

It has a pipe of its own: what is shared by several would be left locked, or half written, when one of them is stopped.
"""

import signal
from collections.abc import Callable, Iterable
from multiprocessing import Pipe, parent_process
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Any

from hcoop.ingest.work import Job, Step, prepare

Steps = Callable[[Job], Iterable[Step]]


class Crashed(Exception):
    """The process has ended by itself."""


class Worker:
    """A process that works jobs in steps; `data` is the folder of data files, `context` tells how it is begun."""

    def __init__(self, steps: Steps, data: Path | None, context: Any) -> None:
        self.pipe, theirs = Pipe()
        self._process = context.Process(target=_serve, args=(self.pipe, theirs, steps, data), daemon=True)
        self._process.start()
        theirs.close()

    def give(self, job: Job) -> bool:
        """Give it a job, and return whether it was there to take it."""
        try:
            self.pipe.send(job)
        except OSError:
            return False
        return True

    def take(self) -> Step | None:
        """Return its next step, or null when it has done its job. Raises Crashed if it is no more."""
        try:
            step: Step | None = self.pipe.recv()
        except (EOFError, OSError) as error:
            raise Crashed from error
        return step

    def stop(self) -> None:
        """Stop it, whatever it does."""
        self._process.kill()
        self._process.join()
        self.pipe.close()


def _serve(theirs: Connection, pipe: Connection, steps: Steps, data: Path | None) -> None:
    """Work what comes through the pipe, until there is nobody at its other end."""
    theirs.close()  # a copy that this process has too
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which then stops this one
    prepare(data)
    parent: Any = parent_process()
    try:
        pipe.send(Step(None, (), ()))  # from now on the time counts
        while pipe in wait([pipe, parent.sentinel]):
            for step in steps(pipe.recv()):
                pipe.send(step)
            pipe.send(None)
    except (EOFError, OSError):
        return
