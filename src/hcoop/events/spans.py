"""Intervals that a sentence tells by two dates, or by one and how long something lasted."""

from collections.abc import Sequence
from datetime import timedelta
from itertools import pairwise

from hcoop import edtf
from hcoop.events.cues import Match
from hcoop.events.scenes import Scene
from hcoop.events.times import Times
from hcoop.records import DateMention

# An EDTF date and its basis.
Dated = tuple[str, str]

_MONTH = len("2016-01")
# How far around a date the words may stand that tell which end it is, in letters.
_BEGUN, _ENDED_BEFORE, _ENDED_BEHIND = 20, 60, 30


def told_span(dates: Sequence[DateMention], match: Match, scene: Scene, rules: Times) -> Dated | None:
    """Return the interval that the dates of a clause make, None if they make none."""
    return two_dates(dates, scene, rules) or _two_in_a_row(dates, match, scene, rules)


def two_dates(dates: Sequence[DateMention], scene: Scene, rules: Times) -> Dated | None:
    """Return the interval of which a sentence tells both ends apart, None if it does not."""
    return _start_and_end(dates) or _begun_and_ended(dates, scene, rules)


def begun_or_ended(date: DateMention, scene: Scene, rules: Times) -> Dated | None:
    """Return the open interval of what a sentence says began or ended on a date, None if it says neither."""
    before = scene.words(date.start - _ENDED_BEHIND, date.start)
    if rules.ends_on.search(before):
        return f"../{date.edtf}", date.basis
    return (f"{date.edtf}/..", date.basis) if rules.begun.search(before) else None


def _start_and_end(dates: Sequence[DateMention]) -> Dated | None:
    """Return a start and an end told apart as one interval: "began on April 26 and will run until 2023"."""
    ends = [date for date in dates if date.edtf.startswith("../")]
    starts = [date for date in dates if date not in ends and "/" not in date.edtf.removesuffix("/..")]
    return _interval(starts[0], ends[0]) if len(ends) == len(starts) == 1 else None


def _begun_and_ended(dates: Sequence[DateMention], scene: Scene, rules: Times) -> Dated | None:
    """Return the interval of something that a sentence says began on one date and ended on another."""
    begun = [d for d in dates if d.edtf.endswith("/..") or rules.begun.search(scene.words(d.start - _BEGUN, d.start))]
    ended = [d for d in dates if d not in begun and _ends(d, scene, rules)]
    return _interval(begun[0], ended[0]) if len(begun) == len(ended) == 1 else None


def _ends(date: DateMention, scene: Scene, rules: Times) -> bool:
    """Tell whether something is said to end on a date, beside it or within it: "until Friday"."""
    around = scene.words(date.start - _ENDED_BEFORE, date.end + _ENDED_BEHIND)
    return bool(rules.ended.search(around) or rules.ended.search(date.text.lower()))


def _two_in_a_row(dates: Sequence[DateMention], match: Match, scene: Scene, rules: Times) -> Dated | None:
    """Return "2018 and 2019", "April and May" or "Thursday and Friday" as one interval."""
    if match.cue.type.signed:
        return None
    for first, last in pairwise(dates):
        span = _interval(first, last) if scene.words(first.end, last.start) in rules.joined_by else None
        ends = span[0].split("/") if span else []
        if span and len(ends[0]) == len(ends[1]) and (len(ends[0]) <= _MONTH or _next_day(*ends)):
            return span
    return None


def _next_day(first: str, last: str) -> bool:
    one, other = edtf.bounds(first)[0], edtf.bounds(last)[0]
    return one is not None and other is not None and other - one == timedelta(1)


def _interval(begin: DateMention, end: DateMention) -> Dated | None:
    start, stop = begin.edtf.removesuffix("/.."), end.edtf.removeprefix("../")
    if "/" in start or "/" in stop:
        return None
    if stop.startswith("XXXX") and not start.startswith("XXXX"):
        stop = start[:4] + stop[4:]
    span = f"{start}/{stop}"
    return (span, "relative" if "relative" in (begin.basis, end.basis) else "stated") if edtf.is_valid(span) else None
