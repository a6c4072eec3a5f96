"""Which home body and which partner "the two hospitals" means."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from hcoop.events.candidate import Party
from hcoop.events.clauses import clause
from hcoop.events.cues import Match
from hcoop.events.named import Mention
from hcoop.events.reference import Reference
from hcoop.events.scenes import Scene
from hcoop.records import Organisation, Person

# The kind of what a minister heads.
_OFFICE = "ministry"


class _Told(NamedTuple):
    """A body that the text names at an offset."""

    start: int
    kind: str
    party: Party


class Pairs:
    """The bodies of one article, to be spoken of two at a time; a minister stands for the ministry."""

    def __init__(self, scenes: Sequence[Scene], rules: Reference, home: str) -> None:
        self._rules = rules
        self._home = home
        self._told = [told for scene in scenes for mention in scene.of("HPN") for told in self._named(mention)]

    def meant(self, match: Match, scene: Scene) -> list[Party]:
        """Return the last home body and the last partner of a kind that the clause of a match tells of as two.

        It is none if the clause tells of no two bodies, or only those of one side were named before.
        """
        start, end = clause(match, scene, self._rules)
        found = self._rules.pairs.search(scene.words(start, end))
        if found is None:
            return []
        kinds, at = self._rules.pair_kinds[found["kind"]], start + found.start()
        sides = [self._last(home, kinds, at) for home in (True, False)]
        return [side for side in sides if side] if all(sides) else []

    def _named(self, mention: Mention) -> Iterator[_Told]:
        what, home = mention.what, mention.country == self._home
        if isinstance(what, Organisation):
            yield _Told(mention.start, what.kind, Party(what.name, what.country, home, city=what.city))
        elif isinstance(what, Person) and (what.organisation or "").startswith(f"{self._rules.ministry} of "):
            party = Party(what.organisation or "", mention.country, home)
            yield _Told(mention.start, _OFFICE, party)

    def _last(self, home: bool, kinds: Sequence[str], before: int) -> Party | None:
        fitting = (told.party for told in reversed(self._told)
                   if told.start < before and told.party.home == home and told.kind in kinds)
        return next(fitting, None)
