"""Closed lists whose entries are told by words: topics and instruments."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import repeat
from re import Pattern

import ahocorasick

from hcoop.events.phrases import Phrases, beginning, beginnings, is_between
from hcoop.events.wordlists import phrase_pattern, word_pattern
from hcoop.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class Label:
    """One entry of a closed list: its words, and the phrases in which they mean something else."""

    id: str
    words: Pattern[str]
    phrases: Pattern[str] | None = None

    def found(self, text: str, places: Iterable[int]) -> bool:
        """Tell whether the words stand in a folded text; they can do so at some places of it alone."""
        if not any(map(self.words.match, repeat(text), places)):
            return False
        return not self.phrases or bool(self.words.search(self.phrases.sub(" ", text)))


@dataclass(frozen=True, slots=True)
class Labels:
    """A closed list, in order of precedence.

    `beginnings` finds what words begin with; its values are how long that is, and the labels they are of.
    """

    labels: tuple[Label, ...]
    beginnings: ahocorasick.Automaton

    def all(self, text: str) -> tuple[str, ...]:
        """Return every id whose words stand in a folded text."""
        likely: dict[str, list[int]] = {}
        for end, (length, ids) in self.beginnings.iter(text):
            start = end - length + 1
            if not start or text[start - 1] == " " or is_between(text[start - 1]):
                for id_ in ids:
                    likely.setdefault(id_, []).append(start)
        return tuple([label.id for label in self.labels if label.id in likely and label.found(text, likely[label.id])])

    def followed_by(self, text: str, wanted: Phrases, other: Phrases) -> str | None:
        """Return the first id whose words a wanted word follows, before one of others and the words of the next id."""
        found = sorted((m.start(), m.end(), label.id) for label in self.labels for m in label.words.finditer(text))
        ends = [*(start for start, _, _ in found[1:]), len(text)]
        behind = [(text[stop:end], id_) for (_, stop, id_), end in zip(found, ends, strict=False)]
        return next((id_ for words, id_ in behind if wanted.search(words) and not other.search(words)), None)

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
    return Labels(tuple(labels), _beginnings({entry["id"]: entry["words"] for entry in entries}))


def instruments(lexicon: Lexicon) -> Labels:
    """Compile `data/instruments.yaml`; plurals count as well."""
    words = {entry["id"]: _with_plurals(entry["words"]) for entry in lexicon["instruments"]}
    return Labels(tuple(Label(id_, word_pattern(forms)) for id_, forms in words.items()), _beginnings(words))


def _beginnings(words: Mapping[str, Iterable[str]]) -> ahocorasick.Automaton:
    ids: dict[str, set[str]] = {}
    for id_, forms in words.items():
        for form in forms:
            ids.setdefault(beginning(form), set()).add(id_)
    return beginnings({begin: (len(begin), of) for begin, of in ids.items()})


def _with_plurals(words: Iterable[str]) -> list[str]:
    return [word + ending for word in words for ending in ("", "s")]
