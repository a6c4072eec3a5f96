"""Text as hcoop handles it: folding that keeps every offset, and sentences as spans."""

import re
import unicodedata
from functools import lru_cache

from hcoop.records import Span

# Letters that no Unicode decomposition turns into their base letter.
_BASE = str.maketrans(
    {"đ": "d", "Đ": "d", "ð": "d", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "ß": "s", "æ": "a", "œ": "o"}
)
_PLAIN = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-",
                        "‐": "-", "−": "-", "\xa0": " ", "\t": " ", "\u2009": " ", "\u202f": " "})

# Most of a text needs no look at each letter.
_MARKED = re.compile(r"[^\x00-\x7f]+")


@lru_cache(maxsize=4096)
def _fold_letter(letter: str) -> str:
    base = unicodedata.normalize("NFD", letter)[0].translate(_BASE).lower()
    return base if len(base) == 1 else base[0]


def unmark(text: str) -> str:
    """Return the text without diacritical marks and with straight quotes, plain hyphens and spaces, case kept.

    The result has the length of `text` (which must be NFC), so that offsets hold for both.
    """
    text = text.replace("\t", " ").replace("`", "'")
    return text if text.isascii() else _MARKED.sub(_unmark_letters, text)


def _unmark_letters(found: re.Match[str]) -> str:
    return "".join(map(_unmark_letter, found[0]))


@lru_cache(maxsize=4096)
def _unmark_letter(letter: str) -> str:
    letter = letter.translate(_PLAIN)
    if letter.isascii():
        return letter
    folded = _fold_letter(letter)
    return folded.upper() if letter.isupper() and len(folded.upper()) == 1 else folded


def fold(text: str) -> str:
    """Return the text folded for matching: no marks, no case, straight quotes; đ is d. Its length is kept."""
    folded = unmark(text).lower()
    return folded if folded.isascii() else _MARKED.sub(_fold_letters, folded)


def _fold_letters(found: re.Match[str]) -> str:
    return "".join(map(_fold_letter, found[0]))


def name_key(name: str) -> str:
    """Return a name folded and stripped to letters and digits, for telling whether two spellings are one name."""
    return re.sub(r"[^a-z0-9]+", " ", re.sub(r"'s\b", "", fold(name)).replace("&", " and ")).strip()


# An abbreviation before a full stop that ends no sentence.
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Drs|Prof|Assoc|Ass|Asst|Gen|Col|Lt|Sen|Rep|St|Jr|Sr|No|vs|etc|Inc|Ltd|Co|Corp|Jan|Feb|Mar|Apr"
    r"|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|Ph|Ph\.D|M\.D|M\.Sc|MSc|e\.g|i\.e|approx|TP|BS|GS|PGS|TS)|\b[A-Z])\.$"
)
_WORD_END = re.compile(r"[a-zà-ỹ]{3}\.[\"'”’)\]]*$")
# A run of stops is tried once, from its first: from each of them it would take as long as the run squared.
_STOP = re.compile(r"(?<![.!?…])[.!?…]+[\"'”’)\]]*(?=\s+[\"'“‘(\[]?[A-ZÀ-ỸĐ0-9]|\s*$|[A-ZÀ-ỸĐ][a-zà-ỹ])")


def sentences(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """Return the sentences of `text[start:end]` as spans of `text`, without surrounding white space."""
    stop = len(text) if end is None else end
    found: list[Span] = []
    begin, last = start, len(text.rstrip())
    for match in _STOP.finditer(text, start, stop):
        if match.end() >= last or _ends_sentence(text, begin, match):
            found += _trimmed(text, begin, match.end())
            begin = match.end()
    return found + _trimmed(text, begin, stop)


def _ends_sentence(text: str, begin: int, match: re.Match[str]) -> bool:
    if match[0][0] != ".":
        return True
    before = text[max(begin, match.start() - 8):match.start() + 1]
    if _ABBREVIATION.search(before):
        return False
    glued = match.end() < len(text) and not text[match.end()].isspace()
    # "Hanoi.The" is two sentences that lost a space; "vnanet.Com" or "U.S" is none.
    return not glued or bool(_WORD_END.search(before))


def _trimmed(text: str, start: int, end: int) -> list[Span]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return [Span(start, end)] if end > start else []
