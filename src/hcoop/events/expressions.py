"""Regular expressions that are tried only on a text with a word without which they cannot match."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from sys import maxsize
from typing import Any

import ahocorasick

# Of more wordings than this a choice is not spelt out.
_MOST = 200
# What is shorter stands in nearly every text.
_SHORTEST = 2

Words = frozenset[str]
_NONE: Words = frozenset()


class Expression:
    """An expression with the methods of `re.Pattern`; `needed` are words of which a match holds one.

    It is compiled when it is tried first: many are tried in few articles.
    """

    def __init__(self, pattern: str) -> None:
        """Read an expression without flags. Raises re.error if it is none."""
        self.pattern = pattern
        self.needed = needed(parser.parse(pattern))
        self._words = _automaton(self.needed)

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self.pattern)

    @cached_property
    def match(self) -> Callable[..., re.Match[str] | None]:
        """`re.Pattern.match` itself, which is called as often as any."""
        return self._compiled.match

    @cached_property
    def fullmatch(self) -> Callable[..., re.Match[str] | None]:
        """`re.Pattern.fullmatch` itself."""
        return self._compiled.fullmatch

    def search(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """Return the first match."""
        if self._words is not None and next(self._words.iter(text), None) is None:
            return None
        return self._compiled.search(text, start, end)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Yield the matches in order, none overlapping another."""
        if self._words is not None and next(self._words.iter(text), None) is None:
            return iter(())
        return self._compiled.finditer(text)


def _automaton(words: Words) -> ahocorasick.Automaton | None:
    """Return a finder of words; None if there are none, or a blank, which every text has."""
    if not all(map(str.strip, words)) or not words:
        return None
    found = ahocorasick.Automaton()
    for word in words:
        found.add_word(word, True)
    found.make_automaton()
    return found


def needed(tree: Iterable[tuple[Any, Any]]) -> Words:
    """Return words of which every match of a parsed expression holds one; none if there are no such words.

    Of several such choices it is the one whose shortest word is the longest, since that is the rarest.
    """
    return _read(tree)[1]


def _read(tree: Iterable[tuple[Any, Any]]) -> tuple[Words, Words]:
    """Return all that a parsed expression can match, if it can be spelt out, and words of which a match holds one."""
    told = [_told(code, value) for code, value in tree]
    return _spelt([spelt for spelt, _ in told]), _rarest(told)


def _rarest(told: Iterable[tuple[Words, Words]]) -> Words:
    best, run = _NONE, frozenset({""})
    for spelt, inside in told:
        joined = frozenset([left + right for left in run for right in spelt])
        if spelt and len(joined) <= _MOST:
            run = joined
        else:
            best, run = _rarer(_rarer(best, run), inside), spelt if spelt and len(spelt) <= _MOST else frozenset({""})
    return _rarer(best, run)


def _told(code: Any, value: Any) -> tuple[Words, Words]:
    """Return of a piece what `_read` does of an expression."""
    if code is codes.LITERAL:
        return frozenset({chr(value)}), _NONE
    if code is codes.SUBPATTERN:
        return _read(value[-1])
    if code is codes.BRANCH:
        read = [_read(branch) for branch in value[1]]
        return _choice([spelt for spelt, _ in read]), _choice([inside for _, inside in read])
    if code is codes.AT or code is codes.ASSERT_NOT or code is codes.ASSERT:
        return frozenset({""}), _NONE
    if code in (codes.MAX_REPEAT, codes.MIN_REPEAT) and value[0] > 0:
        return _NONE, needed(value[2])
    return _NONE, _NONE


def _spelt(pieces: Iterable[Words]) -> Words:
    """Return all that pieces in a row can match; none if that cannot be spelt out."""
    run = frozenset({""})
    for spelt in pieces:
        run = frozenset([left + right for left in run for right in spelt])
        if not run or len(run) > _MOST:
            return _NONE
    return run


def _choice(branches: Sequence[Words]) -> Words:
    return frozenset().union(*branches) if all(branches) else _NONE


def _rarer(one: Words, other: Words) -> Words:
    return max(one, other, key=lambda words: (min(map(len, words), default=0) >= _SHORTEST, *_rarity(words)))


def _rarity(words: Words) -> tuple[int, int]:
    return min(map(len, words), default=0), -len(words)
