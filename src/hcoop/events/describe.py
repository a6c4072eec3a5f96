"""Candidates as records: parties with roles, people, place, topics, money, title and evidence."""

from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Any

from hcoop import edtf
from hcoop.events.candidate import Candidate, Party
from hcoop.events.modality import modality
from hcoop.events.parties import speaks, witnesses
from hcoop.events.profile import profile
from hcoop.events.scenes import Mention, Scene
from hcoop.events.status import status_at
from hcoop.events.topics import event_topics
from hcoop.lexicon import Lexicon
from hcoop.mentions.amounts import find_amounts
from hcoop.records import Amount, Article, Event, EventPerson, Evidence, Participant, Person, Place
from hcoop.text import fold, name_key


def describe(article: Article, candidate: Candidate, scenes: Sequence[Scene], others: Sequence[Candidate], lexicon: Lexicon) -> Event:
    """Return the record of a settled candidate; `others` are all that the article reports."""
    entry: Mapping[str, Any] = lexicon.folder("event_types")[candidate.type]
    evidence = tuple(Evidence(s.start, s.end, article.text[s.start:s.end]) for s in candidate.scenes)
    parties = [p for p in candidate.parties if fold(p.name) not in lexicon.compiled(profile).home_names]
    return Event(
        id=sha256(f"{article.id}|{candidate.type}|{evidence[0].start}|{candidate.match.start}".encode()).hexdigest()[:12],
        type=candidate.type, status=status_at(candidate, article.published), importance=_importance(article, candidate, others),
        instrument=candidate.instrument, title=_title(parties, entry["label"]),
        date=candidate.date.removeprefix("../") if candidate.date else None, date_basis=candidate.basis if candidate.date else "none", city=_city(candidate, article, scenes),
        countries=tuple(sorted(candidate.countries)),
        participants=tuple(_participant(p, entry["roles"]) for p in parties), people=_people(candidate, lexicon),
        topics=event_topics(candidate, scenes, others, lexicon), amounts=_amounts(evidence, lexicon), evidence=evidence)


def _participant(party: Party, roles: Mapping[str, str]) -> Participant:
    side, role = ("home" if party.home else "partner"), roles["active" if party.active else "passive"]
    return Participant(party.name, side, party.country, role)


def _title(parties: Sequence[Party], label: str) -> str:
    sides = [", ".join(p.name for p in parties if p.home == home) for home in (True, False)]
    return f"{label}: " + " – ".join(side for side in sides if side)


def _city(candidate: Candidate, article: Article, scenes: Sequence[Scene]) -> str | None:
    """Return the seat of the home party; where that is a national body or not told, the one home place nearby."""
    told = {party.city for party in candidate.parties if party.home and party.told and party.city}
    if told:
        return told.pop() if len(told) == 1 else None
    blocks = {scene.block for scene in candidate.scenes}
    for reach in (candidate.scenes, [s for s in scenes if s.block in blocks]):
        named = {m.what.name for scene in reach for m in scene.of("V") if isinstance(m.what, Place) and m.what.kind not in ("country", "region")}
        if named:
            return named.pop() if len(named) == 1 else None
    seats = {party.city for party in candidate.parties if party.home and party.city}
    return seats.pop() if len(seats) == 1 else _dateline(article, candidate, scenes)


def _dateline(article: Article, candidate: Candidate, scenes: Sequence[Scene]) -> str | None:
    """Return the home city of the dateline for what national bodies did, as the article's first news."""
    if not article.dateline or candidate.status != "completed" or not any(p.home for p in candidate.parties):
        return None
    key = name_key(article.dateline)
    return next((m.what.name for scene in scenes for m in scene.of("V") if isinstance(m.what, Place) and name_key(scene.text(m)) == key), None)


def _people(candidate: Candidate, lexicon: Lexicon) -> tuple[EventPerson, ...]:
    rules = lexicon.compiled(modality)
    found: dict[str, EventPerson] = {}
    for scene in candidate.scenes:
        for mention in scene.of("N"):
            if isinstance(mention.what, Person):
                role = "speaker" if speaks(mention, scene, rules) else "witness" if witnesses(mention, scene, rules) else "participant"
                found.setdefault(mention.what.name, EventPerson(mention.what.name, _role(role, candidate, mention)))
    return tuple(found.values())


def _role(role: str, candidate: Candidate, mention: Mention) -> str:
    before = mention.end <= candidate.match.trigger_start
    return "signatory" if role == "participant" and candidate.type == "agreement" and before else role


def _amounts(evidence: Sequence[Evidence], lexicon: Lexicon) -> tuple[Amount, ...]:
    found = {(a.value, a.currency): a for e in evidence for a in find_amounts(e.quote, lexicon)}
    return tuple(found.values())


def _importance(article: Article, candidate: Candidate, others: Sequence[Candidate]) -> str:
    """Return `side` for what is planned or long past beside news; a lone event is the news."""
    if len(others) == 1 or any(scene.role in ("title", "standfirst") for scene in candidate.scenes):
        return "main"
    if candidate.status == "planned" and any(other.status != "planned" for other in others):
        return "side"
    end = edtf.bounds(candidate.date)[1] if candidate.date else None
    day = edtf.bounds(article.published[:10])[0] if article.published else None
    return "side" if end and day and (day - end).days > 60 else "main"

