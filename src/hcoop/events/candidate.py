"""A candidate: one cue told as fact or plan, with what its sentence says of the parties, the time and the place."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from hcoop.events.cues import Match
from hcoop.events.event_types import EventType
from hcoop.events.scenes import Scene


# Never changed, but not frozen either: that would make it three times as slow to make.
@dataclass(slots=True)
class Party:
    """A party of a candidate; `active` if it gives, teaches or hosts.

    `named` is false for a country that stands for its people, and `told` if the sentence leaves the party out. `person`
    is true of somebody without a body, `people` of unnamed people told by their country, "four Czech surgeons", who are
    no party of the record.
    """

    name: str
    country: str | None
    home: bool
    active: bool = True
    named: bool = True
    city: str | None = None
    person: bool = False
    people: bool = False
    told: bool = True


@dataclass(slots=True)
class Candidate:
    """An event in the making; merging adds scenes and parties to it. `past` if it was done long before the report.

    `meetings` are the sentences that tell of the meeting at which it was made; it `renews` what was signed before.
    `again` if its words point to an event told before, "the project".
    """

    type: EventType
    status: str
    match: Match
    scenes: list[Scene]
    parties: list[Party]
    date: str | None = None
    basis: str = "none"
    instrument: str | None = None
    past: bool = False
    again: bool = False
    meetings: list[Scene] = field(default_factory=list)
    renews: "Candidate | None" = None

    @property
    def scene(self) -> Scene:
        """The sentence whose cue made the candidate."""
        return self.scenes[0]

    @property
    def home(self) -> list[Party]:
        """The parties of the home side."""
        return [party for party in self.parties if party.home]

    @property
    def partners(self) -> list[Party]:
        """The parties of the partner side."""
        return [party for party in self.parties if not party.home]

    @property
    def countries(self) -> set[str]:
        """The countries of the partner side."""
        return {party.country for party in self.parties if not party.home and party.country}


def first_of_each(parties: Iterable[Party]) -> list[Party]:
    """Return the parties once each by name, the first mention; a named body wins over its country."""
    parties = list(parties)
    if len(parties) < 2:  # as often
        return parties
    first: dict[str, Party] = {}
    for party in parties:
        first.setdefault(party.name, party)
    return _without_spoken_for(first.values())


def joined(parties: Iterable[Party]) -> list[Party]:
    """Return the parties once each by name; an active mention wins, and a named body over its country."""
    kept: dict[str, Party] = {}
    for party in parties:
        known = kept.get(party.name)
        kept[party.name] = replace(known, active=known.active or party.active) if known else party
    return _without_spoken_for(kept.values())


def _without_spoken_for(parties: Iterable[Party]) -> list[Party]:
    kept = list(parties)
    spoken_for = {party.country for party in kept if party.named}
    return [party for party in kept if party.named or party.country not in spoken_for]
