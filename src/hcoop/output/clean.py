"""Text of articles is not to be trusted: nothing in it may steer a terminal."""

import re
from bisect import bisect_left
from functools import cache

from hcoop.query.table import Lit

# Escape sequences whole; C0 and C1 controls, zero-width marks, line separators, and what turns the writing about.
_SEQUENCE = "\x1b\\[[0-?]*[ -/]*[@-~]|\x1b\\][^\x07\x1b\n]*(?:\x07|\x1b\\\\)"
_CONTROL = "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]"
_UNSEEN = f"{_SEQUENCE}|{_CONTROL}"
_NO_CHARACTER = "[\ufffe\uffff\ud800-\udfff]"


def clean(text: str) -> str:
    """Return the text without its control characters and escape sequences; a tab becomes a space."""
    return text if text.isalnum() else _compiled(_UNSEEN).sub("", text).replace("\t", " ")


def clean_lit(lit: Lit) -> Lit:
    """Return a lit text without its control characters, the same words lit."""
    gone = [position for match in _compiled(_UNSEEN).finditer(lit.text) for position in range(*match.span())]
    spans = tuple((start - bisect_left(gone, start), end - bisect_left(gone, end)) for start, end in lit.spans)
    return Lit(clean(lit.text), spans)


def xml_text(text: str) -> str:
    """Return the text as XML can hold it: without control characters, and without what is no character."""
    return _compiled(_NO_CHARACTER).sub("", clean(text))


def escaped(json: str) -> str:
    """Return JSON with its control characters as escapes: the same value, harmless to look at."""
    if all(map(str.isprintable, json.split("\n"))):
        return json
    return _compiled(_CONTROL).sub(lambda match: f"\\u{ord(match[0]):04x}", json)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)  # when it is needed, as many commands have nothing to clean
