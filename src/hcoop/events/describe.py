"""Candidates as records: parties with roles, people, place, topics, money, title and evidence."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256

from hcoop import edtf
from hcoop.events.account import Account
from hcoop.events.candidate import Candidate, Party
from hcoop.events.event_types import EventType
from hcoop.events.named import Mention
from hcoop.events.news import Publication
from hcoop.events.onlookers import speaks, witnesses
from hcoop.events.participants import participants
from hcoop.events.rules import Rules
from hcoop.events.scenes import Scene
from hcoop.events.seats import city_of
from hcoop.events.status import status_at
from hcoop.events.topics import event_topics
from hcoop.events.validity import term_of
from hcoop.lexicon import Lexicon
from hcoop.mentions.amounts import find_amounts
from hcoop.records import Amount, Article, Event, EventPerson, Evidence, Person
from hcoop.text import fold

# What ended so many days before the publication is background.
_LONG_AGO = 60
# The instrument of what was signed, where it is not said what that was.
_UNNAMED = "agreement"


def describe(candidate: Candidate, account: Account, lexicon: Lexicon) -> Event:
    """Return the record of a settled candidate of an account."""
    article, rules = account.article, account.rules
    day = Publication.of(article.published).first
    status = status_at(candidate, day)
    term = term_of(candidate, account)
    evidence = tuple(_words_of(scene, article) for scene in candidate.scenes)
    of_term = (_words_of(term.scene, article),) if term and term.scene not in candidate.scenes else ()
    parties = [party for party in candidate.parties if fold(party.name) not in rules.profile.home_names]
    return Event(
        id=_identity(article, candidate),
        type=candidate.type.id,
        status=status,
        importance=_importance(article, candidate, account.events),
        instrument=candidate.instrument or (_UNNAMED if candidate.type.signed else None),
        term=term.value if term else None,
        title=_title(parties, candidate.type),
        date=_date(candidate, status),
        date_basis=candidate.basis if candidate.date else "none",
        city=city_of(candidate, account),
        countries=tuple(sorted(candidate.countries)),
        participants=participants(candidate, [party for party in parties if not party.people], account),
        people=tuple(_people(candidate, rules)),
        topics=event_topics(candidate, account, lexicon),
        amounts=tuple(_amounts(evidence, lexicon)),
        evidence=(*evidence, *of_term))


def _date(candidate: Candidate, status: str) -> str | None:
    """Return the date of a record: what still runs is dated from its start, with its end open."""
    date = candidate.date.removeprefix("../") if candidate.date else None
    runs = status == "ongoing" and candidate.type.over_days and date == candidate.date
    return f"{date}/.." if date and runs and edtf.is_valid(f"{date}/..") and "/" not in date else date


def _words_of(scene: Scene, article: Article) -> Evidence:
    return Evidence(scene.start, scene.end, article.text[scene.start:scene.end], page_of(scene.start, article))


def page_of(start: int, article: Article) -> int | None:
    """Return the number of the page, from 1, on which a place of the text stands; None if the file has no pages."""
    return bisect_right(article.pages, start) or None


def _identity(article: Article, candidate: Candidate) -> str:
    key = f"{article.id}|{candidate.type.id}|{candidate.scene.start}|{candidate.match.start}"
    return sha256(key.encode()).hexdigest()[:12]


def _title(parties: Sequence[Party], type_: EventType) -> str:
    sides = [", ".join(party.name for party in parties if party.home == home) for home in (True, False)]
    return f"{type_.label}: " + " – ".join(side for side in sides if side)


def _people(candidate: Candidate, rules: Rules) -> Iterable[EventPerson]:
    found: dict[str, EventPerson] = {}
    for scene in candidate.scenes:
        for mention in scene.of("N"):
            if isinstance(mention.what, Person) and mention.what.name not in found:
                role = _role(mention, scene, candidate, rules)
                found[mention.what.name] = EventPerson(mention.what.name, role)
    return found.values()


def _role(mention: Mention, scene: Scene, candidate: Candidate, rules: Rules) -> str:
    if speaks(mention, scene, rules):
        return "speaker"
    if witnesses(mention, scene, rules):
        return "witness"
    signs = candidate.type.signed and mention.end <= candidate.match.trigger_start
    return "signatory" if signs else "participant"


def _amounts(evidence: Iterable[Evidence], lexicon: Lexicon) -> Iterator[Amount]:
    """Yield each amount of money once, as it is written last."""
    amounts = (amount for words in evidence for amount in find_amounts(words.quote, lexicon))
    yield from {(amount.value, amount.currency): amount for amount in amounts}.values()


def _importance(article: Article, candidate: Candidate, others: Sequence[Candidate]) -> str:
    """Return `side` for what is planned or long past beside news; a lone event is the news, and so is a lead's plan."""
    if len(others) == 1 or any(scene.role in ("title", "standfirst") for scene in candidate.scenes):
        return "main"
    if candidate.status == "planned" and any(other.status != "planned" for other in others):
        lead = next((number for number, block in enumerate(article.blocks) if block.role == "body"), None)
        return "main" if candidate is others[0] and candidate.scenes[0].block == lead else "side"
    end = edtf.bounds(candidate.date)[1] if candidate.date else None
    day = Publication.of(article.published).first
    return "side" if end and day and (day - end).days > _LONG_AGO else "main"
