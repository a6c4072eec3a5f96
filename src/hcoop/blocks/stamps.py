"""The date a page states for its article: `18:00 | 25/06/2020 Cooperation`, `Published : Dec. 18, 2022 - 14:59`."""

import datetime
import re
from dataclasses import dataclass

from hcoop.blocks.layout import Layout

_TIME = re.compile(r"(?<![\d/.-])t?(?P<hour>[01]?\d|2[0-3])\s?[:h]\s?(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?"
                   r"(?:\.\d+)?'?(?:\s*(?P<half>[ap])\.?m\b\.?|(?:z|[+-]\d\d:?\d\d)\b)?")
_PADDED = re.compile(r"\b0\d[/.-]")
_WEEKDAY = re.compile(r"\b((?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6})[.,\s-]+$")
# A year in which each day of the calendar is valid.
_LEAP_YEAR = 2000
_BESIDE = 26
_EDGE = "* \t\xa0|,.;:/-[]()'\"•·»>"


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date line: `start` and `end` of the date and time in the line, the date as EDTF, and what stands beside it.

    `before` and `after` are what is left of the folded line without weekdays, labels and punctuation.
    `label` is `published`, `updated` or "".
    """

    start: int
    end: int
    edtf: str
    label: str
    before: str
    after: str


def find(folded: str, layout: Layout) -> Stamp | None:
    """Return the date that a folded line states, the one labelled as that of publication if there are two.

    Day-first numbers are the rule of this press; the month is first where the second number cannot be one, or where
    a clock of twelve hours with seconds, and numbers without a leading zero, show an American program.
    """
    found = [stamp for match in layout.date.finditer(folded) if (stamp := _stamp(folded, match, layout))]
    return next((stamp for stamp in found if stamp.label == "published"), found[0] if found else None)


def find_yearless(folded: str, layout: Layout) -> str | None:
    """Return the day and month of a dateline that leaves out the year (`VIETNAM, April 11 -`) as EDTF, or None."""
    match = layout.yearless.search(folded)
    if match is None:
        return None
    month = layout.months[match["month"] or match["day_month"]]
    day = _valid(_LEAP_YEAR, month, int(match["month_day"] or match["day"]))
    return f"XXXX-{day:%m-%d}" if day else None


def _stamp(folded: str, match: re.Match[str], layout: Layout) -> Stamp | None:
    time = _time_beside(folded, match)
    day = _day(match, layout, american=bool(time and time["half"] and time["second"]) and not _PADDED.search(match[0]))
    if day is None:
        return None
    start = min(match.start(), time.start() if time else match.start())
    end = max(match.end(), time.end() if time else match.end())
    before, after = folded[:start], folded[end:]
    return Stamp(start, end, day.isoformat() + _clock(time), _label(before, layout),
                 _rest(before, layout), _rest(after, layout))


def _time_beside(folded: str, match: re.Match[str]) -> re.Match[str] | None:
    after = _TIME.search(folded, match.end(), match.end() + _BESIDE)
    earlier = _TIME.finditer(folded, max(0, match.start() - _BESIDE), match.start())
    before = max(earlier, key=lambda time: time.start(), default=None)
    if after is None or before is None:
        return after or before
    return after if after.start() - match.end() <= match.start() - before.end() else before


def _day(match: re.Match[str], layout: Layout, american: bool) -> datetime.date | None:
    found = match.groupdict()
    if found["first"]:
        day, month = int(found["first"]), int(found["second"])
        year = int(found["number_year"])
        if month > 12 or (day <= 12 and (american or _weekday_swaps(match, year, month, day))):
            day, month = month, day
        return _valid(year, month, day)
    if found["month"]:
        return _valid(int(found["month_year"]), layout.months[found["month"]], int(found["month_day"]))
    if found["day_month"]:
        year = int(found["day_year"])
        return _valid(year + 2000 if year < 100 else year, layout.months[found["day_month"]], int(found["day"]))
    kind = "iso" if found["iso_year"] else "viet"
    return _valid(*(int(found[f"{kind}_{part}"]) for part in ("year", "month", "day")))


def _weekday_swaps(match: re.Match[str], year: int, month: int, day: int) -> bool:
    """Whether the weekday before a date in numbers, "Wed, 06/12/2019", is right only if the month is first."""
    told = _WEEKDAY.search(match.string, max(0, match.start() - _BESIDE), match.start())
    if told is None:
        return False
    either = (_valid(year, month, day), _valid(year, day, month))
    first, second = (f"{date:%a}".lower() if date else "" for date in either)
    return told[1][:3] == second != first


def _valid(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def _clock(time: re.Match[str] | None) -> str:
    if time is None:
        return ""
    hour = int(time["hour"])
    if time["half"] and hour <= 12:
        hour = hour % 12 + (12 if time["half"] == "p" else 0)
    return f"T{hour:02}:{time['minute']}"


def _label(before: str, layout: Layout) -> str:
    if layout.updated.search(before[-40:]):
        return "updated"
    return "published" if layout.label.search(before.rstrip(_EDGE) + ":") else ""


def _rest(part: str, layout: Layout) -> str:
    return " ".join(layout.noise.sub(" ", part).strip(_EDGE).split())
