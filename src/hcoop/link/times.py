"""How the times of two tellings fit together."""

from enum import Enum

from hcoop import edtf
from hcoop.link.telling import Telling

# Days. News is told within a fortnight; two days apart, one of two reports may have miscounted.
_NEWS = 14
_MISCOUNTED = 2
_SOME_DAYS = 10
_MONTH, _YEAR = 31, 366


class Fit(Enum):
    """The ways in which two times fit, each with the points it is worth and what is said of it."""

    day = (3.0, "the same day")
    days = (2.5, "the same days")
    span = (2.0, "the same time")
    month = (1.5, "within a month")
    news = (1.0, "told when it was news")
    year = (0.75, "within a year")
    open = (0.25, "no time against it")
    clash = (-1.0, "days that differ by a slip")

    @property
    def points(self) -> float:
        """What the fit is worth."""
        return self.value[0]

    @property
    def close(self) -> bool:
        """Whether it leaves little room for another event of the same parties."""
        return self in (Fit.day, Fit.days, Fit.clash)


def fit(one: Telling, other: Telling) -> Fit | None:
    """Return how two times fit, or None if they speak against one event."""
    first, second = one.event["date"], other.event["date"]
    if first and second:
        return _of_dates(one, other) if one.days and other.days else _of_yearless(first, second)
    if not first and not second:
        return _of_two_undated(one, other)
    return _of_undated(one, other) if second else _of_undated(other, one)


def news_together(one: Telling, other: Telling) -> bool:
    """Tell whether two reports came within the time in which news is told, as what both chiefly tell."""
    return (
        one.event["importance"] == other.event["importance"] == "main"
        and one.reported is not None
        and other.reported is not None
        and abs(one.reported - other.reported) <= _NEWS
    )


def _of_two_undated(one: Telling, other: Telling) -> Fit | None:
    """Each may be the news of its own time."""
    if news_together(one, other):
        return Fit.news
    both_news = all(t.event["importance"] == "main" and t.event["status"] == "completed" for t in (one, other))
    return None if both_news and one.reported and other.reported else Fit.open


def _of_dates(one: Telling, other: Telling) -> Fit | None:
    assert one.days
    assert other.days
    apart = max(one.days[0], other.days[0]) - min(one.days[1], other.days[1])
    longest = max(one.length, other.length)
    if apart > 0:
        return Fit.clash if apart <= _MISCOUNTED and longest <= _SOME_DAYS else None
    if longest == 1:
        return Fit.day
    if longest <= _SOME_DAYS:
        return Fit.days
    if one.days == other.days and longest <= _MONTH:
        return Fit.span
    return Fit.month if longest <= _MONTH else Fit.year if longest <= _YEAR else Fit.open


def _of_yearless(first: str, second: str) -> Fit | None:
    if not edtf.overlaps(first, second):
        return None
    days = sum(date.count("-") >= 2 for date in (first, second))
    return Fit.days if days == 2 else Fit.month if days else Fit.open


def _of_undated(undated: Telling, dated: Telling) -> Fit | None:
    """What happened was over when it was reported; as news, not long before. What is planned comes after."""
    if undated.reported is None or dated.days is None:
        return Fit.open
    if undated.planned:
        return Fit.open if dated.days[1] >= undated.reported else None
    if dated.days[0] > undated.reported + 1:
        return None
    fresh = dated.days[1] >= undated.reported - _NEWS and dated.length <= _MONTH
    return Fit.news if undated.event["importance"] == "main" and fresh else Fit.open
