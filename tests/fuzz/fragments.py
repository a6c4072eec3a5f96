"""Texts out of bytes: fragments of what articles say, and of what none should, picked by the bytes.

Bytes as they come would hardly ever be read as an article, and so never reach what is behind the first look at it.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from hcoop import lexicon, resources

_AS_IT_IS = b"text:"
_ODD = (
    "\n", "\n\n", " ", "  ", "\t", ". ", ", ", "; ", ": ", " - ", "–", "—", "(", ")", "[", "]", '"', "“", "”", "'",
    "’s", "...", "…", "!", "?", "/", "\\", "#", "&", "%", "$", "US$", "VND", "\u200b", "\u202e", "\ufeff", "\x00",
    "\x1b[2J", "́", "Đ", "đ", "ß", "İ", "ǆ", "ﬁ", "😀", "\U0010ffff", "\u2028", "0", "1", "9", "19", "31", "32",
    "1999", "2016", "99999", "1,000,000", "1.5", "2016-01-19", "19/1/2016", "XXXX", "Jan", "January 19", "Monday",
    "last week", "next year", "(VNA)", "VNS", "HANOI", "Hanoi", "Ho Chi Minh City", "France", "Dr.", "Mr", "Prof.",
    "and", "of", "the", "with", "in", "by", "not", "will", "hopes to", "signed", "a memorandum of understanding",
    "Hospital", "Ministry of", "University of", "NOT", "OR", "AND", "country:", "date:", "..", "*", "-", "<p>",
    "</p>", "<div", ">", "<!--", "-->", "&amp;", "&#0;", "<br/>",
)


def text_of(data: bytes) -> str:
    """Return the text whose fragments the bytes pick, two bytes a fragment; an odd one at the end is left out.

    What stands after `text:` is the text as it is, which stays so when the data files change.
    """
    if data.startswith(_AS_IT_IS):
        return data.removeprefix(_AS_IT_IS).decode("utf-8", "replace")
    pool = _pool()
    return "".join(pool[int.from_bytes(data[at : at + 2]) % len(pool)] for at in range(0, len(data) - 1, 2))


@cache
def _pool() -> tuple[str, ...]:
    data = lexicon.load()
    files = sorted(resources.data_dir().rglob("*.yaml"))
    said = sorted({sentence for path in files for sentence in _said(_content(data, path))})
    # The odd ones as often as all the others, each of which ends as a sentence does.
    return (*(f"{sentence} " for sentence in said), *_ODD * max(1, len(said) // len(_ODD)))


def _content(data: Any, path: Path) -> Any:
    return data[path.relative_to(resources.data_dir()).with_suffix("").as_posix()]


def _said(value: Any) -> Iterator[str]:
    """Yield the examples of the data files."""
    if isinstance(value, dict):
        for key, item in value.items():
            yield from _texts(item) if key in ("examples", "not") else _said(item)
    elif isinstance(value, list):
        for item in value:
            yield from _said(item)


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield key
            yield from _texts(item)
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item)
