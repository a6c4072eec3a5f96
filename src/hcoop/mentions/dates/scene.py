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
_PRESS_YEARS = range(1500, 2500)
_LONG_SENTENCE = 300  # words and spaces
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
    """Return the reference an EDTF date makes; none from an interval, a decade, a missing year or far-off times."""
    if text is None:
        return None
    try:
        point = edtf.parse(text).start
    except HcoopError:
        return None
    if point is None or point.year is None or point.span > 1 or "/" in text:
        return None
    if point.year not in _PRESS_YEARS:
        return None
    return Reference(point.year, point.month, point.day)


@dataclass(slots=True)
class Scene:
    """Where a date stands: `place` and `stop` are its words, `opening` names those before that count.

    `last` is the last date told, as EDTF, `last_by_day` the last told by the day, `last_day_place` its first word, and
    `last_quarter` the last quarter.
    `settled` is a day of the text itself that stands in for an unknown publication date where a year is missing.
    """

    grammar: Grammar
    words: Words
    reference: Reference | None
    last: str | None = None
    last_by_day: str | None = None
    last_day_place: int = 0
    last_quarter: str | None = None
    place: int = 0
    stop: int = 0
    opening: str = ""
    settled: Reference | None = None

    @property
    def last_day(self) -> date | None:
        """The last day of the last date told, if that was told by the day."""
        end = edtf.parse(self.last).end if self.last else None
        return date(end.year, end.month, end.day) if end and end.year and end.month and end.day else None

    @property
    def known(self) -> Reference | None:
        """The day by which days and months without a year are completed, null if there is none.

        Without a publication date it is the day that the paragraph told last, or a day of the text.
        """
        is_far = "\n" in self.words.kinds[self.last_day_place:self.place]
        if self.reference or self.last_by_day is None or self.last != self.last_by_day or is_far:
            return self.reference or self.settled
        return reference_from(self.last_by_day) or self.settled

    @property
    def future(self) -> bool:
        """Whether the sentence speaks of what is to come; "since July" never does, "until July" always."""
        if self.opening in ("since", "until", "by"):
            return self.opening != "since"
        cues, start = self.grammar.cues, self._sentence_start()
        if cues["future_before"].search(self.words.kinds, start, self.place):
            return True
        return cues["future"].search(self.words.kinds, start, self._sentence_end()) is not None

    @property
    def appointed(self) -> bool:
        """Whether the clause says what will be *on* this day: "will meet on Friday", "on Friday it is to meet"."""
        kinds = self.words.kinds
        before = kinds[max(0, self.place - 2):self.place - 1]
        if self.opening not in ("by", "until") and before not in tuple(self.grammar.kinds("on", "by", "until")):
            return False
        return self.grammar.cues["appointed_behind"].match(kinds, self.stop) is not None or self.announced

    @property
    def announced(self) -> bool:
        """Whether the clause before the date says what will be: "which will end in December"."""
        kinds = self.words.kinds
        start = max(self._sentence_start(), kinds.rfind(",", 0, self.place))
        cue = self.grammar.cues["appointed"].search(kinds, start, self.place)
        # "Are to be treated under an agreement signed on Friday": what was signed then is done.
        return cue is not None and self.grammar.cues["done"].search(kinds, cue.end(), self.place) is None

    def _sentence_start(self) -> int:
        earliest = max(0, self.place - _LONG_SENTENCE)
        return max(earliest - 1, *(self.words.kinds.rfind(mark, earliest, self.place) for mark in _STOPS)) + 1

    def _sentence_end(self) -> int:
        latest = self.stop + _LONG_SENTENCE
        ends = [self.words.kinds.find(mark, self.stop, latest) for mark in _STOPS]
        return min((end for end in ends if end >= 0), default=latest)

    def same_sentence(self, one: int, other: int) -> bool:
        """Tell whether no sentence ends between two words."""
        between = self.words.kinds[min(one, other):max(one, other)]
        return not any(mark in between for mark in _STOPS)
