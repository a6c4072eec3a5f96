"""What stands after the story: bylines, translators, tags, and teasers of other stories."""

from hcoop.blocks import marks
from hcoop.blocks.lines import Line
from hcoop.blocks.names import persons
from hcoop.lexicon import Lexicon

_AFTER = ("byline", "translator", "agency", "footer", "related_head", "related")
_INLINE_MAX = 3


def settle(lines: list[Line], begin: int, lexicon: Lexicon) -> None:
    """Give a role to the lines after the story's last paragraph, and to teasers inside it; `begin` is the lead."""
    end = _end(lines, begin, lexicon)
    _inline_related(lines, begin, end)
    ended = False
    for index in range(end, len(lines)):
        line = lines[index]
        if line.role:
            ended = ended or line.role in _AFTER
        elif persons(line.text, lexicon) and not ended:
            line.role = "byline"
        elif line.role == "" and (ended or index > end or lines[end - 1].role != ""):
            line.role = "related"
        else:
            line.role = "related"
    for line in lines:
        line.role = "related" if line.role == "related_head" else line.role


def _end(lines: list[Line], begin: int, lexicon: Lexicon) -> int:
    """Return the index after the story's last paragraph."""
    for index in range(len(lines) - 1, begin - 1, -1):
        if not lines[index].role and marks.closing(lines[index].text, lexicon):
            return index + 1
    stop = _first_stop(lines, begin, lexicon)
    last = max((index for index in range(begin, stop) if not lines[index].role and lines[index].prose), default=begin)
    return last + 1


def _first_stop(lines: list[Line], begin: int, lexicon: Lexicon) -> int:
    """Return the index of the first line that only an ended story has before it."""
    for index in range(begin + 1, len(lines)):
        line = lines[index]
        if line.role == "translator" or (line.role == "byline" and index > begin + 2):
            return index
        if line.role == "related_head" and not _resumes(lines, index, lexicon):
            return index
        if not line.role and index > begin + 1 and persons(line.text, lexicon) and not _prose_follows(lines, index):
            return index
    return len(lines)


def _prose_follows(lines: list[Line], index: int) -> bool:
    following = next((line for line in lines[index + 1:] if line.role not in ("nav", "caption", "photo_credit")), None)
    return following is not None and not following.role and following.prose


def _resumes(lines: list[Line], head: int, lexicon: Lexicon) -> bool:
    """Whether the story goes on after a few teasers, for a byline or translator still comes."""
    signed = any(line.role in ("byline", "translator") for line in lines[head + 1:])
    rest = lines[head + 1:head + 2 + _INLINE_MAX]
    return signed and any(not line.role and line.prose for line in rest)


def _inline_related(lines: list[Line], begin: int, end: int) -> None:
    inside = False
    for line in lines[begin:end]:
        if line.role == "related_head":
            inside = True
        elif inside and not line.role and not line.prose:
            line.role = "related"
        elif not line.role:
            inside = False
