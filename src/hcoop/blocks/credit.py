"""Who wrote a story, and which agency it is by."""

import re

from hcoop.blocks.layout import compile_layout
from hcoop.blocks.lines import Line
from hcoop.blocks.names import agencies, byline, persons
from hcoop.blocks.stamps import Stamp
from hcoop.blocks.story import Story
from hcoop.lexicon import Lexicon
from hcoop.text import fold

_EDGE = " |-–—,/()·•"
_BEFORE_DATE = re.compile(r"(?:\s+(?:on|at))?[\s|–—,/(·•-]*$")
# The capitals before a verb at the end of a text, after a stop or a comma. No name gives back what it took: a run of
# capitals could be shared out among ten names in more ways than can be tried.
_LAST_NAME = re.compile(r"(?:^|[.!?,:\"”’] )((?:[A-ZÀ-ỸĐ][\w.'-]*+[ ,]*+(?:and )?+){2,10})$")
_VERB_MAX, _NOTE_WITHIN = 30, 3


def author(story: Story, lexicon: Lexicon) -> str | None:
    """Return the persons of the story's bylines, joined by ", "."""
    names: list[str] = []
    for line in story.lines:
        named = None
        if line.role == "byline":
            named = _names(line.text, lexicon)
        elif line.start in story.stamps:
            named = _beside(line, story.stamps[line.start], lexicon)
        names += [name for name in (named or "").split(", ") if name and name not in names]
    return ", ".join(names) or _reporting(story, lexicon) or _presented(story, lexicon)


def _reporting(story: Story, lexicon: Lexicon) -> str | None:
    """Return the writer whom the standfirst ends with: `... how to look after the old. Ha Nguyen reports.`"""
    layout = lexicon.compiled(compile_layout)
    for line in story.lines[:story.begin + 1]:
        verb = layout.reporting.search(fold(line.text[-_VERB_MAX:])) if line.role in ("standfirst", "body") else None
        named = _LAST_NAME.search(line.text[:len(line.text) - len(verb[0])]) if verb else None
        if named and (person := persons(named[1], lexicon)):
            return person
    return None


def _presented(story: Story, lexicon: Lexicon) -> str | None:
    """Return the guest writer whom a note below the story presents: `* Peter Vandamme is a nurse in Ghent.`"""
    layout = lexicon.compiled(compile_layout)
    for line in story.lines[story.begin + 1:][-_NOTE_WITHIN:]:
        note = layout.note.match(fold(line.text)) if line.text[0] == "*" else None
        if note and note["writer"]:
            return persons(line.text[slice(*note.span("writer"))], lexicon)
    return None


def _beside(line: Line, stamp: Stamp, lexicon: Lexicon) -> str | None:
    """Return the persons named on a date's line: `Ngoc Mai 15:06, 2022/12/23`, `June 12, 2019 by Thu Ha`."""
    if stamp.before:
        before = _BEFORE_DATE.sub("", line.text[:stamp.start]).partition("|")[0].strip()
        return _names(before.rpartition("  ")[0].strip() or before, lexicon)
    return byline(line.text[stamp.end:].strip(_EDGE), lexicon)


def _names(text: str, lexicon: Lexicon) -> str | None:
    named = byline(text, lexicon)
    return persons(text, lexicon) if named is None else named


def agency(story: Story, lexicon: Lexicon) -> str | None:
    """Return the agency that marks the story, else the one that its date line or a line of its own names."""
    return story.agency or next((name for line in story.lines if (name := _agency(line, story, lexicon))), None)


def _agency(line: Line, story: Story, lexicon: Lexicon) -> str | None:
    layout = lexicon.compiled(compile_layout)
    if line.start in story.stamps:
        named = story.stamps[line.start].before
    elif line.role == "byline":
        return next(iter(agencies(line.text, lexicon)), None)
    elif line.role == "agency":
        named = fold(line.text).strip(" .-():/").rpartition(":")[2].strip()
    else:
        return None
    # Above the text a paper's name is its masthead; below it, the source.
    headed = named in layout.mastheads and line in story.lines[:story.begin]
    return None if headed else layout.agencies.get(named) or layout.agencies.get(named.partition("/")[0])
