"""Which home body and which partner "the two hospitals" means."""

from collections.abc import Sequence

from hcoop.events.candidate import Party
from hcoop.events.clauses import clause
from hcoop.events.cues import Match
from hcoop.events.reference import Reference
from hcoop.events.scenes import Scene
from hcoop.records import Organisation


class Pairs:
    """The bodies of one article, to be spoken of two at a time."""

    def __init__(self, scenes: Sequence[Scene], rules: Reference) -> None:
        self._rules = rules
        self._told = [(mention.start, mention.mask, mention.what) for scene in scenes for mention in scene.mentions
                      if mention.mask in "HP" and isinstance(mention.what, Organisation)]

    def meant(self, match: Match, scene: Scene) -> list[Party]:
        """Return the last home body and the last partner of a kind that the clause of a match tells of as two.

        It is none if the clause tells of no two bodies, or only those of one side were named before.
        """
        start, end = clause(match, scene, self._rules)
        found = self._rules.pairs.search(scene.words(start, end))
        if found is None:
            return []
        kinds, at = self._rules.pair_kinds[found["kind"]], start + found.start()
        sides = [self._last(mask, kinds, at) for mask in "HP"]
        return [side for side in sides if side] if all(sides) else []

    def _last(self, mask: str, kinds: Sequence[str], before: int) -> Party | None:
        fitting = (body for start, side, body in reversed(self._told)
                   if start < before and side == mask and body.kind in kinds)
        body = next(fitting, None)
        return Party(body.name, body.country, mask == "H", city=body.city) if body else None
