"""How long something is told to last, and the interval that this makes of a date."""

from collections.abc import Sequence
from datetime import timedelta

from dateutil.relativedelta import relativedelta

from hcoop import edtf
from hcoop.events.cues import Match
from hcoop.events.scenes import Scene
from hcoop.events.spans import Dated
from hcoop.events.times import Times
from hcoop.records import DateMention

_MONTH, _DAY = len("2016-01"), len("2016-01-19")
# So many letters before a date may say that it is an end.
_BEFORE = 30


def until_end(dates: Sequence[DateMention], match: Match, scene: Scene, rules: Times) -> Dated | None:
    """Return the interval of what is told to last so long up to a date: "a three-day visit until Friday"."""
    length = scene.once(length_of, rules) if match.cue.type.over_days else None
    for told in dates if length else ():
        day = told.edtf.removeprefix("../")
        if day != told.edtf or rules.ends_on.search(scene.words(told.start - _BEFORE, told.start)):
            span = stretched(day, *length, is_end=True) if length else day
            return (span, told.basis) if span != day else None
    return None


def over_days(day: str, match: Match, scene: Scene, rules: Times) -> str:
    """Stretch a date over what is told to last: "wrapped up a four-day visit", "a six-month course from January"."""
    length = scene.once(length_of, rules) if match.cue.type.over_days and "/" not in day else None
    if not length or not rules.turn.search(scene.masked):
        return day
    return stretched(day, *length, is_end=bool(rules.at_end.search(scene.masked)))


def length_of(scene: Scene, rules: Times) -> tuple[int, str] | None:
    """Return the number and the unit, as in `Times`, of "four-day" or "week-long"."""
    length = rules.duration.search(scene.masked)
    if not length:
        return None
    number = 1 if length["whole"] else rules.numbers.get(length["number"])
    return (number, rules.units[length["unit"] or length["whole"]]) if number else None


def stretched(day: str, number: int, unit: str, *, is_end: bool) -> str:
    """Return a day or month with so many units from it on, or up to it; itself if they tell nothing of it."""
    first = edtf.bounds(day)[0]
    if first is None or day.startswith("X"):
        return day
    if unit == "M":
        return f"{day}/{first + relativedelta(months=number - 1):%Y-%m}" if len(day) == _MONTH and number > 1 else day
    days = timedelta(number * (7 if unit == "W" else 1) - 1)
    if len(day) != _DAY or not days:
        return day
    return f"{first - days}/{first}" if is_end else f"{first}/{first + days}"
