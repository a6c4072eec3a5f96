"""The sentences of a text, as spans."""

import re

from hcoop.lexicon import Lexicon
from hcoop.records import Span

_WORD_END = re.compile(r"(?:[a-zà-ỹ]{3}|\d)\.[\"'”’)\]]*$")
# A run of stops is tried once, from its first: from each of them it would take as long as the run squared.
_STOP = re.compile(r"[.!?…](?<![.!?…]{2})[.!?…]*[\"'”’)\]]*(?=\s+[\"'“‘(\[]?[A-ZÀ-ỸĐ0-9]|\s*$|[A-ZÀ-ỸĐ][a-zà-ỹ])")

# Letters; no sentence of the press has half as many. What looks at all of a sentence for each of its words takes as
# long as its length squared, so that one without an end is taken for several.
_LONGEST = 2000


class Sentences:
    """Splits text; an abbreviation of `wording.yaml`, or a letter alone, before a full stop ends no sentence.

    A sentence of more than 2,000 letters is cut at a space.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        known = "|".join(map(re.escape, lexicon["wording"]["abbreviations"]))
        self._abbreviation = re.compile(rf"(?:\b(?:{known})|\b[A-Z])\.$")

    def split(self, text: str, start: int = 0, end: int | None = None) -> list[Span]:
        """Return the sentences of `text[start:end]` as spans of `text`, without surrounding white space."""
        stop = len(text) if end is None else end
        found: list[Span] = []
        begin, last = start, len(text.rstrip())
        for match in _STOP.finditer(text, start, stop):
            if match.end() >= last or self._ends_sentence(text, begin, match):
                found += _cut(text, begin, match.end())
                begin = match.end()
        return found + _cut(text, begin, stop)

    def _ends_sentence(self, text: str, begin: int, match: re.Match[str]) -> bool:
        if match[0][0] != ".":
            return True
        before = text[max(begin, match.start() - 8):match.start() + 1]
        if self._abbreviation.search(before):
            return False
        glued = match.end() < len(text) and not text[match.end()].isspace()
        # "Hanoi.The" and "on July 17.The" are two sentences that lost a space; "vnanet.Com" or "U.S" is none.
        return not glued or bool(_WORD_END.search(before))


def _cut(text: str, start: int, end: int) -> list[Span]:
    """Return a sentence without the white space around it; an endless one in pieces."""
    found: list[Span] = []
    while end - start > _LONGEST:
        space = text.rfind(" ", start + _LONGEST // 2, start + _LONGEST)
        stop = start + _LONGEST if space < 0 else space
        found += _trimmed(text, start, stop)
        start = stop
    return found + _trimmed(text, start, end)


def _trimmed(text: str, start: int, end: int) -> list[Span]:
    part = text[start:end]
    stripped = part.lstrip()
    start += len(part) - len(stripped)
    end = start + len(stripped.rstrip())
    return [Span(start, end)] if end > start else []
