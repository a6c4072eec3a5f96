"""Closed lists whose entries are told by words: topics and instruments."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from re import Pattern

import ahocorasick

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
    """A closed list, in order of precedence; `stems` finds the beginnings of all words and the labels they are of."""

    labels: tuple[Label, ...]
    stems: ahocorasick.Automaton

    def all(self, text: str) -> tuple[str, ...]:
        """Return every id whose words stand in a folded text."""
        likely = set[str]().union(*(ids for _, ids in self.stems.iter(text)))
        return tuple(label.id for label in self.labels if label.id in likely and label.found(text))

    def nearest(self, text: str, at: int) -> str | None:
        """Return the id whose words stand nearest to an offset of a folded text; of words at one place the longest."""
        found = ((min(abs(m.start() - at), abs(m.end() - at)), -len(m[0]), label.id)
                 for label in self.labels for m in label.words.finditer(text))
        return min(found, default=(0, 0, None))[2]


def topics(lexicon: Lexicon) -> Labels:
    """Compile `data/topics.yaml`."""
    entries = lexicon["topics"]
    labels = (
        Label(entry["id"], word_pattern(entry["words"]), phrase_pattern(entry["except"]) if "except" in entry else None)
        for entry in entries)
    return Labels(tuple(labels), _stems({entry["id"]: entry["words"] for entry in entries}))


def instruments(lexicon: Lexicon) -> Labels:
    """Compile `data/instruments.yaml`; plurals count as well."""
    words = {entry["id"]: _with_plurals(entry["words"]) for entry in lexicon["instruments"]}
    return Labels(tuple(Label(id_, word_pattern(forms)) for id_, forms in words.items()), _stems(words))


def _stems(words: Mapping[str, Iterable[str]]) -> ahocorasick.Automaton:
    """Return a finder of what every form of a word begins with, its letters up to a space or *."""
    ids: dict[str, set[str]] = {}
    for id_, forms in words.items():
        for form in forms:
            ids.setdefault(re.split(r"[ *]", form)[0], set()).add(id_)
    found = ahocorasick.Automaton()
    for stem, of in ids.items():
        found.add_word(stem, of)
    found.make_automaton()
    return found


def _with_plurals(words: Iterable[str]) -> list[str]:
    return [word + ending for word in words for ending in ("", "s")]
