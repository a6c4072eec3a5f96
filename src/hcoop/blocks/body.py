"""What stands inside the story: paragraphs, headings, captions, and what is said twice."""

import re
from collections import Counter

from hcoop.blocks.layout import compile_layout
from hcoop.blocks.lines import Line, key, words
from hcoop.lexicon import Lexicon

_HEADING_WORDS = 8
_BULLETS = "-–•●▪◦*+0123456789"
_DUPLICATE_MIN = 24
_SLUG_MIN = 15
_OVERLAP_MIN = 6


def settle(lines: list[Line], begin: int, title: str | None, lexicon: Lexicon) -> None:
    """Give a role to every line that is still open from the lead on."""
    _slugs(lines, title)
    image, image_line = False, lexicon.compiled(compile_layout).inline.image_line
    for line in lines[begin:]:
        if line.role == "":
            line.role = _role(line, image)
        image = line.role == "slug" or (line.role in ("nav", "photo_credit") and bool(image_line.search(line.text)))
    _last_heading(lines)
    _twice(lines)


def _role(line: Line, image: bool) -> str:
    if line.prose:
        return "body"
    if image:
        return "caption"
    if line.text[0] in _BULLETS or line.text[-1] in ".!\"”:;,)’…" or line.words < 2:
        return "body"
    return "heading" if line.words <= _HEADING_WORDS else "caption"


def _last_heading(lines: list[Line]) -> None:
    """A heading has text below it: those on end are a list in the text, and the last stays unclassified."""
    for line, following in zip(lines, [*lines[1:], None], strict=False):
        if line.role == "heading" and (following is None or following.role in ("related", "footer")):
            line.role = "unknown"
        elif line.role == "heading" and following is not None and following.role == "heading":
            line.role = "body"


def _slugs(lines: list[Line], title: str | None) -> None:
    """The title again, as an address or the text of an image has it."""
    wanted, commas = (key(title), title.count(",")) if title else ("", 0)
    if len(wanted) < _SLUG_MIN:
        return
    for line in lines:
        if line.role in ("", "nav", "caption", "section", "unknown") and len(line.text) < 260:
            found = re.sub(r"(?:hinhanh|anh|photo|image)\d{1,2}$", "", line.key)
            keywords = found.startswith(wanted) and line.text.count(",") >= commas + 2
            if found == wanted or keywords or (len(found) > 30 and wanted.startswith(found)):
                line.role = "slug"


def _twice(lines: list[Line]) -> None:
    told = [line for line in lines if len(line.text) >= _DUPLICATE_MIN
            and line.role in ("body", "caption", "heading", "standfirst", "unknown")]
    heads = Counter([line.head for line in told])
    seen: set[str] = set()
    for line in told:
        if heads[line.head] > 1:
            if line.key in seen:
                line.role = "duplicate"
            seen.add(line.key)


def standfirst_again(lines: list[Line]) -> None:
    """Where a standfirst and the lead say the same, the one that says less is a duplicate."""
    first = next((line for line in lines if line.role == "standfirst"), None)
    if first is None:
        return
    wanted = words(first.text)
    for line in [line for line in lines if line.role == "body"][:2]:
        said = words(line.text)
        if len(wanted) >= _OVERLAP_MIN and wanted <= said:
            first.role = "duplicate"
        elif len(said) >= _OVERLAP_MIN and said <= wanted:
            line.role = "duplicate"
