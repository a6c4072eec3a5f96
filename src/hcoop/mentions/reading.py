"""The part of an article that finders read: its content without marks, at the offsets of the text."""

import re
from dataclasses import dataclass
from functools import lru_cache

from hcoop.lexicon import Lexicon
from hcoop.mentions.glued import Gaps, Glue
from hcoop.records import Article, Span
from hcoop.text import unmark

# The roles of blocks that are read for what they say.
CONTENT = ("title", "standfirst", "caption", "heading", "body")
_WORD = re.compile(r"[A-Za-z]{4,}")


@dataclass(frozen=True, slots=True)
class Reading:
    """`text` is the article's with the spaces that `gaps` says are missing; the other offsets are those of it.

    `plain` has its length; what is not content is line breaks in it.
    `prose` is the same without the lines set in Title Case or capitals, where a capital tells nothing.
    `dateline` is where the story is filed from, as a span, if the page says so.
    """

    text: str
    gaps: Gaps
    plain: str
    prose: str
    dateline: Span | None


@lru_cache(maxsize=8)
def read(article: Article, lexicon: Lexicon) -> Reading:
    """Return the content of an article. An article without blocks is all content."""
    gaps = lexicon.compiled(Glue).gaps(article.text)
    whole = gaps.fill(article.text)
    text = unmark(whole)
    spans = [gaps.filled(Span(b.start, b.end)) for b in article.blocks if b.role in CONTENT]
    spans = spans if article.blocks else _lines(text)
    dateline = next((gaps.filled(Span(b.start, b.end)) for b in article.blocks if b.role == "dateline"), None)
    prose = [span for span in spans if not _is_title_case(text[span.start : span.end])]
    return Reading(whole, gaps, _only(text, spans), _only(text, prose), dateline)


def _lines(text: str) -> list[Span]:
    return [Span(match.start(), match.end()) for match in re.finditer(r"[^\n]+", text)]


def _only(text: str, spans: list[Span]) -> str:
    parts, reached = [], 0
    for span in spans:
        parts += ["\n" * (span.start - reached), text[span.start : span.end]]
        reached = span.end
    return "".join(parts) + "\n" * (len(text) - reached)


def _is_title_case(line: str) -> bool:
    if line.rstrip().endswith((".", "/", '"')):
        return False
    words = _WORD.findall(line)
    return len(words) >= 5 and sum(word[0].isupper() for word in words) > 0.8 * len(words)
