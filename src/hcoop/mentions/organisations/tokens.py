"""Words of a reading with their offsets, for finding where a name begins and ends."""

import re
from typing import NamedTuple

_TOKEN = re.compile(r"[^\W_]+(?:[-/&'.](?!s\b)[^\W_]+)*(?:(?<=\b(?:St|Co|No|Dr|Mr|Ms))\.)?|'s\b|\n+|[^\w\s]|_")


class Token(NamedTuple):
    """A word or a mark at `[start:end]`; `spaced` tells that a single space stands before it."""

    start: int
    end: int
    text: str
    spaced: bool

    @property
    def capital(self) -> bool:
        """Whether the word begins with a capital letter."""
        return self.text[0].isupper()


def tokenise(plain: str) -> list[Token]:
    """Return the words and marks of unmarked text; a line break is a token of its own."""
    spans = [match.span() for match in _TOKEN.finditer(plain)]
    return [
        Token(start, end, plain[start:end], start == before + 1)
        for (start, end), (_, before) in zip(spans, [(0, -2), *spans], strict=False)
    ]
