"""What opens and closes a story: `HCM CITY — The ...`, `Budapest (VNA) – ...`, `(VEN) - ...`, `... — VNS`, `..././.`"""

import re
from dataclasses import dataclass

from hcoop.blocks.layout import Layout, compile_layout
from hcoop.blocks.lines import plain
from hcoop.lexicon import Lexicon
from hcoop.text import fold

_DASH = r"[^\w\s\"'(]{0,3}\s*-{1,2}\s*"
# A hyphen is of a word or between two, never both: else a line of "A-A-A-" is read in more ways than can be tried.
_WORD = r"[A-Z](?:[\w.']|-(?=\w))*+"
_PLACE = rf"{_WORD}(?:[ ,-]{{1,3}}(?:{_WORD}|de|du)){{0,4}}"
_DAY = r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}|\d{1,2}[/.]\d{1,2})(?:,? \d{4})?"
_WHEN = rf"(?:,? {_DAY})?"
# A day with its year, as releases have it: after it a comma or a colon is enough to part it from the first words.
_RELEASED = r"(?:[A-Z][a-z]{2,8}\.? \d{1,2},|\d{1,2} [A-Z][a-z]{2,8},?) \d{4}"
_OF_CAPITALS = r"(?:[A-Z.']|-(?=[A-Z]))"
_CAPITALS = (rf"[A-Z]{_OF_CAPITALS}++(?:[ -]{{1,3}}[A-Z]{_OF_CAPITALS}*+){{0,4}}"
             r"(?:, [A-Z][a-z]+(?: [A-Z][a-z]+)?)?")
# Every mark has a dash, a colon, a bracket or a comma behind a year: one that opens a story and one that closes it, as
# near as this.
_SIGN, _WITHIN, _TAIL = re.compile(r"[-–—‐‑:)\]]|\d{4},|/\."), 110, 40
# What follows the dash of "Hanoi – Lao Cai expressway".
_TWO_WORDS = re.compile(r"([A-Z][\w-]+)(?: [A-Z][\w-]+)?")
# Of the groups that may be a form's last one, those beside which it has a place, and which group that is.
_PLACES = {"agency": "place", "undashed": "town", "dated": "dated", "wire": "released", "released": "released",
           "slashed": "place", "newswire": "dated", "colon": "colon"}
# The kinds of marks that could be a text's own words, were their place none.
_NEED_PLACE = ("undashed", "released", "wire", "newswire", "colon")
_NEXT = r"(?=[\"'(]?\w)"
_CAPITAL = r"(?=[\"'(]?[A-Z0-9])"


@dataclass(frozen=True, slots=True)
class Opening:
    """The mark before a story's first words: `end` is where the words begin; offsets are into the line."""

    end: int
    place: tuple[int, int] | None
    agency: str | None


@dataclass(frozen=True)
class Marks:
    """The compiled forms of opening and closing marks."""

    opening: re.Pattern[str]
    closing: re.Pattern[str]


def compile_marks(lexicon: Lexicon) -> Marks:
    """Return the marks of a lexicon's outlets."""
    layout = lexicon.compiled(compile_layout)
    bracket = r"\((?P<{}>[A-Z][\w+./& ]{{1,24}})\)"
    forms = [
        rf"\((?P<known>{layout.mark})\)\s+{_CAPITAL}",
        rf"(?P<town>{_PLACE}){_WHEN}\s*\((?P<undashed>{layout.mark})\)\s+{_CAPITAL}",
        rf"(?P<place>{_PLACE}){_WHEN}(?:,?\s*(?:-{{1,2}}\s?)?{bracket.format('agency')}{_DASH}|"
        rf"\.? /(?P<slashed>[A-Z]{{3,12}})/[.-]{{1,2}}\s+{_CAPITAL})",
        rf"(?P<dated>{_PLACE})(?:,? \({_DAY}\){_DASH}|"
        rf" - (?P<newswire>[A-Z][\w ]{{3,24}}) - {_DAY} -{{1,2}}\s+{_CAPITAL})",
        rf"[\[(]?(?P<released>{_PLACE}(?:/{_PLACE})?)(?:,| -{{1,2}}) {_RELEASED}"
        rf"(?:\]|\)|,|:| -{{1,2}}| ?/(?P<wire>[A-Z][\w -]{{3,24}})/ ?-{{1,2}})\s+{_CAPITAL}",
        rf"{bracket.format('alone')}{_DASH}",
        rf"(?P<bare>{layout.mark})\s*(?:-{{1,2}}|:)\s+",
        rf"\((?P<initials>[A-Z]{{3,6}})\)\s+{_CAPITAL}",
        rf"(?P<colon>{_CAPITALS}):\s+{_CAPITAL}",
        rf"(?P<capitals>{_CAPITALS}){_WHEN}\s*(?:-{{1,2}}\s+|\s-{{1,2}}){_CAPITAL}",
        r"(?P<mixed>[A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+){0,3})" + _WHEN + r"\s+-{1,2}\s+" + _CAPITAL,
    ]
    ends = [
        rf"-{{1,2}}\s*\(?(?P<agency>{layout.mark}|(?<=[.!?\"'] [-] )[A-Z]{{3,5}})\)?",
        rf"(?<=[.!?\"'] )(?P<after>{layout.mark})",
        rf"\((?P<bracket>{layout.mark})\)",
    ]
    return Marks(re.compile("|".join(f"(?:{form}{_NEXT})" for form in forms)),
                 re.compile(rf"\s*(?:{'|'.join(ends)})[./\s]*$"))


def opening(text: str, lexicon: Lexicon) -> Opening | None:
    """Return the dateline or agency mark that a line opens with, or None.

    Of two (`VIETNAM, September 25 - HÀ NỘI — ...`) the second is the article's own.
    """
    first = _one_opening(text, lexicon)
    if first is None or (second := _one_opening(text[first.end:], lexicon)) is None:
        return first
    place = second.place or first.place
    shift = first.end if second.place else 0
    return Opening(first.end + second.end, (place[0] + shift, place[1] + shift) if place else None,
                   second.agency or first.agency)


def _one_opening(text: str, lexicon: Lexicon) -> Opening | None:
    if not _SIGN.search(text, 0, _WITHIN):
        return None
    layout = lexicon.compiled(compile_layout)
    match = lexicon.compiled(compile_marks).opening.match(plain(text[:_WITHIN]))
    if match is None or match.end() >= len(text):
        return None
    kind = match.lastgroup or ""
    if kind in ("capitals", "mixed"):
        return _place_or_agency(match, kind, layout)
    place = _PLACES.get(kind)
    if place and kind in _NEED_PLACE and not _is_place(match[place], layout):
        return None
    if kind == place:
        return Opening(match.end(), match.span(kind), None)
    return Opening(match.end(), match.span(place) if place else None, _agency(text[slice(*match.span(kind))], layout))


def _is_place(name: str, layout: Layout) -> bool:
    return any(fold(written) in layout.datelines for written in (name, name.partition(",")[0], name.partition("/")[0]))


def _agency(mark: str, layout: Layout) -> str:
    """Return what an agency is called: of two the first, `VNA/VOV`; of an unknown one its mark without ".VN"."""
    first = mark.partition("/")[0]
    known = layout.agencies.get(fold(mark)) or layout.agencies.get(fold(first))
    return known or (mark[:-3] if mark.lower().endswith(".vn") and mark.count(".") == 1 else mark)


def _place_or_agency(match: re.Match[str], kind: str, layout: Layout) -> Opening | None:
    name, span = match[kind], match.span(kind)
    if kind == "mixed":
        after = _TWO_WORDS.match(match.string, match.end())
        route = after is not None and any(fold(part) in layout.datelines for part in (after[0], after[1]))
        return Opening(match.end(), span, None) if _is_place(name, layout) and not route else None
    # Provincial papers sign with initials and an O for "online": NDO, HPO, BDO; or with initials that nobody can say.
    if fold(name) not in layout.datelines and re.fullmatch(r"[A-Z]{2,3}O|[A-Z]{2,6}\.VN|[B-DF-HJ-NP-TV-Z]{2,6}", name):
        return Opening(match.end(), None, _agency(name, layout))
    return Opening(match.end(), span, None) if len(name) > 2 else None


def closing(text: str, lexicon: Lexicon) -> tuple[int, str] | None:
    """Return where the agency mark that closes a story begins in the line, and the agency's name."""
    if not (_SIGN.search(text, max(0, len(text) - _TAIL)) or text[-1:].isupper()):
        return None
    tail = plain(text[-_TAIL:])
    match = lexicon.compiled(compile_marks).closing.search(tail)
    if match is None:
        return None
    mark = match["agency"] or match["bracket"] or match["after"]
    agencies = lexicon.compiled(compile_layout).agencies
    return len(text) - len(tail) + match.start(), agencies.get(fold(mark), mark)
