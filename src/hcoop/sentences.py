"""The sentences of a text, as spans."""

import re

from hcoop.records import Span

# An abbreviation before a full stop that ends no sentence.
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Drs|Prof|Assoc|Ass|Asst|Gen|Col|Lt|Sen|Rep|St|Jr|Sr|No|vs|etc|Inc|Ltd|Co|Corp|Jan|Feb|Mar|Apr"
    r"|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|Ph|Ph\.D|M\.D|M\.Sc|MSc|e\.g|i\.e|approx|TP|BS|GS|PGS|TS)|\b[A-Z])\.$"
)
_WORD_END = re.compile(r"[a-zà-ỹ]{3}\.[\"'”’)\]]*$")
# A run of stops is tried once, from its first: from each of them it would take as long as the run squared.
_STOP = re.compile(r"(?<![.!?…])[.!?…]+[\"'”’)\]]*(?=\s+[\"'“‘(\[]?[A-ZÀ-ỸĐ0-9]|\s*$|[A-ZÀ-ỸĐ][a-zà-ỹ])")


def sentences(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """Return the sentences of `text[start:end]` as spans of `text`, without surrounding white space."""
    stop = len(text) if end is None else end
    found: list[Span] = []
    begin, last = start, len(text.rstrip())
    for match in _STOP.finditer(text, start, stop):
        if match.end() >= last or _ends_sentence(text, begin, match):
            found += _trimmed(text, begin, match.end())
            begin = match.end()
    return found + _trimmed(text, begin, stop)


def _ends_sentence(text: str, begin: int, match: re.Match[str]) -> bool:
    if match[0][0] != ".":
        return True
    before = text[max(begin, match.start() - 8):match.start() + 1]
    if _ABBREVIATION.search(before):
        return False
    glued = match.end() < len(text) and not text[match.end()].isspace()
    # "Hanoi.The" is two sentences that lost a space; "vnanet.Com" or "U.S" is none.
    return not glued or bool(_WORD_END.search(before))


def _trimmed(text: str, start: int, end: int) -> list[Span]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return [Span(start, end)] if end > start else []
