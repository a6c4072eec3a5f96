"""Pages of several stories: the digest that is cut into them, and the index that only lists them."""

from itertools import pairwise

from hcoop.blocks import marks
from hcoop.blocks.layout import compile_layout
from hcoop.blocks.lines import Line
from hcoop.blocks.stamps import Stamp
from hcoop.lexicon import Lexicon
from hcoop.text import fold

_HEAD_WORDS, _HEAD_MAX = 4, 160
_TITLED_WITHIN = 6
# Without any other sign only so many headlines, so long, make a digest: an article has short headings.
_BARE_HEADS, _BARE_WORDS = 4, 6.5
_LISTED, _TEASER_MAX = 4, 240
# Below each headline of a list stand so many paragraphs at most.
_TEASERS = 3
_BETWEEN = ("date", "nav", "caption", "byline")


def heads(lines: list[Line]) -> list[int]:
    """Return the indices of the lines that may be headlines: not sentences, and with a paragraph below."""
    return [index for index, line in enumerate(lines[:-1]) if _headline(line) and _paragraph(_next(lines, index))]


def _headline(line: Line) -> bool:
    return (not line.role and not line.prose and line.words >= _HEAD_WORDS and len(line.text) <= _HEAD_MAX
            and line.text[-1] not in ".,;:…" and line.text[0].upper() == line.text[0])


def _next(lines: list[Line], index: int) -> Line | None:
    return next((line for line in lines[index + 1:index + 4] if line.role not in _BETWEEN), None)


def _paragraph(line: Line | None) -> bool:
    return line is not None and not line.role and line.prose


def stories(lines: list[Line], known: str | None, lexicon: Lexicon) -> list[tuple[int, int]]:
    """Return the bounds of each story of a digest, as indices of lines, or [] if the page is none.

    A digest says so in its title, or its stories each have a dateline or an agency's mark at their end,
    or it is nothing but many long headlines with several paragraphs each.
    """
    found = heads(lines)
    if len(found) < 2:
        return []
    stop = next((index for index in range(found[-1], len(lines)) if lines[index].role == "related_head"), len(lines))
    bounds = list(pairwise([*found, stop]))
    if titled(lines, known, lexicon) is not None:
        return bounds
    return bounds if _signed(lines, bounds, lexicon) or _bare(lines, bounds) else []


def titled(lines: list[Line], known: str | None, lexicon: Lexicon) -> int | None:
    """Return the index of the line that names the page a digest, -1 where the file's own title does, else None."""
    layout = lexicon.compiled(compile_layout)
    if known and layout.digest.match(fold(known)):
        return -1
    top = enumerate(lines[:_TITLED_WITHIN])
    return next((index for index, line in top if line.role in ("", "section") and len(line.text) < _HEAD_MAX
                 and layout.digest.match(fold(line.text))), None)


def _beside_open(lines: list[Line], index: int) -> bool:
    return any(not line.role and not line.prose for line in lines[max(0, index - 1):index + 2])


def _signed(lines: list[Line], bounds: list[tuple[int, int]], lexicon: Lexicon) -> bool:
    return all(_has_mark(lines[start + 1:end], lexicon) for start, end in bounds)


def _has_mark(story: list[Line], lexicon: Lexicon) -> bool:
    paragraphs = [line for line in story if not line.role and line.prose]
    closed = any(marks.closing(line.text, lexicon) for line in paragraphs[-1:]) or story[-1].role == "agency"
    return closed or (len(paragraphs) > 1 and any(marks.opening(line.text, lexicon) for line in paragraphs[:1]))


def _bare(lines: list[Line], bounds: list[tuple[int, int]]) -> bool:
    several = [sum(not line.role and line.prose for line in lines[start:end]) > 1 for start, end in bounds]
    unsigned = not any(line.role in ("byline", "translator") for line in lines)
    long = _headlines(lines, [start for start, _ in bounds])
    return unsigned and long and len(bounds) >= _BARE_HEADS and sum(several) > len(several) / 2


def lists_articles(lines: list[Line], stamps: dict[int, Stamp], known: str | None, lexicon: Lexicon) -> bool:
    """Return whether a page only lists articles: it says so, or has many headlines with a teaser or a date each."""
    if titled(lines, known, lexicon) is not None:
        return False
    layout = lexicon.compiled(compile_layout)
    prose = sum(not line.role and line.prose for line in lines)
    found = heads(lines)
    top = [known or "", *(line.text for line in lines[:_TITLED_WITHIN] if len(line.text) < _HEAD_MAX)]
    named = any(layout.index.match(fold(text)) for text in top)
    is_list = (len(found) > 1 or len(stamps) > 1) and prose <= _TEASERS * max(len(found), len(stamps))
    if named and (is_list or prose < 2):
        return True
    dated = sum(line.start in stamps and _beside_open(lines, index) for index, line in enumerate(lines))
    teasers = sum(line.text.startswith("[Read more") for line in lines)
    return (dated >= _LISTED and prose <= 2 * dated) or teasers > 1 or _only_teasers(lines, stamps, found, lexicon)


def _only_teasers(lines: list[Line], stamps: dict[int, Stamp], found: list[int], lexicon: Lexicon) -> bool:
    """Whether a page is long headlines with one short paragraph each, and neither dated nor signed as a whole."""
    leads = [line for line in lines if not line.role and line.prose]
    if len(found) < _LISTED or len(leads) > len(found) + 1 or not _headlines(lines, found):
        return False
    dated = len(stamps) == 1 and any(line.start in stamps for line in lines[:_LISTED])
    signed = any(line.role in ("byline", "translator") for line in lines) or marks.closing(leads[-1].text, lexicon)
    return not dated and not signed and sum(len(line.text) for line in leads) / len(leads) < _TEASER_MAX


def _headlines(lines: list[Line], found: list[int]) -> bool:
    return sum(lines[index].words for index in found) / len(found) >= _BARE_WORDS
