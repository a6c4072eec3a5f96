"""Cuts lines in which parts of a page have run together: `date 2022-06-06 Title`, `caption (Source: VNA)Hue (VNA) – text`."""

import re
from collections.abc import Iterator

from hcoop.blocks.lines import SHORT, Line, cut
from hcoop.lexicon import Lexicon

_META_DATE = re.compile(r"date (?:19|20)\d\d-\d\d(?:-\d\d)?(?=\s|$)")
_CREDIT = re.compile(r"\((?:Photos?|Source|Illustrat\w+(?: \w+)?|Image|Ảnh)\s*(?::[^()]{1,60})?\)"
                     r"(?=\s*[\"'“A-ZÀ-ỸĐ–-])")
_VNS_CREDIT = re.compile(r"[—–-]\s*(?:VN[AS]/)?VN[SA] Photos?(?: [A-ZÀ-ỸĐ][^\W\d_]+){0,4}?"
                         r"(?= +[A-ZÀ-ỸĐ]{2,}[A-ZÀ-ỸĐ .-]* +[—–] )")
_READ_ON = re.compile(r"(?:\.{3,4}|…)?\s*(?:Read (?:the )?full(?: this)? story|\[Read more\W*\] about|Keep reading)")
_SENTENCE_END = re.compile(r"[.!?][\"'”’)]*(?=\s*[A-ZÀ-ỸĐ])")
_LONG = 600


def unglue(lines: list[Line], lexicon: Lexicon) -> list[Line]:
    """Return the lines with those cut that hold several parts of a page; most come back as they are."""
    return [part for line in lines for part in _parts(line, lexicon)]


def _parts(line: Line, lexicon: Lexicon) -> Iterator[Line]:
    if line.text.startswith("date ") and (match := _META_DATE.match(line.text)):
        first, *rest = cut(line, match.end())
        first.role = "date"
        yield first
        for part in rest:
            yield from _credits(part)
    elif "(" in line.text or " Photo" in line.text:
        yield from _credits(line)
    else:
        yield from _read_on(line)


def _credits(line: Line) -> Iterator[Line]:
    """Cut before a caption that stands inside a paragraph and after its credit."""
    stops: list[int] = []
    for match in _CREDIT.finditer(line.text):
        ends = [end.end() for end in _SENTENCE_END.finditer(line.text, stops[-1] if stops else 0, match.start())
                if match.start() - end.end() > 8]
        stops += [ends[-1]] if ends else []
        stops.append(match.end())
    if not stops and len(line.text) > SHORT and (wire := _VNS_CREDIT.search(line.text[:900])):
        stops = [wire.end()]
    for part in cut(line, *stops) if stops else [line]:
        if stops and _ends_in_credit(part.text):
            part.role = "caption"
        yield from _read_on(part)


def _ends_in_credit(text: str) -> bool:
    return bool(_CREDIT.search(text + "A", max(0, len(text) - 90)) or _VNS_CREDIT.search(text + " HUE — "))


def _read_on(line: Line) -> Iterator[Line]:
    match = _READ_ON.search(line.text) if len(line.text) > 80 and ("ead" in line.text) else None
    if match is None:
        yield line
        return
    first, *rest = cut(line, match.start())
    yield first
    for part in rest:
        part.role = "footer"
        yield part


def repeated_start(text: str) -> int:
    """Return how many characters a one-line page's doubled title takes once, or 0."""
    head = text[:24]
    again = text.find(head, 20, 240) if len(text) > _LONG else -1
    once = text[:max(again, 0)].strip()
    return again if once and text[again:].startswith(once) else 0
