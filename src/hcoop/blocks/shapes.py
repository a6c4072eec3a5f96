"""The lines whose role shows in their own form: dates, bylines, credits, share bars, names of sections ..."""

import re
from collections.abc import Iterator

from hcoop.blocks import stamps
from hcoop.blocks.layout import Layout, compile_layout
from hcoop.blocks.lines import SHORT, Line, cut
from hcoop.blocks.names import byline
from hcoop.blocks.stamps import Stamp
from hcoop.lexicon import Lexicon
from hcoop.text import fold

_YEAR = re.compile(r"(?:19|20)\d\d(?!\d)|\d[a-z]{0,2}[\s-]+[a-z]{3,9}[.,\s-]+\d\d(?!\d)|thang")
_BESIDE_BEFORE, _BESIDE_AFTER, _CAPTION_MAX, _TRANSLATOR_MAX = 4, 6, 700, 9
# What parts a paper's name from its motto: "Thanh Nien News | Latest news of Vietnam".
_MOTTO = re.compile(r"(?:\.com(?:\.vn)?|\.vn|\.net)?\s*(?: -{1,2} |[|:·»])\s*")
# Few lines have what parts a title from the name of its paper, which is told faster than by the expression.
_PARTED = (" - ", " -- ", " | ", " :: ", " » ")
_SUFFIX = re.compile(r".*\S( -{1,2} | \| | :: | » )(\S.{2,40})$")
_TOP, _SITE_MIN = 4, 6
# The patterns of these are loose; a sentence that has their words is the story's.
_NEVER_PROSE = ("nav", "date", "photo_credit", "related_head")
# What a date introduces in a list of events: "12/03/2009: Agreement signed".
_ENTRY = re.compile(r"\s*:\s*[a-z]")
# A label that is not one of publication ("Signing date: 12 June 2019") makes a line of a record.
_LABEL = re.compile(r":\s*$")


def recognise(lines: list[Line], lexicon: Lexicon) -> tuple[list[Line], dict[int, Stamp]]:
    """Give a role to every line that shows it; return the lines, dates cut from titles, and the stamps by start."""
    layout = lexicon.compiled(compile_layout)
    found: dict[int, Stamp] = {}
    top = [part for line in lines[:_TOP] for part in _unsuffixed(line, lines[:_TOP], layout)]
    return [part for line in top + lines[_TOP:] for part in _recognised(line, layout, lexicon, found)], found


def _unsuffixed(line: Line, top: list[Line], layout: Layout) -> Iterator[Line]:
    """Cut the name of the paper, or of the site as another line begins with it, off a title: `Nurses arrive - NDO`."""
    bare = fold(line.text) if len(line.text) <= SHORT and not line.role else ""
    match = _SUFFIX.match(bare) if any(mark in bare for mark in _PARTED) else None
    named = match and (match[2] in layout.mastheads or match[2] in layout.domains or _heads(match[2], top))
    if match and named and not layout.by.match(bare) and not layout.role_of(bare):
        title, suffix = cut(line, match.start(1))
        suffix.role = "nav"
        yield from (title, suffix)
    else:
        yield line


def _heads(site: str, top: list[Line]) -> bool:
    """Whether a line begins with a site's name; it is navigation then."""
    found = [line for line in top if len(site) >= _SITE_MIN and not line.role and not line.prose
             and fold(line.text[:len(site)]) == site]
    for line in found:
        line.role = "nav"
    return bool(found)


def _recognised(line: Line, layout: Layout, lexicon: Lexicon, found: dict[int, Stamp]) -> Iterator[Line]:
    size = len(line.text)
    long = size > SHORT and not (size < _CAPTION_MAX and layout.inline.credited.search(line.text[-90:].lower()))
    if long or line.role not in ("", "date"):
        yield line
        return
    folded = fold(line.text)
    if _YEAR.search(folded) and size <= SHORT and (parts := _dated(line, folded, lexicon, found)):
        yield from parts
        return
    line.role = line.role or _own_role(line, folded, layout, lexicon)
    yield line


def _own_role(line: Line, folded: str, layout: Layout, lexicon: Lexicon) -> str:
    bare = folded.strip(" .:|-()")
    if bare in layout.sections:
        return "section"
    if bare in layout.agencies or all(name in layout.agencies or name in layout.mastheads for name in bare.split("/")):
        return "agency"
    if byline(line.text, lexicon) is not None:
        return "byline"
    if not line.prose and (motto := _MOTTO.search(bare)) and bare[:motto.start()] in layout.mastheads:
        return "nav"
    role = layout.role_of(folded)
    if role in _NEVER_PROSE and line.prose:
        return ""
    return {"junk": "nav", "source": "agency"}.get(role, role)


def _dated(line: Line, folded: str, lexicon: Lexicon, found: dict[int, Stamp]) -> list[Line]:
    layout = lexicon.compiled(compile_layout)
    stamp = stamps.find(folded, layout)
    if stamp is None or (_LABEL.search(folded[:stamp.start]) and not stamp.label) or _ENTRY.match(folded, stamp.end):
        return []
    before, after = len(stamp.before.removeprefix("the ").split()), len(stamp.after.split())
    signed = layout.by.match(folded) and all(len(part.split()) <= _BESIDE_BEFORE for part in stamp.before.split("|"))
    translated = 0 < before < _TRANSLATOR_MAX and layout.role_of(stamp.before) == "translator"
    if signed or translated or byline(line.text[:stamp.start].rstrip(" |-–—,/("), lexicon) is not None:
        before = 0
    if before < _BESIDE_BEFORE and after < _BESIDE_AFTER:
        line.role = "date"
        found[line.start] = stamp
        return [line]
    if not stamp.before:
        first, *rest = _cut_date(line, stamp, found, 0, stamp.end) or [line]
        for part in rest:
            part.role = "byline" if byline(part.text, lexicon) else ""
        return [first, *rest] if rest else []
    if not stamp.after and "T" in stamp.edtf and not line.prose:
        return _cut_date(line, stamp, found, stamp.start)
    return []


def _cut_date(line: Line, stamp: Stamp, found: dict[int, Stamp], *stops: int) -> list[Line]:
    """Cut a date from the title that it is glued to."""
    if stops[0] == 0 and "T" not in stamp.edtf and not stamp.label and line.prose:
        return []
    parts = list(cut(line, *stops))
    dated = parts[0] if stops[0] == 0 else parts[-1]
    dated.role = "date"
    found[dated.start] = stamp
    return parts
