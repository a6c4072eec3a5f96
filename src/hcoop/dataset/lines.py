"""Stretches of a file of lines: how many lines begin before each, and the lines that begin in one."""

from typing import BinaryIO

from hcoop.dataset.inputs import Input
from hcoop.dataset.opening import opened_in_parts

_CHUNK = 4 * 1024 * 1024


def count(found: Input, start: int, end: int) -> int:
    """Return the line feeds of a stretch of a file: those from the byte before it to before its last byte.

    So the first line of the stretch that follows is known by its number. Raises OSError.
    """
    at, last, found_in_all = max(start - 1, 0), end - 1, 0
    with opened_in_parts(found) as stream:
        stream.seek(at)
        while at < last and (part := stream.read(min(_CHUNK, last - at))):
            found_in_all += part.count(b"\n")
            at += len(part)
    return found_in_all


class Stretch:
    """The lines of a stream that begin from byte `start` to before `end`, to be read line by line."""

    def __init__(self, stream: BinaryIO, start: int, end: int) -> None:
        self._stream, self._at, self._end = stream, max(start - 1, 0), end
        self._begins = True
        if start:
            stream.seek(self._at)
            self._end, last = self._at + 1, self._end
            while self.readline(_CHUNK):  # what is left of the line before
                pass
            self._end = last

    def readline(self, size: int = -1) -> bytes:
        """Return the next line, or of a longer one the next `size` bytes; nothing at the end."""
        if self._begins and self._at >= self._end:
            return b""
        line = self._stream.readline(size)
        self._at += len(line)
        self._begins = line.endswith(b"\n")
        return line
