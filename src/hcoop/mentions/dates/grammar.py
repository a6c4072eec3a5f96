"""The patterns of a language's dates, compiled: from the file's notation to regular expressions over kinds of words."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from hcoop.lexicon import Lexicon
from hcoop.mentions.dates.words import Vocabulary

_SLOT = re.compile(r"<(\w+?)(?:=(\w+))?>|\{(\w+)\}")
_NAMED = re.compile(r"\(\?P<\w+>")
_FIRST = re.compile(r"(?:\(\?<[=!][^)]*\))*(?:\(\?P<\w+>)?(?:\[([^\]^]+)\]|(.))", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Rule:
    """One pattern and what it is read as."""

    reads_as: str
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Grammar:
    """All that finding dates needs of a language, ready to run.

    `rules` are by the kind of their first word, `starts` finds such words, `any_rule` tells by their kind whether any
    of their rules fits; `openings` and `closings` are what turns a date into an open interval, `opening` tells
    whether there is any of the former, `joins` what stands between the ends of one, `cues` what tells the tense.
    """

    vocabulary: Vocabulary
    starts: re.Pattern[str]
    rules: Mapping[str, tuple[Rule, ...]]
    any_rule: Mapping[str, re.Pattern[str]]
    openings: Mapping[str, re.Pattern[str]]
    opening: re.Pattern[str]
    closings: Mapping[str, re.Pattern[str]]
    joins: Mapping[str, re.Pattern[str]]
    cues: Mapping[str, re.Pattern[str]]
    not_dates: Mapping[str, frozenset[str]]

    def kinds(self, *names: str) -> str:
        """Return the characters of some kinds."""
        return self.vocabulary.kinds(names)


def compile_grammar(lexicon: Lexicon) -> Grammar:
    """Compile `data/languages/en.yaml`; run it as `lexicon.compiled(compile_grammar)`."""
    language = lexicon["languages/en"]
    vocabulary = Vocabulary(language)
    shapes: dict[str, str] = dict(vocabulary.kind_of)
    for name, shape in language["shapes"].items():
        shapes[name] = _expand(shape, shapes)
    rules = _rules(language["patterns"], shapes)
    openings = _compiled({name: f"(?:{text})$" for name, text in language["openings"].items()}, shapes)
    return Grammar(
        vocabulary=vocabulary, starts=re.compile(f"[{re.escape(''.join(rules))}]"), rules=rules,
        any_rule={kind: _any_of(rule.pattern for rule in of_kind) for kind, of_kind in rules.items()},
        openings=openings, opening=_any_of(openings.values()), closings=_compiled(language["closings"], shapes),
        joins=_compiled(language["joins"], shapes), cues=_compiled(language["cues"], shapes),
        not_dates={name: frozenset(words) for name, words in language["not_dates"].items()},
    )


def _compiled(texts: Mapping[str, str], shapes: Mapping[str, str]) -> dict[str, re.Pattern[str]]:
    return {name: re.compile(_expand(text, shapes)) for name, text in texts.items()}


def _expand(text: str, shapes: Mapping[str, str]) -> str:
    """Put the kinds' characters and the shapes in the place of their names."""
    def fill(slot: re.Match[str]) -> str:
        if slot[3]:
            return shapes[slot[3]]
        return f"(?P<{slot[1]}>{shapes[slot[2] or slot[1].rstrip('2')]})"
    return _SLOT.sub(fill, text)


def _rules(entries: list[dict[str, Any]], shapes: Mapping[str, str]) -> dict[str, tuple[Rule, ...]]:
    found: defaultdict[str, list[Rule]] = defaultdict(list)
    for entry in entries:
        for text in entry["patterns"]:
            for variant in _variants(_expand(text, shapes)):
                rule = Rule(entry["as"], re.compile(variant))
                for kind in _first_kinds(variant):
                    found[kind].append(rule)
    return {kind: tuple(rules) for kind, rules in found.items()}


def _any_of(patterns: Iterable[re.Pattern[str]]) -> re.Pattern[str]:
    """Return an expression that fits where one of some does; their groups are not named, as each name may stand once.
    """
    return re.compile("|".join(_NAMED.sub("(?:", pattern.pattern) for pattern in patterns))


def _variants(pattern: str) -> list[str]:
    """Return the patterns without a group at their start: one for each alternative, one for none if it is optional."""
    cuts = _group_cuts(pattern)
    if not cuts:
        return [pattern]
    optional = pattern[cuts[-1] + 1:cuts[-1] + 2] == "?"
    rest = pattern[cuts[-1] + 1 + optional:]
    inner = [pattern[before + 1:after] for before, after in pairwise(cuts)]
    return [variant for text in [*inner, *[""] * optional] for variant in _variants(text + rest)]


def _group_cuts(pattern: str) -> list[int]:
    """Return where the group that the pattern starts with begins, where its alternatives part, and where it ends."""
    cuts: list[int] = []
    depth = 0
    for place, mark in enumerate(pattern if pattern.startswith("(") and not pattern.startswith("(?") else ""):
        depth += (mark == "(") - (mark == ")")
        if depth == 0 or (depth == 1 and mark == "|") or place == 0:
            cuts.append(place)
        if depth == 0:
            return cuts
    return cuts


def _first_kinds(pattern: str) -> str:
    match = _FIRST.match(pattern)
    return (match[1] or match[2]) if match else ""
