"""Lines into paragraphs where a page breaks them: hard-wrapped text, and a dateline on a line of its own."""

import re
from itertools import pairwise

from hcoop.blocks.lines import Line

_WRAPPED_LINES, _GOING_ON, _WRAPPED_MAX, _WRAPPED_SHARE = 7, 3, 110, 0.4
_FULL_LINE = 0.7
_ENDS = re.compile(r"[.!?:;”\"»)]$")
_UPPER = "A-ZÀ-ỸĐ"
_NAME = rf"[{_UPPER}][^\W\d_]+(?: [{_UPPER}][^\W\d_]+){{0,3}}"
_LONE_DATELINE = re.compile(rf"(?:[{_UPPER}][{_UPPER} .,-]{{2,30}}|{_NAME} \([A-Z]{{3}}\))\s*[—–-]+$")


def paragraphs(lines: list[Line], text: str) -> list[Line]:
    """Return the lines with those joined that are one paragraph; most pages come back as they are."""
    joined = _unwrapped(lines, text) if _wrapped(lines, text) else lines
    if not any(line.text[-1] in "—–-" for line in joined):
        return joined
    return _with_datelines(joined, text)


def _wrapped(lines: list[Line], text: str) -> bool:
    """Whether a page's lines are broken at a fixed width: none is long, and many below another go on in lower case."""
    if len(lines) < _WRAPPED_LINES or max(len(line.text) for line in lines) > _WRAPPED_MAX:
        return False
    below = [second for first, second in pairwise(lines) if text.count("\n", first.end, second.start) < 2]
    lower = sum(line.text[0].islower() for line in below)
    return lower >= _GOING_ON and lower > _WRAPPED_SHARE * len(below)


def _unwrapped(lines: list[Line], text: str) -> list[Line]:
    width = max(len(line.text) for line in lines)
    joined = lines[:1]
    for line in lines[1:]:
        last = joined[-1]
        goes_on = text.count("\n", last.end, line.start) < 2 and not _ENDS.search(last.text) and (
            line.text[0].islower() or len(last.text) - last.text.rfind("\n") > _FULL_LINE * width)
        if goes_on:
            joined[-1] = _join(last, line, text)
        else:
            joined.append(line)
    return joined


def _with_datelines(lines: list[Line], text: str) -> list[Line]:
    joined: list[Line] = []
    for line in lines:
        if joined and _LONE_DATELINE.match(joined[-1].text):
            joined[-1] = _join(joined[-1], line, text)
        else:
            joined.append(line)
    return joined


def _join(first: Line, second: Line, text: str) -> Line:
    return Line(first.start, second.end, text[first.start:second.end])
