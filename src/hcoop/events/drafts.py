"""What a sentence itself tells of a cue: fact or plan, who, and when."""

from collections.abc import Sequence
from dataclasses import dataclass

from hcoop.events.candidate import Candidate, Party
from hcoop.events.cues import Match
from hcoop.events.dates import Dates
from hcoop.events.left_out import LeftOut
from hcoop.events.memory import Memory
from hcoop.events.pairs import Pairs
from hcoop.events.parties import parties_in
from hcoop.events.references import only_describes, points_back
from hcoop.events.rules import Rules
from hcoop.events.scenes import Scene
from hcoop.events.tense import status


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

    def __init__(self, memory: Memory, dates: Dates, left_out: LeftOut, pairs: Pairs, rules: Rules) -> None:
        self._memory = memory
        self._dates = dates
        self._left_out = left_out
        self._pairs = pairs
        self._rules = rules

    def draft(self, match: Match, scene: Scene) -> Draft | None:
        """Return what a sentence tells of a cue; None if it is no fact or plan, or a noun beside nothing."""
        is_bare = match.cue.weak and not scene.dates and not match.cue.type.told_undated
        if is_bare or only_describes(match, scene, self._rules.reference):
            return None
        told = status(match, scene, self._rules.modality)
        draft = self._with_parties(match, scene, told) if told else None
        if draft is None or (match.cue.weak and not self._is_told(draft)):
            return None
        draft.date, draft.basis = self._dates.of(match, scene, draft.status)
        if not draft.partner and not match.cue.weak:
            draft.partner = self._left_out.partners(match, scene, draft.date, draft.home, draft.back)
        return draft

    def _with_parties(self, match: Match, scene: Scene, told: str) -> Draft:
        parties = parties_in(match, scene, self._rules, self._pairs.meant(match, scene))
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
