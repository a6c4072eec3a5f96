"""Dates as EDTF (ISO 8601-2): check them, compare them, say them as people do.

The part of EDTF that hcoop writes: a day `2016-01-19` (with or without `T09:43`), a month `2016-11`, a year `2016`, a
decade `199X`, a century `18XX`, a missing year `XXXX-09-23` or `XXXX-09`, `~` for about, and intervals `2018/2020`,
`2014/..`, `../2030`. A quarter is an interval of months, `2019-01/2019-03`: the codes that EDTF has for quarters and
seasons are not understood everywhere.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from hcoop.errors import HcoopError

_POINT = re.compile(
    r"(?P<year>\d{4}|XXXX(?=-)|\d{3}X|\d{2}XX)"
    r"(?:(?<!X)-(?P<month>\d\d)|(?<=XXXX)-(?P<bare_month>\d\d))?"
    r"(?:(?<=-\d\d)-(?P<day>\d\d))?(?:(?<=-\d\d-\d\d)T(?P<clock>\d\d:\d\d(?::\d\d)?)(?:Z|[+-]\d\d:\d\d)?)?(?P<about>~)?"
)
_LEAP_YEAR = 2000
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True, slots=True)
class Point:
    """One end of an interval, or a whole date: `year` is null where it is missing, `span` counts its years."""

    year: int | None
    month: int | None = None
    day: int | None = None
    clock: str | None = None
    about: bool = False
    span: int = 1

    def bounds(self, year: int | None = None) -> tuple[date | None, date | None]:
        """Return the first and the last day, in `year` if the point has none; null where no year is known."""
        first = self.year if self.year is not None else year
        if first is None:
            return None, None
        last = first + self.span - 1
        month, end = self.month or 1, self.month or 12
        longest = monthrange(last, end)[1]
        # The 29th of February of a missing year is the 28th in most years.
        return date(first, month, min(self.day or 1, longest)), date(last, end, min(self.day or longest, longest))


@dataclass(frozen=True, slots=True)
class Dating:
    """A parsed EDTF date: `end` is `start` but for an interval; null is an open end."""

    start: Point | None
    end: Point | None

    @property
    def yearless(self) -> bool:
        """Whether a year is missing."""
        return any(point is not None and point.year is None for point in (self.start, self.end))


def parse(edtf: str) -> Dating:
    """Return the parts of an EDTF date.

    Raises HcoopError if it is not in the part of EDTF that hcoop uses, names no day of the calendar, or runs backwards.
    """
    parsed = _parse(edtf)
    if parsed is None:
        raise HcoopError(f"not an EDTF date: {edtf!r}",
                         hint="write it as 2016-01-19, 2016-11, 2016, 2018/2020, 2014/.. or XXXX-09-23")
    return parsed


def is_valid(edtf: str) -> bool:
    """Tell whether `parse` would accept the date."""
    return _parse(edtf) is not None


@lru_cache(maxsize=8192)
def _parse(edtf: str) -> Dating | None:
    left, slash, right = edtf.partition("/")
    start, end = _point(left), _point(right if slash else left)
    if (start is None and left != "..") or (end is None and right != "..") or (start is None and end is None):
        return None
    parsed = Dating(start, end)
    if parsed.yearless and None in (start, end):  # other readers of EDTF do not know it
        return None
    first, last = _bounds(parsed)
    return None if first and last and first > last else parsed


def _point(text: str) -> Point | None:
    match = _POINT.fullmatch(text)
    if match is None:
        return None
    year = match["year"]
    month, day = match["month"] or match["bare_month"], match["day"]
    point = Point(
        year=None if year == "XXXX" else int(year.replace("X", "0")), month=int(month) if month else None,
        day=int(day) if day else None, clock=match["clock"], about=bool(match["about"]),
        span=1 if year == "XXXX" else 10 ** year.count("X"),
    )
    return point if _in_calendar(point) else None


def _in_calendar(point: Point) -> bool:
    month, day = 1 if point.month is None else point.month, 1 if point.day is None else point.day
    return point.year != 0 and 1 <= month <= 12 and 1 <= day <= monthrange(point.year or _LEAP_YEAR, month)[1]


def _bounds(dating: Dating, year: int | None = None) -> tuple[date | None, date | None]:
    first = dating.start.bounds(year)[0] if dating.start else None
    last = dating.end.bounds(year)[1] if dating.end else None
    if year is not None and first and last and first > last:  # November to March of the next year
        last = dating.end.bounds(year + 1)[1] if dating.end else None
    return first, last


@lru_cache(maxsize=8192)
def bounds(edtf: str) -> tuple[date | None, date | None]:
    """Return the first and the last day that the date may mean; null for an open end and where the year is missing.

    Raises HcoopError if it is no EDTF date, as do all below.
    """
    return _bounds(parse(edtf))


def days(edtf: str | None) -> tuple[str | None, str | None]:
    """Return the first and the last day that a date may mean, in ISO 8601; null where open or unknown, or for none."""
    if edtf is None:
        return None, None
    earliest, latest = bounds(edtf)
    return earliest.isoformat() if earliest else None, latest.isoformat() if latest else None


def _readings(dating: Dating, other: Dating) -> Iterator[tuple[date | None, date | None]]:
    """Give the bounds of a date, in each of the years worth trying against `other` if its own is missing."""
    if not dating.yearless:
        yield _bounds(dating)
        return
    first, last = _bounds(other)
    ends = [day.year for day in (first, last) if day] or [_LEAP_YEAR]
    # The years next to each end suffice: every whole year between them gives the same answer.
    for year in sorted({year + step for year in ends for step in (-1, 0, 1) if 1 <= year + step <= 9998}):
        yield _bounds(dating, year)


def _pairs(one: str, other: str) -> Iterator[tuple[tuple[date, date], tuple[date, date]]]:
    left, right = parse(one), parse(other)
    for a in _readings(left, right):
        for b in _readings(right, left):
            yield _closed(a), _closed(b)


def _closed(ends: tuple[date | None, date | None]) -> tuple[date, date]:
    return ends[0] or date.min, ends[1] or date.max


@lru_cache(maxsize=8192)
def overlaps(one: str, other: str) -> bool:
    """Tell whether two dates may mean a common day; a missing year may be any."""
    return any(a[0] <= b[1] and b[0] <= a[1] for a, b in _pairs(one, other))


def contains(outer: str, inner: str) -> bool:
    """Tell whether `inner` is `outer` or a more precise form of it: 2024-03 and XXXX-03-25 contain 2024-03-25."""
    if parse(inner).yearless and not parse(outer).yearless:
        return False
    return any(a[0] <= b[0] and b[1] <= a[1] for a, b in _pairs(outer, inner))


def humanise(edtf: str) -> str:
    """Return the date as people write it: "19 Jan 2016", "25-27 Aug 2016", "since 2014", "23 Sep, year not stated"."""
    dating = parse(edtf)
    if dating.start is None:
        said = f"until {_said(dating.end)}"
    elif dating.end is None:
        said = f"since {_said(dating.start)}"
    else:
        said = _said(dating.start) if dating.start == dating.end else _interval(dating.start, dating.end)
    return f"{said}, year not stated" if dating.yearless else said


def _said(point: Point | None) -> str:
    if point is None:
        return ""
    words = [str(point.day) if point.day else "", MONTHS[point.month - 1] if point.month else "", _year(point)]
    about, clock = "about " if point.about else "", f", {point.clock}" if point.clock else ""
    return about + " ".join(filter(None, words)) + clock


def _year(point: Point) -> str:
    if point.year is None:
        return ""
    return f"{point.year}s" if point.span > 1 else str(point.year)


def _interval(start: Point, end: Point) -> str:
    """Say what two ends share once: the year, and with days the month."""
    left, right = _said(start), _said(end)
    plain = not (start.about or end.about or start.clock or end.clock)
    if plain and start.year == end.year and start.month and end.month and bool(start.day) == bool(end.day):
        left = _said(Point(None, None if start.month == end.month and start.day else start.month, start.day))
    return f"{left}-{right}" if left.isdigit() else f"{left} - {right}"
