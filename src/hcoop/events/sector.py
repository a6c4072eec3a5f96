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
        counts = [scene.once(_words, profile) for scene in scenes]
        sector, other = sum(sector for sector, _ in counts), sum(other for _, other in counts)
        self._leans = sector > other
        self._is_dense = sector > 2 * other and sector >= _DENSE * len(counts)

    def has(self, scene: Scene, kinds: Set[str], *, is_plain: bool) -> bool:
        """Tell whether an event that a scene tells of bodies of these kinds is of the sector.

        In an article that is of the sector throughout each sentence need not show it, and in one that is rather of the
        sector than of others a sentence without a word of either is of it, if it names a body at home and is told by
        more than a noun.
        """
        sector, other = scene.once(_words, self._profile)
        if self._is_dense:
            return other <= sector + 1 or bool(kinds & self._profile.sector_kinds)
        return sector > other or (self._leans and not other and is_plain) or (
            is_plain and sector == other and bool(kinds & self._profile.sector_kinds))


def _words(scene: Scene, profile: Profile) -> tuple[int, int]:
    """Return how many words of the sector, names included, and of other sectors, names left out, a scene has."""
    text = scene.without(profile.kinds.makers)
    return profile.sector.count(text), profile.other.count(scene.masked)
