"""The query language: words (and), "phrase", prefix*, -not, OR, ( ), field:value, date:2016..2020.

Everything else is literal: no input is a syntax error but an unknown field and a query without words.
"""

import re
import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

from hcoop.errors import UsageError

FIELDS = {
    "country": "country",
    "city": "city",
    "organisation": "organisation",
    "organization": "organisation",
    "org": "organisation",
    "person": "person",
    "type": "type",
    "topic": "topic",
    "status": "status",
    "outlet": "outlet",
    "since": "since",
    "until": "until",
    "date": "date",
}
_LONGEST = 64
_HINT = 'write words, "a phrase", prefix*, -not, OR, country:France or date:2016..2020'

_TOKEN = re.compile(
    r"""(?P<open>-?\()|(?P<close>\))
    |(?P<minus>-)?(?:(?P<field>[A-Za-z_]+):(?=[^\s/)])(?:"(?P<quoted>[^"]*)"?|(?P<value>[^\s()]+))
                    |"(?P<phrase>[^"]*)"?
                    |(?P<word>[^\s()"]+))""",
    re.VERBOSE,
)


class Word(NamedTuple):
    """A word, or its beginning if `prefix`."""

    text: str
    prefix: bool = False


class Phrase(NamedTuple):
    """Words that stand together."""

    text: str


class Field(NamedTuple):
    """A filter written in the query."""

    name: str
    value: str


class Not(NamedTuple):
    """What must not be."""

    part: "Node"


class And(NamedTuple):
    """All of these."""

    parts: tuple["Node", ...]


class Or(NamedTuple):
    """Any of these."""

    parts: tuple["Node", ...]


Node = Word | Phrase | Field | Not | And | Or


def parse(query: str) -> Node:
    """Return the tree of a query.

    Raises UsageError for an unknown field, and for a query that asks for nothing or for too much.
    """
    text = "".join(
        c for c in unicodedata.normalize("NFC", query) if unicodedata.category(c) not in ("Cs", "Cc") or c in "\t\n"
    )
    tokens = _balanced(_TOKEN.finditer(text))
    if len(tokens) > _LONGEST:
        raise UsageError(f"the query is too long: {len(tokens)} words, where {_LONGEST} will do", hint=_HINT)
    node, _ = _either(tokens, 0)
    if node is None:
        raise UsageError("the query has no word to look for", hint=_HINT)
    return node


def _balanced(tokens: Iterable[re.Match[str]]) -> list[re.Match[str]]:
    """Leave out closing brackets that close nothing; one that is missing at the end does no harm."""
    kept, depth = [], 0
    for token in tokens:
        if token["close"] and not depth:
            continue
        depth += bool(token["open"]) - bool(token["close"])
        kept.append(token)
    return kept


def _either(tokens: list[re.Match[str]], at: int) -> tuple[Node | None, int]:
    """Read alternatives up to a closing bracket or the end; return them and where the reading stopped."""
    choices: list[list[Node]] = [[]]
    while at < len(tokens) and not tokens[at]["close"]:
        if tokens[at]["word"] == "OR":
            choices.append([])
            at += 1
            continue
        node, at = _one(tokens, at)
        choices[-1] += [node] if node else []
    return _joined(Or, (_joined(And, choice) for choice in choices)), at


def _one(tokens: list[re.Match[str]], at: int) -> tuple[Node | None, int]:
    token = tokens[at]
    if token["word"] == "NOT" and at + 1 < len(tokens) and not tokens[at + 1]["close"]:
        node, at = _one(tokens, at + 1)
        return (Not(node) if node else None), at
    if not token["open"]:
        node = _leaf(token)
        return (Not(node) if node and token["minus"] else node), at + 1
    node, at = _either(tokens, at + 1)
    return (Not(node) if node and token["open"] != "(" else node), at + 1


def _leaf(token: re.Match[str]) -> Node | None:
    if token["field"]:
        return _field(token["field"], token["quoted"] if token["quoted"] is not None else token["value"])
    if token["phrase"] is not None:
        return Phrase(token["phrase"]) if _has_word(token["phrase"]) else None
    word = token["word"]
    return Word(word.rstrip("*"), word.endswith("*")) if _has_word(word) and word != "AND" else None


def _field(name: str, value: str) -> Field:
    if name.lower() not in FIELDS:
        from difflib import get_close_matches  # noqa: PLC0415 - only a wrong field needs it

        close = get_close_matches(name.lower(), FIELDS, n=1)
        meant = (
            f"did you mean {close[0]}:{value}? " if close else f"fields are {', '.join(sorted(set(FIELDS.values())))}; "
        )
        raise UsageError(f'no field "{name}:"', hint=meant + f'quote the words to look for them: "{name}:{value}"')
    return Field(FIELDS[name.lower()], value)


def _has_word(text: str) -> bool:
    return any(c.isalnum() for c in text)


def _joined(kind: type[And] | type[Or], nodes: Iterable[Node | None]) -> Node | None:
    parts = tuple(node for node in nodes if node is not None)
    return kind(parts) if len(parts) > 1 else next(iter(parts), None)
