"""Whether a sentence is of the register's sector, as health, or of another."""

from collections.abc import Sequence, Set

from hcoop.events.profile import Profile
from hcoop.events.scenes import Scene

# An article with so many words of the sector a sentence is of the sector throughout.
_DENSE = 0.5


class Sector:
    """Tells of the sentences of one article whether they are of the sector."""

    def __init__(self, scenes: Sequence[Scene], profile: Profile) -> None:
        self._profile = profile
        of_sector, of_others = _words(scenes, profile)
        self._counts = dict(zip(scenes, zip(of_sector, of_others, strict=True), strict=True))
        sector, other = sum(of_sector), sum(of_others)
        self._leans = sector > other and not self._opens_elsewhere(scenes)
        self._is_dense = sector > 2 * other and sector >= _DENSE * len(scenes)

    def _opens_elsewhere(self, scenes: Sequence[Scene]) -> bool:
        """Tell whether the headlines and the first sentence of the body have more words of other sectors."""
        body = next((number for number, scene in enumerate(scenes) if scene.role == "body"), len(scenes))
        opening = [self._counts[scene] for scene in scenes[:body + 1]]
        return sum(sector for sector, _ in opening) < sum(other for _, other in opening)

    def has(self, scene: Scene, kinds: Set[str], *, is_plain: bool) -> bool:
        """Tell whether an event that a scene tells of bodies of these kinds is of the sector.

        In an article that is of the sector throughout each sentence need not show it, and in one that is rather of the
        sector than of others a sentence without a word of either is of it, if it names a body at home and is told by
        more than a noun.
        """
        sector, other = self._counts[scene]
        if self._is_dense:
            return other <= sector + 1 or bool(kinds & self._profile.sector_kinds)
        return sector > other or (self._leans and not other and is_plain) or (
            is_plain and sector == other and bool(kinds & self._profile.sector_kinds))


def _words(scenes: Sequence[Scene], profile: Profile) -> tuple[list[int], list[int]]:
    """Return how many words of the sector, names included, and of other sectors, names left out, each scene has."""
    named = [scene.without(profile.kinds.makers) for scene in scenes]
    return profile.sector.counts(named), profile.other.counts([scene.masked for scene in scenes])
