"""One page's lines with their roles, and what its header and marks say of the article."""

from dataclasses import dataclass, field

from hcoop.blocks import body, glue, header, marks, shapes, tail
from hcoop.blocks.layout import Layout
from hcoop.blocks.lines import Line, key, split
from hcoop.blocks.names import byline, persons
from hcoop.blocks.stamps import Stamp
from hcoop.lexicon import Lexicon
from hcoop.records import Block, Document
from hcoop.text import fold

_OVERLAP_MIN = 6


@dataclass(slots=True)
class Page:
    """The lines of one page, all with a role, and the header's fields."""

    lines: list[Line]
    stamps: dict[int, Stamp]
    begin: int
    title: str | None = None
    agency: str | None = None
    dateline: str | None = None
    parts: list[Block] = field(default_factory=list)


def page(document: Document, lexicon: Lexicon) -> Page:
    """Return the page of a document with a role for each of its lines."""
    lines, stamps = shapes.recognise(glue.unglue(split(document.text), lexicon), lexicon)
    begin = header.lead(lines, lexicon)
    named = header.title(lines, begin, stamps, document.title, lexicon)
    found = Page(lines, stamps, begin, document.title or (lines[named].text if named is not None else None))
    header.settle(lines, begin, named, lexicon)
    tail.settle(lines, begin, lexicon)
    body.settle(lines, begin, found.title)
    _standfirst_again(lines)
    found.parts = [part for line in lines for part in _blocks(line, found, lexicon)]
    return found


def _standfirst_again(lines: list[Line]) -> None:
    """Where a standfirst and the lead say the same, the one that says less is a duplicate."""
    first = next((line for line in lines if line.role == "standfirst"), None)
    if first is None:
        return
    wanted = _words(first.text)
    for line in [line for line in lines if line.role == "body"][:2]:
        words = _words(line.text)
        if len(wanted) >= _OVERLAP_MIN and wanted <= words:
            first.role = "duplicate"
        elif len(words) >= _OVERLAP_MIN and words <= wanted:
            line.role = "duplicate"


def _words(text: str) -> set[str]:
    return {key(word) for word in text.split()} - {""}


def _blocks(line: Line, found: Page, lexicon: Lexicon) -> list[Block]:
    if line.role not in ("body", "duplicate", "standfirst"):
        return [Block(line.start, line.end, line.role)]
    opening = marks.opening(line.text, lexicon)
    closing = marks.closing(line.text, lexicon)
    bounds: list[tuple[int, str]] = []
    start, stop = 0, len(line.text)
    if opening:
        bounds += _opening_bounds(line, opening)
        start = opening.end
        found.agency = found.agency or opening.agency
        if opening.place and found.dateline is None:
            found.dateline = line.text[slice(*opening.place)].strip(" ,")
    if closing and closing[0] > start:
        stop = closing[0]
        found.agency = found.agency or closing[1]
    bounds.append((start, line.role))
    if stop < len(line.text):
        bounds.append((stop, "agency"))
    return _cut_blocks(line, bounds)


def _opening_bounds(line: Line, opening: marks.Opening) -> list[tuple[int, str]]:
    if opening.place is None:
        return [(0, "agency")]
    return [(0, "dateline")] + ([(opening.place[1], "agency")] if opening.agency else [])


def _cut_blocks(line: Line, bounds: list[tuple[int, str]]) -> list[Block]:
    blocks = []
    for (start, role), (end, _) in zip(bounds, [*bounds[1:], (len(line.text), "")], strict=True):
        part = line.text[start:end]
        if part.strip():
            begin = line.start + start + len(part) - len(part.lstrip())
            blocks.append(Block(begin, begin + len(part.strip()), role))
    return blocks


def published(found: Page) -> str | None:
    """Return the article's date as EDTF: one labelled so, else beside the title or after it, else of an update.

    A date far above the title is the clock of the page.
    """
    dated = [(index, found.stamps[line.start]) for index, line in enumerate(found.lines)
             if line.role == "date" and line.start in found.stamps]
    named = next((index for index, line in enumerate(found.lines) if line.role == "title"), None)
    near = [(index, stamp) for index, stamp in dated if _belongs(found, index, named)]
    for candidates in (
        [stamp for _, stamp in near if stamp.label == "published"],
        [stamp for index, stamp in near if named is not None and index > named and stamp.label != "updated"],
        [stamp for index, stamp in near if named is not None and index > named],
        [stamp for _, stamp in reversed(near)],
    ):
        if candidates:
            return candidates[0].edtf
    return None


def _belongs(found: Page, index: int, named: int | None) -> bool:
    """Whether a date's line stands in the header, between which and the title no navigation stands, or ends the page."""
    if index > found.begin + 4:
        return all(line.role not in ("body", "related") for line in found.lines[index + 1:])
    if named is None or index > named:
        return True
    return all(line.role not in ("nav",) for line in found.lines[index + 1:named])


def author(found: Page, lexicon: Lexicon) -> str | None:
    """Return the persons of the page's bylines, joined by ", "."""
    names: list[str] = []
    for line in found.lines:
        named = None
        if line.role == "byline":
            named = byline(line.text, lexicon) or persons(line.text, lexicon)
        elif line.role == "date" and line.start in found.stamps:
            before = line.text[:found.stamps[line.start].start]
            named = byline(before.strip(" |-–—,"), lexicon) or None
        names += [name for name in (named or "").split(", ") if name and name not in names]
    return ", ".join(names) or None


def agency(found: Page, layout: Layout) -> str | None:
    """Return the agency that marks the story, else the one that its date line or a line of its own names."""
    if found.agency:
        return found.agency
    for line in found.lines:
        if line.role == "date" and line.start in found.stamps:
            stamp = found.stamps[line.start]
            if stamp.before in layout.agencies:
                return layout.agencies[stamp.before]
        elif line.role == "agency":
            name = fold(line.text).strip(" .-():").removeprefix("source:").removeprefix("nguon:").strip()
            if name in layout.agencies:
                return layout.agencies[name]
    return None
