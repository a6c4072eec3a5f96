"""Events: who did, agreed or firmly plans what with whom, when and where, with the sentences that say so."""

from collections.abc import Mapping
from hashlib import sha256

from hcoop.events.candidate import Candidate, Party
from hcoop.events.discourse import Reader
from hcoop.events.merge import merge, settle
from hcoop.events.profile import profile
from hcoop.events.scenes import Named, build_scenes
from hcoop.events.topics import instruments, topics
from hcoop.lexicon import Lexicon
from hcoop.records import Article, Event, Evidence, Organisation, Participant
from hcoop.text import fold


def find_events(article: Article, named: Named, lexicon: Lexicon) -> tuple[Event, ...]:
    """Return the cooperation events that an article reports, in order of the text."""
    scenes = build_scenes(article, named, lexicon)
    types = lexicon.folder("event_types")
    order = {name: int(entry["order"]) for name, entry in types.items()}
    candidates = Reader(article, scenes, lexicon).candidates()
    for candidate in candidates:
        if candidate.type == "agreement":
            _name_instrument(candidate, lexicon)
    merged = merge(settle(candidates, order))
    return tuple(_event(article, candidate, types, lexicon) for candidate in merged)


def _name_instrument(candidate: Candidate, lexicon: Lexicon) -> None:
    words = candidate.scene.words(candidate.match.start, candidate.match.end + 40)
    candidate.instrument = lexicon.compiled(instruments).first(words) or "agreement"


def _event(article: Article, candidate: Candidate, types: Mapping[str, dict], lexicon: Lexicon) -> Event:  # type: ignore[type-arg]
    entry = types[candidate.type]
    evidence = tuple(Evidence(s.start, s.end, article.text[s.start:s.end]) for s in candidate.scenes)
    parties = [p for p in candidate.parties if fold(p.name) not in lexicon.compiled(profile).home_names]
    text = " ".join(fold(e.quote) for e in evidence)
    return Event(
        id=sha256(f"{article.id}|{candidate.type}|{evidence[0].start}".encode()).hexdigest()[:12],
        type=candidate.type, status=candidate.status, importance="main",
        instrument=candidate.instrument, title=_title(candidate, parties, entry["label"]),
        date=candidate.date, date_basis=candidate.basis, city=_city(candidate),
        countries=tuple(sorted(candidate.countries)),
        participants=tuple(_participant(p, entry["roles"]) for p in parties), people=(),
        topics=lexicon.compiled(topics).all(text), amounts=(), evidence=evidence)


def _participant(party: Party, roles: Mapping[str, str]) -> Participant:
    return Participant(party.name, "home" if party.home else "partner", party.country, roles["active" if party.active else "passive"])


def _title(candidate: Candidate, parties: list[Party], label: str) -> str:
    sides = [", ".join(p.name for p in parties if p.home == home) for home in (True, False)]
    return f"{label}: " + " – ".join(side for side in sides if side)


def _city(candidate: Candidate) -> str | None:
    seats = {party.city for party in candidate.parties if party.home and party.city}
    if len(seats) == 1:
        return seats.pop()
    places = {m.what.name for m in candidate.scene.of("V") if not isinstance(m.what, Organisation) and hasattr(m.what, "kind") and m.what.kind != "country"}
    return places.pop() if len(places) == 1 and not seats else None
