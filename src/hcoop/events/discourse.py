"""Walking through an article: cues become candidates, and what a sentence leaves out comes from what was told before."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from hcoop import edtf
from hcoop.events.candidate import Candidate, Party
from hcoop.events.cues import Cues, Match, compile_cues, find_cues
from hcoop.events.modality import Modality, modality, status
from hcoop.events.parties import clause, parties_in, points_back, points_to_states
from hcoop.events.profile import Profile, profile
from hcoop.events.scenes import Named, Scene
from hcoop.events.when import date_of
from hcoop.lexicon import Lexicon
from hcoop.records import Article, Organisation
from hcoop.text import fold


# What happens once need not be dated to be told: a sentence that names both sides is enough.
_ACTS = ("agreement", "research", "project", "training", "technology_transfer")
_SENDERS = ("hospital", "university", "institute", "ngo", "foundation", "association", "company")
# What happens at one time: "since 2017 an agreement has allowed" dates the agreement.
_POINTS = ("agreement", "facility")
_OFFICES = ("ministry", "government_department", "parliament")
_INSTITUTIONS = ("hospital", "university", "institute")
# An article of whose mentions fewer than this share are of the home country is about others.
_HOME_SHARE = 0.2
# An article with so many words of the sector a sentence is of the sector throughout.
_DENSE = 0.5
# How far from the publication a date may lie and still be of what the article reports.
_NEWS_DAYS = 45
_DEFINITE = re.compile(r"\b(?:the|this|these|both|its|their) (?!old|former|previous|other|new|first)(?=[a-z])")


@dataclass(slots=True)
class Memory:
    """What the article has told so far."""

    home: list[Party] = field(default_factory=list)
    partner: list[Party] = field(default_factory=list)
    date: str | None = None
    basis: str = "none"
    protagonist: Party | None = None
    subject_is_partner: bool = True


class Reader:
    """Reads the scenes of one article and gives its candidates."""

    def __init__(self, article: Article, named: Named, scenes: Sequence[Scene], lexicon: Lexicon) -> None:
        self._article = article
        self._named = named
        self._scenes = scenes
        self._cues: Cues = lexicon.compiled(compile_cues)
        self._rules: Modality = lexicon.compiled(modality)
        self._profile: Profile = lexicon.compiled(profile)
        self._is_dense = self._measure()
        self._found: list[Candidate] = []
        self._abroad = self._find_abroad()
        self._memory = Memory(protagonist=self._find_protagonist())
        self._pending: dict[str, Candidate] = {}
        self._is_abroad = self._find_is_abroad()

    def candidates(self) -> list[Candidate]:
        """Return the candidates in order of the text."""
        for scene in self._scenes:
            here = [c for match in find_cues(scene.masked, scene.start, self._cues) if (c := self._candidate(match, scene))]
            here = self._joined(here)
            self._found += here
            self._remember(scene, here)
        return self._found

    def _spoken_of(self, match: Match, scene: Scene) -> list[Party]:
        """Return the partners that "the two sides" points back to; two ministries or governments are two states."""
        names = {party.name for party in self._memory.partner}
        states = any(b.kind in _OFFICES for b in self._named.organisations if b.name in names)
        if points_to_states(match, scene) and not states:
            return self._main_country() or self._memory.partner
        return self._memory.partner

    def _understood(self, match: Match, date: str | None, home: list[Party]) -> list[Party]:
        """Return the partners spoken of last where a dated act of a home body needs a partner that the sentence leaves out."""
        act = match.cue.type == "agreement" or (date is not None and (bool(home) or self._is_news(date)))
        if not act or match.cue.weak or not (home or self._found):
            return []
        crowd = len({p.country for p in self._memory.partner}) > 1
        return self._main_country() if crowd else self._memory.partner

    def _main_country(self) -> list[Party]:
        """Return the country that the article is about as a party, if it is about one."""
        name = self._profile.country_names.get(self._abroad or "")
        return [Party(name, self._abroad, False, named=False)] if name else []

    def _joined(self, here: list[Candidate]) -> list[Candidate]:
        """Let one who only pays for or supplies what was told just before join it; return the rest."""
        last = self._found[-1] if self._found else None
        verbs = {c.match.trigger_start for c in here if c.match.cue.joins}
        if last is None or not all(c.match.cue.joins or c.match.cue.weak or c.match.trigger_start in verbs for c in here):
            return here
        joining = next((c for c in here if c.match.cue.joins), None)
        if joining is None or last.type == "aid" or joining.date or joining.scene.block - last.scene.block > 2:
            return here
        last.parties = without_duplicates([*last.parties, *(p for p in joining.parties if not p.home)])
        return []

    def _same_again(self, match: Match, scene: Scene) -> list[Party]:
        """Return the partners of an undated event told in the sentence before, if this one goes on with "it" or "the ..."."""
        last = self._found[-1] if self._found else None
        if last is None or last.type != match.cue.type or last.date or scene.start - last.scene.end > 2:
            return []
        return [p for p in last.parties if not p.home] if re.match(r"(?:.{0,40}, )?(?:it|they|the|this) ", scene.masked) else []

    def _told_before(self, match: Match, scene: Scene) -> list[Party]:
        """Return the partners of the last event of a type where the sentence goes on about it: "the block", "this course"."""
        if not _DEFINITE.search(scene.words(max(scene.start, match.start - 12), match.end)):
            return []
        known = next((c for c in reversed(self._found) if c.type == match.cue.type), None)
        return [party for party in known.parties if not party.home] if known else []

    def _candidate(self, match: Match, scene: Scene) -> Candidate | None:
        told = status(match, scene, self._rules)
        if told is None:
            return None
        parties = parties_in(match, scene, self._rules, self._profile)
        home, partner = [p for p in parties if p.home], [p for p in parties if not p.home]
        back = points_back(match, scene, self._memory.subject_is_partner)
        if match.cue.weak and not partner and scene.of("D"):
            partner = self._memory.partner if back else self._same_again(match, scene)
        if match.cue.weak and not self._is_told(match, scene, home, partner, back):
            return None
        date, basis = self._date(match, scene, told)
        if not partner and not match.cue.weak:
            partner = self._spoken_of(match, scene) if back else self._told_before(match, scene) or self._understood(match, date, home)
        if not any(p.country or p.named for p in partner):
            self._note_frame(match, scene, date, basis, home, told)
            return None
        told_parties = home + partner
        sides = home or self._missing_home(scene, partner, back)
        if sides is None or not self._is_of_sector(scene, told_parties):
            self._note_date(date, basis, told)
            return None
        if told == "planned" and not _own_time(match, date):
            return None
        if match.cue.weak and date is None and self._rules.contents.match(scene.masked):
            return None
        date = self._in_the_past(date, basis) if told == "completed" and date else date
        if date and date.endswith("/.."):
            told, date = ("ongoing", date) if match.cue.type not in _POINTS else (told, date.removesuffix("/.."))
        home = [self._seated(p) for p in sides]
        partner = [self._located(self._institution(p, scene)) for p in partner]
        return self._with_pending(Candidate(match.cue.type, told, match, [scene], [*home, *partner], date, basis))

    def _is_told(self, match: Match, scene: Scene, home: list[Party], partner: list[Party], back: bool) -> bool:
        """Tell whether a sentence without a cue still says who with whom, and when."""
        named = any(p.named for p in partner)
        if scene.of("D"):
            return bool(partner) and bool(home or back) or named and bool(scene.of("V"))
        return named and bool(home) and match.cue.type in _ACTS

    def _with_pending(self, candidate: Candidate) -> Candidate:
        """Let "the course" take date and home from a sentence before that told of a course without saying with whom."""
        known = self._pending.get(candidate.type)
        if known is None or candidate.date or candidate.status == "planned" or candidate.scene.block - known.scene.block > 2:
            return candidate
        partners = [p for p in candidate.parties if not p.home]
        return replace(known, match=candidate.match, scenes=[candidate.scene, known.scene], parties=[*known.parties, *partners])

    def _institution(self, party: Party, scene: Scene) -> Party:
        """Return the hospital or school that a city abroad stands for, "nurses went to Rennes", if the article names one."""
        if party.people:
            return self._body_of(party, scene)
        if not party.named or party.person:
            return party
        key = fold(party.name)
        for body in self._named.organisations:
            if body.country == party.country and body.kind in _INSTITUTIONS and key != fold(body.name) and re.search(rf"\b{re.escape(key)}\b", fold(body.name)):
                return replace(party, name=body.name)
        return party

    def _date(self, match: Match, scene: Scene, told: str) -> tuple[str | None, str]:
        date, basis = date_of(match, scene, told, *clause(match, scene))
        if date is None:
            date, basis = date_of(match, scene, told, scene.start, scene.end)
            if date and told == "completed" and self._in_the_past(date, basis) != date:
                date, basis = None, "none"
        known = self._memory.date
        if known and told != "planned" and self._rules.continuing.match(scene.masked) and (date is None or date == known[:4]):
            return known, "relative"
        return date, basis

    def _note_frame(self, match: Match, scene: Scene, date: str | None, basis: str, home: list[Party], told: str) -> None:
        if date and home and not match.cue.weak:
            self._pending[match.cue.type] = Candidate(match.cue.type, told, match, [scene], home, date, basis)
        self._note_date(date, basis, told)
        if date and told == "completed" and self._is_news(date):
            self._memory.home = home or self._memory.home

    def _note_date(self, date: str | None, basis: str, told: str) -> None:
        if date and told == "completed" and self._is_news(date):
            self._memory.date, self._memory.basis = date, basis

    def _seated(self, party: Party) -> Party:
        """Give a home party told by a person, "Director Thuong", the seat of their body."""
        seat = next((b.city for b in self._named.organisations if b.name == party.name), None)
        return party if party.city else replace(party, city=seat)

    def _located(self, party: Party) -> Party:
        """Give a partner of unknown country the one that the article is about, if it is about one."""
        return party if party.country or not self._abroad else replace(party, country=self._abroad)

    def _find_is_abroad(self) -> bool:
        home = sum(len(scene.of("HV")) for scene in self._scenes)
        return home < _HOME_SHARE * (home + sum(len(scene.of("PCF")) for scene in self._scenes))

    def _find_abroad(self) -> str | None:
        """Return the foreign country that most of the article's foreign mentions are of."""
        countries = Counter(m.country for scene in self._scenes for m in scene.of("CFPN") if m.country not in (None, "INT", self._profile.home))
        ranked = countries.most_common(2)
        return ranked[0][0] if ranked and (len(ranked) == 1 or ranked[0][1] >= 2 * ranked[1][1]) else None

    def _body_of(self, party: Party, scene: Scene) -> Party:
        """Return the body that unnamed people, "the Czech surgeons", are of: the last one told before, else one told often."""
        bodies = {id(b): b for b in self._named.organisations if b.country == party.country and b.kind in _SENDERS}
        told = [m for s in self._scenes for m in s.mentions if id(m.what) in bodies]
        before = [m for m in told if m.start < scene.start]
        often = [m for m in told if sum(m.what is other.what for other in told) > 1]
        chosen = before[-1:] or often[:1]
        return replace(party, name=chosen[0].what.name, named=True, people=False) if chosen else party  # type: ignore[union-attr]

    def _in_the_past(self, date: str, basis: str) -> str:
        """Return a date without a year that was completed to the nearest one, "on April 9", a year earlier if told as past."""
        day = edtf.bounds(self._article.published[:10])[1] if self._article.published else None
        start = edtf.bounds(date)[0]
        if basis != "relative" or day is None or start is None or (start - day).days <= 1 or not re.fullmatch(r"[\d/-]+", date):
            return date
        return "/".join(f"{int(part[:4]) - 1}{part[4:]}" for part in date.split("/"))

    def _is_news(self, date: str) -> bool:
        """Tell whether a date is of the days the article reports, not of the background."""
        day = edtf.bounds(self._article.published[:10])[0] if self._article.published else None
        end = edtf.bounds(date)[1]
        return day is None or end is None or abs((day - end).days) <= _NEWS_DAYS

    def _missing_home(self, scene: Scene, partner: list[Party], back: bool) -> list[Party] | None:
        """Return the home side that a sentence leaves out; None where the sentence is about foreigners alone."""
        abroad = {p.country for p in partner if p.country != "INT"}
        if not scene.of("HV") and (self._is_abroad or len(abroad) > 1 and not back):
            return None
        known = self._memory.home or ([self._memory.protagonist] if self._memory.protagonist else [])
        return known if back else [replace(party, told=False) for party in known]

    def _remember(self, scene: Scene, candidates: Sequence[Candidate]) -> None:
        if scene.role in ("caption", "heading"):
            return
        subject = next(iter(scene.of("HPCN")), None)
        if subject:
            self._memory.subject_is_partner = subject.country != self._profile.home
        for mask, home in (("H", True), ("P", False)):
            bodies = [m for m in scene.of(mask) if isinstance(m.what, Organisation)]
            parties = [Party(m.what.name, m.country, home, city=m.what.city) for m in bodies[:2] if isinstance(m.what, Organisation)]
            if parties and home:
                self._memory.home = parties
            elif parties:
                self._memory.partner = parties
        for candidate in candidates:
            self._memory.partner = [p for p in candidate.parties if not p.home]
            self._memory.home = [p for p in candidate.parties if p.home] or self._memory.home
            if candidate.date and candidate.status == "completed" and self._is_news(candidate.date):
                self._memory.date, self._memory.basis = candidate.date, candidate.basis

    def _find_protagonist(self) -> Party | None:
        """Return the home body that the article speaks of most, its opening counted double."""
        weight: Counter[str] = Counter()
        bodies: dict[str, Organisation] = {}
        for scene in self._scenes:
            for mention in scene.of("H"):
                if isinstance(mention.what, Organisation):
                    weight[mention.what.name] += 2 if scene.role in ("title", "standfirst") or scene is self._scenes[0] else 1
                    bodies[mention.what.name] = mention.what
        if not weight:
            return None
        body = bodies[weight.most_common(1)[0][0]]
        return Party(body.name, body.country, True, city=body.city)

    def _words(self, scene: Scene) -> tuple[int, int]:
        return self._profile.sector_words(scene.without(("company",)), scene.masked)

    def _measure(self) -> bool:
        """Tell whether the article is of the sector throughout, so that each sentence need not show it."""
        counts = [self._words(scene) for scene in self._scenes]
        sector, other = sum(s for s, _ in counts), sum(o for _, o in counts)
        return sector >= _DENSE * len(counts) and sector > 2 * other

    def _is_of_sector(self, scene: Scene, parties: Iterable[Party]) -> bool:
        names = {party.name for party in parties}
        kinds = {b.kind for b in self._named.organisations if b.name in names}
        sector, other = self._words(scene)
        if self._is_dense:
            return other <= sector + 1 or bool(kinds & self._profile.kinds)
        return sector > other


def _own_time(match: Match, date: str | None) -> bool:
    return (match.cue.type == "agreement" and not match.cue.weak) or (date is not None and not date.startswith("../"))


def without_duplicates(parties: Iterable[Party]) -> list[Party]:
    """Return the parties once each by name; an active mention wins, and a named body over its country."""
    kept: dict[str, Party] = {}
    for party in parties:
        known = kept.get(party.name)
        kept[party.name] = replace(known, active=known.active or party.active) if known else party
    spoken_for = {party.country for party in kept.values() if party.named}
    return [party for party in kept.values() if party.named or party.country not in spoken_for]
