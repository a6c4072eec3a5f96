"""Walking through an article: cues become candidates; what a sentence leaves out comes from what was told before."""

from collections.abc import Sequence
from dataclasses import replace

from hcoop.events.about import about
from hcoop.events.bodies import Bodies
from hcoop.events.candidate import Candidate, Party
from hcoop.events.cues import Match, find_cues
from hcoop.events.dates import Dates
from hcoop.events.drafts import Draft, Drafts
from hcoop.events.follow_ups import date_events
from hcoop.events.home_sides import HomeSides
from hcoop.events.joining import Joining
from hcoop.events.judging import Judge
from hcoop.events.left_out import LeftOut
from hcoop.events.memory import Memory
from hcoop.events.named import Named
from hcoop.events.news import Publication
from hcoop.events.pairs import Pairs
from hcoop.events.references import points_to_event
from hcoop.events.renewals import renewed
from hcoop.events.rules import Rules
from hcoop.events.scenes import Scene
from hcoop.events.settle import settle
from hcoop.events.visits import date_by_visit
from hcoop.records import Article

# What goes on about an event stands at most so many blocks behind it.
_NEAR = 2


class Reader:
    """Reads the scenes of one article and gives its candidates."""

    def __init__(self, article: Article, named: Named, scenes: Sequence[Scene], rules: Rules) -> None:
        self._scenes = scenes
        self._rules = rules
        self._news = Publication.of(article.published)
        self._about = about(scenes, rules.profile)
        self._bodies = Bodies(named.organisations, scenes, rules.profile.kinds)
        self._memory = Memory(self._news, rules)
        self._judge = Judge(scenes, self._memory, self._bodies, rules)
        self._home_sides = HomeSides(self._memory, self._about, self._bodies, rules)
        self._joining = Joining(self._memory)
        self._dates = Dates(self._memory, rules)
        pairs = Pairs(scenes, rules.reference, rules.profile.home)
        left_out = LeftOut(self._memory, self._about, self._bodies, rules)
        self._drafts = Drafts(self._memory, self._dates, left_out, pairs, rules)

    def candidates(self) -> list[Candidate]:
        """Return the candidates in order of the text."""
        for scene in self._scenes:
            cues = find_cues(scene, self._rules.cues)
            found = [candidate for match in cues if (candidate := self._candidate(match, scene))]
            for match in cues:
                self._dates.note(match, scene)
            if scene.dates and self._memory.found:
                date_events(self._memory.told_last, scene, cues, self._rules.times)
            here = settle(self._joining.join(found), self._rules.reference) if found else []
            here += self._renewed(here, scene)
            self._memory.remember(scene, here)
        return self._memory.found

    def _renewed(self, here: list[Candidate], scene: Scene) -> list[Candidate]:
        """Return what a sentence tells was signed anew."""
        told = here or (self._memory.told_last if self._memory.found else [])
        again = renewed(told, scene, self._rules.times)
        for candidate in again:
            candidate.past = self._news.is_past(candidate.date)
        return again

    def _candidate(self, match: Match, scene: Scene) -> Candidate | None:
        draft = self._drafts.draft(match, scene)
        if draft is None:
            return None
        if match.cue.type.signed and draft.status == "completed":
            self._memory.note_several(scene, draft.date)
        if not any(party.country or party.named for party in draft.partner):
            self._memory.note_frame(draft.candidate(draft.home))
            return None
        home = draft.home or self._home_sides.of(match, scene, draft.partner, draft.date, draft.back)
        if home is None or not self._judge.is_of_sector(draft):
            self._memory.note_date(draft.date, draft.status)
            return None
        return self._settled(draft, home) if self._judge.is_event(draft) else None

    def _status_of_known(self, draft: Draft) -> str | None:
        """Return the status of the event that a sentence only goes on about: "the project, which will run on"."""
        if not points_to_event(draft.match, draft.scene, self._rules.reference):
            return None
        known = self._memory.last_of(draft.match.cue.type)
        return known.status if known else None

    def _settled(self, draft: Draft, home: list[Party]) -> Candidate:
        date_by_visit(draft, self._memory, self._rules)
        if draft.status == "planned" and not draft.date:
            draft.status = self._status_of_known(draft) or draft.status
        if draft.status == "ongoing" and self._news.is_to_come(draft.date):
            draft.status = "planned"
        if draft.status == "completed" and draft.date:
            draft.date = self._news.in_the_past(draft.date, draft.basis)
        if draft.date and draft.date.endswith("/.."):
            self._settle_open(draft)
        elif draft.date and draft.match.cue.status == "ongoing" and "/" not in draft.date:
            draft.date += "/.."
        partner = [self._located(self._bodies.told_by_name(party, draft.scene)) for party in draft.partner]
        candidate = draft.candidate([self._bodies.seated(party) for party in home], partner)
        candidate.again = points_to_event(draft.match, draft.scene, self._rules.reference)
        candidate.past = draft.status == "completed" and self._news.is_past(draft.date)
        return self._with_pending(candidate)

    def _settle_open(self, draft: Draft) -> None:
        """What is told to last since a date runs, but for what happens at one time."""
        if draft.match.cue.type.point:
            draft.date = (draft.date or "").removesuffix("/..")
        elif draft.status != "planned":
            draft.status = "ongoing"

    def _located(self, party: Party) -> Party:
        """Give a partner of unknown country the one that the article is about, if it is about one."""
        country = self._about.country
        return party if party.country or not country else replace(party, country=country)

    def _with_pending(self, candidate: Candidate) -> Candidate:
        """Let "the course" take date and home from a sentence before that told of a course without saying with whom."""
        known = self._memory.pending.get(candidate.type)
        if known is None or candidate.date or candidate.status == "planned":
            return candidate
        if candidate.scene.block - known.scene.block > _NEAR:
            return candidate
        own = [party for party in candidate.home if party.told]
        parties = [*(own or known.parties), *candidate.partners]
        return replace(known, match=candidate.match, scenes=[candidate.scene, known.scene], parties=parties)
