"""Cuts lines in which parts of a page have run together, as in `caption (Source: VNA)Hue (VNA) – text`."""

import re
from collections.abc import Iterator
from itertools import islice

from hcoop.blocks import marks, oneline
from hcoop.blocks.inline import Inline
from hcoop.blocks.layout import compile_layout
from hcoop.blocks.lines import SHORT, Line, cut
from hcoop.lexicon import Lexicon
from hcoop.sentences import Sentences

_META_DATE = re.compile(r"date (?:19|20)\d\d-\d\d(?:-\d\d)?(?=\s|$)")
_FRAME = re.compile(r"(?:#{1,6} +(?:\*\*)?|\*\*(?=\S)|\| *(?=[^|\s-]))")
_FRAME_END = re.compile(r"\s*\|[|\s]*$|\*\*$")
_NEXT_WORD = re.compile(r"\S+\s+")
_CAPTION_MAX, _CREDIT_WORDS, _MARK_MAX, _WIRE_WITHIN = 500, 5, 120, 900
_ONE_LINE, _TITLE_MIN = 600, 24


def unglue(lines: list[Line], lexicon: Lexicon) -> list[Line]:
    """Return the lines with those cut that hold several parts of a page; most come back as they are."""
    return [part for index, line in enumerate(lines) for whole in _unframed(line, index, lexicon)
            for part in _parts(whole, lexicon)]


def _unframed(line: Line, index: int, lexicon: Lexicon) -> Iterator[Line]:
    """Cut off what Markdown puts around a heading or a table's cell, and a title that stands twice."""
    start = match.end() if line.text[0] in "#|*" and (match := _FRAME.match(line.text)) else 0
    stop = match.start() if line.text[-1] in "|*" and (match := _FRAME_END.search(line.text, start + 1)) else 0
    if not start and not stop:
        yield from oneline.parts(line, lexicon) if index < 3 and len(line.text) > _ONE_LINE else _unhalved(line)
        return
    for part in cut(line, *filter(None, (start, stop))):
        if not any(letter.isalnum() for letter in part.text):
            part.role = "nav"
        yield part


def _unhalved(line: Line) -> Iterator[Line]:
    """Cut a caption that stands twice on its line."""
    half = len(line.text) // 2
    if half > _TITLE_MIN and line.text[:12] == line.text[-half:][:12] and line.text[:half] == line.text[-half:]:
        for part in cut(line, half):
            part.role = "caption" if line.text[-1] in ".)" else ""
            yield part
    else:
        yield line


def _parts(line: Line, lexicon: Lexicon) -> Iterator[Line]:
    inline = lexicon.compiled(compile_layout).inline
    if line.text.startswith("date ") and (match := _META_DATE.match(line.text)):
        first, *rest = cut(line, match.end())
        first.role = "date"
        yield first
        for part in rest:
            yield from _credits(part, lexicon)
    elif "(" in line.text or " Photo" in line.text or "PHOTO" in line.text or "nh " in line.text:
        yield from _credits(line, lexicon)
    else:
        yield from _read_on(line, inline)


def _credits(line: Line, lexicon: Lexicon) -> Iterator[Line]:
    """Cut before a caption that stands inside a paragraph and after its credit."""
    inline, split = lexicon.compiled(compile_layout).inline, lexicon.compiled(Sentences).split
    stops: list[int] = [match.end()] if (match := inline.image.search(line.text)) else []
    for match in inline.credit.finditer(line.text, *stops):
        if len(line.text) > SHORT:
            stops += [span.start for span in split(line.text, stops[-1] if stops else 0, match.start())[-1:]]
        stops.append(match.end())
    top = line.text[:_WIRE_WITHIN] if len(line.text) > SHORT else ""
    if wire := inline.wire_credit.search(top) or inline.photographers.search(top):
        stops = [wire.end()]
    if len(line.text) > SHORT and (opened := _opened(line.text, lexicon)):
        stops = [opened]
    for part in cut(line, *stops) if stops else [line]:
        if stops and _ends_in_credit(part.text, inline):
            part.role = "caption"
        yield from _read_on(part, inline)


def _opened(text: str, lexicon: Lexicon) -> int | None:
    """Return where the story opens with a mark behind a photographer's name: `Photo: Le Toan NDO – The`."""
    for credit in lexicon.compiled(compile_layout).inline.photo_by.finditer(text, 0, _CAPTION_MAX):
        for word in islice(_NEXT_WORD.finditer(text, credit.end()), _CREDIT_WORDS):
            if marks.opening(text[word.end():word.end() + _MARK_MAX], lexicon):
                return word.end()
    return None


def _ends_in_credit(text: str, inline: Inline) -> bool:
    wire = text + " HUE — "
    return bool(inline.credit.search(text + "A", max(0, len(text) - 90)) or inline.wire_credit.search(wire)
                or inline.photographers.search(wire))


def _read_on(line: Line, inline: Inline) -> Iterator[Line]:
    match = inline.read_on.search(line.text) if len(line.text) > 80 and "ead" in line.text else None
    if match is None:
        yield line
        return
    first, *rest = cut(line, match.start())
    yield first
    for part in rest:
        part.role = "footer"
        yield part
