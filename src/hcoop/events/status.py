"""The status of a settled candidate as of publication: what its date says goes before its tense."""

from datetime import date

from hcoop import edtf
from hcoop.events.candidate import Candidate

# A launch so many years ago does not tell that something still runs.
_YEARS = 4
_DAY = len("2016-01-19")
# A plan whose day is so few days past was announced then: "said on Wednesday that it would give".
_ANNOUNCED = 7


def status_at(candidate: Candidate, day: date | None) -> str:
    """Return `completed`, `ongoing` or `planned`; `day` is that of the publication, null if unknown."""
    if candidate.date and day and not candidate.date.startswith("../"):
        return _dated(candidate, candidate.date, day)
    return _lasting(candidate, None)


def _dated(candidate: Candidate, when: str, day: date) -> str:
    first, last = edtf.bounds(when)
    if candidate.status == "planned" and when.partition("/")[0] == f"{day.year:04}":
        return "planned"
    if candidate.status == "completed" and first and (first - day).days > 1:
        return "planned"
    is_over = last is not None and last < day
    is_promise = candidate.match.cue.status == "planned" or _is_announced(candidate, when, day)
    if is_over and ((candidate.status == "planned" and not is_promise) or ("/" in when and first)):
        return "completed"
    if _is_within(candidate, when, day):
        is_term = candidate.type.has_term and not candidate.match.cue.care
        return candidate.status if is_term or _has_ended(candidate, when, day) else "ongoing"
    is_done = is_over or last == day
    if candidate.status == "ongoing" and candidate.type.done_at_once and is_done and len(when) == _DAY:
        return "completed"
    return _lasting(candidate, day.year - first.year if first else None)


def _is_announced(candidate: Candidate, when: str, day: date) -> bool:
    """Tell whether a verb tells a plan, and its day that of the news: "said on Wednesday that it would give"."""
    last, cue = edtf.bounds(when)[1], candidate.match.cue
    is_new = len(when) == _DAY and last is not None and (day - last).days <= _ANNOUNCED
    return is_new and candidate.type.gift and not (cue.weak or cue.nominal)


def _has_ended(candidate: Candidate, when: str, day: date) -> bool:
    """Tell whether what lasted until this very year is told as over: "24 nurses went there between 2017 and 2019"."""
    ends_in_year = when.partition("/")[2] == f"{day.year:04}"
    cue = candidate.match.cue
    return ends_in_year and candidate.status == "completed" and (cue.carried_out or not cue.lasting)


def _is_within(candidate: Candidate, when: str, day: date) -> bool:
    """Tell whether the day is within an interval whose end is told."""
    first, last = edtf.bounds(when)
    if "/" not in when or when.endswith("/..") or first is None or last is None:
        return False
    if day == last:
        return first < day and candidate.status != "completed"
    return first < day < last or (first == day and candidate.status != "planned")


def _lasting(candidate: Candidate, years: int | None) -> str:
    most = 0 if candidate.match.cue.carried_out else _YEARS
    runs = candidate.match.cue.lasting and candidate.status == "completed" and (years is None or years <= most)
    return "ongoing" if runs else candidate.status
