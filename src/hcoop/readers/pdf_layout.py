"""The lines of a PDF page, with an empty one where the page shows that a paragraph ends."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Any

from hcoop.readers.decoding import normalise

# A gap is wide that is so much wider than most, or than the letters are high; so much larger letters are a heading's,
# and so far in, in heights of letters, a paragraph begins.
_WIDER, _WIDE, _LARGER, _INDENT = 1.25, 2.0, 1.15, 0.8
_ENDS = (".", "!", "?", ":", '"', "”", ")")


@dataclass(frozen=True, slots=True)
class _Line:
    """A line, and where it stands on the page, in points from below; `height` is that of its letters."""

    text: str
    left: float
    bottom: float
    height: float


def page_lines(textpage: Any) -> list[str]:
    """Return the lines of a page of PDFium, those of different paragraphs parted by an empty one."""
    lines = list(_lines(textpage))
    leadings = [above.bottom - below.bottom for above, below in pairwise(lines) if above.bottom > below.bottom]
    usual = median(leadings) if leadings else 0.0
    told = [lines[0].text] if lines else []
    for above, below in pairwise(lines):
        told += ["", below.text] if _parted(above, below, usual) else [below.text]
    return told


def _parted(above: _Line, below: _Line, usual: float) -> bool:
    small, large = sorted((above.height, below.height))
    indented = below.left > above.left + _INDENT * below.height and above.text.endswith(_ENDS)
    gap = above.bottom - below.bottom
    return gap > min(_WIDER * usual, _WIDE * large) or large > _LARGER * small or indented


def _lines(textpage: Any) -> Iterator[_Line]:
    at = 0
    for line in textpage.get_text_range().split("\r\n"):
        if line.strip():
            left, bottom, _right, top = textpage.get_charbox(at + len(line) - len(line.lstrip()), loose=True)
            yield _Line(normalise(line).rstrip(), left, bottom, top - bottom)
        at += len(line) + 2
