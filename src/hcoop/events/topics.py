"""Topics and instruments: closed lists told by the words of an event's sentences."""

from collections.abc import Iterable
from dataclasses import dataclass
from re import Pattern

from hcoop.events.profile import word_pattern
from hcoop.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class Labels:
    """A closed list: each id with the pattern of its words, in order of precedence."""

    patterns: tuple[tuple[str, Pattern[str]], ...]

    def all(self, text: str) -> tuple[str, ...]:
        """Return every id whose words stand in a folded text."""
        return tuple(id_ for id_, pattern in self.patterns if pattern.search(text))

    def first(self, text: str) -> str | None:
        """Return the first id in order of precedence whose words stand in a folded text."""
        return next((id_ for id_, pattern in self.patterns if pattern.search(text)), None)


def topics(lexicon: Lexicon) -> Labels:
    """Compile `data/topics.yaml`."""
    return _labels(lexicon["topics"])


def instruments(lexicon: Lexicon) -> Labels:
    """Compile `data/instruments.yaml`; plurals count as well."""
    return Labels(tuple((e["id"], word_pattern(w + ending for w in e["words"] for ending in ("", "s"))) for e in lexicon["instruments"]))


def _labels(entries: Iterable[dict[str, list[str]]]) -> Labels:
    return Labels(tuple((str(entry["id"]), word_pattern(entry["words"])) for entry in entries))
