"""Dates as a user asks for them: 2016, 2016-05, 2016-05-03, and ranges such as 2016..2020."""

import calendar
import re
from datetime import date, timedelta

from hcoop.errors import UsageError

_DATE = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?", re.ASCII)
_PERIOD = re.compile(r"(\d{1,5})([ymd])", re.ASCII)
_HINT = "write 2016, 2016-05 or 2016-05-03; a range is 2016..2020, and an end may be left out"


def first_day(text: str) -> str:
    """Return the first day of a year, month or day, in ISO 8601. Raises UsageError if it is no date."""
    year, month, day = _parse(text)
    return _iso(text, year, month or 1, day or 1)


def last_day(text: str) -> str:
    """Return the last day of a year, month or day, in ISO 8601. Raises UsageError if it is no date."""
    year, month, day = _parse(text)
    month = month or 12
    if not day and 1 <= month <= 12 and year:
        day = calendar.monthrange(year, month)[1]
    return _iso(text, year, month, day or 1)


def interval(text: str) -> tuple[str | None, str | None]:
    """Return the days that bound a date or a range, null where it is open. Raises UsageError if it is neither."""
    start, dots, end = text.partition("..")
    if not dots:
        return first_day(text), last_day(text)
    if not start and not end:
        raise UsageError(f'"{text}" is no range of dates', hint=_HINT)
    since, until = (first_day(start) if start else None), (last_day(end) if end else None)
    if since and until and since > until:
        return first_day(end), last_day(start)
    return since, until


def before(day: str, period: str) -> str:
    """Return the day that is so many years, months or days (2y, 18m, 90d) before a day, both in ISO 8601.

    Raises UsageError if the period is none.
    """
    match = _PERIOD.fullmatch(period.strip().lower())
    if not match:
        raise UsageError(f'"{period}" is no period', hint="write 2y, 18m or 90d")
    count, unit = int(match[1]), match[2]
    try:
        if unit == "d":
            return (date.fromisoformat(day) - timedelta(days=count)).isoformat()
        year, month, of_month = map(int, day.split("-"))
        months = year * 12 + month - 1 - count * (12 if unit == "y" else 1)
        year, month = months // 12, months % 12 + 1
        return date(year, month, min(of_month, calendar.monthrange(year, month)[1])).isoformat()
    except (ValueError, OverflowError) as error:
        raise UsageError(f'"{period}" is too long a period', hint="write 2y, 18m or 90d") from error


def _parse(text: str) -> tuple[int, int, int]:
    match = _DATE.fullmatch(text.strip())
    if not match:
        raise UsageError(f'"{text}" is no date', hint=_HINT)
    year, month, day = (int(part or 0) for part in match.groups())
    return year, month, day


def _iso(text: str, year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError as error:
        raise UsageError(f'"{text}" is no date: {error}', hint=_HINT) from error
