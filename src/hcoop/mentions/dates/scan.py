"""Where dates stand in a text: the longest pattern that fits at each place, and the ends of intervals put together."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from hcoop.mentions.dates.grammar import Grammar, Rule
from hcoop.mentions.dates.plausible import is_plausible
from hcoop.mentions.dates.words import Words

Reading = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Atom:
    """A date as written: words `start` to `end` (exclusive), what it is read as, and the numbers in it.

    `ends` are the two dates of an interval; `opening` names the words before that count, such as "since", or is empty.
    """

    start: int
    end: int
    reads_as: str
    reading: Reading
    ends: "tuple[Atom, Atom] | None" = None
    opening: str = ""


def scan(grammar: Grammar, words: Words, start: int = 0, end: int | None = None) -> list[Atom]:
    """Return the dates in words `start` to `end`, in order, none overlapping."""
    atoms = list(_atoms(grammar, words, start, len(words.kinds) if end is None else end))
    found: list[Atom] = []
    for atom in _joined(grammar, words, atoms, start):
        found.append(_opened(grammar, words, atom, found[-1].end if found else start))
    return found


def _atoms(grammar: Grammar, words: Words, start: int, end: int) -> Iterator[Atom]:
    kinds, any_rule, reached = words.kinds, grammar.any_rule, start
    for here in grammar.starts.finditer(kinds, start, end):
        place = here.start()
        if place < reached or not any_rule[kinds[place]].match(kinds, place, end):
            continue
        if atom := _longest(grammar, words, place, end):
            reached = atom.end
            if atom.reads_as != "nothing":
                yield atom


def _longest(grammar: Grammar, words: Words, place: int, end: int) -> Atom | None:
    rules = grammar.rules[words.kinds[place]]
    matches = [(match, rule) for rule in rules if (match := rule.pattern.match(words.kinds, place, end))]
    matches.sort(key=lambda pair: -pair[0].end())
    for match, rule in matches:
        reading = _read(grammar, words, match, rule)
        if is_plausible(grammar, words, rule.reads_as, match, reading):
            return Atom(match.start(), match.end(), rule.reads_as, reading)
    return None


def _read(grammar: Grammar, words: Words, match: re.Match[str], rule: Rule) -> dict[str, int]:
    value, tokens = grammar.vocabulary.value, words.tokens
    return {name: value(tokens[match.start(name)]) for name in rule.pattern.groupindex if match.start(name) >= 0}


def _joined(grammar: Grammar, words: Words, atoms: list[Atom], start: int) -> Iterator[Atom]:
    """Make "March 3 to April 5" one interval of the two dates."""
    left: Atom | None = None
    for atom in atoms:
        joined = left and _join(grammar, words, left, atom, start)
        if left and not joined:
            yield left
        left = joined or atom
    if left:
        yield left


def _join(grammar: Grammar, words: Words, left: Atom, right: Atom, start: int) -> Atom | None:
    if left.ends or right.start - left.end > 9:
        return None
    opened = grammar.openings["interval"].search(words.kinds, max(start, left.start - 10), left.start)
    name = "and" if opened else "to"
    if not any(grammar.joins[join].fullmatch(words.kinds, left.end, right.start) for join in {name, "to"}):
        return None
    return replace(left, start=opened.start() if opened else left.start, end=right.end, ends=(left, right))


def _opened(grammar: Grammar, words: Words, atom: Atom, start: int) -> Atom:
    """Take in the words around a date that make it the start, the end or a part of something."""
    for name, pattern in grammar.closings.items():
        if after := pattern.match(words.kinds, atom.end):
            atom = replace(atom, end=after.end(), opening=name)
    begin = max(start, atom.start - 12)
    if not grammar.opening.search(words.kinds, begin, atom.start):
        return atom
    for name, pattern in grammar.openings.items():
        if before := pattern.search(words.kinds, begin, atom.start):
            if name != "interval":
                return replace(atom, start=before.start(), opening=atom.opening or name)
            if atom.opening:
                return replace(atom, start=before.start())
    return atom
