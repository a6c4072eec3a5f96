"""What stands after the story: bylines, translators, tags, and teasers of other stories."""

from hcoop.blocks import marks
from hcoop.blocks.layout import compile_layout
from hcoop.blocks.lines import Line, plain, words
from hcoop.blocks.names import persons
from hcoop.lexicon import Lexicon
from hcoop.text import fold

_AFTER = ("related_head", "translator", "footer", "related", "byline", "agency")
_UNNAMED = ("related_head", "translator", "footer", "related", "unknown", "body")
_INLINE_MAX = 3
_TEASER_MIN = 60
_TEXT_MIN = 90
_TEASERS_MIN = 2
_SAID = '.!"”'
# What an agency's mark below a story begins with, and its name above one does not.
_DASHES = "-–—"
_NOTE_MAX, _NAMED_WITHIN = 2, 60


def settle(lines: list[Line], begin: int, lexicon: Lexicon) -> None:
    """Give a role to the lines after the story's last paragraph, and to teasers inside it; `begin` is the lead."""
    end = _end(lines, begin, lexicon)
    _inline_related(lines[begin:end])
    rest = [line for line in lines[end:] if not line.role]
    signed = bool(end) and _closes(lines[end - 1], lexicon)
    named = False
    for line in lines[end:]:
        if not line.role and not named and persons(line.text, lexicon):
            line.role = "byline"
        elif not line.role:
            line.role = _unsigned(line, rest, lexicon) if not signed else "related"
        elif line.role == "section":
            line.role = "nav"
        signed = signed or line.role in _AFTER
        named = named or line.role in _UNNAMED
    for line in lines:
        line.role = "related" if line.role == "related_head" else line.role


def _unsigned(line: Line, rest: list[Line], lexicon: Lexicon) -> str:
    """Return the role of a line below a story that nothing has closed: its last words, or one of several teasers."""
    if len(line.text) > _TEXT_MIN or lexicon.compiled(compile_layout).finite.search(line.text):
        return "body"
    return "related" if len(rest) > 1 else "unknown"


def _end(lines: list[Line], begin: int, lexicon: Lexicon) -> int:
    """Return the index after the story's last paragraph."""
    stop = _first_stop(lines, begin, lexicon)
    stop = _teasers(lines, begin, stop, lexicon)
    closed = next((index for index in range(stop - 1, begin - 1, -1)
                   if not lines[index].role and _closes(lines[index], lexicon)), None)
    if closed is not None:
        lines[closed].role = "body"
        return closed + 1
    open_prose = [index for index in range(begin, stop) if lines[index].role in ("", "body") and lines[index].prose]
    end = max(open_prose, default=begin - 1) + 1
    # An interview ends in words shorter than a paragraph: "Thank you very much!"
    while begin < end < stop and not lines[end].role and lines[end].text[-1] in _SAID and lines[end].words > 1:
        end += 1
    return end


def _closes(line: Line, lexicon: Lexicon) -> bool:
    """Whether a paragraph ends in an agency's mark or in the stroke with which Vietnamese texts end."""
    return line.text.endswith("/.") or marks.closing(line.text, lexicon) is not None


def _first_stop(lines: list[Line], begin: int, lexicon: Lexicon) -> int:
    """Return the index of the first line that only an ended story has before it."""
    for index in range(begin + 1, len(lines)):
        line = lines[index]
        if line.role in ("translator", "byline") and index > begin + 1 and not _prose_follows(lines, index):
            return index
        if line.role in ("related_head", "agency", "footer") and not _resumes(lines, index, lexicon):
            return index
        if not line.role and index > begin + 1 and persons(line.text, lexicon) and (
                not _prose_follows(lines, index) or _presented(lines, index, lexicon)):
            return index
    return len(lines)


def _presented(lines: list[Line], index: int, lexicon: Lexicon) -> bool:
    """Whether all below a name is a note on its bearer: `The writer, a Canadian, teaches English.`"""
    rest = [line for line in lines[index + 1:] if not line.role]
    if not rest or len(rest) > _NOTE_MAX:
        return False
    named = words(lines[index].text) <= words(rest[0].text[:_NAMED_WITHIN])
    return named or bool(lexicon.compiled(compile_layout).note.match(fold(rest[0].text)))


def _prose_follows(lines: list[Line], index: int) -> bool:
    following = next((line for line in lines[index + 1:] if line.role not in ("nav", "caption", "photo_credit")), None)
    return following is not None and not following.role and following.prose


def _resumes(lines: list[Line], head: int, lexicon: Lexicon) -> bool:
    """Whether the story goes on below a few teasers or a credit: its end, by a name or a mark, is still to come."""
    rest = lines[head + 1:]
    if lines[head].role == "agency" and lines[head].text[0] in _DASHES:
        return False
    if lines[head].role == "agency" and rest and not rest[0].role and rest[0].prose:
        return True
    first = next((index for index, line in enumerate(rest[:1 + _INLINE_MAX]) if not line.role and line.prose), None)
    if first is None:
        return False
    signed = lines[head].role == "related_head" and any(
        line.role in ("byline", "translator") or (not line.role and _closes(line, lexicon)) for line in rest)
    # Teasers alternate headline and lead; two paragraphs on end are the story's.
    return signed or _prose_follows(rest, first)


def _teasers(lines: list[Line], begin: int, stop: int, lexicon: Lexicon) -> int:
    """Return where a run of at least two teasers begins that ends the page: section, headline and lead on one line."""
    layout = lexicon.compiled(compile_layout)
    first = stop
    while first > begin and (lines[first - 1].role == "" and len(lines[first - 1].text) > _TEASER_MIN
                             and layout.teaser.match(plain(lines[first - 1].text[:60]))):
        first -= 1
    if stop - first < _TEASERS_MIN:
        return stop
    for line in lines[first:stop]:
        line.role = "related"
    return first


def _inline_related(lines: list[Line]) -> None:
    inside = False
    for line in lines:
        if line.role == "related_head":
            inside = True
        elif inside and not line.role and not line.prose:
            line.role = "related"
        elif not line.role:
            inside = False
