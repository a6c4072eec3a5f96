"""Word lists of `data/` as expressions over folded text."""

import re
from collections.abc import Iterable, Sequence
from typing import Any

Letters = dict[str, Any]  # of letters to what may follow them

# Marks in a tree of letters that a word ends here; no expression for a letter is empty.
_END = ""


def word_pattern(words: Iterable[str]) -> re.Pattern[str]:
    """Compile whole words and phrases, in which * stands for any letters, into one pattern; the longest counts."""
    letters = {" ": " +", "*": r"[\w-]*"}
    return re.compile(rf"(?<![\w-]){either(words, letters)}(?![\w-])")


def phrase_pattern(phrases: Iterable[str]) -> re.Pattern[str]:
    """Compile phrases that may begin or end with a comma into one pattern."""
    return re.compile("|".join(re.escape(phrase).replace(r"\ ", " +") for phrase in phrases))


def either(words: Iterable[str], letters: dict[str, str]) -> str:
    """Return an expression for any of the words, the longest first; `letters` tells how some letters are written.

    Words share their beginnings, so that `re` tries a letter once and not once a word.
    """
    return tree([[letters.get(letter) or re.escape(letter) for letter in word] for word in words])


def tree(words: Iterable[Sequence[str]]) -> str:
    """Return an expression for any of the words, each given as the expressions of its letters."""
    root: Letters = {}
    for word in words:
        node = root
        for letter in word:
            node = node.setdefault(letter, {})
        node[_END] = {}
    return _expression(root)


def _expression(node: Letters) -> str:
    # What is longer stands first, and an expression for any letters behind the letters themselves.
    letters = sorted((letter for letter in node if letter != _END), key=lambda letter: (len(letter) > 2, letter))
    branches = [letter + _expression(node[letter]) for letter in letters]
    if _END in node:
        branches.append("")
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"
