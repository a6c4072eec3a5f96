"""What is read in a process of its own, so that one article that is endless to read costs no other: a large file of
many articles, and what was fetched.
"""

import signal
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from multiprocessing import Pipe, Process
from multiprocessing.connection import Connection
from pathlib import Path

from hcoop import readers
from hcoop.errors import HcoopError, UnreadableError
from hcoop.ingest.limits import Limits
from hcoop.ingest.work import told_of
from hcoop.records import Document

Report = Callable[[HcoopError], None]
# Reads something, and is told to whom to `report`, and what to ask at the `begin` of each part.
Read = Callable[..., Iterator[Document]]


def read(path: Path, report: Report, limits: Limits) -> Iterator[Document]:
    """Yield the documents of a file, in order; `report` gets what cannot be read of it, each once.

    A part that takes longer than it may, or ends its process, is reported and passed over, and the file read again.
    """
    if limits.timeout is None:
        yield from readers.read(path, report, limits.max_bytes)
    else:
        read_it = partial(readers.read, path, max_bytes=limits.max_bytes)
        yield from _Reading(str(path), read_it, report, limits).all()


def reader(limits: Limits) -> Callable[[readers.Leaf, Report], Iterator[Document]]:
    """Return what yields the documents of a part, and reports, as `read` does of a file."""

    def of_leaf(leaf: readers.Leaf, report: Report) -> Iterator[Document]:
        if limits.timeout is None:
            try:
                yield from readers.read_leaf(leaf, report, limits.max_bytes)
            except Exception as error:  # a fault of a reader must not stop the others
                report(told_of(error, str(leaf), "reading"))
        else:
            read_it = partial(readers.read_leaf, leaf, max_bytes=limits.max_bytes)
            yield from _Reading(str(leaf), read_it, report, limits).all()

    return of_leaf


class _Reading:
    """What has come of a file so far: how many documents, what was told of it, and which parts are passed over."""

    def __init__(self, name: str, read: Read, report: Report, limits: Limits) -> None:
        self._ended = False
        self._name, self._read, self._report, self._limits = name, read, report, limits
        self._count, self._told, self._left_out = 0, set[str](), set[str]()

    def all(self) -> Iterator[Document]:
        """Yield the documents, with as many processes as it takes."""
        while not self._ended:
            yield from self._once()

    def _once(self) -> Iterator[Document]:
        """Yield the documents that have not come before, until all have, or a part is to be passed over."""
        pipe, theirs = Pipe(duplex=False)
        given = (pipe, theirs, self._name, self._read, frozenset(self._left_out))
        process = Process(target=_serve, args=given, daemon=True)
        process.start()
        theirs.close()
        try:
            yield from self._take(pipe)
        finally:
            process.kill()
            process.join()
            pipe.close()

    def _take(self, pipe: Connection) -> Iterator[Document]:
        begun, number = self._name, 0
        while True:
            try:
                if not pipe.poll(self._limits.timeout):
                    self._pass_over(begun, f"took more than {self._limits.timeout:g} seconds")
                    return
                came = pipe.recv()
            except (EOFError, OSError):
                self._pass_over(begun, "crashed the program that reads it")
                return
            if came is None:
                self._ended = True
                return
            if isinstance(came, str):
                begun = came
            elif isinstance(came, HcoopError):
                self._tell(came)
            else:
                begun = self._name  # what takes long after it is told by no name, and cannot be passed over
                number += 1
                if number > self._count:
                    self._count = number
                    yield came

    def _pass_over(self, part: str, what: str) -> None:
        self._tell(UnreadableError(f"{part} {what}", hint="is it an article? --timeout gives it more time"))
        self._ended = part in self._left_out or part == self._name
        self._left_out.add(part)

    def _tell(self, error: HcoopError) -> None:
        if error.message not in self._told:
            self._told.add(error.message)
            self._report(error)


def _serve(theirs: Connection, pipe: Connection, name: str, read: Read, left_out: frozenset[str]) -> None:
    """Send the name of each part before it is read, each document, each error, and null at the end."""
    theirs.close()  # a copy that this process has too
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which then stops this one

    def begin(part: str) -> bool:
        if part not in left_out:
            pipe.send(part)
        return part not in left_out

    with suppress(OSError):  # there is nobody at the other end
        try:
            for document in read(report=pipe.send, begin=begin):
                pipe.send(document)
        except OSError:
            raise
        except Exception as error:  # a fault of a reader must not stop the others
            pipe.send(told_of(error, name, "reading"))
        pipe.send(None)
