"""Small articles, written as lines with a role, and the events that they report."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from hashlib import sha256

import pytest

from hcoop import lexicon
from hcoop.extraction import extract_article
from hcoop.records import Article, Block, Event, Source

Tell = Callable[..., Sequence[Event]]

ROLES = ("title", "standfirst", "caption", "heading", "body")


@pytest.fixture
def tell() -> Tell:
    """Return the events of an article; a line is "title: ...", "caption: ..." or a paragraph of the body."""

    def events(*lines: str, published: str | None = "2019-05-15", dateline: str | None = None) -> Sequence[Event]:
        return extract_article(replace(article(lines, published), dateline=dateline), lexicon.load()).events

    return events


def article(lines: Sequence[str], published: str | None) -> Article:
    text, blocks, title = "", [], None
    for line in lines:
        head, _, rest = line.partition(": ")
        role, words = (head, rest) if head in ROLES else ("body", line)
        blocks.append(Block(len(text), len(text) + len(words), role))
        title = words if role == "title" else title
        text += words + "\n"
    source = Source(None, sha256(text.encode()).hexdigest(), "text/plain", None)
    return Article(
        id="a", title=title, standfirst=None, published=published, author=None, agency=None, outlet=None, dateline=None,
        section=None, language="en", url=None, text=text, blocks=tuple(blocks), source=source)
