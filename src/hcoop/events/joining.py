"""Those who organise, pay for or supply what a sentence before told."""

from dataclasses import replace

from hcoop.events.candidate import Candidate, joined
from hcoop.events.memory import Memory
from hcoop.events.scenes import Scene

# Who takes part stands at most so many blocks behind what they take part in.
_NEAR = 2


class Joining:
    """Lets parties join the events of one article."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory

    def join(self, here: list[Candidate]) -> list[Candidate]:
        """Let one candidate of a sentence join what was told just before; return those that stand for themselves.

        One whose cue says only who takes part, "it is run by", never does.
        """
        joins = (candidate for candidate in here if candidate.match.cue.joins)
        joining = max(joins, key=lambda candidate: candidate.match.cue.says_who, default=None)
        alone = [candidate for candidate in here if not candidate.match.cue.says_who]
        if joining is None or not _are_alone(here):
            return alone
        frame = self._frame(joining)
        if frame:
            return [frame]
        return [] if self._joins_last(joining) else alone

    def _frame(self, joining: Candidate) -> Candidate | None:
        """Return what was told last without a partner as an event with those of a candidate, None if there is none."""
        frame, last = self._memory.frame, self._memory.last
        if frame is None or not _is_near(joining, frame.scene) or (last and last.scene.start >= frame.scene.start):
            return None
        self._memory.frame = None
        home = frame.home or joining.home
        return replace(frame, scenes=[frame.scene, joining.scene], parties=joined([*home, *joining.partners]))

    def _joins_last(self, joining: Candidate) -> bool:
        last = self._memory.last
        if last is None or joining.date or not _is_near(joining, last.scene):
            return False
        if last.type.gift and joining.type.gift:
            return False
        is_who = joining.match.cue.says_who
        known = [party for party in last.parties if party.home or party.told or not is_who]
        hosts = [party for party in joining.home if party.told and is_who]
        last.parties = sorted(joined([*known, *hosts, *joining.partners]), key=lambda party: not party.home)
        return True


def _are_alone(here: list[Candidate]) -> bool:
    """Tell whether a sentence tells of nothing but who takes part."""
    joining = [candidate.match for candidate in here if candidate.match.cue.joins]
    told = {at for match in joining for at in (match.trigger_start, match.start)}
    return all(
        c.match.cue.weak or c.match.cue.secondary or told & {c.match.trigger_start, c.match.start} for c in here)


def _is_near(candidate: Candidate, scene: Scene) -> bool:
    return candidate.scene.block - scene.block <= _NEAR
