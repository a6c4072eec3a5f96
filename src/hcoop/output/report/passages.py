"""The words of articles that a page carries: whole texts, or what stands around the evidence."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from hcoop.output.clean import clean_lit
from hcoop.query.table import Lit, Row

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of an article as the page shows it: `text` has no control characters.

    `marks` maps each span of evidence in the article to its span in `text`, in UTF-16 code units as JavaScript counts.
    `asides` are the numbers of its lines that are no part of the story.
    """

    text: str
    marks: Mapping[Span, Span]
    asides: list[int]


def cited_spans(events: Iterable[Row]) -> dict[str, list[Span]]:
    """Return the spans of evidence in each article that events cite, in the order in which they cite them."""
    cited: dict[str, set[Span]] = {}
    for event in events:
        for piece in event["evidence"]:
            cited.setdefault(piece["article"], set()).add((piece["start"], piece["end"]))
    return {identity: sorted(spans) for identity, spans in cited.items()}


def passages_of(article: Row, spans: list[Span], around: int | None) -> list[Passage]:
    """Return the passages of an article that hold these spans of evidence.

    `around` is how many characters are wanted on each side of a span; null for the whole text.
    """
    text: str = article["text"]
    windows = [(0, len(text))] if around is None else _windows(text, spans, around)
    return [
        _passage(text, window, [s for s in spans if window[0] <= s[0] and s[1] <= window[1]], article["asides"])
        for window in windows
    ]


def _windows(text: str, spans: list[Span], around: int) -> list[Span]:
    """Return the spans widened to whole words, those that meet made one."""
    found: list[Span] = []
    for start, end in spans:
        first, last = _widened(text, start, end, around)
        if found and first <= found[-1][1]:
            found[-1] = (found[-1][0], max(last, found[-1][1]))
        else:
            found.append((first, last))
    return found


def _widened(text: str, start: int, end: int, around: int) -> Span:
    first, last = max(0, start - around), min(len(text), end + around)
    while 0 < first < start and not text[first - 1].isspace():
        first += 1
    while end < last < len(text) and not text[last].isspace():
        last -= 1
    return first, last


def _passage(text: str, window: Span, spans: list[Span], asides: list[Span]) -> Passage:
    begin, end = window
    lit = clean_lit(Lit(text[begin:end], tuple((s - begin, e - begin) for s, e in spans)))
    plain = max(lit.text, default="") <= "\uffff"
    marks = {
        span: (s, e) if plain else (_units(lit.text, s), _units(lit.text, e))
        for span, (s, e) in zip(spans, lit.spans, strict=True)
    }
    lines = {text.count("\n", begin, start) for start, _ in asides if begin <= start < end}
    return Passage(lit.text, marks, sorted(lines))


def _units(text: str, at: int) -> int:
    """Return an offset in code points as one in UTF-16 code units."""
    return at + sum(letter > "\uffff" for letter in text[:at])


class Passages:
    """The passages of all articles that some events cite, numbered through in the order of the articles."""

    def __init__(self, cited: Mapping[str, list[Span]], articles: Mapping[str, Row], around: int | None) -> None:
        self._of = {identity: passages_of(articles[identity], spans, around) for identity, spans in cited.items()}
        every = [(identity, passage) for identity, found in self._of.items() for passage in found]
        self._places = {
            (identity, *span): (number, *mark, len(passage.text))
            for number, (identity, passage) in enumerate(every)
            for span, mark in passage.marks.items()
        }

    def evidence(self, events: Iterable[Row]) -> list[list[int]]:
        """Return the evidence of each event, piece after piece: the step from the passage before, start and length.

        An event with one piece that is the whole of its passage has the step alone.
        """
        found, last = [], 0
        for event in events:
            numbers: list[int] = []
            for piece in event["evidence"]:
                number, start, end, whole = self._places[piece["article"], piece["start"], piece["end"]]
                numbers += [number - last, start, end - start]
                last = number
            found.append(numbers[:1] if len(numbers) == 3 and numbers[1:] == [0, whole] else numbers)
        return found

    def written(self, identity: str) -> list[Any]:
        """Return the passages of an article: each its text, or its text and the lines that are no part of the story."""
        return [[passage.text, passage.asides] if passage.asides else passage.text for passage in self._of[identity]]
