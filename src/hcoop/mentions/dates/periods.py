"""Quarters, halves, seasons and weeks, as intervals of months or days."""

from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from hcoop.mentions.dates.scene import (
    DAY,
    DECADE,
    FORTNIGHT,
    HALF,
    MONTH,
    QUARTER,
    WEEK,
    WEEKEND,
    YEAR,
    Reading,
    Scene,
    Value,
)

_MONTHS_IN = {QUARTER: 3, HALF: 6}


def months(start: date, count: int) -> str:
    """Return `count` months from `start` on as EDTF."""
    last = start + relativedelta(months=count - 1)
    return _month(start) if count == 1 else f"{_month(start)}/{_month(last)}"


def _month(day: date) -> str:
    return day.isoformat()[:7]


def days(start: date, count: int) -> str:
    """Return `count` days from `start` on as EDTF."""
    return f"{start}/{start + timedelta(days=count - 1)}"


def around(day: date, unit: int) -> str:
    """Return the week, month, quarter ... that a day falls in, as EDTF; weeks begin on Monday."""
    monday = day - timedelta(days=day.weekday())
    if unit in _MONTHS_IN:
        size = _MONTHS_IN[unit]
        return months(date(day.year, (day.month - 1) // size * size + 1, 1), size)
    return {DAY: str(day), WEEK: days(monday, 7), WEEKEND: days(monday + timedelta(days=5), 2), FORTNIGHT: str(day),
            MONTH: _month(day), YEAR: f"{day.year:04}", DECADE: f"{day.year // 10:03}X"}[unit]


def shifted(day: date, unit: int, count: int) -> date | None:
    """Return the day that many units on; null where the calendar ends."""
    step = {DAY: relativedelta(days=1), WEEK: relativedelta(days=7), WEEKEND: relativedelta(days=7),
            FORTNIGHT: relativedelta(days=14), MONTH: relativedelta(months=1), QUARTER: relativedelta(months=3),
            HALF: relativedelta(months=6), YEAR: relativedelta(years=1), DECADE: relativedelta(years=10)}[unit]
    try:
        return day + step * count
    except (ValueError, OverflowError):
        return None


def quarter(reading: Reading, scene: Scene) -> Value | None:
    """Read a quarter or half by its number; without a year the last begun, or the next in talk of the future."""
    size = _MONTHS_IN[reading["unit"]]
    number = reading.get("ordinal") or reading.get("num") or 12 // size  # "the last quarter of 2022"
    return _of_year(number * size - size + 1, size, reading, scene) if number * size <= 12 else None


def first_months(reading: Reading, scene: Scene) -> Value | None:
    """Read "the first four months of the year" and "the last three months of 2015"."""
    count = reading["number"]
    if reading["unit"] != MONTH or not 1 < count < 12 or reading.get("ordinal", 1) != 1:
        return None
    return _of_year(1 if "ordinal" in reading else 13 - count, count, reading, scene)


def _of_year(first: int, size: int, reading: Reading, scene: Scene) -> Value | None:
    """Complete months `first` to `first + size - 1` with the year that is named, or the likely one."""
    if "year" in reading:
        return Value(months(date(reading["year"], first, 1), size), "stated")
    if scene.reference is None:
        return Value(f"XXXX-{first:02}/XXXX-{first + size - 1:02}", "none")
    year = scene.reference.year
    if "yeardir" in reading:
        year += reading["yeardir"]
    elif "thisyear" not in reading and scene.reference.month:
        year += _likely_shift(first, size, scene.reference.month, scene)
    return Value(months(date(year, first, 1), size), "relative")


def _likely_shift(first: int, size: int, now: int, scene: Scene) -> int:
    if first <= now < first + size:
        return 0
    gone = first < now
    return int(gone) if scene.future else -int(not gone)


def year_ago_quarter(reading: Reading, scene: Scene) -> Value | None:
    """Read "the year-ago quarter": a year before the quarter told last, or before the last quarter."""
    told = scene.last_quarter
    day = date.fromisoformat(f"{told[:7]}-01") if told else scene.reference and scene.reference.exact
    if not day:
        return None
    return Value(around(day - relativedelta(years=1, months=0 if told else 3), QUARTER), "relative")


def told_quarter(reading: Reading, scene: Scene) -> Value | None:
    """Read "in the quarter" as the quarter told last, nothing without one."""
    return Value(scene.last_quarter, "relative") if scene.last_quarter else None


def season(reading: Reading, scene: Scene) -> Value | None:
    """Read "summer 2014" or "last winter" as three months; a winter has the year it begins in."""
    first = reading["season"]
    if "year" in reading:
        return Value(months(date(reading["year"], first, 1), 3), "stated")
    reference = scene.reference
    if reference is None:
        return None
    if "yeardir" in reading:
        return Value(months(date(reference.year + reading["yeardir"], first, 1), 3), "relative")
    return _turned_season(first, reading["turn"], reference.middle)


def _turned_season(first: int, turn: int, reference: date) -> Value:
    """Take the season that is, was or will be: "this" one may be under way or still to come."""
    years = [date(year, first, 1) for year in range(reference.year - 2, reference.year + 3)]
    ended = [day for day in years if day + relativedelta(months=3) <= reference]
    start = ended[-1] if turn < 0 else years[len(ended)] if turn == 0 else next(day for day in years if day > reference)
    if turn == 0 and start.year > reference.year:
        start = ended[-1]
    return Value(months(start, 3), "relative")
