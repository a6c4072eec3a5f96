"""Bylines: `By Thanh An - Translated by Anh Quan` is Thanh An, `PHUONG TRA - THU HA` is Phuong Tra, Thu Ha."""

import re

from hcoop.blocks.layout import Layout, compile_layout
from hcoop.blocks.lines import plain
from hcoop.lexicon import Lexicon
from hcoop.name_shape import name_shape
from hcoop.text import fold

_ADDRESS = re.compile(r"\S+@\S+|\([^)]*\)|\[[^\]]*\]|\bhttps?://\S+")
_BETWEEN = re.compile(r"\s*(?:,|;|/|&|\||\s[-–—]\s|[–—]|\band\b|\bet\b)\s*")
_NAME = re.compile(r"(?:[A-Z][a-zA-Z'’-]*|[A-Z]\.)(?: (?:[A-Z][a-zA-Z'’-]*|[A-Z]\.|de|van|von|der|bin)){0,4}$")
# Words in a row that are none of a name's: looked for first, as most lines have them.
_WORDS = re.compile(r"^[^(\[]*?\s[a-zà-ỹ]+ [a-zà-ỹ]{4}")
# Where a writer is: "By Le Nga in Hanoi".
_WHERE = re.compile(r"\s+(?:(?:in|from|at)\s+[A-ZĐ]|at\s+\d).*$")
# A site that posts what somebody else has written.
_POSTED = re.compile(r"^posted by [^,]{3,40}?\s*(?=written by )", re.IGNORECASE)
_BYLINE_MAX, _BODY_WORDS = 120, 8
_EDGES = " .,:;-–—|*†"


def byline(text: str, lexicon: Lexicon) -> str | None:
    """Return the persons that a line names after "By" or the like, joined by ", "; "" for a byline without one.

    Returns None where the line is no byline.
    """
    layout = lexicon.compiled(compile_layout)
    text = _POSTED.sub("", text.strip("*_ "))
    match = layout.by.match(fold(text[:40])) if len(text) <= _BYLINE_MAX else None
    if match is None:
        return None
    named = _named(_WHERE.sub("", text[match.end():]), layout, signed=text[-1] not in ".!?")
    # "From" stands before writers and, more often, before places and all else.
    if match[0].startswith("from") and (not named or any(fold(name) in layout.datelines for name in named)):
        return None
    if named is None and _is_body(text[match.end():], layout):
        return ""
    return None if named is None else ", ".join(named)


def _is_body(name: str, layout: Layout) -> bool:
    """Whether what stands after "By" is an organisation: "Embassy of Japan in Viet Nam"."""
    words = name.split()
    known = [word.lower() in layout.no_name for word in words]
    return 1 < len(words) <= _BODY_WORDS and any(known) and all(
        word[0].isupper() or also for word, also in zip(words, known, strict=True))


def persons(text: str, lexicon: Lexicon) -> str | None:
    """Return the names of a line that holds nothing but names, joined by ", ", or None."""
    text = _bare(text)
    if len(text) > _BYLINE_MAX or _WORDS.search(text):
        return None
    named = _named(text, lexicon.compiled(compile_layout))
    return ", ".join(named or ()) or None


def of_home(text: str, lexicon: Lexicon) -> bool:
    """Whether every word of a name can be a syllable of the home country's names, as few English words can."""
    shape = lexicon.compiled(name_shape)
    return all(shape.is_syllable(word.title()) for word in re.split(r"[\s,&/.-]+", fold(text)) if word)


def _bare(text: str) -> str:
    """Return what stands in a bracket that is the whole line: portals sign "(Thu Ha - Minh Le)"."""
    inside = text.strip()[1:-1]
    return inside if text.strip() == f"({inside})" and not set("()") & set(inside) else text


def _named(text: str, layout: Layout, signed: bool = False) -> list[str] | None:
    """Return the persons of a list of names, without agencies and "staff writers", or None if it is no such list.

    What follows the names where the line is `signed` ("By Le Nga, director of the clinic") says who they are.
    """
    found: list[str] = []
    for part in _BETWEEN.split(layout.inline.not_writers.sub("", _ADDRESS.sub("", text)).strip(_EDGES)):
        name = _untitled(part.strip(), layout)
        folded = fold(name).rstrip(".")
        if not name or folded in layout.no_person or folded in layout.titles or _is_agency(name, layout):
            continue
        if not _is_name(name, layout):
            return found if signed and found else None
        found.append(_cased(name))
    return found


def agencies(text: str, lexicon: Lexicon) -> list[str]:
    """Return the agencies among the names of a byline: VNA of `By VNA - Translated by Mai Huong`."""
    layout = lexicon.compiled(compile_layout)
    names = _BETWEEN.split(layout.inline.not_writers.sub("", layout.by.sub("", fold(text), count=1)).strip(" .,:;-|"))
    return [layout.agencies[name] for name in map(str.strip, names)
            if name in layout.agencies and name not in layout.mastheads]


def _is_agency(name: str, layout: Layout) -> bool:
    folded = fold(name).strip(" .-")
    return folded in layout.agencies or folded in layout.outlets or folded in layout.mastheads


def _is_name(name: str, layout: Layout) -> bool:
    if not _NAME.match(plain(name)) or len(name) > 40:
        return False
    words = fold(name).replace(".", " ").split()
    # With its marks "Báo" is a newspaper and "Bảo" a person.
    said = {*words, *name.lower().split()}
    shaped = len(words) > 1 and words[0] != "the"
    return shaped and fold(name) not in layout.sections and layout.no_name.isdisjoint(said)


def _untitled(name: str, layout: Layout) -> str:
    words = name.split()
    while len(words) > 1 and fold(words[0]).rstrip(".") in layout.titles:
        words = words[1:]
    return " ".join(words)


def _cased(name: str) -> str:
    """Return a name in ordinary capitals."""
    return "-".join(part.title() for part in name.split("-")) if name.isupper() and len(name) > 4 else name
