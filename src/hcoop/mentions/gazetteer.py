"""Thousands of names found in one pass: an Aho-Corasick automaton over folded text, longest name first."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Generic, NamedTuple, TypeVar

import ahocorasick

from hcoop.text import fold, unmark

T = TypeVar("T")
_SHOUTED = 5
_CAPITAL = re.compile(r"(?<![^\W_])[A-Z][^\W_]*")
_BEYOND = re.compile(r"[^\x00-\x7f]")
_BETWEEN = re.compile(r"[\W_]")
_ASCII_PARTED = "".join(chr(code) if chr(code).isalnum() else " " for code in range(128))


class Match(NamedTuple, Generic[T]):
    """A name found at `text[start:end]`, and what it stands for."""

    start: int
    end: int
    value: T


@dataclass(frozen=True, slots=True)
class Name(Generic[T]):
    """A name to look for: a `cased` one in its own capitals alone, any other wherever its capitals are capitals.

    Words in `small` may be written small after the first: "Cho Ray hospital".
    """

    written: str
    value: T
    cased: bool = False
    small: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class _Pattern(Generic[T]):
    """A name without marks; `capitals` are the offsets in it of words that begin with one."""

    written: str
    capitals: tuple[int, ...]
    name: Name[T]

    def fits(self, found: str) -> bool:
        """Tell whether text found by folding is the name, capitals included, or all in capitals."""
        if self.name.cased:
            return found == self.written or (len(found) >= _SHOUTED and found == self.written.upper())
        if found[0].isupper() != self.written[0].isupper():
            return False
        return all(found[at].isupper() for at in self.capitals)


_Hit = tuple[int, int, list[_Pattern[T]]]


class Matcher(Generic[T]):
    """Finds names whatever their marks, hyphens or capitals; of two that begin together the longer wins.

    The automaton runs over a text in which all between words is a blank, each name with the blank before it. So it
    leaves its root at the beginning of a word alone: its nodes look through what may follow one after the other, and
    the root would have a letter for each that some name begins with.
    """

    def __init__(self, names: Iterable[Name[T]]) -> None:
        entries: dict[str, list[_Pattern[T]]] = {}
        for name in names:
            if len(name.written) > 1:
                entries.setdefault(fold(name.written), []).append(_pattern(name))
        alike: dict[str, list[tuple[str, list[_Pattern[T]]]]] = {}
        for key, same in entries.items():
            alike.setdefault(" " * key[0].isalnum() + _parted(key), []).append((key, same))
        self._automaton: Any = ahocorasick.Automaton()
        for parted, keys in alike.items():
            self._automaton.add_word(parted, keys)
        if entries:
            self._automaton.make_automaton()

    def find(self, plain: str) -> Iterator[Match[T]]:
        """Yield matches in text that `unmark` made, in order, none overlapping another.

        A name met in several meanings is yielded once, with the meaning that was added first.
        """
        reached = 0
        for start, end, patterns in sorted(self._all(plain), key=_by_place):
            if start < reached:
                continue
            found = plain[start:end]
            for pattern in patterns:
                if pattern.fits(found):
                    yield Match(start, end, pattern.name.value)
                    reached = end
                    break

    def _all(self, plain: str) -> list[_Hit[T]]:
        if len(self._automaton) == 0:
            return []
        lowered, parted = _read(plain)
        found = []
        for end, keys in self._automaton.iter(parted):
            if parted[end] == " " or parted[end + 1] == " ":  # a name may end with what parts words, "U.S."
                for key, patterns in keys:
                    start = end - len(key)
                    if start >= 0 and lowered.startswith(key, start):
                        found.append((start, end, patterns))
        return found


@lru_cache(maxsize=8)
def _read(plain: str) -> tuple[str, str]:
    """Return a text in small letters, and that with a blank for all between words, and one more before and behind."""
    lowered = plain.lower()
    return lowered, f" {_parted(lowered)} "


def _parted(lowered: str) -> str:
    if not lowered.isascii():  # most often for signs such as that of the euro
        for sign in set(_BEYOND.findall(lowered)):
            lowered = lowered if sign.isalnum() else lowered.replace(sign, " ")
    return lowered.translate(_ASCII_PARTED) if lowered.isascii() else _BETWEEN.sub(" ", lowered)


def _pattern(name: Name[T]) -> _Pattern[T]:
    written = unmark(name.written)
    begins = (match.start() for match in _CAPITAL.finditer(written, 1) if match[0] not in name.small)
    return _Pattern(written, tuple(begins), name)


def _by_place(hit: _Hit[T]) -> tuple[int, int]:
    return hit[0], -hit[1]
