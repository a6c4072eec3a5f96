"""Words that lost the space between them, as in "theMinistry of Health": the text with it, and offsets in both."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TypeVar

from hcoop.lexicon import Lexicon
from hcoop.records import Organisation, Person, Place, Span
from hcoop.text import unmark

T = TypeVar("T", Place, Organisation, Person)
_HUMP = re.compile(r"[A-Z](?<=[a-z][A-Z])")
_LEFT = re.compile(r"(?<![A-Za-z])[A-Za-z][a-z]*$")
_RIGHT = re.compile(r"[A-Z][a-z]+|[A-Z]{2,}\b")
_LONGEST = 24


@dataclass(frozen=True, slots=True)
class Gaps:
    """Where spaces are missing: offsets in the source, in order, each of the letter that wants one before it."""

    at: tuple[int, ...] = ()

    def fill(self, source: str) -> str:
        """Return the source with the spaces."""
        if not self.at:
            return source
        return " ".join(source[start:end] for start, end in pairwise([0, *self.at, len(source)]))

    def filled(self, span: Span) -> Span:
        """Return where a span of the source is in the text with the spaces."""
        if not self.at:
            return span
        return Span(span.start + bisect_right(self.at, span.start), span.end + bisect_left(self.at, span.end))

    def closed(self, span: Span) -> Span:
        """Return where a span of the text with the spaces is in the source."""
        spaces = [offset + before for before, offset in enumerate(self.at)]
        return Span(span.start - bisect_left(spaces, span.start), span.end - bisect_left(spaces, span.end))

    def moved(self, records: Iterable[T], move: Callable[[Span], Span]) -> tuple[T, ...]:
        """Return the records with their mentions moved by `filled` or `closed`."""
        if not self.at:
            return tuple(records)
        return tuple(replace(record, mentions=tuple(map(move, record.mentions))) for record in records)


class Glue:
    """Finds missing spaces; built from `glue` and the words of names in `organisation_kinds`."""

    def __init__(self, lexicon: Lexicon) -> None:
        data = lexicon["organisation_kinds"]
        people = lexicon["gazetteer/people"]
        heads = [head for listed in data["heads"].values() for head in listed]
        named = [
            word for entry in lexicon["gazetteer/places"] for word in (entry["name"], *(entry.get("aliases") or ()))
        ]
        words = [*heads, *data["fields"], *data["generic_adjectives"], *people["roles"], *people["rank_words"], *named]
        self._words = frozenset(part for word in words for part in unmark(word).split() if part[0].isupper())
        bodies = lexicon["gazetteer/organisations"]["organisations"]
        two = (unmark(name).split()[:2] for entry in bodies for name in (entry["name"], *(entry.get("aliases") or ())))
        self._pairs = frozenset("".join(pair) for pair in two if len(pair) == 2 and pair[1][0].isupper())
        self._before = frozenset(data["glued_before"])
        after, whole = ("|".join(data[key]) for key in ("glued_after", "glued_heads"))
        self._after_capitals = re.compile(rf"[A-Z](?<=[A-Z]{{2}})(?=(?:{after})\b)")
        self._after_heads = [re.compile(rf"{word}(?<=[a-z]{{4}}{word})\b") for word in data["glued_joints"]]
        self._head = re.compile(rf"\b(?:{whole})$")

    def gaps(self, text: str) -> Gaps:
        """Return the gaps of an article's text; `text` may have marks."""
        found = {match.start() for match in _HUMP.finditer(text) if self._are_two(text, match.start())}
        found |= {match.end() for match in self._after_capitals.finditer(text)}
        for joint in self._after_heads:
            starts = (match.start() for match in joint.finditer(text))
            found |= {at for at in starts if self._head.search(text, max(0, at - _LONGEST), at)}
        return Gaps(tuple(sorted(found)))

    def _are_two(self, text: str, at: int) -> bool:
        # "theMinistry", "programmeVietnam" and "ActingMinister", but no "AstraZeneca"
        left, right = _LEFT.search(text, max(0, at - _LONGEST), at), _RIGHT.match(text, at)
        if not left or not right:
            return False
        if left[0] in self._before or left[0] + right[0] in self._pairs:
            return True
        return right[0] in self._words and (left[0] in self._words or (left[0].islower() and len(left[0]) > 2))
