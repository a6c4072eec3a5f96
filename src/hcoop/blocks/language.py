"""The language of a text, told by its most common words."""

from collections import Counter

from hcoop.blocks.layout import compile_layout
from hcoop.lexicon import Lexicon

_SAMPLE = 1500


def language(text: str, lexicon: Lexicon) -> str:
    """Return the ISO 639-1 code of the language whose common words are the most frequent, else `und`."""
    layout = lexicon.compiled(compile_layout)
    words = Counter(text[:_SAMPLE].lower().split())
    score = {code: sum(words[word] for word in common & words.keys()) for code, common in layout.languages.items()}
    best = max(score, key=lambda code: score[code])
    return best if score[best] >= max(2, 0.04 * min(words.total(), 100)) else "und"
