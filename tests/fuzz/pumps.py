"""Texts that are made to hurt an expression, out of its own parse tree.

An expression is slow where it tries the same letters again and again: in a loop that gives back what it took when what
should follow does not come, or from every place where it may begin. So for each of its loops the text that leads there
is followed by thousands of rounds of the loop, and ended by a letter that fits nowhere; and so is what leads there,
again and again, with the loop and without.
"""

import re
from collections.abc import Iterable, Iterator
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, NamedTuple

# What fits in no expression, and what ends most of what people write.
_ENDS = ("\x00", "", "!")
# What a loop is tried with beside the letters of the expression: one of each class, and those that hide names.
_LETTERS = "aA1 \n.,-('\"é" + "HPUNCFV"
_LOOPS = (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT)
# A loop that ends after fewer rounds than this cannot be made to take long.
_LONG = 50


class Loop(NamedTuple):
    """What leads to a loop in an expression, and what is tried in it."""

    before: str
    round: list[Any]


class Pump(NamedTuple):
    """A text of any length: what it begins with, what is said again and again, and what it ends with."""

    before: str
    unit: str
    end: str

    def text(self, length: int) -> str:
        """Return it with about so many letters."""
        return self.before + self.unit * max(1, (length - len(self.before)) // len(self.unit)) + self.end


def pumps(pattern: str, flags: int = 0) -> list[Pump]:
    """Return what is to be tried on an expression, each once."""
    tree = parser.parse(pattern, flags)
    letters = _letters(tree)
    units: dict[tuple[str, str], None] = {}
    for loop in _loops(list(tree), "", letters):
        for inside in sorted(_rounds(loop.round, letters)):
            units[loop.before, inside] = None
            units["", loop.before + inside] = None
        units["", loop.before] = None
    for one in (sample(list(tree), letters), *letters):
        units["", one] = None
    return [Pump(before, unit, end) for before, unit in units if unit for end in _ENDS]


def sample(tree: Iterable[Any], letters: str, choice: int = 0) -> str:
    """Return a text that the expression takes, as far as can be told without what it looks at around it."""
    return "".join(_sample(name, value, letters, choice) for name, value in tree)


def _sample(name: Any, value: Any, letters: str, choice: int) -> str:
    if name is op.LITERAL:
        return chr(value)
    if name in (op.NOT_LITERAL, op.ANY, op.IN):
        fits = _fitting(name, value, letters)
        return fits[choice % len(fits)] if fits else ""
    if name is op.BRANCH:
        branches = value[1]
        return sample(branches[choice % len(branches)], letters, choice)
    if name in _LOOPS:
        return sample(value[2], letters, choice) * max(value[0], min(1, choice))
    inside = _inside(name, value)
    return sample(inside, letters, choice) if name is not op.ASSERT or value[0] > 0 else ""


def _inside(name: Any, value: Any) -> Any:
    """Return the expression within a group; none within what only tells where one stands."""
    if name is op.SUBPATTERN:
        return value[3]
    if name is op.ATOMIC_GROUP:
        return value
    return value[1] if name is op.ASSERT else ()


def _loops(tree: list[Any], before: str, letters: str) -> Iterator[Loop]:
    for name, value in tree:
        if name in _LOOPS:
            if value[1] >= _LONG:
                yield Loop(before, _bare(list(value[2])))
            yield from _loops(list(value[2]), before, letters)
        elif name is op.BRANCH:
            for branch in value[1]:
                yield from _loops(list(branch), before, letters)
        else:
            inside = value[1] if name is op.ASSERT_NOT else _inside(name, value)
            yield from _loops(list(inside), before, letters)
        before += _sample(name, value, letters, 0)


def _bare(inside: list[Any]) -> list[Any]:
    """Return what stands in a group that is all there is."""
    while len(inside) == 1 and inside[0][0] in (op.SUBPATTERN, op.ATOMIC_GROUP):
        inside = list(_inside(*inside[0]))
    return inside


def _rounds(inside: list[Any], letters: str) -> set[str]:
    """Return what a round of a loop may take: any letter of a class, each of a choice, some ways through the rest."""
    if len(inside) == 1 and inside[0][0] in (op.IN, op.ANY, op.NOT_LITERAL):
        return set(_fitting(*inside[0], letters))
    if len(inside) == 1 and inside[0][0] is op.BRANCH:
        return {one for branch in inside[0][1][1] for one in _rounds(list(branch), letters)}
    return {sample(inside, letters, choice) for choice in range(6)} - {""}


def _letters(tree: Iterable[Any]) -> str:
    return "".join(sorted({*_LETTERS, *_literals(tree)}))


def _literals(tree: Iterable[Any]) -> Iterator[str]:
    """Yield the letters and signs that an expression names, but of the words in it only what is no letter or digit."""
    for name, value in tree:
        if name is op.LITERAL:
            yield from (letter for letter in chr(value) if not letter.isalnum())
        elif name is op.IN:
            yield from _literals(value)
        elif name is op.BRANCH:
            for branch in value[1]:
                yield from _literals(branch)
        elif name in _LOOPS:
            yield from _literals(value[2])
        else:
            yield from _literals(_inside(name, value))


def _fitting(name: Any, value: Any, letters: str) -> list[str]:
    """Return those of the letters that a class takes, or else one of its own."""
    if name is op.ANY:
        return [letter for letter in letters if letter != "\n"]
    if name is op.NOT_LITERAL:
        return [letter for letter in letters if ord(letter) != value]
    fits = [letter for letter in letters if _in(value, letter)]
    return fits or [chr(one if kind is op.LITERAL else one[0]) for kind, one in value
                    if kind in (op.LITERAL, op.RANGE)][:1]


_CATEGORIES = {
    op.CATEGORY_DIGIT: r"\d", op.CATEGORY_NOT_DIGIT: r"\D", op.CATEGORY_SPACE: r"\s", op.CATEGORY_NOT_SPACE: r"\S",
    op.CATEGORY_WORD: r"\w", op.CATEGORY_NOT_WORD: r"\W",
}


def _in(members: list[Any], letter: str) -> bool:
    negated = bool(members) and members[0][0] is op.NEGATE
    return negated != any(_is(kind, value, letter) for kind, value in members if kind is not op.NEGATE)


def _is(kind: Any, value: Any, letter: str) -> bool:
    if kind is op.LITERAL:
        return ord(letter) == value
    if kind is op.RANGE:
        return value[0] <= ord(letter) <= value[1]
    return re.match(_CATEGORIES[value], letter) is not None
