"""What stands before the story: where its text begins, which line is the title, and what the lines around it are."""


from hcoop.blocks import marks
from hcoop.blocks.lines import LEAD_MIN, Line
from hcoop.blocks.names import of_home, persons
from hcoop.lexicon import Lexicon

_TITLE_MAX = 200
_MARK_WITHIN = 4
_STANDFIRST_MAX, _STOPPED_MAX = 140, 130
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
