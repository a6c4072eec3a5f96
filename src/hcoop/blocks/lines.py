"""The lines of a page while their roles are being found."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from hcoop.text import unmark

_LINE = re.compile(r"[^\s\u200b\ufeff](?:[^\n]*[^\s\u200b\ufeff])?")
# White space as pages that lost their markup spell it, at the end of a line.
_SPELT_SPACE = re.compile(r"(?:\s*&nbsp;)+$")
_MARK = r"\s*[—–-]+\s*\(?[A-Z][A-Za-z]{1,10}(?:/[A-Z]{2,4})?\)?\.?"
# The end of a sentence, or of a story that its agency's mark closes.
_STOP = re.compile(rf"[.!?…;:][\"'”’)\]]*(?:[./\s]+|{_MARK})?$")
_SENTENCE_BREAK = re.compile(r"[a-zà-ỹ0-9)\"”’%][.!?][\"'”’)]* +[\"'“‘(]?[A-ZÀ-ỸĐ]")
_SHORT_SENTENCE = re.compile(rf"[.…][\"'”’)\]]*(?:/\.|{_MARK})?$")
_NOT_KEY = re.compile(r"[^a-z0-9]+")
_NOT_ASCII_KEY = {code: None for code in range(128) if not chr(code).isalnum()}

# A line no longer than this may be a label, a date, a byline ...; what is longer is read as prose only.
SHORT = 200
# Within so many letters a line ends as a sentence does, or not at all.
_END = 100
# A shorter line is a paragraph only if it ends in a full stop, and never opens a story.
LEAD_MIN = 50
# So many letters and digits from the start of a line tell it from most others; they stand within so many characters.
_HEAD, _HEAD_WITHIN = 12, 40


@dataclass(slots=True, eq=False)
class Line:
    """A stretch of one line of the text without surrounding white space; `role` is empty while open."""

    start: int
    end: int
    text: str
    role: str = ""
    _prose: bool | None = None
    _key: str | None = None
    _head: str | None = None

    @property
    def prose(self) -> bool:
        """Whether the line reads as a paragraph: it ends like a sentence, or holds several."""
        if self._prose is None:
            self._prose = self._reads_as_prose()
        return self._prose

    def _reads_as_prose(self) -> bool:
        if len(self.text) < LEAD_MIN:
            return self.words > 3 and bool(_SHORT_SENTENCE.search(self.text))
        return bool(_STOP.search(self.text[-_END:])) or len(self.text) > 260 or bool(_SENTENCE_BREAK.search(self.text))

    @property
    def key(self) -> str:
        """The letters and digits of the line, folded."""
        if self._key is None:
            self._key = key(self.text)
        return self._key

    @property
    def head(self) -> str:
        """The first letters of `key`, which most often tell without the others that two lines differ."""
        if self._head is None:
            begin = key(self.text[:_HEAD_WITHIN])
            self._head = (begin if len(begin) >= _HEAD else self.key)[:_HEAD]
        return self._head

    def says(self, other: "Line") -> bool:
        """Tell whether another line has the same key."""
        return self.head == other.head and self.key == other.key

    @property
    def words(self) -> int:
        """How many words the line has."""
        return len(self.text.split())


def split(text: str) -> list[Line]:
    """Return the lines of a text that are not blank, in order."""
    lines = [Line(match.start(), match.end(), match[0]) for match in _LINE.finditer(text)]
    for line in lines:
        if len(line.text) <= SHORT and line.text.endswith("&nbsp;"):
            line.text = _SPELT_SPACE.sub("", line.text)
            line.end = line.start + len(line.text)
    return [line for line in lines if line.text]


def cut(line: Line, *stops: int) -> Iterator[Line]:
    """Yield the parts of a line between offsets counted from its start, trimmed; empty parts are left out."""
    bounds = [0, *stops, len(line.text)]
    for start, end in pairwise(bounds):
        part = line.text[start:end]
        if stripped := part.strip():
            begin = line.start + start + len(part) - len(part.lstrip())
            yield Line(begin, begin + len(stripped), stripped, line.role)


def key(text: str) -> str:
    """Return the letters and digits of a text, folded, for telling whether two lines say the same."""
    return text.lower().translate(_NOT_ASCII_KEY) if text.isascii() else _NOT_KEY.sub("", _bare(text))


def words(text: str) -> set[str]:
    """Return the words of a text, folded, their letters and digits only."""
    return {_NOT_KEY.sub("", word) for word in _bare(text).split()} - {""}


def _bare(text: str) -> str:
    return unicodedata.normalize("NFD", text.lower().replace("đ", "d"))


def plain(text: str) -> str:
    """Return the text without marks, with plain hyphens and quotes; case and offsets are kept."""
    return unmark(text)
