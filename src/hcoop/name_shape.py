"""What names of people at home look like once their marks are gone."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from hcoop.lexicon import Lexicon

_NOTHING = "(?!)"


@dataclass(frozen=True, slots=True)
class NameShape:
    """How to tell a syllable of a name and a family name; both in plain letters, capitalised."""

    syllable: re.Pattern[str]
    family_names: frozenset[str]

    def is_syllable(self, word: str) -> bool:
        """Tell whether a capitalised word may be a syllable of a name."""
        return _is_syllable(word, self.syllable)

    def is_person(self, words: Sequence[str]) -> bool:
        """Tell whether the words may be a person's name: a family name, then syllables."""
        return len(words) > 1 and words[0] in self.family_names and all(map(self.is_syllable, words[1:]))


@lru_cache(maxsize=8192)
def _is_syllable(word: str, syllable: re.Pattern[str]) -> bool:
    return word[:1].isupper() and syllable.fullmatch(word) is not None


def name_shape(lexicon: Lexicon) -> NameShape:
    """Build the shape of the home country's names from `gazetteer/people`; without syllables, nothing has it."""
    people, home = lexicon["gazetteer/people"], lexicon["profile"]["home"]
    syllable = people.get("syllables", {}).get(home, {"pattern": _NOTHING})
    families = people["family_names"].get(home, ())
    return NameShape(re.compile(syllable["pattern"], re.IGNORECASE), frozenset(families))
