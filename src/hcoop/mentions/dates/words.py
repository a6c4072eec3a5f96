"""A text as words of known kinds: one character a word, so that patterns over kinds are plain regular expressions."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

# What most words are, a space and plain letters, is tried first, as that is faster to tell.
_TOKEN = re.compile(r" (?!\s)|[A-Za-z]++(?![^\W\d_])|[^\W\d_]+|\d+|\s+|.", re.DOTALL)
FIRST_KIND = "\ue000"  # private characters stand for kinds; punctuation stands for itself
_MARKS = {"–": "-", "—": "-", "‑": "-", "‐": "-", "−": "-", "’": "'", "‘": "'", "ʼ": "'"}
_SPACES = (" ", "\n", "\t", "\xa0", "\r\n")
# So many words that are in no list are remembered.
_REMEMBERED = 50_000
_NUMBERS = ("num", "high", "year", "digits", "other")


@dataclass(frozen=True, slots=True)
class Words:
    """A text cut into words, spaces and marks: `kinds[i]` is the kind of `tokens[i]`, which starts at `starts[i]`."""

    text: str
    tokens: Sequence[str]
    kinds: str
    starts: Sequence[int]

    def end(self, index: int) -> int:
        """Return the offset where the word at `index` ends."""
        return self.starts[index] + len(self.tokens[index])


    def at(self, offset: int) -> int:
        """Return the word that starts at an offset, or else the one after it."""
        return bisect_left(self.starts, offset)


class _Kinds(dict[str, str]):
    """The kind of each word: of those in lists, and of whatever else was met."""

    def __init__(self, other: str, digits: str) -> None:
        self._other, self._digits = other, digits

    def __missing__(self, token: str) -> str:
        if token.isdecimal():
            kind = self._digits
        else:
            kind = self._other if not token.isspace() else "\n" if token.count("\n") > 1 else " "
        if len(self) < _REMEMBERED:
            self[token] = kind
        return kind


class Vocabulary:
    """What the words of a language are: `kind_of` maps a kind's name to its character."""

    def __init__(self, language: Mapping[str, Any]) -> None:
        kinds = ("other", *language["words"], *(name for name in _NUMBERS if name != "other"))
        self.kind_of = {name: chr(ord(FIRST_KIND) + number) for number, name in enumerate(kinds)}
        self._table = _Kinds(self.kind_of["other"], self.kind_of["digits"])
        self._table.update(_entries(self.kind_of))
        self._joined: dict[tuple[str, ...], str] = {}
        self._values: dict[str, int] = {}
        proper = frozenset(language["proper"])
        for name, words in language["words"].items():
            self._add(self.kind_of[name], words, proper)

    def _add(self, kind: str, words: Mapping[str, str] | Sequence[str], proper: frozenset[str]) -> None:
        for word in words:
            forms = [word.capitalize(), word.upper()] + [word] * (word not in proper)
            self._table.update(dict.fromkeys(forms, kind))
            if isinstance(words, Mapping):
                self._values.update(dict.fromkeys(forms, int(words[word])))

    def value(self, token: str) -> int:
        """Return the number a word or numeral stands for, 0 if it has none."""
        return int(token) if token.isdecimal() else self._values.get(token, 0)

    def read(self, text: str) -> Words:
        """Cut a text into words."""
        tokens = _TOKEN.findall(text)
        kinds = "".join(map(self._table.__getitem__, tokens))
        return Words(text, tokens, kinds, list(accumulate(map(len, tokens), initial=0)))

    def kinds(self, names: tuple[str, ...]) -> str:
        """Return the characters of some kinds."""
        if names not in self._joined:
            self._joined[names] = "".join(self.kind_of[name] for name in names)
        return self._joined[names]


def _entries(kind_of: Mapping[str, str]) -> Iterable[tuple[str, str]]:
    yield from ((mark, mark) for mark in map(chr, range(33, 127)) if not mark.isalnum())
    yield from _MARKS.items()
    yield from ((space, " ") for space in _SPACES)
    for number in range(100):
        kind = kind_of["num" if 1 <= number <= 31 else "high"]
        yield from ((form, kind) for form in (str(number), f"{number:02}"))
    yield from ((str(year), kind_of["year"]) for year in range(1000, 2200))
