"""A candidate: one cue told as fact or plan, with what its sentence says of the parties, the time and the place."""

from dataclasses import dataclass, field

from hcoop.events.cues import Match
from hcoop.events.scenes import Scene


@dataclass(frozen=True, slots=True)
class Party:
    """A party of a candidate; `active` if it gives, teaches or hosts; `named` is false for a country that stands for its people.

    `told` is false if the sentence leaves the party out. `person` is true of somebody without a body, `people` of unnamed people told by a demonym, "four Czech surgeons".
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
    """An event in the making; merging adds scenes and parties to it."""

    type: str
    status: str
    match: Match
    scenes: list[Scene]
    parties: list[Party]
    date: str | None = None
    basis: str = "none"
    city: str | None = None
    instrument: str | None = None
    sources: list[str] = field(default_factory=list)

    @property
    def scene(self) -> Scene:
        """The sentence whose cue made the candidate."""
        return self.scenes[0]

    def names(self, home: bool) -> set[str]:
        """Return the names of one side's parties."""
        return {party.name for party in self.parties if party.home == home}

    @property
    def countries(self) -> set[str]:
        """Return the countries of the partner side."""
        return {party.country for party in self.parties if not party.home and party.country}
