"""The home side of a sentence that does not name it, from what was told before."""

from dataclasses import replace
from itertools import pairwise

from hcoop.events.about import About
from hcoop.events.bodies import Bodies
from hcoop.events.candidate import Party
from hcoop.events.clauses import clause
from hcoop.events.cues import Match
from hcoop.events.memory import Memory
from hcoop.events.named import Mention
from hcoop.events.rules import Rules
from hcoop.events.scenes import Scene
from hcoop.records import Person, Place

# The home state and another one.
_STATES = 2


class HomeSides:
    """Finds the home sides that the sentences of one article leave out."""

    def __init__(self, memory: Memory, about: About, bodies: Bodies, rules: Rules) -> None:
        self._memory = memory
        self._about = about
        self._bodies = bodies
        self._rules = rules

    def of(
        self, match: Match, scene: Scene, partner: list[Party], date: str | None, back: bool
    ) -> list[Party] | None:
        """Return the home side; None where the clause is about foreigners alone.

        What the home country is said to have done in an earlier year is not what the body spoken of did.
        """
        abroad = {party.country for party in partner if party.country != "INT"}
        is_foreign = self._about.is_foreign or (len(abroad) > 1 and not back)
        if (is_foreign and not self._names_home(match, scene)) or self._is_own_branch(match, partner):
            return None
        is_old = self._memory.news.is_of_earlier_year(date)
        is_state = (self._acts_for_the_state(scene) or self._is_one_of_two_states(scene)
                    or self._is_subject(match, scene))
        is_anywhere = match.cue.type.signed or match.cue.type.occasion
        is_people = not is_anywhere and self._rules.reference.people_of_home.search(scene.masked) is not None
        if not back and (is_state or is_people or (is_old and _names_the_state(scene))):
            return []
        protagonist = self._about.protagonist
        known = self._memory.home or ([protagonist] if protagonist else [])
        known = known if back or is_anywhere else self._seated_there(known, scene)
        return known if back else [replace(party, told=False) for party in known]

    def _names_home(self, match: Match, scene: Scene) -> bool:
        """Tell whether a clause names a body or place at home."""
        start, end = clause(match, scene, self._rules.reference)
        return any(start <= mention.start < end for mention in scene.of("HV"))

    def _is_own_branch(self, match: Match, partner: list[Party]) -> bool:
        """Tell whether foreign companies open something, with nobody at home: a plant or branch of their own."""
        kinds, makers = self._bodies.kinds(partner), self._rules.profile.kinds.makers
        is_opening = match.cue.type.point and not match.cue.type.signed
        return is_opening and bool(kinds) and kinds <= set(makers) and all(party.named for party in partner)

    def _seated_there(self, known: list[Party], scene: Scene) -> list[Party]:
        """Return the home bodies spoken of last but for those of another city than the one of a sentence."""
        there = {m.what.name for m in scene.of("V") if isinstance(m.what, Place) and m.what.kind != "country"}
        if not there or scene.role != "body":
            return known
        nationwide = self._rules.profile.kinds.nationwide
        return [party for party in known if party.city in (None, *there) or self._bodies.kinds([party]) & nationwide]

    def _acts_for_the_state(self, scene: Scene) -> bool:
        """Tell whether a home person of no named body, such as a prime minister, is the home side of a sentence."""
        profile = self._rules.profile
        people = (m.what for m in scene.of("N") if m.country == profile.home and isinstance(m.what, Person))
        return any(person.organisation is None and profile.acts(person.role) for person in people)

    def _is_one_of_two_states(self, scene: Scene) -> bool:
        """Tell whether a sentence of the body joins home and another country by name: "Viet Nam and Japan signed"."""
        if scene.role != "body":
            return False
        names, joints = self._rules.profile.home_names, self._rules.reference.joined_by
        states = [state for state in scene.of("CV") if not self._is_whence(state, scene)]
        home = {mention.start for mention in states if scene.text(mention) in names}
        return len({state.country for state in states}) == _STATES and any(
            (one.start in home or other.start in home) and scene.words(one.end, other.start) in joints
            for one, other in pairwise(states)
        )

    def _is_subject(self, match: Match, scene: Scene) -> bool:
        """Tell whether the home country begins the clause: "Viet Nam has so far received 800,000 doses"."""
        start, _ = clause(match, scene, self._rules.reference)
        first = next((mention for mention in scene.of("V") if mention.start >= start), None)
        if scene.role != "body" or first is None or first.end > match.trigger_start:
            return False
        is_bare = scene.text(first) in self._rules.profile.home_names and scene.words(first.end, first.end + 1) != "'"
        return is_bare and not any(map(str.islower, scene.words(start, first.start)))

    def _is_whence(self, state: Mention, scene: Scene) -> bool:
        """Tell whether a country only says where people are from: "specialists from Viet Nam and Cambodia"."""
        return self._rules.reference.people_from.search(scene.words(scene.start, state.start)) is not None


def _names_the_state(scene: Scene) -> bool:
    """Tell whether a sentence says that it is the home country, "15 Vietnamese officers", that takes part."""
    return scene.role == "body" and any(isinstance(m.what, Place) and m.what.kind == "country" for m in scene.of("V"))
