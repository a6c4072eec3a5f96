"""Dates told from the day of publication: "yesterday", "on Friday", "last month", "two years ago"."""

from datetime import date, timedelta

from hcoop.mentions.dates.periods import around, shifted
from hcoop.mentions.dates.scene import DAY, HALF, MONTH, QUARTER, YEAR, Reading, Scene, Value


def today(reading: Reading, scene: Scene) -> Value | None:
    """Read "today", "yesterday", "this morning", "last night"."""
    return _days_off(reading.get("nearday", reading.get("direction", 0)), scene)


def far_day(reading: Reading, scene: Scene) -> Value | None:
    """Read "the day before yesterday"."""
    return _days_off(reading["nearday"] + reading["shift"], scene)


def _days_off(count: int, scene: Scene) -> Value | None:
    day = scene.reference.exact if scene.reference else None
    return Value(str(day + timedelta(days=count)), "relative") if day else None


def unit(reading: Reading, scene: Scene) -> Value | None:
    """Read "last week", "this year", "at the end of the month"."""
    return _unit_off(reading["unit"], reading.get("turn", 0), scene)


def _unit_off(size: int, count: int, scene: Scene) -> Value | None:
    """Return the unit that many units from now, if the publication date is known well enough for it."""
    reference = scene.reference
    if reference is None or (size < MONTH and not reference.exact) or (size < YEAR and not reference.month):
        return None
    day = shifted(reference.middle, size, count)
    return Value(around(day, size), "relative") if day else None


def ago(reading: Reading, scene: Scene) -> Value | None:
    """Read "two years ago" as a year, "a month ago" as a month, "3 days ago" as a day."""
    count, size, sign = reading["number"], reading["unit"], reading.get("shift", 1)
    if "number2" not in reading and "nearday" not in reading:
        months = {QUARTER: 3, HALF: 6}.get(size, 0)  # "two quarters ago" is told by the month
        return _unit_off(MONTH if months else size, sign * count * (months or 1), scene)
    day = scene.reference.exact if scene.reference else None
    day = day and shifted(day, DAY, reading.get("nearday", 0))
    day = day and shifted(day, size, sign * count)
    finest = DAY
    if day and "number2" in reading:
        day, finest = shifted(day, reading["unit2"], sign * reading["number2"]), reading["unit2"]
    return Value(around(day, MONTH if finest >= MONTH else DAY), "relative") if day else None


def weekday(reading: Reading, scene: Scene) -> Value | None:
    """Read a day of the week: the last one, today included, unless the text points elsewhere."""
    now = scene.reference.exact if scene.reference else None
    if now is None:
        return None
    number = reading.get("weekday") or reading["fullday"]
    if "day" in reading:
        return _numbered(number, reading["day"], now)
    return Value(str(_weekday(number, now, reading, scene)), "relative")


def _numbered(number: int, day: int, now: date) -> Value | None:
    """Return the nearest Friday that is the 13th."""
    for away in range(400):
        for found in (now - timedelta(days=away), now + timedelta(days=away)):
            if (found.isoweekday(), found.day) == (number, day):
                return Value(str(found), "relative")
    return None


def _weekday(number: int, now: date, reading: Reading, scene: Scene) -> date:
    if "following" in reading:
        told = scene.last_day or now
        return told + timedelta(days=(number - told.isoweekday()) % 7 or 7)
    monday = now - timedelta(days=now.weekday())
    back = (now.isoweekday() - number) % 7
    if "week" in reading:
        return monday + timedelta(days=number - 1 + 7 * reading["week"])
    turn = reading.get("nextweek", reading.get("turn", reading.get("shift")))
    if turn == 0:
        return monday + timedelta(days=number - 1)
    if turn is not None and turn < 0:
        return now - timedelta(days=back or 7)
    if turn == 1 or scene.appointed:
        return now + timedelta(days=(7 - back) % 7 or 7)
    return now - timedelta(days=back)
