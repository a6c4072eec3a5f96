"""From dates as written to dates as meant, one after the other, since each may lean on the one before."""

from dataclasses import replace

from hcoop import edtf
from hcoop.mentions.dates import narrative, periods, relative
from hcoop.mentions.dates.calendar_dates import CALENDAR, Resolver
from hcoop.mentions.dates.scan import Atom
from hcoop.mentions.dates.scene import QUARTER, Scene, Value
from hcoop.records import DateMention

RESOLVERS: dict[str, Resolver] = CALENDAR | {
    "unit": relative.unit, "today": relative.today, "far_day": relative.far_day, "weekday": relative.weekday,
    "ago": relative.ago, "narrative": narrative.narrative, "quarter": periods.quarter, "months": periods.first_months,
    "year_ago_quarter": periods.year_ago_quarter, "season": periods.season,
}


def resolve(atoms: list[Atom], scene: Scene) -> list[DateMention]:
    """Return the mentions of all dates that can be told, in order."""
    found: list[DateMention] = []
    for atom in atoms:
        scene.place, scene.stop, scene.opening = atom.start, atom.end, atom.opening
        found += _interval(atom, atom.until, scene) if atom.until else _single(atom, scene)
    return found


def _single(atom: Atom, scene: Scene) -> list[DateMention]:
    value = RESOLVERS[atom.reads_as](atom.reading, scene)
    if value is None:
        return []
    value = _remembered(value, scene, quarter=atom.reading.get("unit") == QUARTER)
    opened = replace(value, edtf=_open(atom, value.edtf))
    return _mention(atom.start, atom.end, opened, scene)


def _remembered(value: Value, scene: Scene, quarter: bool = False) -> Value:
    scene.last = value.edtf
    if quarter and value.basis != "none":
        scene.last_quarter = value.edtf
    return value


def _open(atom: Atom, value: str) -> str:
    """Make an open interval where the word before the date asks for one."""
    coarse = "-" not in value
    if atom.opening == "since" or (atom.opening == "after" and coarse):
        return f"{value.partition('/')[0]}/.."
    if (atom.opening == "until" and value.count("-") < 2) or (atom.opening == "before" and coarse):
        return f"../{value.rpartition('/')[2]}"
    if atom.opening == "about" and "/" not in value and "X" not in value:
        return f"{value}~"
    return value


def _interval(left: Atom, right: Atom, scene: Scene) -> list[DateMention]:
    """Join two dates; what one lacks it has from the other."""
    first, last = _shared_years(left, right, scene)
    scene.place = left.start
    values = [RESOLVERS[left.reads_as](first, scene), None]
    if values[0] is not None:
        values[1] = RESOLVERS[right.reads_as](_following_year(last, first, values[0]), scene)
    if values[0] is None or values[1] is None:
        return []
    start, end = values[0].edtf.partition("/")[0], values[1].edtf.rpartition("/")[2]
    basis = max(values[0].basis, values[1].basis, key=("stated", "relative", "none").index)
    joined = Value(f"{start}/{end}", basis, values[0].conflict or values[1].conflict)
    if not edtf.is_valid(joined.edtf):
        return _single(replace(left, until=None, end=right.start - 1), scene) + _single(right, scene)
    return _mention(left.start, left.end, _remembered(joined, scene), scene)


def _shared_years(left: Atom, right: Atom, scene: Scene) -> tuple[dict[str, int], dict[str, int]]:
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
