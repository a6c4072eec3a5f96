"""The day an article was published, and what that says of its dates."""

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Self

from hcoop import edtf

# How many days from the publication a date may lie and still be of what the article reports.
_DAYS = 45
_WITHOUT_TIME = len("2016-01-19")


@dataclass(frozen=True, slots=True)
class Publication:
    """The first and the last day on which an article may have been published; null if unknown."""

    first: date | None
    last: date | None

    @classmethod
    @lru_cache(maxsize=64)
    def of(cls, published: str | None) -> Self:
        """Return the days of an EDTF date with or without a time."""
        return cls(*(edtf.bounds(published[:_WITHOUT_TIME]) if published else (None, None)))

    def is_news(self, day: str) -> bool:
        """Tell whether an EDTF date is of the days the article reports, not of the background."""
        end = edtf.bounds(day)[1]
        return self.first is None or end is None or abs((self.first - end).days) <= _DAYS

    def is_to_come(self, day: str | None) -> bool:
        """Tell whether an EDTF date is known to begin after the publication."""
        start = edtf.bounds(day)[0] if day else None
        return start is not None and self.last is not None and start > self.last

    def is_past(self, day: str | None) -> bool:
        """Tell whether an EDTF date is known to be of the background."""
        return day is not None and self.first is not None and not self.is_news(day)

    def is_of_earlier_year(self, day: str | None) -> bool:
        """Tell whether an EDTF date is known to begin in a year before the article's."""
        start = edtf.bounds(day)[0] if day else None
        return start is not None and self.first is not None and start.year < self.first.year

    def in_the_past(self, day: str, basis: str) -> str:
        """Return an EDTF date of what is told as past: a year earlier if its year was completed to one to come."""
        start = edtf.bounds(day)[0]
        if basis != "relative" or self.last is None or start is None or not re.fullmatch(r"[\d/-]+", day):
            return day
        if (start - self.last).days <= 1:
            return day
        return "/".join(f"{int(part[:4]) - 1}{part[4:]}" for part in day.split("/"))
