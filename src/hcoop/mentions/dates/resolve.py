"""From dates as written to dates as meant, one after the other, since each may lean on the one before."""

from dataclasses import replace
from datetime import date, timedelta

from hcoop import edtf
from hcoop.mentions.dates import narrative, periods, relative
from hcoop.mentions.dates.calendar_dates import CALENDAR, Resolver
from hcoop.mentions.dates.scan import Atom
from hcoop.mentions.dates.scene import QUARTER, Scene, Value
from hcoop.records import DateMention

RESOLVERS: dict[str, Resolver] = CALENDAR | {
    "unit": relative.unit, "today": relative.today, "far_day": relative.far_day, "weekday": relative.weekday,
    "ago": relative.ago, "narrative": narrative.narrative, "quarter": periods.quarter, "months": periods.first_months,
    "year_ago_quarter": periods.year_ago_quarter, "told_quarter": periods.told_quarter, "season": periods.season,
}


def resolve(atoms: list[Atom], scene: Scene) -> list[DateMention]:
    """Return the mentions of all dates that can be told, in order."""
    found: list[DateMention] = []
    for atom in _listed(atoms, scene):
        scene.place, scene.stop, scene.opening = atom.start, atom.end, atom.opening
        found += _interval(atom, *atom.ends, scene) if atom.ends else _single(atom, scene)
    return found


def _listed(atoms: list[Atom], scene: Scene) -> list[Atom]:
    """Give the dates of a list the year that one of them has: "in March and May 2015"."""
    listed = list(atoms)
    for place in range(len(atoms) - 1, 0, -1):
        if _in_one_list(listed[place - 1], listed[place], scene):
            first, _ = _shared_years(listed[place - 1], listed[place])
            listed[place - 1] = replace(listed[place - 1], reading=first)
    return listed


def _in_one_list(left: Atom, right: Atom, scene: Scene) -> bool:
    if left.ends or right.ends or not {left.reads_as, right.reads_as} <= {"calendar", "month"}:
        return False
    return scene.grammar.joins["list"].fullmatch(scene.words.kinds, left.end, right.start) is not None


def _single(atom: Atom, scene: Scene) -> list[DateMention]:
    value = RESOLVERS[atom.reads_as](atom.reading, scene)
    if value is None:
        return []
    value = _remembered(value, scene, quarter=atom.reading.get("unit") == QUARTER)
    opened = replace(value, edtf=_open(atom, value.edtf))
    return _mention(atom.start, atom.end, opened, scene)


def _remembered(value: Value, scene: Scene, quarter: bool = False) -> Value:
    scene.last = value.edtf
    if scene.last_day:
        scene.last_by_day, scene.last_day_place = value.edtf, scene.place
    if quarter and value.basis != "none":
        scene.last_quarter = value.edtf
    return value


def _open(atom: Atom, value: str) -> str:
    """Make an open interval where the word before the date asks for one; "by Friday" and "before June 3" stay days."""
    by_year, by_day = "-" not in value, value.count("-") == 2 and "/" not in value
    begins = atom.opening == "since" or (atom.opening == "after" and by_year)
    ends = {"not_later": True, "until": atom.reads_as != "weekday", "by": not by_day, "before": by_year}
    opened = f"{_first(value)}/.." if begins else f"../{_last(value)}" if ends.get(atom.opening) else None
    if opened:
        return opened if edtf.is_valid(opened) else value
    return f"{value}~" if atom.opening == "about" and "/" not in value and "X" not in value else value


def _first(value: str) -> str:
    """Return where a date begins; an interval begins in the first year of a decade."""
    start = value.partition("/")[0]
    return start if start.startswith("XXXX") else start.replace("X", "0")


def _last(value: str) -> str:
    end = value.rpartition("/")[2]
    return end if end.startswith("XXXX") else end.replace("X", "9")


def _interval(atom: Atom, left: Atom, right: Atom, scene: Scene) -> list[DateMention]:
    """Join two dates; what one lacks it has from the other. Two dates that make no interval stay two."""
    first, last = _shared_years(left, right)
    start = RESOLVERS[left.reads_as](first, scene)
    end = start and RESOLVERS[right.reads_as](_following_year(last, first, start), scene)
    if start and end and left.reads_as == right.reads_as == "weekday":
        start, end = _in_order(start, end, scene)
    joined = _joined(start, end) if start and end else None
    if joined is None:
        return _single(left, scene) + _single(right, scene)
    return _mention(atom.start, atom.end, _remembered(joined, scene), scene)


def _in_order(start: Value, end: Value, scene: Scene) -> tuple[Value, Value]:
    """Return two weekdays in order: each alone is the last one, but what begins today ends in the days to come."""
    if start.edtf <= end.edtf:
        return start, end
    if scene.reference and start.edtf == str(scene.reference.exact):
        return start, replace(end, edtf=_a_week_from(end, 1))
    return replace(start, edtf=_a_week_from(start, -1)), end


def _a_week_from(day: Value, weeks: int) -> str:
    return str(date.fromisoformat(day.edtf) + timedelta(weeks=weeks))


def _joined(start: Value, end: Value) -> Value | None:
    first, last = _first(start.edtf), _last(end.edtf)
    basis = max(start.basis, end.basis, key=("stated", "relative", "none").index)
    joined = Value(f"{first}/{last}", basis, start.conflict or end.conflict)
    return joined if edtf.is_valid(joined.edtf) else None


def _shared_years(left: Atom, right: Atom) -> tuple[dict[str, int], dict[str, int]]:
    """Give the first date the year of the second: "May to October 2020", "November to February 2017"."""
    first, last = dict(left.reading), dict(right.reading)
    names = {"year", "yeardir"}
    if "month" in first and "month" in last and not names & first.keys() and "direction" not in first:
        for name in names & last.keys():
            first[name] = last[name] - _runs_over(first, last)
    return first, last


def _following_year(last: dict[str, int], first: dict[str, int], start: Value) -> dict[str, int]:
    """Give the second date the year of the first where only that is known, or has been found."""
    if "month" not in last or "month" not in first or {"year", "yeardir", "direction"} & last.keys():
        return last
    year = start.edtf[:4]
    return last | {"year": int(year) + _runs_over(first, last), "completed": 1} if year.isdecimal() else last


def _runs_over(first: dict[str, int], last: dict[str, int]) -> int:
    return int((first["month"], first.get("day", 1)) > (last["month"], last.get("day", 31)))


def _mention(start: int, end: int, value: Value, scene: Scene) -> list[DateMention]:
    words = scene.words
    end -= words.kinds[end - 1] == "."
    begin, stop = words.starts[start], words.end(end - 1)
    if not edtf.is_valid(value.edtf):
        return []
    return [DateMention(begin, stop, words.text[begin:stop], value.edtf, value.basis, value.conflict)]
