"""The fields of health that an event is about, told by the words of its sentences and of those that go on about it."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from hcoop.events.account import Account
from hcoop.events.candidate import Candidate
from hcoop.events.labels import topics
from hcoop.events.profile import Kinds
from hcoop.events.scenes import Scene
from hcoop.lexicon import Lexicon
from hcoop.text import fold

# What an agreement provides stands at most so many blocks behind it.
_NEAR = 2


def event_topics(candidate: Candidate, account: Account, lexicon: Lexicon) -> tuple[str, ...]:
    """Return the topics of an event, in order of the list: those of its type first."""
    about = [*candidate.scenes, *_discussed(candidate, account), *_continued(candidate, account)]
    if candidate is account.events[0]:  # What the article reports first is what its headlines can only be of.
        about += account.headlines
    if candidate.type.occasion and candidate.status == "completed":
        about += _raised(candidate, account)
    kinds = account.rules.profile.kinds
    text = " ".join([*(scene.once(_words, kinds) for scene in about), *_specialised(candidate, account)])
    return tuple(dict.fromkeys([*candidate.type.topics, *lexicon.compiled(topics).all(text)]))


def _behind(start: int, account: Account) -> Sequence[Scene]:
    return account.scenes[bisect_right(account.scenes, start, key=lambda scene: scene.start):]


def _continued(candidate: Candidate, account: Account) -> Iterator[Scene]:
    """Yield the sentences after an event that tell its contents, up to the next event or hope."""
    rules, last = account.rules.modality, candidate.scenes[-1]
    for scene in _behind(last.start, account):
        if scene.block > last.block + _NEAR:
            return
        if scene.role != "body":
            continue
        if scene.start in account.told or rules.rejected.search(scene.masked):
            return
        if scene.block == last.block or rules.contents.match(scene.masked) or rules.provides.search(scene.masked):
            yield scene


def _discussed(candidate: Candidate, account: Account) -> Iterator[Scene]:
    """Yield what was talked about at the meeting where an event was made: the rest of its paragraph, but for hopes."""
    for meeting in candidate.meetings:
        yield meeting
        for scene in account.blocks[meeting.block]:
            is_open = scene.start > meeting.start and scene.start not in account.told
            if is_open and not account.rules.modality.rejected.search(scene.masked):
                yield scene


def _raised(candidate: Candidate, account: Account) -> Iterator[Scene]:
    """Yield what was said at a meeting: the rest of the article that reports nothing else, wishes and proposals too."""
    for scene in _behind(candidate.scene.start, account):
        if scene.start not in account.told and scene.role == "body" and scene.of("N"):
            yield scene


def _specialised(candidate: Candidate, account: Account) -> Iterator[str]:
    """Yield the folded names of the hospitals and institutes that take part: an eye hospital makes it eye care."""
    specialised = account.rules.profile.kinds.specialised
    return (fold(party.name) for party in candidate.parties if account.kinds.get(party.name) in specialised)


def _words(scene: Scene, kinds: Kinds) -> str:
    """Return the folded words of a scene with the names of general bodies and of people blanked."""
    text = scene.without(kinds.general)
    for person in scene.of("N"):
        left, right = person.start - scene.start, person.end - scene.start
        text = text[:left] + " " * (right - left) + text[right:]
    return text
