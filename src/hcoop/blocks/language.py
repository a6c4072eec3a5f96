"""The language of a text, told by its script and its most common words, and whether it is one that is extracted."""

import re
import unicodedata
from collections import Counter

from hcoop.blocks.layout import compile_layout
from hcoop.lexicon import Lexicon

UNKNOWN = "und"
# Characters of the text that are looked at, and the share of its letters that a script must have.
_SAMPLE, _SHARE = 6000, 0.3
# The last letter of the European part of the Latin script; how much more a letter of its own tells than a Chinese one.
_BEYOND_LATIN, _OWN = re.compile("[^\u0000-\u024f]"), 5
# The commonest words of any language are so large a part of a text, of a hundred words at most, and at least so many.
_WORDS_SHARE, _WORDS_MIN = 0.04, 2
# Where the extracted language has so large a part of what the commonest one has, the text is of both, and is extracted.
_BOTH = 0.5


def language(text: str, lexicon: Lexicon) -> str:
    """Return the ISO 639-1 code of the language whose script or common words are the most frequent, else `und`.

    A text in two languages is of the one that is extracted.
    """
    sample = text[:_SAMPLE].lower()
    return _of_script(sample, lexicon) or _of_words(sample, lexicon)


def is_extracted(code: str, lexicon: Lexicon) -> bool:
    """Return whether texts in a language are extracted: those that `data/languages` describes, and unknown ones."""
    return code == UNKNOWN or code in lexicon.folder("languages")


def _of_script(sample: str, lexicon: Lexicon) -> str | None:
    """Return the language of the script that enough letters are of; those of the Latin one tell none."""
    scripts = lexicon.compiled(compile_layout).scripts
    beyond = Counter(filter(str.isalpha, _BEYOND_LATIN.findall(sample)))
    told: Counter[str] = Counter()
    for letter, count in beyond.items():
        if code := scripts.get(unicodedata.name(letter, "").partition(" ")[0]):
            told[code] += count
    if not told or told.total() < _SHARE * sum(map(str.isalpha, sample)):
        return None
    # What is written with some letters of its own and with Chinese ones is Japanese, or Korean.
    return max(told, key=lambda code: told[code] * (1 if code == "zh" else _OWN))


def _of_words(sample: str, lexicon: Lexicon) -> str:
    words, layout = sample.split(), lexicon.compiled(compile_layout)
    score = dict.fromkeys(layout.languages, 0)
    # Most words are common in no language.
    for word in filter(layout.common.__contains__, words):
        for code in layout.common[word]:
            score[code] += 1
    best = max(score, key=lambda code: score[code])
    known = max((code for code in score if is_extracted(code, lexicon)), key=lambda code: score[code], default=best)
    if score[known] >= _BOTH * score[best]:
        best = known
    return best if score[best] >= max(_WORDS_MIN, _WORDS_SHARE * min(len(words), 100)) else UNKNOWN
