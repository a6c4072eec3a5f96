"""Corrections whose words were found again, and those that cannot be applied."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from hcoop.corrections.record import Correction

Plain = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Place:
    """Where an anchor was found: the id the article has now, and the offsets in its text."""

    article: str
    start: int
    end: int

    def overlap(self, spans: Iterable[Plain]) -> int:
        """Return how many code points it shares with spans of its article."""
        return sum(max(0, min(span["end"], self.end) - max(span["start"], self.start)) for span in spans)


@dataclass(frozen=True, slots=True)
class Placed:
    """A correction whose anchors were found, with its fields checked; `other` is the second anchor's place."""

    correction: Correction
    place: Place
    other: Place | None = None
    fields: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Missed:
    """A correction that could not be applied: file and line, why, and what to do about it."""

    correction: Correction
    where: str
    reason: str
    hint: str

    def __str__(self) -> str:
        """Return the place, the correction and the reason, on one line."""
        c = self.correction
        named = " ".join(filter(None, (c.action, c.what, c.record)))
        return f"{self.where}: correction {c.id} ({named}) is not applied: {self.reason}"
