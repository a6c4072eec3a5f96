"""The partners that a sentence leaves out, from what was told before."""

from dataclasses import replace

from hcoop.events.about import About
from hcoop.events.bodies import Bodies
from hcoop.events.candidate import Party
from hcoop.events.cues import Match
from hcoop.events.event_types import EventType
from hcoop.events.memory import Memory
from hcoop.events.references import goes_on, points_to_event, points_to_states
from hcoop.events.rules import Rules
from hcoop.events.scenes import Scene


class LeftOut:
    """Finds the partners that the sentences of one article leave out."""

    def __init__(self, memory: Memory, about: About, bodies: Bodies, rules: Rules) -> None:
        self._memory = memory
        self._about = about
        self._bodies = bodies
        self._rules = rules

    def partners(self, match: Match, scene: Scene, date: str | None, home: list[Party], back: bool) -> list[Party]:
        """Return the partners of a cue whose sentence names none; `back` if it points back to them."""
        if back:
            return self._spoken_of(match, scene)
        if self._is_past_of_a_name(match, scene, date):
            return []
        before = self._told_before(match, scene)
        if before or self._stands_alone(match, scene, home):
            return before
        return [replace(party, told=False) for party in self._understood(match, date, home)]

    def _is_past_of_a_name(self, match: Match, scene: Scene, date: str | None) -> bool:
        """Tell whether a clause only tells when something named was opened: "the hospital, opened in 2007, has"."""
        is_beside = scene.words(match.trigger_start - len(", "), match.trigger_start) == ", "
        return is_beside and match.cue.type.point and date is not None and not self._memory.news.is_news(date)

    def partners_of_noun(self, match: Match, scene: Scene, back: bool) -> list[Party]:
        """Return the partners of a weak cue: those pointed back to, or of the event that the sentence goes on about."""
        return self._memory.partner if back else self._same_again(match, scene)

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
        if last is None or last.type is not match.cue.type or last.date:
            return []
        if scene is not last.scene and not scene.follows(last.scene):
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
