"""The articles of a document."""

import hashlib

from hcoop.blocks import story
from hcoop.blocks.language import language
from hcoop.blocks.layout import Layout, compile_layout
from hcoop.blocks.story import Page
from hcoop.lexicon import Lexicon
from hcoop.records import Article, Document
from hcoop.text import fold

_CONTENT_MIN = 80


def articles(document: Document, lexicon: Lexicon) -> list[Article]:
    """Return the articles of a document: one, several where it is a digest, none where it only lists articles."""
    if is_index(document, lexicon):
        return []
    found = story.page(document, lexicon)
    return [_article(document, found, lexicon)]


def is_index(document: Document, lexicon: Lexicon) -> bool:
    """Return whether a document holds no article: an index, a page of search results, an empty shell."""
    found = story.page(document, lexicon)
    content = sum(block.end - block.start for block in found.parts if block.role in ("body", "standfirst", "duplicate"))
    return content < _CONTENT_MIN


def _article(document: Document, found: Page, lexicon: Lexicon) -> Article:
    layout = lexicon.compiled(compile_layout)
    agency = story.agency(found, layout)
    return Article(
        id=hashlib.sha256(document.text.encode()).hexdigest()[:12],
        title=found.title,
        standfirst=next((document.text[block.start:block.end] for block in found.parts if block.role == "standfirst"), None),
        published=document.published or story.published(found),
        author=document.author or story.author(found, lexicon),
        agency=agency,
        outlet=document.outlet or _outlet(document, found, agency, layout),
        dateline=found.dateline,
        section=document.section or _section(found),
        language=document.language or language(document.text, lexicon),
        url=document.url,
        text=document.text,
        blocks=tuple(found.parts),
        source=document.source,
    )


def _section(found: Page) -> str | None:
    for line in found.lines:
        if line.role == "section":
            return line.text
        if line.role == "date" and line.start in found.stamps and found.stamps[line.start].after:
            after = found.stamps[line.start].after
            return line.text[fold(line.text).rindex(after):][:len(after)] if after in fold(line.text) else None
    return None


def _outlet(document: Document, found: Page, agency: str | None, layout: Layout) -> str | None:
    host = (document.url or "").split("//")[-1].split("/")[0].lower()
    for domain, name in layout.domains.items():
        if host and (host == domain or host.endswith("." + domain)):
            return name
    for line in found.lines[:12]:
        if line.role in ("nav", "agency") and (name := layout.outlets.get(fold(line.text).strip(" .|"), "")):
            return name
    if agency and fold(agency) in layout.outlets:
        return layout.outlets[fold(agency)]
    if agency:
        return None
    return next((name for form, name in layout.stamps for line in found.lines
                 if line.role == "date" and form.match(line.text)), None)
