"""The home country and the sector, from `data/profile.yaml`."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from hcoop.lexicon import Lexicon
from hcoop.text import fold


@dataclass(frozen=True, slots=True)
class Profile:
    """What belongs to the register: the home side, and how the sector is told from other sectors."""

    home: str
    home_names: frozenset[str]
    sector: re.Pattern[str]
    other: re.Pattern[str]
    kinds: frozenset[str]
    acting: re.Pattern[str]
    surnames: frozenset[str]
    country_names: Mapping[str, str]
    capitals: frozenset[str]

    def is_home_name(self, name: str) -> bool:
        """Tell whether a person's name looks like one of the home country."""
        return fold(name).split()[0] in self.surnames and "-" not in name

    def acts(self, role: str | None) -> bool:
        """Tell whether a person of this role acts for a side, as a professor does and a patient does not."""
        return role is not None and bool(self.acting.search(fold(role)))

    def sector_words(self, text: str, masked: str) -> tuple[int, int]:
        """Return how many words of the sector, names included, and of other sectors, names left out, a folded text has."""
        return len(self.sector.findall(text)), len(self.other.findall(masked))


def word_pattern(words: Iterable[str]) -> re.Pattern[str]:
    """Compile whole words and phrases, in which * stands for any letters, into one pattern over folded text."""
    parts = (re.escape(word).replace(r"\*", r"[\w-]*").replace(r"\ ", " +") for word in sorted(words, key=lambda w: (-len(w), w)))
    return re.compile(r"(?<![\w-])(?:" + "|".join(parts) + r")(?![\w-])")


def phrase_pattern(phrases: Iterable[str]) -> re.Pattern[str]:
    """Compile phrases that may begin or end with a comma into one pattern over folded text."""
    return re.compile("|".join(re.escape(phrase).replace(r"\ ", " +") for phrase in phrases))


def profile(lexicon: Lexicon) -> Profile:
    """Compile the profile of a lexicon."""
    data = lexicon["profile"]
    sector, countries = data["sector"], lexicon["gazetteer/countries"]
    return Profile(
        home=data["home"], home_names=frozenset(fold(name) for name in data["home_names"]),
        sector=word_pattern(sector["words"]), other=word_pattern(sector["other"]), kinds=frozenset(sector["kinds"]),
        acting=word_pattern(data["acting_roles"]),
        surnames=frozenset(fold(name) for name in lexicon["gazetteer/people"]["family_names"][data["home"]]),
        country_names={entry["code"]: entry["name"] for entry in countries},
        capitals=frozenset(entry["capital"] for entry in countries if entry.get("capital")))
