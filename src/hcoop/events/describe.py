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
from hcoop.events.topics import event_topics
from hcoop.lexicon import Lexicon
from hcoop.mentions.amounts import find_amounts
from hcoop.records import Amount, Article, Event, EventPerson, Evidence, Participant, Person, Place
from hcoop.text import fold


def describe(article: Article, candidate: Candidate, scenes: Sequence[Scene], others: Sequence[Candidate], lexicon: Lexicon) -> Event:
    """Return the record of a settled candidate; `others` are all that the article reports."""
    entry: Mapping[str, Any] = lexicon.folder("event_types")[candidate.type]
    evidence = tuple(Evidence(s.start, s.end, article.text[s.start:s.end]) for s in candidate.scenes)
    parties = [p for p in candidate.parties if fold(p.name) not in lexicon.compiled(profile).home_names]
    return Event(
        id=sha256(f"{article.id}|{candidate.type}|{evidence[0].start}|{candidate.match.start}".encode()).hexdigest()[:12],
        type=candidate.type, status=candidate.status, importance=_importance(article, candidate, others),
        instrument=candidate.instrument, title=_title(parties, entry["label"]),
        date=candidate.date, date_basis=candidate.basis if candidate.date else "none", city=_city(candidate),
        countries=tuple(sorted(candidate.countries)),
        participants=tuple(_participant(p, entry["roles"]) for p in parties), people=_people(candidate, lexicon),
        topics=event_topics(candidate, scenes, others, lexicon), amounts=_amounts(evidence, lexicon), evidence=evidence)


def _participant(party: Party, roles: Mapping[str, str]) -> Participant:
    side, role = ("home" if party.home else "partner"), roles["active" if party.active else "passive"]
    return Participant(party.name, side, party.country, role)


def _title(parties: Sequence[Party], label: str) -> str:
    sides = [", ".join(p.name for p in parties if p.home == home) for home in (True, False)]
    return f"{label}: " + " – ".join(side for side in sides if side)


def _city(candidate: Candidate) -> str | None:
    """Return the seat of the home party; where that is a national body, the one home place that the sentence names."""
    local = {party.city for party in candidate.parties if party.home and party.city}
    if local:
        return local.pop() if len(local) == 1 else None
    named = {m.what.name for m in candidate.scene.of("V") if isinstance(m.what, Place) and m.what.kind not in ("country", "region")}
    return named.pop() if len(named) == 1 else None


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

