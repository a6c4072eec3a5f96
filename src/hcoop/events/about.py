"""What an article as a whole is about."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from hcoop.events.candidate import Party
from hcoop.events.named import Mention
from hcoop.events.profile import Profile
from hcoop.events.scenes import Scene
from hcoop.records import Organisation

# An article of whose mentions fewer than this share are of the home country is about others.
_HOME_SHARE = 0.2
# The country that an article is about is mentioned so many times as often as the next.
_AHEAD = 2
_OPENING = ("title", "standfirst")


@dataclass(frozen=True, slots=True)
class About:
    """The code of the foreign country an article is about, if there is one, and the home body that it speaks of most.

    `is_foreign` is true if it is about others than the home country.
    """

    country: str | None
    protagonist: Party | None
    is_foreign: bool


def about(scenes: Sequence[Scene], profile: Profile) -> About:
    """Return what the scenes of an article are about."""
    mentions = [mention for scene in scenes for mention in scene.mentions]
    return About(_country(mentions, profile), _protagonist(scenes), _is_foreign(mentions, profile))


def _country(mentions: Iterable[Mention], profile: Profile) -> str | None:
    no_country = (None, "INT", profile.home)
    told = Counter([m.country for m in mentions if m.mask in "CFPN" and m.country not in no_country])
    ranked = told.most_common(2)
    return ranked[0][0] if ranked and (len(ranked) == 1 or ranked[0][1] >= _AHEAD * ranked[1][1]) else None


def _is_foreign(mentions: Iterable[Mention], profile: Profile) -> bool:
    masks = Counter([m.mask for m in mentions if m.mask in "PCF" or m.country == profile.home])
    home, foreign = (sum(masks[mask] for mask in of) for of in ("HVN", "PCF"))
    return home < _HOME_SHARE * (home + foreign)


def _protagonist(scenes: Sequence[Scene]) -> Party | None:
    """Return the home body that the article speaks of most, its opening counted double."""
    weight: Counter[str] = Counter()
    bodies: dict[str, Organisation] = {}
    for number, scene in enumerate(scenes):
        for mention in scene.mentions:
            if mention.mask == "H" and isinstance(body := mention.what, Organisation):
                weight[body.name] += 2 if number == 0 or scene.role in _OPENING else 1
                bodies[body.name] = body
    if not weight:
        return None
    first = bodies[weight.most_common(1)[0][0]]
    return Party(first.name, first.country, True, city=first.city)
