"""Words of a reading with their offsets, for finding where a name begins and ends."""

import re
from typing import NamedTuple

_TOKEN = re.compile(
    r"(?:St|Co|Ltd|Corp|Inc|No|Dr|Mr|Mrs|Ms|Prof|Assoc)\."
    r"|[^\W_]+(?:[-/&'.](?!s\b)[^\W_]+)*|'s\b|\n+|[^\w\s]|_")


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
    tokens: list[Token] = []
    reached = -1
    for match in _TOKEN.finditer(plain):
        start = match.start()
        tokens.append(Token(start, match.end(), match[0], start == reached + 1))
        reached = match.end()
    return tokens
