"""The home city of an event."""

import re
from collections.abc import Iterable

from hcoop.events.account import Account
from hcoop.events.candidate import Candidate, Party
from hcoop.events.profile import WIDE
from hcoop.events.scenes import Scene
from hcoop.records import Place
from hcoop.text import name_key

_ON = re.compile(r"(?: city| province)? (?:on )?")
# A place and the date beside it are so many letters apart.
_NEAR = 15
# An event and where its ceremony is told to have been are so many blocks apart at most.
_BLOCKS = 5


def city_of(candidate: Candidate, account: Account) -> str | None:
    """Return the seat of the home party; where that is a national body or not told, the one home place nearby."""
    told = {party.city for party in candidate.home if party.told and party.city and not _is_nationwide(party, account)}
    if told:
        return _only(told)
    beside = _beside_date(candidate)
    if beside:
        return beside
    blocks = dict.fromkeys(scene.block for scene in candidate.scenes)
    around = [scene for block in blocks for scene in account.blocks[block]]
    named = _places(candidate.scenes) or _of_ceremony(candidate, account) or _places(around)
    if named:
        return _only(named)
    seats = {party.city for party in candidate.home if party.city}
    return _only(seats) if len(seats) == 1 else _dateline(candidate, account)


def _is_nationwide(party: Party, account: Account) -> bool:
    """Tell whether a body of the capital works all over the country, as a national institute does."""
    profile = account.rules.profile
    return party.city in profile.capitals and account.kinds.get(party.name) in profile.kinds.nationwide


def _beside_date(candidate: Candidate) -> str | None:
    """Return the place told beside a time: "signed in Hanoi on Monday"."""
    for scene in candidate.scenes:
        for place in scene.of("V"):
            near = (date for date in scene.dates if place.end <= date.start <= place.end + _NEAR)
            behind = scene.words(place.end, next(near, place).start)
            if isinstance(place.what, Place) and place.what.kind not in WIDE and _ON.fullmatch(behind):
                return place.what.name
    return None


def _only(names: set[str]) -> str | None:
    return next(iter(names)) if len(names) == 1 else None


def _places(scenes: Iterable[Scene]) -> set[str]:
    return {m.what.name for scene in scenes for m in scene.of("V")
            if isinstance(m.what, Place) and m.what.kind not in WIDE}


def _of_ceremony(candidate: Candidate, account: Account) -> set[str]:
    """Return where a sentence behind an event, and before the next, says that it was: "at the ceremony in Hanoi"."""
    first = candidate.scene
    after = (other.scene.start for other in account.events if other.scene.start > first.start)
    end = min(after, default=len(account.article.text))
    behind = [scene for block in range(first.block, first.block + _BLOCKS) for scene in account.blocks.get(block, ())]
    return {m.what.name for scene in behind if first.start < scene.start < end for m in scene.of("V")
            if isinstance(m.what, Place) and m.what.kind not in WIDE
            and account.rules.reference.ceremonies.search(scene.words(scene.start, m.start))}


def _dateline(candidate: Candidate, account: Account) -> str | None:
    """Return the home city of the dateline for what national bodies did, as the article's first news."""
    dateline = account.article.dateline
    if not dateline or candidate.status != "completed" or candidate.past or not candidate.home:
        return None
    return account.rules.profile.seats.get(name_key(dateline))
