"""Lists of words and phrases looked for in a folded text, without trying them at each of its letters."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import Any

import ahocorasick

from hcoop.events.wordlists import word_pattern

# What stands before a word is none of these, nor a letter or digit.
_WITHIN = "_-"


class Phrases:
    """Finds what `word_pattern` of the same words would, but tries it only where a word of the list may begin."""

    def __init__(self, words: Iterable[str]) -> None:
        listed = list(words)
        self._pattern = word_pattern(listed)
        self._beginnings = beginnings({begin: len(begin) for begin in map(beginning, listed)})

    def all(self, text: str) -> list[re.Match[str]]:
        """Return the matches in order, none overlapping another."""
        reached, match, listed = 0, self._pattern.match, []
        for start in places(text, self._beginnings):
            if start >= reached and (found := match(text, start)):
                listed.append(found)
                reached = found.end()
        return listed

    def search(self, text: str) -> re.Match[str] | None:
        """Return the first match."""
        match = self._pattern.match
        for start in places(text, self._beginnings):
            if found := match(text, start):
                return found
        return None

    def last(self, text: str) -> re.Match[str] | None:
        """Return the last match."""
        found = self.all(text)
        return found[-1] if found else None

    def match(self, text: str) -> re.Match[str] | None:
        """Return the match at the head of the text."""
        return self._pattern.match(text)

    def counts(self, texts: Sequence[str]) -> list[int]:
        """Return how many matches each text has; they are looked through as one, since no match holds a line break."""
        starts = list(accumulate((len(text) + 1 for text in texts), initial=0))
        counted = [0] * len(texts)
        for found in self.all("\n".join(texts)):
            counted[bisect_right(starts, found.start()) - 1] += 1
        return counted


def beginning(word: str) -> str:
    """Return what every form of a word begins with: its letters up to a space or *."""
    return re.split(r"[ *]", word, maxsplit=1)[0]


def beginnings(values: dict[str, Any]) -> ahocorasick.Automaton:
    """Return a finder of beginnings, each with its value."""
    found = ahocorasick.Automaton()
    for begin, value in values.items():
        found.add_word(begin, value)
    found.make_automaton()
    return found


def places(text: str, lengths: ahocorasick.Automaton) -> list[int]:
    """Return where words begin with one of some beginnings, whose values are their lengths."""
    ends = list(lengths.iter(text)) if text else None
    if not ends:  # as in most texts
        return []
    starts = {end - length + 1 for end, length in ends}
    return sorted([start for start in starts if not start or text[start - 1] == " " or is_between(text[start - 1])])


def is_between(letter: str) -> bool:
    """Tell whether a word may begin behind a letter."""
    return not (letter.isalnum() or letter in _WITHIN)
