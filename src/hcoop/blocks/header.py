"""What stands before the story: where its text begins, which line is the title, and what the lines around it are."""

import re

from hcoop.blocks import marks
from hcoop.blocks.layout import Layout, compile_layout
from hcoop.blocks.lines import LEAD_MIN, Line, key
from hcoop.blocks.names import of_home, persons
from hcoop.blocks.stamps import Stamp
from hcoop.lexicon import Lexicon
from hcoop.text import fold

_FULL_STOP = re.compile(r"[^.][.;:,]$")
_SHOUT = re.compile(r"(?:[A-Z0-9]{2,}\s+){3,}[A-Z0-9]?[a-z0-9]|.*[a-z]\s+(?:[A-Z]{2,}\s+){3,}[A-Z]{2,}$")
_TITLE_MIN, _TITLE_MAX = 12, 200
_MARK_WITHIN = 4
_STANDFIRST_MAX, _STOPPED_MAX = 140, 130
_BULLETS = "•●▪◦*+"
_WORD, _STEM = re.compile(r"[a-z]{4,}"), 5
# In so many paragraphs the words of the headline come again; a line that has them all weighs as much as a date below.
_TOLD, _TOLD_WEIGHT = 2, 1.5
_SECTION_WORDS = 4


def lead(lines: list[Line], lexicon: Lexicon) -> int:
    """Return the index of the story's first paragraph: the one with a dateline or mark, else the first prose.

    A standfirst and a caption may read as prose and stand before the marked one. Without prose it is `len(lines)`.
    """
    prose = _first_prose(lines, 0)
    within = lines[:prose + 1 + _MARK_WITHIN]
    marked = next((index for index, line in enumerate(within)
                   if not line.role and len(line.text) > 60 and marks.opening(line.text, lexicon)), None)
    if marked is None or (marked > prose and sum(len(line.text) for line in lines[prose:marked]) > 900):
        return _after_standfirst(lines, prose)
    return marked


def _first_prose(lines: list[Line], start: int) -> int:
    return next((index for index in range(start, len(lines)) if _opens(lines, index)), len(lines))


def _opens(lines: list[Line], index: int) -> bool:
    """Whether a line may be a story's first paragraph; a question or an exclamation above all text is a title."""
    line = lines[index]
    if line.role or not line.prose or len(line.text) < LEAD_MIN:
        return False
    # A headline may end in a full stop where its date or its writer follows.
    asks = line.text[-1] in "?!" and len(line.text) <= _TITLE_MAX
    headed = index + 1 < len(lines) and lines[index + 1].role in ("date", "byline") and len(line.text) < _STOPPED_MAX
    return not (asks or headed) or any(not other.role for other in lines[:index])


def _after_standfirst(lines: list[Line], prose: int) -> int:
    """Return the lead's index where the first prose is a standfirst: a byline or date, or a longer text, follows it."""
    following = _first_prose(lines, prose + 1)
    if following >= len(lines) or following > prose + _MARK_WITHIN or not any(not line.role for line in lines[:prose]):
        return prose
    between = {line.role for line in lines[prose + 1:following]}
    short = len(lines[prose].text) <= _STANDFIRST_MAX and len(lines[following].text) > 1.5 * len(lines[prose].text)
    return following if between & {"byline", "date"} or short else prose


def title(
    lines: list[Line], begin: int, stamps: dict[int, Stamp], known: str | None, lexicon: Lexicon
) -> int | None:
    """Return the index of the title's line, or None; `begin` is the lead, `known` a title stated by the file."""
    if known:
        wanted = key(known)
        return next((index for index, line in enumerate(lines[:begin + 1]) if line.key == wanted), None)
    layout = lexicon.compiled(compile_layout)
    later = {line.key for line in lines[begin:] if len(line.text) <= _TITLE_MAX + 20}
    told = _stems(" ".join(line.text for line in lines[begin:begin + _TOLD]))
    best, best_score = None, 0.0
    for index in range(begin):
        if _may_be_title(lines, index, stamps):
            score = _score(lines, index, stamps, later, layout) - 2 * bool(persons(lines[index].text, lexicon))
            score += _TOLD_WEIGHT * _told(lines[index], told)
            if score > best_score:
                best, best_score = index, score
    return best


def _stems(text: str) -> set[str]:
    """Return how the longer words of a text begin: what is trained in the headline are trainees in the lead."""
    return {word[:_STEM] for word in _WORD.findall(fold(text))}


def _told(line: Line, told: set[str]) -> float:
    """Return the share of a line's words that the story's first paragraphs have too, as those of a headline do."""
    said = _stems(line.text)
    return len(said & told) / len(said) if said else 0.0


def _may_be_title(lines: list[Line], index: int, stamps: dict[int, Stamp]) -> bool:
    line = lines[index]
    if line.role or not _TITLE_MIN <= len(line.text) <= _TITLE_MAX or line.words < 2 or line.text[0] in _BULLETS:
        return False
    if not _FULL_STOP.search(line.text):
        return True
    first = not any(not other.role for other in lines[:index])
    signed = index + 1 < len(lines) and (lines[index + 1].start in stamps or lines[index + 1].role == "byline")
    return first and len(line.text) < _STOPPED_MAX and signed


def _score(lines: list[Line], index: int, stamps: dict[int, Stamp], later: set[str], layout: Layout) -> float:
    line = lines[index]
    score = 2.0 - 0.1 * index
    if _navigation(line, layout) or _heads_path(lines, index, layout):
        score -= 4
    if line.key in later or any(line.says(other) for other in lines[index + 1:index + 8]):
        score += 1 if index + 1 < len(lines) and line.says(lines[index + 1]) else 3
    below, above = (stamps.get(lines[i].start) if 0 <= i < len(lines) else None for i in (index + 1, index - 1))
    # A line below a bare date is often what stands below a picture; below "Press release, 6 June" it is the title.
    released = above is not None and above.before in layout.releases
    score += 1.5 if below and below.before not in layout.releases else 1 if below or above else 0
    score += released
    score += 0.5 * (index + 1 < len(lines) and lines[index + 1].prose)
    score += index + 1 < len(lines) and lines[index + 1].role == "byline"
    return score + (1 if line.words > 4 else -1 if line.words < 4 else 0)


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


def settle(lines: list[Line], begin: int, named: int | None, lexicon: Lexicon) -> None:
    """Give a role to every line before the lead that is still open."""
    if named is not None:
        lines[named].role = "title"
    before = named if named is not None else -1
    for index, line in enumerate(lines[:begin]):
        if line.role == "agency" and index < before:
            line.role = "nav"
        if line.role:
            continue
        line.role = _header_role(line, index, before, lexicon)
    _one_standfirst(lines, begin)


def _header_role(line: Line, index: int, before: int, lexicon: Lexicon) -> str:
    named = persons(line.text, lexicon)
    if index and named and of_home(named, lexicon):
        return "byline"
    if index < before:
        if line.prose and index == before - 1:
            return "standfirst"
        return "section" if line.words <= _SECTION_WORDS and not line.prose and "|" not in line.text else "nav"
    if line.prose:
        return "standfirst"
    return "caption" if before >= 0 else "unknown"


def _one_standfirst(lines: list[Line], begin: int) -> None:
    found = [line for line in lines[:begin] if line.role == "standfirst"]
    for line in found[1:]:
        line.role = "caption" if len(line.text) < 160 else "body"
