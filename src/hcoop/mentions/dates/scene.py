"""What a date is read against: the publication date, the last date told, and the sentence around it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from hcoop import edtf
from hcoop.errors import HcoopError
from hcoop.mentions.dates.grammar import Grammar
from hcoop.mentions.dates.words import Words

Reading = Mapping[str, int]
# Units, as the language files count them.
DAY, WEEKEND, WEEK, FORTNIGHT, MONTH, QUARTER, HALF, YEAR, DECADE = 1, 6, 7, 14, 30, 90, 180, 365, 3650
_STOPS = (". ", "? ", "! ", "\n")


@dataclass(frozen=True, slots=True)
class Value:
    """A date resolved: EDTF, on what basis, and whether the text contradicts itself."""

    edtf: str
    basis: str
    conflict: bool = False


@dataclass(frozen=True, slots=True)
class Reference:
    """The publication date, as precise as it is known."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def exact(self) -> date | None:
        """The day, where it is known."""
        return date(self.year, self.month, self.day) if self.month and self.day else None

    @property
    def middle(self) -> date:
        """The day, else the middle of the month or the year."""
        return self.exact or date(self.year, self.month or 7, 15 if self.month else 1)


def reference_from(text: str | None) -> Reference | None:
    """Return the reference an EDTF date makes; none from an interval, a decade or a missing year."""
    if text is None:
        return None
    try:
        point = edtf.parse(text).start
    except HcoopError:
        return None
    if point is None or point.year is None or point.span > 1 or "/" in text:
        return None
    return Reference(point.year, point.month, point.day)


@dataclass(slots=True)
class Scene:
    """Where a date stands: `place` and `stop` are its words, `opening` the word before that counts, `last` the last date told.

    `settled` is a day of the text itself that stands in for an unknown publication date where a year is missing.
    """

    grammar: Grammar
    words: Words
    reference: Reference | None
    last: str | None = None
    last_quarter: str | None = None
    place: int = 0
    stop: int = 0
    opening: str = ""
    settled: Reference | None = None

    @property
    def future(self) -> bool:
        """Whether the sentence speaks of what is to come; "since July" never does, "until July" always."""
        if self.opening in ("since", "until"):
            return self.opening == "until"
        sentence = self.words.kinds[self._sentence_start():self._sentence_end()]
        return self.grammar.kinds("future") in sentence

    @property
    def appointed(self) -> bool:
        """Whether the clause says what will be *on* this day: "will meet in Hanoi on Friday"."""
        kinds = self.words.kinds
        if kinds[max(0, self.place - 2):self.place - 1] not in tuple(self.grammar.kinds("on", "by", "until")):
            return False
        clause = kinds[self._sentence_start():self.place]
        cue = clause.rfind(self.grammar.kinds("future"))
        return cue >= 0 and "," not in clause[cue:]

    def _sentence_start(self) -> int:
        return max(self.words.kinds.rfind(mark, 0, self.place) for mark in _STOPS) + 1

    def _sentence_end(self) -> int:
        ends = [self.words.kinds.find(mark, self.stop) for mark in _STOPS]
        return min((end for end in ends if end >= 0), default=len(self.words.kinds))

    def same_sentence(self, one: int, other: int) -> bool:
        """Tell whether no sentence ends between two words."""
        between = self.words.kinds[min(one, other):max(one, other)]
        return not any(mark in between for mark in _STOPS)
