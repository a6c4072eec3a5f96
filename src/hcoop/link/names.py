"""Names of bodies brought to what two spellings share: word order, small words, variants and misprints."""

import re
from dataclasses import dataclass, field

from hcoop.link.report import Knowledge
from hcoop.text import name_key

# Letters; a letter wrong in a short word is more often another word.
_LONG_WORD = 6
_LONG_NAME = 14
_ACRONYM = re.compile(r"[A-Z][A-Za-z]*[A-Z][A-Z0-9-]*")


@dataclass(slots=True)
class Names:
    """What the data files know of words, applied to names."""

    knowledge: Knowledge
    _words: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def words(self, name: str) -> tuple[str, ...]:
        """Return the words that tell a body apart, in alphabetical order."""
        if name not in self._words:
            self._words[name] = self._split(name)
        return self._words[name]

    def _split(self, name: str) -> tuple[str, ...]:
        same, small = self.knowledge.same_words or {}, self.knowledge.small_words
        words = [same.get(word, word) for word in name_key(name).split() if word not in small]
        kept = [word for word in words if word not in self.knowledge.legal_forms]
        return tuple(sorted(kept or words))

    def brings_more(self, alias: str, name: str) -> bool:
        """Tell whether an alias is a name of its own: an acronym, or one with a word that the name has not."""
        words = set(self.words(alias))
        return is_acronym(alias) or (len(words) > 1 and not words <= set(self.words(name)))


def is_acronym(name: str) -> bool:
    """Tell whether a name is written as letters, such as JICA or KfW."""
    return len(name) >= 3 and bool(_ACRONYM.fullmatch(name))


def numbers(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the numbers among the words: they tell namesakes apart."""
    return tuple(word for word in words if word.isdigit() or re.fullmatch(r"[ivx]+", word))


def initials(words: tuple[str, ...]) -> str:
    """Return what a name and its misprint share: the first letter of each word, in the order of the alphabet."""
    return "".join(sorted(word[0] for word in words))


def misprinted(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether two long names differ by a letter in one long word."""
    left, right = sorted(set(one) - set(other)), sorted(set(other) - set(one))
    if len(left) != 1 or len(right) != 1 or len(one) != len(other) or len("".join(one)) < _LONG_NAME:
        return False
    a, b = left[0], right[0]
    return min(len(a), len(b)) >= _LONG_WORD and a[0] == b[0] and _one_letter_apart(a, b)


def _one_letter_apart(a: str, b: str) -> bool:
    """One letter more, less, other, or two changed about."""
    start = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    left, right = a[start:], b[start:]
    return (
        left[1:] == right[1:] or left[1:] == right or left == right[1:]
        or (left[:2] == right[1::-1] and left[2:] == right[2:])
    )
