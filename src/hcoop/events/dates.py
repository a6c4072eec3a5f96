"""The date of a cue: its clause's own, or that of the news or the occasion that the clause goes on about."""

from datetime import date as day
from datetime import timedelta

from hcoop.events.clauses import clause
from hcoop.events.cues import Match
from hcoop.events.memory import Memory
from hcoop.events.references import points_to_event
from hcoop.events.rules import Rules
from hcoop.events.scenes import Scene
from hcoop.events.spans import two_dates
from hcoop.events.when import date_of

_YEAR, _DAY = len("2016"), len("2016-01-19")
# Of several documents each is told of in so many blocks at most.
_LISTED = 5
# An EDTF date and its basis.
Dating = tuple[str | None, str]


class Dates:
    """Dates the cues of one article, with what it has told so far."""

    def __init__(self, memory: Memory, rules: Rules) -> None:
        self._memory = memory
        self._rules = rules

    def of(self, match: Match, scene: Scene, status: str) -> Dating:
        """Return the date of a cue of a status; (None, "none") if it has none."""
        goes_on = match.cue.weak and points_to_event(match, scene, self._rules.reference)
        event = self._memory.last_of(match.cue.type) if goes_on else None
        if event and event.date:  # "At the talks, they looked back on 2014": no date of the talks.
            return event.date, event.basis
        date, basis = self._told(match, scene, status)
        known = self._memory.date
        if known and status != "planned" and date in (None, known[:_YEAR]):
            news = self._of_news(match, scene, known)
            date, basis = (news, "relative") if news else (date, basis)
        if not date and match.cue.type.signed and status == "completed":
            date, basis = self._of_several(scene)
        return (date, basis) if date else self._of_occasion(match, scene)

    def _of_several(self, scene: Scene) -> Dating:
        """Return when the documents were signed of which a sentence close behind tells one."""
        date, block = self._memory.several or (None, 0)
        return (date, "relative") if date and 0 <= scene.block - block <= _LISTED else (None, "none")

    def note(self, match: Match, scene: Scene) -> None:
        """Keep when an occasion that is named for the first time takes place."""
        if not (match.cue.weak and match.cue.type.over_days) or points_to_event(match, scene, self._rules.reference):
            return
        date, basis = date_of(match, scene, "completed", clause(match, scene, self._rules.reference), self._rules.times)
        if date:
            self._memory.times[scene.words(match.trigger_start, match.trigger_end)] = date, basis

    def _told(self, match: Match, scene: Scene, status: str) -> Dating:
        """Return the date of the clause, else of the sentence if it is not to come of what is told as past."""
        if not scene.dates:
            return None, "none"
        reach = clause(match, scene, self._rules.reference)
        date, basis = date_of(match, scene, status, reach, self._rules.times)
        if date:
            return self._with_end(match, scene, date) or (date, basis)
        date, basis = date_of(match, scene, status, (scene.start, reach[1]), self._rules.times)
        is_to_come = date and status == "completed" and self._memory.news.in_the_past(date, basis) != date
        return (None, "none") if is_to_come else (date, basis)

    def _with_end(self, match: Match, scene: Scene, start: str) -> Dating | None:
        """Return the interval of what began then and, as its sentence goes on, "will last until Friday"."""
        span = two_dates(scene.dates, scene, self._rules.times) if match.cue.type.over_days else None
        return span if span and span[0].startswith(f"{start}/") else None

    def _of_news(self, match: Match, scene: Scene, known: str) -> str | None:
        """Return the date of a clause that says that it is of the time of the news told before, or a day beside it."""
        words, times = scene.words(*clause(match, scene, self._rules.reference)), self._rules.times
        days = 1 if times.day_after.search(words) else -1 if times.day_before.search(words) else 0
        if days:
            return _shifted(known, days)
        is_then = self._rules.modality.continuing.match(scene.masked) or times.at_its_time.search(words)
        return known if is_then else None

    def _of_occasion(self, match: Match, scene: Scene) -> Dating:
        """Return when the occasion takes place that a clause goes on about: "the conference is run by"."""
        if not self._memory.times:
            return None, "none"
        words = scene.words(*clause(match, scene, self._rules.reference))
        if match.cue.type.signed:  # It stands behind its occasion: "After the talks, the ministers signed".
            words = scene.words(scene.start, match.trigger_end).replace(",", " ")
        return next((time for noun, time in self._memory.times.items() if f"the {noun} " in words), (None, "none"))


def _shifted(date: str, days: int) -> str | None:
    """Return the day so many days later; None if the EDTF date is no day."""
    is_day = len(date) == _DAY and "X" not in date and "/" not in date
    return str(day.fromisoformat(date) + timedelta(days)) if is_day else None
