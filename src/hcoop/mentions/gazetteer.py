"""Thousands of names found in one pass: an Aho-Corasick automaton over folded text, longest name first."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

import ahocorasick

from hcoop.text import fold, unmark

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Match(Generic[T]):
    """A name found at `text[start:end]`, and what it stands for."""

    start: int
    end: int
    value: T


@dataclass(frozen=True, slots=True)
class Name(Generic[T]):
    """A name to look for. A `cased` one is met in its own capitals alone, any other wherever its capitals are capitals."""

    written: str
    value: T
    cased: bool = False


class Matcher(Generic[T]):
    """Finds names whatever their marks, hyphens or capitals; of two that begin together the longer wins."""

    def __init__(self, names: Iterable[Name[T]]) -> None:
        entries: dict[str, list[Name[T]]] = {}
        for name in names:
            if len(name.written) > 1:
                entries.setdefault(fold(name.written), []).append(name)
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
        for start, end, names in sorted(self._all(plain), key=lambda hit: (hit[0], -hit[1])):
            if start < reached:
                continue
            fitting = [name for name in names if _fits(plain[start:end], name)]
            if fitting:
                yield Match(start, end, fitting[0].value)
                reached = end

    def _all(self, plain: str) -> Iterator[tuple[int, int, tuple[Name[T], ...]]]:
        if len(self._automaton) == 0:
            return
        for last, (length, names) in self._automaton.iter(plain.lower()):
            start, end = last - length + 1, last + 1
            if _is_edge(plain, start) and _is_edge(plain, end):
                yield start, end, names


def _is_edge(plain: str, at: int) -> bool:
    return at == 0 or at == len(plain) or not (plain[at - 1].isalnum() and plain[at].isalnum())


def _fits(found: str, name: Name[Any]) -> bool:
    written = unmark(name.written)
    if name.cased:
        return found == written
    return found[0].isupper() == written[0].isupper() and not any(
        ours.isupper() and theirs.islower() and (at == 0 or not written[at - 1].isalnum())
        for at, (ours, theirs) in enumerate(zip(written, found, strict=True)))
