"""The parties of an event as records, with the roles of the side that acts and of the other."""

from collections.abc import Sequence

from hcoop.events.account import Account
from hcoop.events.candidate import Candidate, Party
from hcoop.events.rules import Rules
from hcoop.records import Participant

# How far before a name the words stand that tell that it acts, in letters.
_BEFORE = 40


def participants(candidate: Candidate, parties: Sequence[Party], account: Account) -> tuple[Participant, ...]:
    """Return the parties of a candidate: who acts, gives or teaches is told from who receives or learns."""
    home_acts, roles = _home_acts(candidate, parties, account.rules), candidate.type.roles
    return tuple(
        Participant(
            name=party.name, side="home" if party.home else "partner", country=party.country,
            role=roles["active" if party.home == home_acts else "passive"], aliases=account.aliases.get(party.name, ()))
        for party in parties)


def _home_acts(candidate: Candidate, parties: Sequence[Party], rules: Rules) -> bool:
    """Tell whether the home side acts: behind "by" or "from", or before the verb, unless that receives.

    Where this tells nothing, as of what is done together, the partner is taken to act, as it does most often.
    """
    match, scene = candidate.match, candidate.scene
    behind = (mention for mention in scene.of("HPCFN") if mention.start > match.trigger_start)
    agents = {m.mask == "H" for m in behind if rules.reference.agents.search(scene.words(m.start - _BEFORE, m.start))}
    if len(agents) == 1:
        return agents.pop()
    if match.cue.weak or match.cue.together:
        return False
    subjects = {party.home for party in parties if party.active}
    receives = match.cue.receives and not rules.reference.teachers.search(scene.words(match.start, match.end))
    return len(subjects) == 1 and subjects.pop() != receives
