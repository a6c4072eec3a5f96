"""Words found again in a text that may have changed around them.

An anchor is a TextQuoteSelector of the W3C Web Annotation Data Model: the words, and some before and after.
"""

import re
from collections.abc import Iterator

from hcoop.corrections.record import Anchor

_AROUND = 32
# So many code points are not said by chance in two articles.
_TELLING = 40


def anchor_of(text: str, start: int, end: int, article: str | None = None, path: str | None = None) -> Anchor:
    """Return the anchor of `text[start:end]`."""
    return Anchor(text[start:end], text[max(0, start - _AROUND) : start], text[end : end + _AROUND], article, path)


def find(anchor: Anchor, text: str) -> tuple[int, int] | None:
    """Return where the words stand, the end exclusive; of several places the one with the same words around.

    White space may have become other white space.
    """
    places = list(_places(anchor.exact, text))
    return max(places, key=lambda place: (_likeness(anchor, text, *place), -place[0]), default=None)


def is_telling(anchor: Anchor, text: str, start: int, end: int) -> bool:
    """Tell whether words found in an article of another name are those of the anchor and not just the same words."""
    around = len(_words(anchor.prefix)) + len(_words(anchor.suffix))
    return len(anchor.exact) >= _TELLING or (around > 0 and _likeness(anchor, text, start, end) >= around)


def _places(exact: str, text: str) -> Iterator[tuple[int, int]]:
    at = text.find(exact)
    if at < 0:
        words = r"\s+".join(map(re.escape, exact.split()))
        yield from (match.span() for match in re.finditer(words, text) if words)
    while at >= 0:
        yield at, at + len(exact)
        at = text.find(exact, at + 1)


def _likeness(anchor: Anchor, text: str, start: int, end: int) -> int:
    """Return how many code points around a place, without white space, are those of the anchor."""
    before = _common(_words(anchor.prefix)[::-1], _words(text[max(0, start - 2 * _AROUND) : start])[::-1])
    return before + _common(_words(anchor.suffix), _words(text[end : end + 2 * _AROUND]))


def _words(text: str) -> str:
    return "".join(text.split())


def _common(one: str, other: str) -> int:
    return next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
