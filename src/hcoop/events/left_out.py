"""The sides that a sentence leaves out, from what was told before."""

from dataclasses import replace
from itertools import pairwise

from hcoop.events.about import About
from hcoop.events.bodies import Bodies
from hcoop.events.candidate import Party
from hcoop.events.clauses import clause
from hcoop.events.cues import Match
from hcoop.events.event_types import EventType
from hcoop.events.memory import Memory
from hcoop.events.named import Mention
from hcoop.events.references import goes_on, points_to_event, points_to_states
from hcoop.events.rules import Rules
from hcoop.events.scenes import Scene
from hcoop.records import Person, Place

# What stands between two that act together.
_JOINED = (" and ", " and the ")
# So few letters stand between a sentence and the next of its block.
_NEXT = 2


class LeftOut:
    """Finds the parties that the sentences of one article leave out."""

    def __init__(self, memory: Memory, about: About, bodies: Bodies, rules: Rules) -> None:
        self._memory = memory
        self._about = about
        self._bodies = bodies
        self._rules = rules

    def partners(self, match: Match, scene: Scene, date: str | None, home: list[Party], back: bool) -> list[Party]:
        """Return the partners of a cue whose sentence names none; `back` if it points back to them."""
        if back:
            return self._spoken_of(match, scene)
        before = self._told_before(match, scene)
        if before or self._stands_alone(match, scene, home):
            return before
        return [replace(party, told=False) for party in self._understood(match, date, home)]

    def partners_of_noun(self, match: Match, scene: Scene, back: bool) -> list[Party]:
        """Return the partners of a weak cue: those pointed back to, or of the event that the sentence goes on about."""
        return self._memory.partner if back else self._same_again(match, scene)

    def home(
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
        is_people = self._rules.reference.people_of_home.search(scene.masked) is not None
        if not back and (is_state or is_people or (is_old and _names_the_state(scene))):
            return []
        protagonist = self._about.protagonist
        known = self._memory.home or ([protagonist] if protagonist else [])
        is_anywhere = match.cue.type.signed or match.cue.type.occasion
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
        names = self._rules.profile.home_names
        states = [state for state in scene.of("CV") if not self._is_whence(state, scene)]
        home = {mention.start for mention in states if scene.text(mention) in names}
        return len({state.country for state in states}) == len(("home", "other")) and any(
            (one.start in home or other.start in home) and scene.words(one.end, other.start) in _JOINED
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

    def _spoken_of(self, match: Match, scene: Scene) -> list[Party]:
        """Return the partners that "the two sides" points back to; two ministries or governments are two states."""
        partner, offices = self._memory.partner, self._rules.profile.kinds.offices
        if points_to_states(match, scene, self._rules.reference) and not self._bodies.kinds(partner) & offices:
            return self._main_country() or partner
        return partner

    def _told_before(self, match: Match, scene: Scene) -> list[Party]:
        """Return the partners of the last event of a type where the sentence goes on about it: "this course"."""
        if not points_to_event(match, scene, self._rules.reference):
            return []
        known = self._memory.last_of(match.cue.type)
        return known.partners if known else []

    def _understood(self, match: Match, date: str | None, home: list[Party]) -> list[Party]:
        """Return the partners spoken of last where an act of a home body needs one: a signing, or what has a date."""
        type_ = match.cue.type
        if _is_domestic(type_, home):
            return []
        is_told = date is not None and (bool(home) or self._memory.news.is_news(date))
        both = type_.signed and self._memory.home and self._memory.partner
        if not (type_.signed or is_told) or not (home or self._memory.found or both):
            return []
        is_crowd = len({party.country for party in self._memory.partner}) > 1
        return [replace(state, people=True) for state in self._main_country()] if is_crowd else self._memory.partner

    def _stands_alone(self, match: Match, scene: Scene, home: list[Party]) -> bool:
        """Tell whether a sentence tells what home bodies did among themselves, or one did that was not spoken of."""
        rules = self._rules.reference
        if rules.by_itself.search(scene.masked):
            return True
        if match.cue.type.signed or not home:
            return False
        told = {party.name for event in self._memory.found for party in event.home}
        is_new = bool(told) and told.isdisjoint(party.name for party in home)
        if match.cue.type.among_hosts and not match.cue.type.occasion:  # "nurses attended a course at Hue Hospital"
            is_new = is_new and any(party.active for party in home)
        return (is_new or len(home) > 1) and not rules.leans_on.search(scene.masked)

    def _same_again(self, match: Match, scene: Scene) -> list[Party]:
        """Return the partners of an undated event told in the sentence before, if this one goes on about it."""
        last = self._memory.last
        if last is None or last.type is not match.cue.type or last.date or scene.start - last.scene.end > _NEXT:
            return []
        return last.partners if goes_on(scene, self._rules.reference) else []

    def _main_country(self) -> list[Party]:
        """Return the country that the article is about as a party, if it is about one."""
        name = self._rules.profile.country_names.get(self._about.country or "")
        return [Party(name, self._about.country, False, named=False)] if name else []


def _is_domestic(type_: EventType, home: list[Party]) -> bool:
    """Tell whether a home body gives, teaches or signs with another: "its nurses were trained at Cho Ray Hospital"."""
    has_counterpart = type_.gift or type_.among_hosts or type_.signed
    return has_counterpart and {party.active for party in home} == {True, False}


def _names_the_state(scene: Scene) -> bool:
    """Tell whether a sentence says that it is the home country, "15 Vietnamese officers", that takes part."""
    return scene.role == "body" and any(isinstance(m.what, Place) and m.what.kind == "country" for m in scene.of("V"))
