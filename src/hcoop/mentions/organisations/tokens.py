"""Words of a reading with their offsets, for finding where a name begins and ends."""

import re
from collections.abc import Sequence, Set
from typing import NamedTuple

# A full stop joins no words where a space was lost behind a sentence: "at the hospital.The nurses".
_TOKEN = re.compile(
    r"[^\W_]+(?:(?:[-/&']|\.(?!(?<=[a-z]{3}\.)[A-Z][a-z]))(?!s\b)[^\W_]+)*"
    r"(?:(?<=\b(?:St|Co|No|Dr|Mr|Ms))\.)?|'s\b|[^\w\s]|_"
)
_LINE = re.compile(r"[^\n]+")
_CAPITALISED = re.compile(r"[A-Z][A-Za-z-]*")


# Several times as fast as calling the class, which is what a text's thousand words are slow in.
_new = tuple.__new__


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


def tokenise(plain: str, heads: Set[str], small: Sequence[str]) -> list[Token]:
    """Return the words and marks of the lines of unmarked text that hold one of the `heads`, of which some are `small`.

    A line break is a token of its own; lines without a head, which most work would be lost on, are left out.
    """
    tokens: list[Token] = []
    for line in _LINE.finditer(plain):
        start, end = line.span()
        if not heads.isdisjoint(_CAPITALISED.findall(plain, start, end)) or any(head in line[0] for head in small):
            spans = [match.span() for match in _TOKEN.finditer(plain, start, end)]
            tokens += [
                _new(Token, (first, last, plain[first:last], first == before + 1))
                for (first, last), (_, before) in zip(spans, [(0, -2), *spans], strict=False)
            ]
            tokens.append(Token(end, end + 1, "\n", False))
    return tokens
