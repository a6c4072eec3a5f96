"""The day on which a story was written, from which it counts "today" and "yesterday"."""

from datetime import date

from hcoop.blocks import stamps
from hcoop.blocks.layout import compile_layout
from hcoop.lexicon import Lexicon
from hcoop.records import Article
from hcoop.text import fold

# A page follows its story within so many days.
_WITHIN = 7
_DAY = len("2016-01-19")


def written_on(article: Article, lexicon: Lexicon) -> str | None:
    """Return the day of the dateline (`HUE, June 12, 2024 –`) as EDTF, else the date of publication; null if unknown.

    A dateline's day that is not just before the publication is none of writing.
    """
    layout = lexicon.compiled(compile_layout)
    dateline = next((block for block in article.blocks if block.role == "dateline"), None)
    stamp = stamps.find(fold(article.text[dateline.start:dateline.end]), layout) if dateline else None
    if stamp is None or article.published is None or len(article.published) < _DAY:
        return article.published
    written, published = (date.fromisoformat(told[:_DAY]) for told in (stamp.edtf, article.published))
    return stamp.edtf[:_DAY] if 0 <= (published - written).days <= _WITHIN else article.published
