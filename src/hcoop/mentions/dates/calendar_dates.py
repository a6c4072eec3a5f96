"""Days, months and years as written, completed from the publication date where a part is missing."""

from calendar import monthrange
from collections.abc import Callable
from datetime import date

from dateutil.relativedelta import relativedelta

from hcoop import edtf
from hcoop.mentions.dates.scene import Reading, Reference, Scene, Value

# A month without a year is rarely further ahead, even where the sentence speaks of what is to come, or further behind.
_MONTHS_AHEAD, _MONTHS_BEHIND = 8, 10
# "Out from August to October", said in September.
_JUST_GONE = 2
_FAR_OFF = 120  # days


def calendar(reading: Reading, scene: Scene) -> Value | None:
    """Read a day or month, or an interval of days of one month: year, month, day, and a weekday to check them by."""
    parts = dict(reading)
    if "weekday2" in parts:
        parts["weekday"] = parts["weekday2"]
    if "tens" in parts:
        parts["day"] = parts["tens"] + parts.get("ordinal", parts.get("unitcount", 0))
    reference = scene.reference
    if "monthdir" in parts:
        if reference is None or reference.month is None:
            return None
        shifted = date(reference.year, reference.month, 1) + relativedelta(months=parts["monthdir"])
        parts |= {"year": shifted.year, "month": shifted.month, "completed": 1}
    if "yeardir" in parts:
        if reference is None:
            return None
        parts |= {"year": reference.year + parts["yeardir"], "completed": 1}
    if "sameyear" in parts and (told := edtf.parse(scene.last).start if scene.last else None) and told.year:
        parts |= {"year": told.year, "completed": 1}
    if "direction" in parts and reference is not None:
        parts |= {"year": _directed_year(parts["month"], parts["direction"], reference), "completed": 1}
    return _written(parts, scene)


def _directed_year(month: int, direction: int, reference: Reference) -> int:
    """Return the year of "this September", of "last March", which has gone by, or of "next June", still to come."""
    now = reference.month or 1
    if direction < 0:
        return reference.year - (month >= now)
    return reference.year + (direction > 0 and month <= now)


def _written(parts: dict[str, int], scene: Scene) -> Value | None:
    year, basis = parts.get("year"), "relative" if "completed" in parts else "stated"
    if year is None:
        year = year_of(parts, scene)
        basis = "none" if year is None else "relative"
    elif parts.get("month2", 12) < parts["month"]:
        year -= 1  # "November to February 2017"
    first = _edtf(year, parts["month"], parts.get("day"))
    if first is None:
        return None
    if "month2" in parts:
        later = year + (parts["month2"] < parts["month"]) if year is not None else None
        return Value(f"{first}/{_edtf(later, parts['month2'], None)}", basis)
    if "day2" in parts:
        last = _edtf(year, parts["month"], parts["day2"])
        return Value(f"{first}/{last}", basis) if last and parts["day2"] > parts["day"] else None
    return Value(first, basis, conflict=_contradicts(parts, year))


def _edtf(year: int | None, month: int, day: int | None) -> str | None:
    if day is not None and not 1 <= day <= monthrange(year or 2000, month)[1]:
        return None
    said = f"{year:04}" if year is not None else "XXXX"
    return f"{said}-{month:02}" + (f"-{day:02}" if day else "")


def _contradicts(parts: dict[str, int], year: int | None) -> bool:
    if year is None or "weekday" not in parts or "day" not in parts:
        return False
    return date(year, parts["month"], parts["day"]).isoweekday() != parts["weekday"]


def year_of(parts: Reading, scene: Scene) -> int | None:
    """Return the year of a day or month without one, null if neither the publication date nor the text tells it.

    The month told last keeps its year: "in August 1998 ... on August 7".
    """
    told = edtf.parse(scene.last).start if scene.last and "day" in parts else None
    if told and told.month == parts["month"] and not told.day:
        return told.year
    reference = scene.known
    if reference is None:
        return None
    if reference.month is None:
        return reference.year
    if "day" not in parts:
        return _month_year(parts["month"], reference.month, reference.year, scene)
    return _nearest_year(parts["month"], parts["day"], reference.middle, scene)


def _nearest_year(month: int, day: int, reference: date, scene: Scene) -> int | None:
    """Return the year in which the day falls nearest; of far-off days the one that has been, unless it is announced."""
    years = range(reference.year - 4, reference.year + 5)  # enough to meet a 29th of February
    away = {year: (date(year, month, day) - reference).days for year in years if day <= monthrange(year, month)[1]}
    nearest = min(away, key=lambda year: abs(away[year]), default=None)
    if nearest is None or abs(away[nearest]) <= _FAR_OFF:
        return nearest
    fitting = [year for year in away if (away[year] > 0) == scene.appointed]
    return min(fitting, key=lambda year: abs(away[year]))


def _month_year(month: int, now: int, year: int, scene: Scene) -> int:
    """Return the year of a bare month: gone by, unless the sentence speaks of what is to come; never far off."""
    behind, ahead = (now - month) % 12, (month - now) % 12
    if scene.opening == "since":
        return year - (month > now)
    is_told_to_come = (behind > _JUST_GONE and scene.announced) or (ahead <= _MONTHS_AHEAD and scene.future)
    to_come = behind > _MONTHS_BEHIND or is_told_to_come
    return year + (month < now) if to_come else year - (month > now)


def numeric(reading: Reading, scene: Scene) -> Value | None:
    """Read a date in figures: the day first, unless the second figure can be no month."""
    if "one" not in reading:
        return calendar(reading, scene)
    parts = {name: reading[name] for name in ("year", "day2", "weekday") if name in reading}
    if "short" in reading:
        parts["year"] = _full_year(reading["short"])
    parts["day"], parts["month"] = reading["one"], reading["two"]
    if parts["month"] > 12 or _is_today(parts["month"], parts["day"], parts.get("year"), scene):
        parts["day"], parts["month"] = parts["month"], parts["day"]
    return calendar(parts, scene) if 1 <= parts["month"] <= 12 else None


def _is_today(day: int, month: int, year: int | None, scene: Scene) -> bool:
    """Tell whether the date with its month first is the day of publication."""
    return scene.reference is not None and scene.reference == Reference(year or 0, month, day)


def _full_year(short: int) -> int:
    return short + (2000 if short < 40 else 1900)


def years(reading: Reading, scene: Scene) -> Value | None:
    """Read "2018-2020" and "2016-18"."""
    first = reading["year"]
    last = reading.get("year2") or first // 100 * 100 + reading["short"]
    return Value(f"{first}/{last}", "stated") if first < last else None


def year(reading: Reading, scene: Scene) -> Value | None:
    """Read a year, "'92" too."""
    return Value(f"{reading.get('year') or _full_year(reading['short']):04}", "stated")


def decade(reading: Reading, scene: Scene) -> Value | None:
    """Read "the 1990s", "the '90s", "the nineties", "the 19th century"."""
    if "ordinal" in reading:
        return Value(f"{reading['ordinal'] - 1:02}XX", "stated") if reading["ordinal"] > 10 else None
    start = reading.get("year") or reading.get("decades") or 1900 + reading.get("short", 1)
    return Value(f"{start // 10}X", "stated") if start % 10 == 0 else None


Resolver = Callable[[Reading, Scene], Value | None]
CALENDAR: dict[str, Resolver] = {"calendar": calendar, "month": calendar, "numeric": numeric, "day_and_month": numeric,
                                 "years": years, "year": year, "named_year": year, "decade": decade}
