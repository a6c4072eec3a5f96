"""The publication date that a file states in a field of its own, as EDTF."""

import datetime
import re

_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ](\d\d):(\d\d).*)?)?)?$")
_DEFAULTS = (datetime.datetime(2001, 2, 3), datetime.datetime(2004, 5, 6))


def edtf(stated: str) -> str | None:
    """Return a stated date as EDTF with the precision it has (`2016-01-20T09:43`, `2016-01`), or None if it is none.

    Numbers are day-first unless they are ISO 8601. An offset from UTC is dropped: the time is the one on the page.
    """
    stated = stated.strip()
    if match := _ISO.match(stated):
        return _valid(*match.groups())
    from dateutil import parser  # noqa: PLC0415 - only dates in words need it

    try:
        first, second = (parser.parse(stated, dayfirst=True, default=default) for default in _DEFAULTS)
    except (ValueError, OverflowError, TypeError):
        return None
    if first != second:
        return None
    day = first.date().isoformat()
    return f"{day}T{first:%H:%M}" if ":" in stated else day


def _valid(year: str, month: str | None, day: str | None, hour: str | None, minute: str | None) -> str | None:
    try:
        datetime.datetime(int(year), int(month or 1), int(day or 1), int(hour or 0), int(minute or 0))
    except ValueError:
        return None
    date = "-".join(part for part in (year, month, day) if part)
    return f"{date}T{hour}:{minute}" if hour else date
