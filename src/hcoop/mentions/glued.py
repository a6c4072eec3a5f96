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
_GLUED = re.compile(r"[a-z][A-Z]|[A-Z]{2}[a-z]{2}")
_CAMEL = re.compile(r"(?<![A-Za-z])[A-Za-z][a-z]+(?=([A-Z][a-z]{2,})(?![A-Za-z]))")


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
        before, after = ("|".join(data[key]) for key in ("glued_before", "glued_after"))
        whole = "|".join(data["glued_heads"])
        self._before = re.compile(rf"(?<![A-Za-z])(?:{before})(?=[A-Z][a-z]|[A-Z]{{2,}}\b)")
        self._after = re.compile(rf"\b(?:[A-Z]{{2,}}|{whole})(?=(?:{after})\b)")

    def gaps(self, text: str) -> Gaps:
        """Return the gaps of an article's text; `text` may have marks."""
        found = {match.end() for match in self._after.finditer(text)}
        if _GLUED.search(text):
            found |= {match.end() for match in self._before.finditer(text)}
            found |= {match.end() for match in _CAMEL.finditer(text) if self._are_two(match[0], match[1])}
        return Gaps(tuple(sorted(found)))

    def _are_two(self, left: str, right: str) -> bool:
        # "programmeVietnam" and "ActingMinister", but no "AstraZeneca"
        if left + right in self._pairs:
            return True
        return right in self._words and (left in self._words or (left.islower() and len(left) > 2))
