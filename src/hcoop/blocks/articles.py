"""The articles of a document."""

import hashlib
import re

from hcoop.blocks import credit, digest, glue, shapes, story, wrap
from hcoop.blocks.language import UNKNOWN, is_extracted, language
from hcoop.blocks.layout import Layout, compile_layout
from hcoop.blocks.lines import Line, split
from hcoop.blocks.stamps import Stamp
from hcoop.blocks.story import Story
from hcoop.lexicon import Lexicon
from hcoop.records import Article, Block, Document
from hcoop.text import fold

# Characters of an article at least; some scripts need few of them.
_CONTENT_MIN, _FOREIGN_MIN = 80, 20
_CONTENT = ("body", "standfirst", "duplicate")
_OUTLET_WITHIN = 12
_SECTION_AFTER = 3
_NO_WIDTH = "\u200b\ufeff"
_MARKS_BEHIND = re.compile(rf"[{_NO_WIDTH}]+(?=[^\S\n]*(?:\n|\Z))")


def articles(document: Document, lexicon: Lexicon) -> list[Article]:
    """Return the articles of a document: one, several where it is a digest, none where it only lists articles.

    Each article has the whole text; in a digest the lines of the other stories have the role `other_story`. A page in
    a language that is not extracted is one article, whatever it is.
    """
    told = _language(document, lexicon)
    found = _stories(document, told, lexicon)
    return [_article(document, each, told, lexicon, alone=len(found) == 1) for each in found]


def is_index(document: Document, lexicon: Lexicon) -> bool:
    """Return whether a document holds no article: an index, a page of search results, an empty shell."""
    return not _stories(document, _language(document, lexicon), lexicon)


def _language(document: Document, lexicon: Lexicon) -> str:
    """Return what the text tells, else what the page says: many call themselves Vietnamese, whatever they are in."""
    told = language(document.text, lexicon)
    return document.language if told == UNKNOWN and document.language else told


def _stories(document: Document, told: str, lexicon: Lexicon) -> list[Story]:
    if not is_extracted(told, lexicon):
        return _whole(document, lexicon)
    whole = wrap.paragraphs(split(document.text), document.text)
    lines, stamps = shapes.recognise(glue.unglue(whole, lexicon), lexicon)
    if digest.lists_articles(lines, stamps, document.title, lexicon):
        return []
    bounds = digest.stories(lines, document.title, lexicon)
    if bounds:
        found = [_of_digest(lines, stamps, each, bounds[0][0], lexicon) for each in bounds]
        _sign(found, lexicon)
    else:
        found = [story.lay_out(lines, stamps, document.title, lexicon)]
    return [each for each in found if _content(each) >= _CONTENT_MIN]


def _whole(document: Document, lexicon: Lexicon) -> list[Story]:
    """Lay out a page in a language that is not extracted; where no body is recognised, it is body as a whole."""
    lines, stamps = shapes.recognise(split(document.text), lexicon)
    found = story.lay_out(lines, stamps, document.title, lexicon)
    if _content(found) < _CONTENT_MIN:
        found.blocks = [Block(line.start, line.end, "body") for line in split(document.text)]
    return [found] if _content(found) >= _FOREIGN_MIN else []


def _content(found: Story) -> int:
    return sum(block.end - block.start for block in found.blocks if block.role in _CONTENT)


def _of_digest(
    lines: list[Line], stamps: dict[int, Stamp], bounds: tuple[int, int], first: int, lexicon: Lexicon
) -> Story:
    """Lay out one story of a digest below the page's header; the lines of the others are `other_story`."""
    start, end = bounds
    top = [Line(line.start, line.end, line.text, line.role or "section") for line in lines[:first]]
    own = [Line(line.start, line.end, line.text, line.role) for line in lines[start:end]]
    found = story.lay_out(top + own, stamps, own[0].text, lexicon)
    others = [Block(line.start, line.end, "other_story") for line in lines[first:start] + lines[end:]]
    found.blocks = sorted(found.blocks + others, key=lambda block: block.start)
    return found


def _sign(stories: list[Story], lexicon: Lexicon) -> None:
    """Give the stories of a digest the agency on a line of its own below the last, where no other tells one."""
    told = [credit.agency(each, lexicon) for each in stories]
    if not any(told[:-1]) and not stories[-1].agency:
        for each in stories:
            each.agency = told[-1]


def _article(document: Document, found: Story, told: str, lexicon: Lexicon, alone: bool) -> Article:
    layout = lexicon.compiled(compile_layout)
    agency = credit.agency(found, lexicon)
    return Article(
        id=_identity(document.text, found, alone),
        title=found.title,
        standfirst=found.standfirst,
        published=document.published or story.published(found) or document.sent,
        author=document.author or credit.author(found, lexicon),
        agency=agency,
        outlet=document.outlet or _outlet(document, found, agency, layout),
        dateline=found.dateline,
        section=document.section or _section(found),
        language=told,
        url=document.url,
        text=document.text,
        blocks=tuple(_widened(block, document.text) for block in found.blocks),
        source=document.source,
        pages=document.pages,
    )


def _widened(block: Block, text: str) -> Block:
    """Take in the marks of no width before and behind a line, so that the blocks cover all that is not blank."""
    start, end = block.start, block.end
    line = text.rfind("\n", 0, start) + 1
    if not text[line:start].strip(_NO_WIDTH):
        start = line
    if behind := _MARKS_BEHIND.match(text, end):
        end = behind.end()
    return block if (start, end) == (block.start, block.end) else Block(start, end, block.role)


def _identity(text: str, found: Story, alone: bool) -> str:
    """Return the first 12 hexadecimal digits of the SHA-256 of the text, or of a digest's story."""
    if not alone:
        own = [block for block in found.blocks if block.role in ("title", *_CONTENT)]
        text = text[own[0].start:own[-1].end]
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def _section(found: Story) -> str | None:
    for line in found.lines[:found.begin + _SECTION_AFTER]:
        if line.role == "section":
            return line.text
        if line.start in found.stamps and (after := found.stamps[line.start].after) and not after.startswith("by "):
            at = fold(line.text).rfind(after)
            return line.text[at:at + len(after)] if at >= 0 and after[0].isalpha() else None
    return None


def _outlet(document: Document, found: Story, agency: str | None, layout: Layout) -> str | None:
    host = (document.url or "").split("//")[-1].split("/")[0].lower()
    for domain, name in layout.domains.items() if host else ():
        if host == domain or host.endswith("." + domain):
            return name
    for line in found.lines[:_OUTLET_WITHIN]:
        if line.role in ("nav", "agency") and (named := layout.outlets.get(fold(line.text).strip(" .|"))):
            return named
    if agency:
        return layout.outlets.get(fold(agency))
    return next((name for form, name in layout.stamps for line in found.lines
                 if line.start in found.stamps and form.match(line.text)), None)
