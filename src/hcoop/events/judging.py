"""Whether a draft is a cooperation event of the sector."""

from collections.abc import Sequence

from hcoop.events.bodies import Bodies
from hcoop.events.clauses import clause
from hcoop.events.drafts import Draft
from hcoop.events.memory import Memory
from hcoop.events.rules import Rules
from hcoop.events.scenes import Scene
from hcoop.events.sector import Sector

# What an agreement promises stands at most so many blocks behind it.
_NEAR = 2


class Judge:
    """Judges the drafts of one article by what it has told so far."""

    def __init__(self, scenes: Sequence[Scene], memory: Memory, bodies: Bodies, rules: Rules) -> None:
        self._lead = next((scene for scene in scenes if scene.role == "body"), None)
        self._sector = Sector(scenes, rules.profile)
        self._memory = memory
        self._bodies = bodies
        self._rules = rules

    def is_of_sector(self, draft: Draft) -> bool:
        """Tell whether a draft is of the sector; a signing behind an event with its partner need not show it again."""
        kinds = self._bodies.kinds(draft.home + draft.partner)
        is_plain = bool(draft.home) and not draft.match.cue.weak
        if self._sector.has(draft.scene, kinds, is_plain=is_plain) or self._is_signed_on(draft):
            return True
        last = self._memory.last
        if last is None or draft.scene.block - last.scene.block > 1:
            return False
        if draft.match.cue.joins and not draft.date:
            return True
        if not draft.match.cue.type.signed:
            return False
        return bool({party.name for party in draft.partner} & {party.name for party in last.partners})

    def _is_signed_on(self, draft: Draft) -> bool:
        """Tell whether what was signed names the sector, maybe beside others: "on cooperation in trade and health"."""
        if not draft.match.cue.type.signed or draft.match.cue.weak:
            return False
        end = clause(draft.match, draft.scene, self._rules.reference)[1]
        return bool(self._rules.profile.fields.search(draft.scene.words(draft.match.trigger_end, end)))

    def is_event(self, draft: Draft) -> bool:
        """Tell whether a draft is more than a plan without a time or contents of an agreement."""
        cue, date = draft.match.cue, draft.date
        if _only_habit(draft) or self._is_basis(draft):
            return False
        is_signing, has_time = cue.type.signed and not cue.weak, date is not None and not date.startswith("../")
        if draft.status == "planned" and not (cue.says_who or is_signing or has_time or self._is_lead(draft)):
            return False
        if (draft.status == "planned" and self._is_promised(draft)) or self._is_at_own_embassy(draft):
            return False
        return not (cue.weak and date is None and self._rules.modality.contents.match(draft.scene.masked))

    def _is_basis(self, draft: Draft) -> bool:
        """Tell whether what was signed is what something rests on: "under an agreement", without partner or time."""
        if not draft.match.cue.type.signed or draft.date or any(party.named for party in draft.partner):
            return False
        before = draft.scene.words(draft.scene.start, draft.match.start)
        return bool(self._rules.reference.rests_on.search(before))

    def _is_at_own_embassy(self, draft: Draft) -> bool:
        """Tell whether a meeting has nobody but an embassy of home and the place where that is."""
        if not draft.match.cue.type.occasion or self._bodies.kinds(party for party in draft.partner if party.told):
            return False
        kinds = self._bodies.kinds(draft.home)
        return bool(kinds) and kinds <= self._rules.profile.kinds.missions

    def _is_promised(self, draft: Draft) -> bool:
        """Tell whether a plan without partners of its own is what the agreement told just before promises."""
        last = self._memory.last
        if last is None or not last.type.signed or draft.match.cue.type.signed or last.status == "planned":
            return False
        return draft.scene.block - last.scene.block <= _NEAR and not any(party.told for party in draft.partner)

    def _is_lead(self, draft: Draft) -> bool:
        """Tell whether a draft is of the article's first sentence, whose news may be a plan without a time."""
        return draft.scene is self._lead and not draft.match.cue.weak


def _only_habit(draft: Draft) -> bool:
    """Tell whether a draft is what a partner is said to do at home: "the hospital treats 45,000 patients a year"."""
    is_bare = draft.status == "ongoing" and not (draft.date or draft.home or draft.back)
    return draft.match.cue.care and is_bare and not draft.scene.of("HV")
