"""What came of one item of one article, and the figures that many outcomes make."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

# The order in which measures are told.
MEASURES = (
    "articles", "article.published", "article.title", "article.author", "article.agency", "article.dateline",
    "relevant", "countries", "cities", "topics", "organisations", "people",
    "events", "events.main", "events.strict", "events.home", "events.partner", "events.type", "events.status",
    "events.date", "events.city", "events.countries", "events.instrument", "evidence.exact",
)


class Key(NamedTuple):
    """The same item in two runs."""

    measure: str
    file: str
    item: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """One item of a measure: found right, found, asked for by the gold record; `note` says what was found instead."""

    key: Key
    hit: bool
    found: bool
    gold: bool
    note: str = ""

    @property
    def fault(self) -> str:
        """What is wrong of an item that is no hit, the same in every run."""
        trouble = "wrong" if self.found and self.gold else "missing" if self.gold else "too many"
        return f"{self.key.file}: {self.key.measure}: {trouble}: {self.key.item}"

    @property
    def told(self) -> str:
        """The fault, with what was found instead."""
        return f"{self.fault} ({self.note})" if self.note else self.fault


@dataclass(frozen=True, slots=True)
class Figures:
    """Precision, recall and F1 of one measure, each 1 of nothing; `gold` is the number of items asked for."""

    hits: int
    found: int
    gold: int

    @property
    def precision(self) -> float:
        return self.hits / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.hits / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def figures(outcomes: Iterable[Outcome]) -> dict[str, Figures]:
    """Return the figures of each measure that has outcomes, in the order of `MEASURES`."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for outcome in outcomes:
        for place, counted in enumerate((outcome.hit, outcome.found, outcome.gold)):
            counts[outcome.key.measure][place] += counted
    return {measure: Figures(*counts[measure]) for measure in MEASURES if measure in counts}
