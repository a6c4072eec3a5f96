"""Text as hcoop matches it: folded, with every offset kept."""

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache

# Letters that no Unicode decomposition turns into their base letter.
_BASE = str.maketrans(
    {"đ": "d", "Đ": "d", "ð": "d", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "ß": "s", "æ": "a", "œ": "o"}
)
_PLAIN = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-",
                        "‐": "-", "−": "-", "\xa0": " ", "\t": " ", "\u2009": " ", "\u202f": " "})

# Most of a text needs no look at each letter: few letters have marks, and those again and again.
_OF_IT, _NO_KEY = re.compile(r"'s\b"), re.compile(r"[^a-z0-9]+")
_MARKED = re.compile(r"[^\x00-\x7f]")


@lru_cache(maxsize=4096)
def _fold_letter(letter: str) -> str:
    base = unicodedata.normalize("NFD", letter)[0].translate(_BASE).lower()
    return base if len(base) == 1 else base[0]


def unmark(text: str) -> str:
    """Return the text without diacritical marks and with straight quotes, plain hyphens and spaces, case kept.

    The result has the length of `text` (which must be NFC), so that offsets hold for both.
    """
    text = text.replace("\t", " ").replace("`", "'")
    return text if text.isascii() else _each(text, _unmark_letter)


def _each(text: str, changed: Callable[[str], str]) -> str:
    """Return a text with its letters beyond ASCII changed, each all over the text at once."""
    # In order, so that the one letter that becomes another marked one, ẞ, does so behind that.
    for letter in sorted(set(_MARKED.findall(text))):
        text = text.replace(letter, changed(letter))
    return text


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
    return folded if folded.isascii() else _each(folded, _fold_letter)


def name_key(name: str) -> str:
    """Return a name folded and stripped to letters and digits, for telling whether two spellings are one name."""
    return _NO_KEY.sub(" ", _OF_IT.sub("", fold(name)).replace("&", " and ")).strip()
