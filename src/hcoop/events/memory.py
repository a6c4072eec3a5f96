"""What an article has told so far."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice, takewhile

from hcoop.events.candidate import Candidate, Party
from hcoop.events.event_types import EventType
from hcoop.events.news import Publication
from hcoop.events.parties import is_brand
from hcoop.events.rules import Rules
from hcoop.events.scenes import Scene
from hcoop.events.spans import Dated
from hcoop.records import Organisation

# Sentences beside the text leave nothing to take up.
_ASIDE = ("caption", "heading")
# Of a sentence's bodies of one side so many are spoken of afterwards.
_PAIR = 2
_DAY = len("2016-01-19")


@dataclass(slots=True)
class Memory:
    """The sides spoken of last, the date of the last news, the events found; those told without a partner.

    `pending` are these by type, with a home side, `frame` is the last one.

    `several` has the date of a signing of several documents, and the block in which that was told.
    `times` has by its noun when an occasion that was named takes place: "gathered on Thursday for a conference".
    """

    news: Publication
    rules: Rules
    home: list[Party] = field(default_factory=list)
    partner: list[Party] = field(default_factory=list)
    date: str | None = None
    subject_is_partner: bool = True
    found: list[Candidate] = field(default_factory=list)
    pending: dict[EventType, Candidate] = field(default_factory=dict)
    frame: Candidate | None = None
    several: tuple[str, int] | None = None
    times: dict[str, Dated] = field(default_factory=dict)

    @property
    def last(self) -> Candidate | None:
        """The event found last, but for those of sentences beside the text."""
        return next(self._in_the_text(), None)

    def _in_the_text(self) -> Iterator[Candidate]:
        return (event for event in reversed(self.found) if event.scene.role not in _ASIDE)

    def last_of(self, type_: EventType) -> Candidate | None:
        """Return the event of a type found last."""
        return next((event for event in self._in_the_text() if event.type is type_), None)

    @property
    def told_last(self) -> list[Candidate]:
        """The events of the sentence in which one was found last."""
        last = takewhile(lambda candidate: candidate.scene is self.found[-1].scene, reversed(self.found))
        return [*last][::-1]

    def note_date(self, date: str | None, status: str) -> None:
        """Keep the date of what is told as news; one of months or years is none of an occasion."""
        is_of_days = date is not None and all(len(part) == _DAY for part in date.split("/"))
        if date and is_of_days and status == "completed" and self.news.is_news(date):
            self.date = date

    def note_several(self, scene: Scene, date: str | None) -> None:
        """Keep when several documents were signed, each of which may be told of behind."""
        if date and self.rules.reference.several_instruments.search(scene.masked) and self.news.is_news(date):
            self.several = date, scene.block

    def note_frame(self, candidate: Candidate) -> None:
        """Keep date and home side of an event told without a partner, who may follow."""
        if candidate.date and not candidate.match.cue.weak:
            self._keep(candidate)
        self.note_date(candidate.date, candidate.status)
        if candidate.date and candidate.status == "completed" and self.news.is_news(candidate.date):
            self.home = candidate.parties or self.home

    def _keep(self, candidate: Candidate) -> None:
        if candidate.parties:
            self.pending[candidate.type] = candidate
        known = self.frame if self.frame and self.frame.scene is candidate.scene else None
        if known is None or candidate.type.order < known.type.order:
            self.frame = candidate

    def remember(self, scene: Scene, candidates: Sequence[Candidate]) -> None:
        """Keep what a scene tells, and the candidates made of it."""
        self.found += candidates
        if scene.role in _ASIDE:
            return
        self._note_sides(scene)
        for candidate in candidates:
            self.partner, self.home = candidate.partners, candidate.home or self.home
            self.note_date(candidate.date, candidate.status)

    def _note_sides(self, scene: Scene) -> None:
        subject = next((mention for mention in scene.mentions if mention.mask in "HPCN"), None)
        if subject is None:
            return
        self.subject_is_partner = subject.country != self.rules.profile.home
        self.home = _parties(scene, "H", self.rules) or self.home
        self.partner = _parties(scene, "P", self.rules) or self.partner


def _parties(scene: Scene, mask: str, rules: Rules) -> list[Party]:
    bodies = {m.what.name: m.what for m in scene.mentions
              if m.mask == mask and isinstance(m.what, Organisation) and not is_brand(m, m.what, scene, rules)}
    return [Party(body.name, body.country, mask == "H", city=body.city) for body in islice(bodies.values(), _PAIR)]
