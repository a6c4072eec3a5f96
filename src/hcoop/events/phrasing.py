"""The notation in which `data/` writes phrasings: plain words, word classes in braces, masks of mentions, gaps."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from hcoop.errors import HcoopError
from hcoop.events.words import Wording

# Letters that stand for a mention in a masked sentence; see scenes.py.
MASKS = {
    "HOME": "H", "PARTNER": "P", "BODY": "HPU", "PERSON": "N", "COUNTRY": "C", "ABROAD": "CF", "VIETNAM": "V",
    "DATE": "D", "PARTY": "HPUN", "FOREIGN": "PCF", "ANY": "HPUNCFV",
}
_PIECE = re.compile(
    r"\{(?P<words>\w+)\}|(?P<gap> *\.\.\.? *)|(?P<mask>[A-Z]{4,})|(?P<number>#)|(?P<any>\*)|(?P<space> +)|(?P<other>.)")
# How many letters a gap may have, `..` and `...`; a mention counts as one, however long its name.
_REACH, _FAR_REACH = 90, 220


def pieces(source: str) -> Iterator[re.Match[str]]:
    """Yield the pieces of a phrasing; the name of the group that matched tells what a piece is."""
    return _PIECE.finditer(source.strip())


def piece_pattern(piece: re.Match[str], words: Wording) -> str:
    """Return the expression of one piece over a masked sentence. Raises HcoopError if it names no class of words."""
    if name := piece["words"]:
        if name not in words.patterns:
            raise HcoopError(f"no class of words is called {name}", hint="`hcoop check` names the file and the line")
        return words.patterns[name]
    if piece["gap"]:
        reach = _FAR_REACH if "..." in piece["gap"] else _REACH
        return rf"(?![a-z0-9])(?:[A-Z]++|[^A-Z;]){{1,{reach}}}?(?<![a-z0-9])(?<![a-z]-)"
    if piece["mask"]:
        return f"[{MASKS[piece['mask']]}]+"
    simple = {"number": f"(?:{words.number})", "any": r"\w*", "space": " +", "other": piece["other"]}
    return simple[piece.lastgroup or "other"]


def phrasing(entry: Mapping[str, Any], words: Wording) -> str:
    """Return the expression of any of an entry's `patterns`; those that begin or end with a word are of whole words."""
    return "(?:" + "|".join(_whole(source, words) for source in entry["patterns"]) + ")"


def _whole(source: str, words: Wording) -> str:
    body = "".join(piece_pattern(piece, words) for piece in _PIECE.finditer(source))
    before = r"\b" if re.match(r"\(?[\w{]", source) else ""
    return before + body + (r"\b" if re.search(r"[\w})]$", source) else "")
