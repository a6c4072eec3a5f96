"""How long what was signed holds: a length, or the dates between which or until which."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from hcoop.events.account import Account
from hcoop.events.candidate import Candidate
from hcoop.events.scenes import Scene
from hcoop.events.terms import Terms
from hcoop.events.times import Times
from hcoop.records import DateMention

# How many sentences behind a signing may still tell its term, and how many letters before a length or date.
_BEHIND, _BEFORE = 3, 120
_MONTHS = 12
# Days, months or years whose year is known, from the first on or between two.
_SPAN = re.compile(r"(\.\.|[0-9-]+)/[0-9-]+")


@dataclass(frozen=True, slots=True)
class Term:
    """An ISO 8601 duration (`P5Y`) or an EDTF interval (`2016/2020`, `../2029`), and the sentence that tells it."""

    value: str
    scene: Scene


def term_of(candidate: Candidate, account: Account) -> Term | None:
    """Return the term of what was signed; None if no sentence of the event, or that goes on about it, tells one."""
    if not candidate.type.signed:
        return None
    terms, times = account.rules.terms, account.rules.times
    for scene in (*candidate.scenes, *_continued(candidate, account)):
        found = sorted(_told(scene, terms, times), key=lambda told: abs(told[0] - candidate.match.trigger_start))
        if found:
            return Term(found[0][1], scene)
    return None


def _continued(candidate: Candidate, account: Account) -> Iterator[Scene]:
    """Yield the next sentences that go on about what was signed, up to the next event."""
    at = bisect_right(account.scenes, candidate.scenes[-1].start, key=lambda scene: scene.start)
    for scene in islice(account.scenes, at, at + _BEHIND):
        if scene.start in account.told:
            return
        if account.rules.terms.goes_on.match(scene.masked):
            yield scene


def _told(scene: Scene, terms: Terms, times: Times) -> Iterator[tuple[int, str]]:
    """Yield the terms that a sentence tells, each with where it stands."""
    for match in terms.length.finditer(scene.masked):
        before = scene.masked[max(0, match.start() - _BEFORE):match.start()]
        if terms.of_length.match(scene.masked, match.end()) or terms.holds_for.search(before):
            yield scene.start + match.start(), _duration(match, terms)
    for date in scene.dates:
        if span := _span(date, scene, terms, times):
            yield date.start, span


def _duration(match: re.Match[str], terms: Terms) -> str:
    number, unit = int(terms.numbers.get(match["number"], match["number"])), terms.units[match["unit"]]
    is_years = unit == "M" and number % _MONTHS == 0
    return f"P{number // _MONTHS}Y" if is_years else f"P{number}{unit}"


def _span(date: DateMention, scene: Scene, terms: Terms, times: Times) -> str | None:
    """Return the interval of dates, or the open one, that a date tells as a term; None if it tells none."""
    before, behind = scene.words(date.start - _BEFORE, date.start), scene.words(date.end, scene.end)
    span = date.edtf if "/" in date.edtf else f"../{date.edtf}"
    if not _SPAN.fullmatch(span):
        return None
    if span.startswith("../"):
        return span if terms.holds_until.search(before) else None
    stands = times.term_before.search(before) or times.term_behind.match(behind) or terms.holds_for.search(before)
    return span if stands else None
