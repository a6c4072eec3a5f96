"""Closed lists whose entries are told by words: topics and instruments."""

from collections.abc import Iterable
from dataclasses import dataclass
from re import Pattern

from hcoop.events.wordlists import phrase_pattern, word_pattern
from hcoop.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class Label:
    """One entry of a closed list: its words, and the phrases in which they mean something else."""

    id: str
    words: Pattern[str]
    phrases: Pattern[str] | None = None

    def found(self, text: str) -> bool:
        """Tell whether the words stand in a folded text."""
        if self.phrases and self.words.search(text):
            text = self.phrases.sub(" ", text)
        return bool(self.words.search(text))


@dataclass(frozen=True, slots=True)
class Labels:
    """A closed list, in order of precedence."""

    labels: tuple[Label, ...]

    def all(self, text: str) -> tuple[str, ...]:
        """Return every id whose words stand in a folded text."""
        return tuple(label.id for label in self.labels if label.found(text))

    def nearest(self, text: str, at: int) -> str | None:
        """Return the id whose words stand nearest to an offset of a folded text; of words at one place the longest."""
        found = ((min(abs(m.start() - at), abs(m.end() - at)), -len(m[0]), label.id)
                 for label in self.labels for m in label.words.finditer(text))
        return min(found, default=(0, 0, None))[2]


def topics(lexicon: Lexicon) -> Labels:
    """Compile `data/topics.yaml`."""
    return Labels(tuple(
        Label(entry["id"], word_pattern(entry["words"]), phrase_pattern(entry["except"]) if "except" in entry else None)
        for entry in lexicon["topics"]))


def instruments(lexicon: Lexicon) -> Labels:
    """Compile `data/instruments.yaml`; plurals count as well."""
    entries = lexicon["instruments"]
    return Labels(tuple(Label(entry["id"], word_pattern(_with_plurals(entry["words"]))) for entry in entries))


def _with_plurals(words: Iterable[str]) -> list[str]:
    return [word + ending for word in words for ending in ("", "s")]
