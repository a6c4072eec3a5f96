"""Intervals that a sentence tells by two dates, or by one and how long something lasted."""

from collections.abc import Sequence
from datetime import timedelta
from itertools import pairwise

from dateutil.relativedelta import relativedelta

from hcoop import edtf
from hcoop.events.cues import Match
from hcoop.events.scenes import Scene
from hcoop.events.times import Times
from hcoop.records import DateMention

# An EDTF date and its basis.
Dated = tuple[str, str]

_MONTH, _DAY = len("2016-01"), len("2016-01-19")
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
        opened = f"../{date.edtf}"
    elif rules.begun.search(before):
        opened = f"{date.edtf}/.."
    else:
        return None
    return (opened, date.basis) if edtf.is_valid(opened) else None


def _start_and_end(dates: Sequence[DateMention]) -> Dated | None:
    """Return a start and an end told apart as one interval: "began on April 26 and will run until 2023"."""
    ends = [date for date in dates if date.edtf.startswith("../")]
    starts = [date for date in dates if date not in ends and "/" not in date.edtf.removesuffix("/..")]
    return _interval(starts[0], ends[0]) if len(ends) == len(starts) == 1 else None


def _begun_and_ended(dates: Sequence[DateMention], scene: Scene, rules: Times) -> Dated | None:
    """Return the interval of something that a sentence says began on one date and ended on another."""
    begun = [d for d in dates if d.edtf.endswith("/..") or rules.begun.search(scene.words(d.start - _BEGUN, d.start))]
    ended = [d for d in dates if d not in begun
             and rules.ended.search(scene.words(d.start - _ENDED_BEFORE, d.end + _ENDED_BEHIND))]
    return _interval(begun[0], ended[0]) if len(begun) == len(ended) == 1 else None


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


def until_end(dates: Sequence[DateMention], match: Match, scene: Scene, rules: Times) -> Dated | None:
    """Return the interval of what is told to last so long up to a date: "a three-day visit until Friday"."""
    length = _length(scene, rules) if match.cue.type.over_days else None
    for told in dates if length else ():
        day = told.edtf.removeprefix("../")
        if day != told.edtf or rules.ends_on.search(scene.words(told.start - _ENDED_BEHIND, told.start)):
            span = _stretched(day, *length, is_end=True) if length else day
            return (span, told.basis) if span != day else None
    return None


def over_days(day: str, match: Match, scene: Scene, rules: Times) -> str:
    """Stretch a date over what is told to last: "wrapped up a four-day visit", "a six-month course from January"."""
    length = _length(scene, rules) if match.cue.type.over_days and "/" not in day else None
    if not length or not rules.turn.search(scene.masked):
        return day
    return _stretched(day, *length, is_end=bool(rules.at_end.search(scene.masked)))


def _length(scene: Scene, rules: Times) -> tuple[int, str] | None:
    """Return the number and the unit, as in `Times`, of "four-day" or "week-long"."""
    length = rules.duration.search(scene.masked)
    if not length:
        return None
    number = 1 if length["whole"] else rules.numbers.get(length["number"])
    return (number, rules.units[length["unit"] or length["whole"]]) if number else None


def _stretched(day: str, number: int, unit: str, *, is_end: bool) -> str:
    first = edtf.bounds(day)[0]
    if first is None or day.startswith("X"):
        return day
    if unit == "M":
        return f"{day}/{first + relativedelta(months=number - 1):%Y-%m}" if len(day) == _MONTH and number > 1 else day
    days = timedelta(number * (7 if unit == "W" else 1) - 1)
    if len(day) != _DAY or not days:
        return day
    return f"{first - days}/{first}" if is_end else f"{first}/{first + days}"
