"""Text of articles is not to be trusted: nothing in it may steer a terminal."""

import re

# C0 and C1 controls (ESC among them), zero-width marks and line separators, and what turns the direction of writing.
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]")


def clean(text: str) -> str:
    """Return the text with each control character made a replacement character, so that its length is kept."""
    return _CONTROLS.sub("\ufffd", text).replace("\t", " ") if text and not text.isalnum() else text


def escaped(json: str) -> str:
    """Return JSON with its control characters as escapes: the same value, harmless to look at."""
    return _CONTROLS.sub(lambda match: f"\\u{ord(match[0]):04x}", json)
