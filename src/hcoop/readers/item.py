"""A file on its way through the readers, which may stand inside another, and what bounds its reading."""

import io
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, BinaryIO

from hcoop.errors import HcoopError, UnreadableError
from hcoop.extras import need
from hcoop.records import Document

Report = Callable[[UnreadableError], None]
# Is called with the name of each part of a file before it is read, and tells whether it is to be.
Begin = Callable[[str], bool]
# A single article is never as large; a corpus is given as JSON lines, a mailbox or a web archive, read bit by bit.
MAX_BYTES = 64 * 1024 * 1024
# What a packed file may unpack to: text packs to a fifth, a bomb to a thousandth.
_UNPACKED_MIN, _RATIO = 256 * 1024 * 1024, 200
_DEPTH = 5


@dataclass(frozen=True, slots=True)
class Item:
    """A file, or a file inside another.

    `name` is what messages and records call it, `suffix` tells its format (`.html`), `charset` is the encoding that
    what it came in claims for it, and `stated` are fields of a Document that it says of it, taken where the file
    itself does not. `before` are the lines of a file that stand before this part of it.
    """

    name: str
    stream: BinaryIO
    suffix: str
    charset: str | None = None
    stated: Mapping[str, Any] = field(default_factory=dict)
    before: int = 0


def always(_part: str) -> bool:
    """Have every part read."""
    return True


class TooMuchError(UnreadableError):
    """A file that unpacks to more than any honest one does; what is left of it is not read."""


@dataclass(slots=True)
class Budget:
    """How many bytes a file may still unpack to, with all that is packed in it."""

    left: int

    @classmethod
    def of(cls, size: int) -> "Budget":
        """Return that of a file of so many bytes."""
        return cls(max(_UNPACKED_MIN, size * _RATIO))


@dataclass(frozen=True, slots=True)
class Guard:
    """The bounds of reading a file: `report` gets what cannot be read in it, `max_bytes` are those of an article,
    `begin` hears of each part before it is read, and may have it passed over.
    """

    report: Report
    budget: Budget
    max_bytes: int = MAX_BYTES
    begin: Begin = always
    depth: int = 0

    def inside(self, name: str) -> "Guard":
        """Return the bounds for what an item holds. Raises UnreadableError if files stand too deep in each other."""
        if self.depth == _DEPTH:
            raise UnreadableError(f"{name} is packed more than {_DEPTH} times", hint="unpack it first")
        return replace(self, depth=self.depth + 1)

    def count(self, unpacked: int, name: str) -> None:
        """Note so many unpacked bytes. Raises TooMuchError if they are too many for the file they are packed in."""
        self.budget.left -= unpacked
        if self.budget.left < 0:
            raise TooMuchError(
                f"{name} unpacks to more than {_RATIO} times the size of the file", hint="unpack it first"
            )

    def data(self, item: Item) -> bytes:
        """Return all bytes of an item. Raises UnreadableError if they are too many."""
        parts: list[bytes] = []
        left = self.max_bytes + 1
        while left and (part := item.stream.read(left)):
            parts.append(part)
            left -= len(part)
        if not left:
            raise UnreadableError(
                f"{item.name} has more than {self.max_bytes} bytes, too many for one article",
                hint="give a corpus as JSON lines; --max-bytes allows more",
            )
        return b"".join(parts)

    def lines(self, item: Item) -> Iterator[bytes]:
        """Yield the lines of an item; one that is too long is reported, and comes as an empty one."""
        stream, number = item.stream, item.before
        while line := stream.readline(self.max_bytes):
            number += 1
            if len(line) == self.max_bytes and not line.endswith(b"\n"):
                while line and not line.endswith(b"\n"):
                    line = stream.readline(self.max_bytes)
                told = f"{item.name}:{number} has more than {self.max_bytes} bytes, too many for one article"
                self.report(UnreadableError(told, hint="one line is one article; --max-bytes allows more"))
                line = b"\n"
            yield line


def unpacked(
    stream: Any, guard: Guard, name: str, faults: tuple[type[Exception], ...]
) -> io.BufferedReader:
    """Return a stream that unpacks another, counted by the guard; damage, told by `faults`, is an UnreadableError."""
    return io.BufferedReader(_Unpacked(stream, guard, name, faults))


class _Unpacked(io.RawIOBase):
    def __init__(self, stream: Any, guard: Guard, name: str, faults: tuple[type[Exception], ...]) -> None:
        self._guard, self._name, self._faults = guard, name, faults
        # A damaged stream gives what stands before the damage only if it is not asked for all at once.
        self._read: Callable[[int], bytes] = getattr(stream, "read1", stream.read)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "memoryview[int]") -> int:  # type: ignore[override]
        try:
            data = self._read(len(buffer))
        except self._faults as error:
            raise UnreadableError(f"{self._name} is damaged: {error}", hint="fetch or pack it again") from error
        self._guard.count(len(data), self._name)
        buffer[: len(data)] = data
        return len(data)


def library(module: str, extra: str, name: str) -> Any:
    """Import and return a module that the format of the file `name` needs, of an extra of hcoop.

    Raises UnreadableError, with the command that installs it, if it is not there.
    """
    try:
        return need(module, extra)
    except HcoopError as error:
        raise UnreadableError(f"{name}: {error.message}", hint=error.hint) from error


def filled(document: Document, stated: Mapping[str, Any]) -> Document:
    """Return the document with what is stated of it from outside, where it does not say so itself."""
    return replace(document, **{name: value for name, value in stated.items() if not getattr(document, name)})
