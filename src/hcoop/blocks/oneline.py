"""Pages that lost all their line breaks: title, byline, date and text stand on one line."""

import re
from collections.abc import Iterator

from hcoop.blocks import stamps
from hcoop.blocks.layout import compile_layout
from hcoop.blocks.lines import Line, cut
from hcoop.blocks.names import byline, of_home, persons
from hcoop.lexicon import Lexicon
from hcoop.text import fold

_HEADER, _TITLE_MIN, _TITLE_MAX, _DATED_WITHIN = 400, 24, 200, 90
_UPPER = "A-ZÀ-ỸĐ"
_BY = re.compile(rf"\s*[Bb]y((?: [{_UPPER}][\w.-]*){{1,6}})")
# A date inside a sentence: "the hospital on June 5, 2018 at 10:00".
_IN_SENTENCE = re.compile(r"\b(?:on|in|of|at|by|from|to|since|until|before|after|dated|and|the|this) ?$|[a-z], ?$")


def parts(line: Line, lexicon: Lexicon) -> Iterator[Line]:
    """Cut a page on one line into its title (which may stand twice), byline, date and text."""
    text = line.text
    again = text.find(text[:_TITLE_MIN], _TITLE_MIN, _HEADER)
    once = text[:_common(text, again)].strip() if again > 0 else ""
    if not once:
        yield from _titled(line, lexicon)
        return
    title, *rest = cut(line, len(once), again, again + len(once))
    yield title
    for part in rest:
        yield from _headed(part, lexicon) if len(part.text) > _HEADER else [part]


def _common(text: str, again: int) -> int:
    """Return how many characters from the start are the same from `again` on, to a word's end."""
    most = min(again, len(text) - again)
    size = next((size for size in range(most) if text[size] != text[again + size]), most)
    while 0 < size < again and text[size - 1].isalnum() and text[size].islower():
        size -= 1
    return size


def _titled(line: Line, lexicon: Lexicon) -> Iterator[Line]:
    """Cut before and after a date with its time, or with its label, that parts the title from the text."""
    layout = lexicon.compiled(compile_layout)
    folded = fold(line.text[:_TITLE_MAX + _DATED_WITHIN])
    stamp = stamps.find(folded, layout)
    title = folded[:stamp.start] if stamp else ""
    stated = stamp is not None and ("T" in stamp.edtf or stamp.label == "published")
    headline = _TITLE_MIN < len(title) < _TITLE_MAX and ". " not in title and not _IN_SENTENCE.search(title)
    if stamp and stated and headline:
        yield from cut(line, stamp.start, _written_by(line.text, stamp.end, lexicon))
    else:
        yield line


def _headed(line: Line, lexicon: Lexicon) -> Iterator[Line]:
    """Cut off a date and a byline, in either order, that the text begins with; a byline alone too."""
    layout = lexicon.compiled(compile_layout)
    folded = fold(line.text[:_DATED_WITHIN])
    stamp = stamps.find(folded, layout)
    if stamp and (not stamp.before or byline(line.text[:stamp.start], lexicon)):
        yield from cut(line, _written_by(line.text, stamp.end, lexicon))
        return
    end = _written_by(line.text, 0, lexicon)
    yield from cut(line, end) if end else [line]


def _written_by(text: str, start: int, lexicon: Lexicon) -> int:
    """Return where "by" and a name after an offset end, or the offset: the capital behind a name opens the text."""
    match = _BY.match(text, start)
    if match is None:
        return start
    words = match[1].split()
    for count in range(len(words) - 1, 0, -1):
        name = " ".join(words[:count])
        if _is_signature(name, lexicon):
            return text.index(name, start) + len(name)
    return start


def _is_signature(name: str, lexicon: Lexicon) -> bool:
    layout = lexicon.compiled(compile_layout)
    if fold(name) in layout.mastheads or fold(name) in layout.no_person:
        return True
    return of_home(name, lexicon) and persons(name, lexicon) is not None
