"""One story's lines with their roles, and what its header and marks say of the article."""

from dataclasses import dataclass, field

from hcoop.blocks import body, header, headline, marks, record, stamps, tail
from hcoop.blocks.layout import Layout, compile_layout
from hcoop.blocks.lines import Line
from hcoop.blocks.stamps import Stamp
from hcoop.lexicon import Lexicon
from hcoop.records import Block
from hcoop.text import fold

_HEADER_AFTER_LEAD, _SECTIONS_MAX = 4, 2
# A mark opens one of the first lines of the text.
_MARKED = 3


@dataclass(slots=True)
class Story:
    """The lines of one story, all with a role, and what they say; `begin` is the index of its first paragraph."""

    lines: list[Line]
    stamps: dict[int, Stamp]
    begin: int
    title: str | None
    standfirst: str | None = None
    agency: str | None = None
    dateline: str | None = None
    dated: str | None = None
    blocks: list[Block] = field(default_factory=list)


def lay_out(lines: list[Line], dates: dict[int, Stamp], known: str | None, lexicon: Lexicon) -> Story:
    """Give every line of a page with one story its role; `known` is a title that the file states."""
    if record.is_record(lines, lexicon):
        record.settle(lines, lexicon)
    begin = header.lead(lines, lexicon)
    named = headline.find(lines, begin, dates, known, lexicon)
    stated = lines[named].text if named is not None else record.title(lines, lexicon)
    story = Story(lines, dates, begin, known or (" ".join(stated.split()) if stated else None))
    _reopen(story, lexicon.compiled(compile_layout))
    header.settle(lines, begin, named, lexicon)
    tail.settle(lines, begin, lexicon)
    body.settle(lines, begin, story.title, lexicon)
    story.standfirst = next((line.text for line in lines if line.role == "standfirst"), None)
    body.standfirst_again(lines)
    story.blocks = [block for line in lines for block in _blocks(line, story, lexicon)]
    story.dated = story.dated or _dated_above(story, lexicon.compiled(compile_layout))
    return story


def _reopen(story: Story, layout: Layout) -> None:
    """Take dates inside the text that have words beside them for what they are: entries of lists and of teasers.

    A line of an agency and a date, "VNA 16/08/2018 17:32", signs the article.
    """
    for line in story.lines[story.begin + 1:]:
        stamp = story.stamps.get(line.start)
        beside = f"{stamp.before} {stamp.after}".strip() if stamp else ""
        if beside in layout.agencies:
            story.agency = layout.agencies[beside]
        elif beside and line not in story.lines[:story.begin + _HEADER_AFTER_LEAD]:
            line.role = ""
            del story.stamps[line.start]


def _blocks(line: Line, story: Story, lexicon: Lexicon) -> list[Block]:
    """Cut marks off a paragraph and keep what they say."""
    if line.role not in ("body", "duplicate", "standfirst"):
        return [Block(line.start, line.end, line.role)]
    first = line.role != "body" or line in story.lines[story.begin:story.begin + _MARKED]
    opening = marks.opening(line.text, lexicon) if first else None
    closing = marks.closing(line.text, lexicon)
    bounds: list[tuple[int, str]] = []
    start = 0
    if opening:
        bounds, start = _opening_bounds(opening), opening.end
        story.agency = story.agency or opening.agency
        if opening.place and story.dateline is None:
            story.dateline = line.text[slice(*opening.place)].strip(" ,")
            story.dated = _dated(line.text[:opening.end], lexicon.compiled(compile_layout))
    bounds.append((start, line.role))
    if closing and closing[0] > start:
        story.agency = story.agency or closing[1]
        bounds.append((closing[0], "agency"))
    return _cut_blocks(line, bounds)


def _dated_above(story: Story, layout: Layout) -> str | None:
    """Return the date of a dateline on a line of its own, as syndicated pages have it: `VIETNAM, April 11 -`."""
    above = (line for line in story.lines[:story.begin] if line.role == "date" and line.start not in story.stamps)
    return next((dated for line in above if (dated := _dated(line.text, layout))), None)


def _dated(mark: str, layout: Layout) -> str | None:
    """Return the date in a dateline, whose year may be missing."""
    folded = fold(mark)
    stamp = stamps.find(folded, layout)
    return stamp.edtf if stamp else stamps.find_yearless(folded, layout)


def _opening_bounds(opening: marks.Opening) -> list[tuple[int, str]]:
    if opening.place is None:
        return [(0, "agency")]
    before = [(0, "agency")] if opening.place[0] else []
    after = [(opening.place[1], "agency")] if opening.agency else []
    return [*before, (opening.place[0], "dateline"), *after]


def _cut_blocks(line: Line, bounds: list[tuple[int, str]]) -> list[Block]:
    blocks = []
    for (start, role), (end, _) in zip(bounds, [*bounds[1:], (len(line.text), "")], strict=True):
        part = line.text[start:end]
        if part.strip():
            begin = line.start + start + len(part) - len(part.lstrip())
            blocks.append(Block(begin, begin + len(part.strip()), role))
    return blocks


def published(story: Story) -> str | None:
    """Return the article's date as EDTF, or None.

    It is the one labelled so, else one after the title, of an update, just above it, or in the dateline.
    A date that navigation parts from the title is the clock of the page, which counts where there is no other and it
    tells the hour, as the stamps of stories do.
    """
    named = next((index for index, line in enumerate(story.lines) if line.role == "title"), None)
    near = [(index, story.stamps[line.start]) for index, line in enumerate(story.lines)
            if line.start in story.stamps and _belongs(story, index, named)]
    after = [stamp for index, stamp in near if named is not None and index > named]
    choices = (
        [stamp for _, stamp in near if stamp.label == "published"],
        [stamp for stamp in after if stamp.label != "updated"],
        after,
        [stamp for _, stamp in reversed(near)],
    )
    clocks = [story.stamps[line.start] for line in story.lines[:named or 0] if line.start in story.stamps]
    found = next((choice[0].edtf for choice in choices if choice), story.dated)
    return found or next((clock.edtf for clock in clocks if "T" in clock.edtf), None)


def _belongs(story: Story, index: int, named: int | None) -> bool:
    """Whether a date's line stands in the header with no navigation between it and the title, or ends the page."""
    if index > story.begin + _HEADER_AFTER_LEAD:
        return all(line.role not in ("body", "related") for line in story.lines[index + 1:])
    if named is None:
        return all(line.role != "nav" for line in story.lines[:index])
    between = [line.role for line in story.lines[index + 1:named]]
    return index > named or ("nav" not in between and between.count("section") <= _SECTIONS_MAX)
