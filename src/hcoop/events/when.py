"""When an event took place: the date in the reach of its cue that fits its tense."""

import re

from hcoop import edtf
from hcoop.events.cues import Match
from hcoop.events.scenes import Mention, Scene
from hcoop.records import DateMention

# A date after these words is not the event's: a founding, a validity, an age, a document.
_FOREIGN_TO_EVENT = re.compile(r"(?:founded|established|born|dating|dates?|built|dated|back|compared (?:to|with)|than) (?:in|on|from|to|since)? ?$")
_RELATIVE_CLAUSE = re.compile(r", (?:which|who|whose|where|while|when|after|before|following)\b|;")


def date_of(match: Match, scene: Scene, status: str, start: int, end: int) -> tuple[str | None, str]:
    """Return (EDTF date or None, its basis) of a match, from the dates between `start` and `end`."""
    dates = [m for m in scene.of("D") if start <= m.start and m.end <= end and _fits(m, scene, status)]
    if not dates:
        return None, "none"
    span = _joined(dates)
    if span:
        return span
    best = min(dates, key=lambda mention: _distance(mention, match, scene))
    assert isinstance(best.what, DateMention)
    return best.what.edtf, best.what.basis


def _fits(mention: Mention, scene: Scene, status: str) -> bool:
    assert isinstance(mention.what, DateMention)
    value = mention.what.edtf
    if value.startswith("../") and status != "ongoing":
        return False
    before = scene.words(mention.start - 25, mention.start)
    return not _FOREIGN_TO_EVENT.search(before) or status == "completed" and "back to" in before


def _distance(mention: Mention, match: Match, scene: Scene) -> int:
    between = scene.words(mention.end, match.trigger_start) if mention.end <= match.trigger_start else scene.words(match.trigger_end, mention.start)
    open_end = 60 if mention.what.edtf.startswith("../") else 0  # type: ignore[union-attr]
    return len(between) + 150 * len(_RELATIVE_CLAUSE.findall(between)) + open_end


def _joined(dates: list[Mention]) -> tuple[str, str] | None:
    """Return a start and an end told apart in one sentence as one interval: "began on April 26 and will run until 2023"."""
    values = [m.what for m in dates if isinstance(m.what, DateMention)]
    ends = [value for value in values if value.edtf.startswith("../")]
    starts = [value for value in values if not value.edtf.startswith("../") and "/" not in value.edtf.removesuffix("/..")]
    if len(ends) != 1 or len(starts) != 1:
        return None
    interval = f"{starts[0].edtf.removesuffix('/..')}/{ends[0].edtf.removeprefix('../')}"
    if not edtf.is_valid(interval):
        return None
    return interval, "relative" if "relative" in (starts[0].basis, ends[0].basis) else "stated"
