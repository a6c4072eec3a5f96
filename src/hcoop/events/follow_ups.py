"""What a sentence tells of when the event told before it took place, began or ended."""

from collections.abc import Iterable

from hcoop import edtf
from hcoop.events.candidate import Candidate
from hcoop.events.cues import Match
from hcoop.events.dating import add_date
from hcoop.events.lengths import length_of, stretched
from hcoop.events.scenes import Scene
from hcoop.events.spans import Dated, begun_or_ended, two_dates
from hcoop.events.times import Times
from hcoop.records import DateMention

# How far before a date the words may stand that tell that it is when something took place, in letters.
_TOOK_PLACE = 60
# How many blocks behind an event a sentence still goes on about it.
_BLOCKS = 4


def date_events(told: Iterable[Candidate], scene: Scene, cues: Iterable[Match], rules: Times) -> None:
    """Give the events that were told last what a sentence that goes on about them says of their time."""
    head = rules.going_on.match(scene.masked)
    time = _time(scene, scene.start + head.end(), rules) if head and scene.dates else None
    if head is None or time is None:
        return
    named = {match.cue.type for match in cues if match.start < scene.start + head.end()}
    for candidate in told:
        is_near = scene.block - candidate.scene.block <= _BLOCKS
        if is_near and (not named or candidate.type in named):
            candidate.date = _from(time[0], candidate, rules) or candidate.date
            add_date(candidate, *_fitting(candidate, *time))


def _time(scene: Scene, head: int, rules: Times) -> Dated | None:
    """Return the time that a sentence with a date tells whose head, "the operation", ends at an offset."""
    told = (_told(date, scene, rules) for date in scene.dates)
    return two_dates(scene.dates, scene, rules) or next(filter(None, told), None) or _beside(scene, head, rules)


def _beside(scene: Scene, head: int, rules: Times) -> Dated | None:
    """Return the date in what a sentence goes on about or right behind it: "the operation on May 3 lasted long"."""
    date = scene.dates[0]
    is_beside = date.end <= head or rules.beside.fullmatch(scene.words(head, date.start))
    return (date.edtf, date.basis) if is_beside and not date.edtf.endswith("/..") else None


def _told(date: DateMention, scene: Scene, rules: Times) -> Dated | None:
    if date.edtf.startswith("../") or rules.took_place.search(scene.words(date.start - _TOOK_PLACE, date.start)):
        return date.edtf, date.basis
    return begun_or_ended(date, scene, rules)


def _fitting(candidate: Candidate, date: str, basis: str) -> tuple[str | None, str]:
    """Return a date as it can be of an event: what is done at one time has no end, what is soon over no open one."""
    if candidate.type.point:
        return (None, "none") if date.startswith("../") else (date.partition("/")[0], basis)
    return date.removesuffix("/..") if candidate.type.done_at_once else date, basis


def _from(start: str, candidate: Candidate, rules: Times) -> str | None:
    """Return what began then with its end as told before: "wrapped up the course on May 18", or "a five-day course"."""
    if not (start.endswith("/..") and candidate.type.over_days):
        return None
    span, known = start.removesuffix("/.."), candidate.date
    length = candidate.scene.once(length_of, rules)
    if known is None and length:
        span = stretched(span, *length, is_end=False)
    elif known and "/" not in known and rules.at_end.search(candidate.scene.masked):
        span = f"{span}/{known}"
    return span if "/" in span and edtf.is_valid(span) else None
