"""Dates told from the date told last: "three years later", "the following month", "that day"."""

from datetime import date

from hcoop import edtf
from hcoop.mentions.dates import relative
from hcoop.mentions.dates.periods import around, shifted
from hcoop.mentions.dates.scene import DAY, MONTH, YEAR, Reading, Scene, Value


def narrative(reading: Reading, scene: Scene) -> Value | None:
    """Count from the last date told, as finely as it was told; without one only "the previous year" can be read.

    Days are counted from the last date told by the day.
    """
    if scene.last is None:
        return relative.unit({"unit": reading["unit"], "turn": -1}, scene) if "previous" in reading else None
    if "closing" in reading:
        return Value(str(scene.last_day), "relative") if scene.last_day and "/" in (scene.last or "") else None
    size, steps = reading.get("unit", DAY), reading.get("number", 1) * reading.get("shift", reading.get("previous", 0))
    told = scene.last_by_day if size == DAY and scene.last_by_day else scene.last
    anchor = _anchor(told, steps, size)
    day = shifted(anchor, size, steps) if anchor else None
    finest = size
    if "number" in reading and size < YEAR:  # "two weeks later" is a day, "two quarters later" a month
        finest = MONTH if size >= MONTH else DAY
    return Value(around(day, finest), "relative") if day else None


def _anchor(told: str, steps: int, size: int) -> date | None:
    """Return the day to count from: the start of what was told when counting back, else its end.

    Null if it was told more coarsely than the unit, so that counting would feign knowledge.
    """
    dating = edtf.parse(told)
    point = (dating.end or dating.start) if steps > 0 else (dating.start or dating.end)
    if point is None or point.year is None or point.span > 1:
        return None
    if (size < MONTH and not point.day) or (size < YEAR and not point.month):
        return None
    return date(point.year, point.month or 1, point.day or 1)
