"""Which stretches of a text answer a query, and the passage that shows most of them."""

import re
from typing import Any

from hcoop.query.concept import Concept, Tree
from hcoop.query.parse import And, Or, Phrase, Word
from hcoop.text import fold

Plain = dict[str, Any]
Span = tuple[int, int]

_SHOWN = ("standfirst", "body", "caption", "heading", "unknown")
_WIDTH = 240
_LEAD = 60


def spans(tree: Tree, extraction: Plain, text: str) -> list[Span]:
    """Return the stretches of an article's text that answer the query: its words, and mentions of what it names."""
    folded = fold(text)
    found = {span for pattern in map(_pattern, _words(tree)) for span in _occurrences(pattern, folded)}
    for concept in _concepts(tree):
        found |= set(_mentions(concept, extraction))
    return _without_overlaps(found)


def snippet(lit: list[Span], extraction: Plain, text: str) -> Plain:
    """Return a passage of the article: `text`, where it stands, and the offsets in it that are lit.

    It is the passage with the most lit stretches, the first of equals; without any, the beginning of the article.
    """
    blocks = [(b["start"], b["end"]) for b in extraction["article"]["blocks"] if b["role"] in _SHOWN] or [
        (0, len(text))
    ]
    passages = [
        _passage(text, block, max(block[0], span[0] - _LEAD))
        for block in blocks
        for span in lit
        if block[0] <= span[0] < block[1]
    ] or [_passage(text, blocks[0], blocks[0][0])]
    start, end = max(passages, key=lambda p: (sum(p[0] <= s and e <= p[1] for s, e in lit), -p[0]))
    inside = [[s - start, e - start] for s, e in lit if start <= s and e <= end]
    return {"text": text[start:end], "start": start, "end": end, "highlights": inside}


def _passage(text: str, block: Span, start: int) -> Span:
    """Widen to whole words inside the block."""
    while start > block[0] and not text[start - 1].isspace():
        start -= 1
    end = min(block[1], start + _WIDTH)
    while end < block[1] and not text[end].isspace():
        end += 1
    return start, end


def _words(tree: Tree) -> list[Word | Phrase]:
    if isinstance(tree, Word | Phrase):
        return [tree]
    if isinstance(tree, Concept):
        return [Phrase(" ".join(word.text for word in tree.words))]
    return [word for part in tree.parts for word in _words(part)] if isinstance(tree, And | Or) else []


def _concepts(tree: Tree) -> list[Concept]:
    if isinstance(tree, Concept):
        return [tree]
    return [c for part in tree.parts for c in _concepts(part)] if isinstance(tree, And | Or) else []


def _pattern(word: Word | Phrase) -> re.Pattern[str]:
    tokens = re.findall(r"[^\W_]+", fold(word.text))
    tail = r"[^\W_]*" if isinstance(word, Word) and word.prefix else ""
    return re.compile(r"(?<![^\W_])" + r"[\W_]+".join(map(re.escape, tokens)) + tail + r"(?![^\W_])")


def _occurrences(pattern: re.Pattern[str], folded: str) -> list[Span]:
    return [match.span() for match in pattern.finditer(folded) if match[0]]


def _mentions(concept: Concept, extraction: Plain) -> list[Span]:
    records = [(kind, place) for place in extraction["places"] for kind in ("city", "country")]
    records += [(kind, body) for body in extraction["organisations"] for kind in ("organisation", "country")]
    return [
        (span["start"], span["end"])
        for kind, record in records
        if _is_of(kind, record, concept)
        for span in record["mentions"]
    ]


def _is_of(kind: str, record: Plain, concept: Concept) -> bool:
    value = {"city": "name", "country": "country", "organisation": "id"}[kind]
    return (kind, record.get(value)) in concept.values


def _without_overlaps(found: set[Span]) -> list[Span]:
    kept: list[Span] = []
    for start, end in sorted(found, key=lambda span: (span[0], -span[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept
