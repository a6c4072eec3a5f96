"""Text as hcoop matches it: folded, with every offset kept."""

import re
import unicodedata
from functools import lru_cache

# Letters that no Unicode decomposition turns into their base letter.
_BASE = str.maketrans(
    {"đ": "d", "Đ": "d", "ð": "d", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "ß": "s", "æ": "a", "œ": "o"}
)
_PLAIN = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-",
                        "‐": "-", "−": "-", "\xa0": " ", "\t": " ", "\u2009": " ", "\u202f": " "})

# Most of a text needs no look at each letter. One letter at a time is found faster than a run of them.
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
    return text if text.isascii() else _MARKED.sub(lambda found: _unmark_letter(found[0]), text)


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
    return folded if folded.isascii() else _MARKED.sub(lambda found: _fold_letter(found[0]), folded)


def name_key(name: str) -> str:
    """Return a name folded and stripped to letters and digits, for telling whether two spellings are one name."""
    return re.sub(r"[^a-z0-9]+", " ", re.sub(r"'s\b", "", fold(name)).replace("&", " and ")).strip()
