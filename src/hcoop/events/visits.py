"""What is signed or given during a visit, and has no day of its own, has the days of the visit."""

from hcoop.events.drafts import Draft
from hcoop.events.memory import Memory
from hcoop.events.rules import Rules

# What is done during a visit is told at most so many blocks behind it.
_BLOCKS = 4
# An auxiliary that takes a verb out of the story stands so many letters before it.
_BEFORE = 30


def date_by_visit(draft: Draft, memory: Memory, rules: Rules) -> None:
    """Give an undated draft the date of the visit told before, if it is told as done then, with its partners.

    What somebody "has" or "had" done, or did "over the past year", was done before the visit.
    """
    cue = draft.match.cue
    if draft.date or draft.status != "completed" or cue.weak or cue.secondary or not cue.type.made_at_meetings:
        return
    visit = next((event for event in reversed(memory.found) if event.type.occasion and event.date), None)
    if visit is None or visit.status != "completed" or draft.scene.block - visit.scene.block > _BLOCKS:
        return
    at = draft.match.trigger_start
    is_before = rules.times.done_before.search(draft.scene.words(at - _BEFORE, at)) or rules.times.of_late.search(
        draft.scene.masked)
    if not is_before and {party.country for party in draft.partner} & visit.countries:
        draft.date, draft.basis = visit.date, visit.basis
