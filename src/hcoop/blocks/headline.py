"""Which line is the headline: by its place, by what stands around it, and by the words of the story."""

import re
from typing import NamedTuple

from hcoop.blocks.layout import Layout, compile_layout
from hcoop.blocks.lines import Line, key
from hcoop.blocks.names import persons
from hcoop.blocks.stamps import Stamp
from hcoop.lexicon import Lexicon
from hcoop.text import fold

_FULL_STOP = re.compile(r"[^.][.;:,]$")
_SHOUT = re.compile(r"(?:[A-Z0-9]{2,}\s+){3,}[A-Z0-9]?[a-z0-9]|.*[a-z]\s+(?:[A-Z]{2,}\s+){3,}[A-Z]{2,}$")
_TITLE_MIN, _TITLE_MAX = 12, 200
_STOPPED_MAX = 130
_BULLETS = "•●▪◦*+"
_WORD, _STEM = re.compile(r"[a-z]{4,}"), 5
# In so many paragraphs the words of the headline come again; a line that has them all weighs as much as a date below.
_TOLD, _TOLD_WEIGHT = 2, 1.5


def find(
    lines: list[Line], begin: int, stamps: dict[int, Stamp], known: str | None, lexicon: Lexicon
) -> int | None:
    """Return the index of the title's line, or None; `begin` is the lead, `known` a title stated by the file."""
    if known:
        wanted = key(known)
        return next((index for index, line in enumerate(lines[:begin + 1]) if line.key == wanted), None)
    layout = lexicon.compiled(compile_layout)
    found = [index for index in range(begin) if _may_be_title(lines, index, stamps)]
    below = _below(lines, begin, alone=len(found) < 2)
    best, best_score = None, 0.0
    for index in found:
        score = _score(lines, index, stamps, below, layout) - 2 * bool(persons(lines[index].text, lexicon))
        if score > best_score:
            best, best_score = index, score
    return best


class _Below(NamedTuple):
    """What the text says: the keys of its short lines, and the stems of its first paragraphs."""

    keys: set[str]
    stems: set[str]


def _below(lines: list[Line], begin: int, alone: bool) -> _Below:
    """Return what the text says; where only one line may be the headline, its words are not asked for."""
    first = [] if alone else lines[begin:begin + _TOLD]
    return _Below({line.key for line in lines[begin:] if len(line.text) <= _TITLE_MAX + 20},
                  _stems(" ".join(line.text for line in first)))


def _stems(text: str) -> set[str]:
    """Return how the longer words of a text begin: what is trained in the headline are trainees in the lead."""
    return {word[:_STEM] for word in _WORD.findall(fold(text))}


def _told(line: Line, below: _Below) -> float:
    """Return the share of a line's words that the story's first paragraphs have too, as those of a headline do."""
    said = _stems(line.text)
    return len(said & below.stems) / len(said) if said else 0.0


def _may_be_title(lines: list[Line], index: int, stamps: dict[int, Stamp]) -> bool:
    line = lines[index]
    if line.role or not _TITLE_MIN <= len(line.text) <= _TITLE_MAX or line.words < 2 or line.text[0] in _BULLETS:
        return False
    if not _FULL_STOP.search(line.text):
        return True
    first = not any(not other.role for other in lines[:index])
    signed = index + 1 < len(lines) and (lines[index + 1].start in stamps or lines[index + 1].role == "byline")
    return first and len(line.text) < _STOPPED_MAX and signed


def _score(lines: list[Line], index: int, stamps: dict[int, Stamp], below: _Below, layout: Layout) -> float:
    line = lines[index]
    score = 2.0 - 0.1 * index
    if _navigation(line, layout) or _heads_path(lines, index, layout):
        score -= 4
    told = _told(line, below)
    # A site's name is said again too.
    if (told or not below.stems) and _again(lines, index, below):
        score += 1 if index + 1 < len(lines) and line.says(lines[index + 1]) else 3
    after, above = (stamps.get(lines[i].start) if 0 <= i < len(lines) else None for i in (index + 1, index - 1))
    # A line below a bare date is often what stands below a picture; below "Press release, 6 June" it is the title.
    released = above is not None and above.before in layout.releases
    score += 1.5 if after and after.before not in layout.releases else 1 if after or above else 0
    score += released + _TOLD_WEIGHT * told
    score += 0.5 * (index + 1 < len(lines) and lines[index + 1].prose)
    score += index + 1 < len(lines) and lines[index + 1].role == "byline"
    return score + (1 if line.words > 4 else -1 if line.words < 4 else 0)


def _again(lines: list[Line], index: int, below: _Below) -> bool:
    line = lines[index]
    return line.key in below.keys or any(line.says(other) for other in lines[index + 1:index + 8])


def _heads_path(lines: list[Line], index: int, layout: Layout) -> bool:
    """Whether a line stands right above the path to the page, "Home | News", as the name of a site does."""
    below = fold(lines[index + 1].text) if index + 1 < len(lines) and lines[index + 1].role == "nav" else ""
    return re.split(r"\s*[^\w\s]", below, maxsplit=1)[0] in layout.homes


def _navigation(line: Line, layout: Layout) -> bool:
    """Whether a line is headlines or labels run together."""
    if len(line.text) > 170 or _SHOUT.match(line.text) or line.text.count("|") > 1:
        return True
    words = fold(line.text).split()
    return len(words) > 3 and sum(word in layout.sections for word in words) > len(words) / 2
