"""Thousands of names found in one pass: an Aho-Corasick automaton over folded text, longest name first."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Generic, NamedTuple, TypeVar

import ahocorasick

from hcoop.text import fold, unmark

T = TypeVar("T")
_SHOUTED = 5
_CAPITAL = re.compile(r"(?<![^\W_])[A-Z][^\W_]*")


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


_Hit = tuple[int, int, tuple[_Pattern[T], ...]]


class Matcher(Generic[T]):
    """Finds names whatever their marks, hyphens or capitals; of two that begin together the longer wins."""

    def __init__(self, names: Iterable[Name[T]]) -> None:
        entries: dict[str, list[_Pattern[T]]] = {}
        for name in names:
            if len(name.written) > 1:
                entries.setdefault(fold(name.written), []).append(_pattern(name))
        self._automaton: Any = ahocorasick.Automaton()
        for key, same in entries.items():
            self._automaton.add_word(key, (len(key), tuple(same)))
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
        # A letter more on either side, so that no edge is out of bounds.
        padded, found = f" {plain} ", []
        for last, (length, patterns) in self._automaton.iter(plain.lower()):
            end = last + 1
            if not (padded[end + 1].isalnum() and padded[end].isalnum()):
                start = end - length
                if not (padded[start].isalnum() and padded[start + 1].isalnum()):
                    found.append((start, end, patterns))
        return found


def _pattern(name: Name[T]) -> _Pattern[T]:
    written = unmark(name.written)
    begins = (match.start() for match in _CAPITAL.finditer(written, 1) if match[0] not in name.small)
    return _Pattern(written, tuple(begins), name)


def _by_place(hit: _Hit[T]) -> tuple[int, int]:
    return hit[0], -hit[1]
