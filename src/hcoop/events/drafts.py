"""What a sentence itself tells of a cue: fact or plan, who, and when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date as day
from datetime import timedelta

from hcoop.events.candidate import Candidate, Party
from hcoop.events.clauses import clause
from hcoop.events.cues import Match
from hcoop.events.left_out import LeftOut
from hcoop.events.memory import Memory
from hcoop.events.parties import parties_in
from hcoop.events.references import only_describes, points_back, points_to_event
from hcoop.events.rules import Rules
from hcoop.events.scenes import Scene
from hcoop.events.tense import status
from hcoop.events.when import date_of

_YEAR, _DAY = len("2016"), len("2016-01-19")


@dataclass(slots=True)
class Draft:
    """What a sentence tells of a cue; `back` if it points back to partners."""

    match: Match
    scene: Scene
    status: str
    home: list[Party]
    partner: list[Party]
    back: bool
    date: str | None = None
    basis: str = "none"

    def candidate(self, home: Sequence[Party], partner: Sequence[Party] = ()) -> Candidate:
        """Return the candidate that the draft is with these parties."""
        parties = [*home, *partner]
        return Candidate(self.match.cue.type, self.status, self.match, [self.scene], parties, self.date, self.basis)


class Drafts:
    """Makes drafts of the cues of one article, with what it has told so far."""

    def __init__(self, memory: Memory, left_out: LeftOut, rules: Rules) -> None:
        self._memory = memory
        self._left_out = left_out
        self._rules = rules

    def draft(self, match: Match, scene: Scene) -> Draft | None:
        """Return what a sentence tells of a cue; None if it is no fact or plan, or a noun beside nothing."""
        if only_describes(match, scene, self._rules.reference):
            return None
        told = status(match, scene, self._rules.modality)
        draft = self._with_parties(match, scene, told) if told else None
        if draft is None or (match.cue.weak and not self._is_told(draft)):
            return None
        draft.date, draft.basis = self._date(draft)
        if not draft.partner and not match.cue.weak:
            draft.partner = self._left_out.partners(match, scene, draft.date, draft.home, draft.back)
        return draft

    def note_time(self, match: Match, scene: Scene) -> None:
        """Keep when an occasion that is named for the first time takes place."""
        if not (match.cue.weak and match.cue.type.over_days) or points_to_event(match, scene, self._rules.reference):
            return
        date, basis = date_of(match, scene, "completed", clause(match, scene, self._rules.reference), self._rules.times)
        if date:
            self._memory.times[scene.words(match.trigger_start, match.trigger_end)] = date, basis

    def _with_parties(self, match: Match, scene: Scene, told: str) -> Draft:
        parties = parties_in(match, scene, self._rules)
        back = points_back(match, scene, self._rules.reference, self._memory.subject_is_partner)
        home, partner = [party for party in parties if party.home], [party for party in parties if not party.home]
        return Draft(match, scene, told, home, partner, back)

    def _is_told(self, draft: Draft) -> bool:
        """Tell whether a sentence without a cue still says who with whom, and when."""
        if draft.scene.dates and not draft.partner:
            draft.partner = self._left_out.partners_of_noun(draft.match, draft.scene, draft.back)
        named = any(party.named for party in draft.partner)
        if not draft.scene.dates:
            return named and bool(draft.home) and draft.match.cue.type.told_undated
        sides = bool(draft.partner) and bool(draft.home or draft.back)
        return sides or (named and bool(draft.scene.of("V")))

    def _date(self, draft: Draft) -> tuple[str | None, str]:
        date, basis = self._told_date(draft)
        known = self._memory.date
        if known and draft.status != "planned" and date in (None, known[:_YEAR]):
            of_it = self._date_of_news(draft, known)
            date, basis = (of_it, "relative") if of_it else (date, basis)
        return (date, basis) if date else self._date_of_occasion(draft)

    def _date_of_occasion(self, draft: Draft) -> tuple[str | None, str]:
        """Return when the occasion takes place that a clause goes on about: "the conference is run by"."""
        words = draft.scene.words(*clause(draft.match, draft.scene, self._rules.reference))
        named = (time for noun, time in self._memory.times.items() if f"the {noun} " in words)
        return next(named, (None, "none"))

    def _date_of_news(self, draft: Draft, known: str) -> str | None:
        """Return the date of the news told before if the clause says that it is of the same time, or of the next day."""
        match, scene, times = draft.match, draft.scene, self._rules.times
        words = scene.words(*clause(match, scene, self._rules.reference))
        days = 1 if times.day_after.search(words) else -1 if times.day_before.search(words) else 0
        if days:
            return _shifted(known, days)
        is_then = self._rules.modality.continuing.match(scene.masked) or times.at_its_time.search(words)
        return known if is_then else None

    def _told_date(self, draft: Draft) -> tuple[str | None, str]:
        """Return the date of the clause, else of the sentence if it is not to come of what is told as past."""
        match, scene, rules = draft.match, draft.scene, self._rules
        if not scene.dates:
            return None, "none"
        date, basis = date_of(match, scene, draft.status, clause(match, scene, rules.reference), rules.times)
        if date:
            return date, basis
        date, basis = date_of(match, scene, draft.status, (scene.start, scene.end), rules.times)
        is_to_come = date and draft.status == "completed" and self._memory.news.in_the_past(date, basis) != date
        return (None, "none") if is_to_come else (date, basis)


def _shifted(date: str, days: int) -> str | None:
    """Return the day so many days later; None if the EDTF date is no day."""
    is_day = len(date) == _DAY and "X" not in date and "/" not in date
    return str(day.fromisoformat(date) + timedelta(days)) if is_day else None
