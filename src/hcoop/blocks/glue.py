"""Cuts lines in which parts of a page have run together, as in `caption (Source: VNA)Hue (VNA) – text`."""

import re
from collections.abc import Iterator

from hcoop.blocks.lines import SHORT, Line, cut
from hcoop.text import sentences

_UPPER = "A-ZÀ-ỸĐ"
_META_DATE = re.compile(r"date (?:19|20)\d\d-\d\d(?:-\d\d)?(?=\s|$)")
_FRAME = re.compile(r"(?:#{1,6} +(?:\*\*)?|\*\*(?=\S)|\| *(?=[^|\s-]))")
_FRAME_END = re.compile(r"\s*\|[|\s]*$|\*\*$")
_IMAGE_TEXT = re.compile(rf"(?:hinh anh|ảnh) \d{{1,2}}(?=[{_UPPER}])")
_CREDIT = re.compile(rf"\((?:Photos?|Source|Illustrat\w+(?: \w+)?|Image|Ảnh)\s*(?::[^()]{{1,60}})?\)"
                     rf"(?=\s*[\"'“{_UPPER}–-])")
_WIRE_CREDIT = re.compile(rf"(?:[—–-]|(?<=\.))\s*(?:VN[AS]/)?VN[SA] Photos?(?: [{_UPPER}][^\W\d_]+){{0,4}}?"
                          rf"(?= *\|? +[{_UPPER}]{{2,}}[{_UPPER} .-]* +[—–] )")
_PHOTOS = re.compile(rf"[—–-]\s*PHOTOS?:?(?: [{_UPPER}]+){{2,4}}?"
                     rf"(?= +[{_UPPER}]{{2,}}(?: [{_UPPER}]{{2,}}){{0,2}} +[—–] )")
_READ_ON = re.compile(r"(?:\.{3,4}|…)?\s*(?:Read (?:the )?full(?: this)? story|\[Read more\W*\] about|Keep reading)")
_ONE_LINE, _HEADER, _TITLE_MIN = 600, 400, 24
_SIGNED = re.compile(rf"By(?: [{_UPPER}][\w-]+){{2,4}}?"
                     rf"(?= (?:\d|Mon|Tue|Wed|Thu|Fri|Sat|Sun|[{_UPPER}][a-z]+ \d))")


def unglue(lines: list[Line]) -> list[Line]:
    """Return the lines with those cut that hold several parts of a page; most come back as they are."""
    return [part for index, line in enumerate(lines) for whole in _unframed(line, index) for part in _parts(whole)]


def _unframed(line: Line, index: int) -> Iterator[Line]:
    """Cut off what Markdown puts around a heading or a table's cell, and a title that stands twice."""
    start = match.end() if line.text[0] in "#|*" and (match := _FRAME.match(line.text)) else 0
    stop = match.start() if line.text[-1] in "|*" and (match := _FRAME_END.search(line.text, start + 1)) else 0
    if not start and not stop:
        yield from _untwinned(line) if index < 3 and len(line.text) > _ONE_LINE else _unhalved(line)
        return
    for part in cut(line, *filter(None, (start, stop))):
        if not any(letter.isalnum() for letter in part.text):
            part.role = "nav"
        yield part


def _unhalved(line: Line) -> Iterator[Line]:
    """Cut a caption that stands twice on its line."""
    half = len(line.text) // 2
    if half > _TITLE_MIN and line.text[:12] == line.text[-half:][:12] and line.text[:half] == line.text[-half:]:
        yield from cut(line, half)
    else:
        yield line


def _untwinned(line: Line) -> Iterator[Line]:
    """Cut a page on one line, which has its title twice, with byline and date between."""
    text = line.text
    again = text.find(text[:_TITLE_MIN], _TITLE_MIN, _HEADER)
    once = text[:_common(text, again)].strip() if again > 0 else ""
    if not once:
        yield line
        return
    title, *rest = cut(line, len(once), again, again + len(once))
    yield title
    signed = _SIGNED.match(text[len(once):again].strip())
    for part in rest:
        resigned = signed and part.start > line.start + again and part.text.startswith(signed[0])
        yield from cut(part, len(signed[0])) if signed and resigned else [part]


def _common(text: str, again: int) -> int:
    """Return how many characters from the start are the same from `again` on, to a word's end."""
    most = min(again, len(text) - again)
    size = next((size for size in range(most) if text[size] != text[again + size]), most)
    while 0 < size < again and text[size - 1].isalnum() and text[size].islower():
        size -= 1
    return size


def _parts(line: Line) -> Iterator[Line]:
    if line.text.startswith("date ") and (match := _META_DATE.match(line.text)):
        first, *rest = cut(line, match.end())
        first.role = "date"
        yield first
        for part in rest:
            yield from _credits(part)
    elif "(" in line.text or " Photo" in line.text or "PHOTO" in line.text or "nh " in line.text:
        yield from _credits(line)
    else:
        yield from _read_on(line)


def _credits(line: Line) -> Iterator[Line]:
    """Cut before a caption that stands inside a paragraph and after its credit."""
    stops: list[int] = [match.end()] if (match := _IMAGE_TEXT.search(line.text)) else []
    for match in _CREDIT.finditer(line.text):
        if len(line.text) > SHORT:
            stops += [span.start for span in sentences(line.text, stops[-1] if stops else 0, match.start())[-1:]]
        stops.append(match.end())
    if len(line.text) > SHORT and (wire := _WIRE_CREDIT.search(line.text[:900]) or _PHOTOS.search(line.text[:900])):
        stops = [wire.end()]
    for part in cut(line, *stops) if stops else [line]:
        if stops and _ends_in_credit(part.text):
            part.role = "caption"
        yield from _read_on(part)


def _ends_in_credit(text: str) -> bool:
    wire = text + " HUE — "
    return bool(_CREDIT.search(text + "A", max(0, len(text) - 90)) or _WIRE_CREDIT.search(wire) or _PHOTOS.search(wire))


def _read_on(line: Line) -> Iterator[Line]:
    match = _READ_ON.search(line.text) if len(line.text) > 80 and "ead" in line.text else None
    if match is None:
        yield line
        return
    first, *rest = cut(line, match.start())
    yield first
    for part in rest:
        part.role = "footer"
        yield part
