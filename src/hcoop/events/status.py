"""The status of a settled candidate as of publication: what its date says goes before its tense."""

from datetime import date

from hcoop import edtf
from hcoop.events.candidate import Candidate

# What is done once it has happened; a project, a course or a study may still run after the day it began.
_DONE_AT_ONCE = ("agreement", "facility", "aid", "meeting", "conference", "technology_transfer")
# A launch so many years ago does not tell that something still runs.
_YEARS = 4


def status_at(candidate: Candidate, published: str | None) -> str:
    """Return `completed`, `ongoing` or `planned`; `published` is the EDTF date of the article, null if unknown."""
    day = edtf.bounds(published[:10])[0] if published else None
    if candidate.date and day and not candidate.date.startswith("../"):
        return _dated(candidate, candidate.date, day)
    return _lasting(candidate, None)


def _dated(candidate: Candidate, when: str, day: date) -> str:
    first, last = edtf.bounds(when)
    if candidate.status == "planned" and last and last < day:
        return "completed"
    if "/" in when and first and last:
        if first <= day <= last and not when.endswith("/..") and candidate.status != "planned":
            return "ongoing" if candidate.type not in ("agreement", "aid") else candidate.status
        if last < day:
            return "completed"
    if candidate.status == "ongoing" and candidate.type in _DONE_AT_ONCE and last and last <= day and len(when) == len("2016-01-19"):
        return "completed"
    return _lasting(candidate, day.year - first.year if first else None)


def _lasting(candidate: Candidate, years: int | None) -> str:
    runs = candidate.match.cue.lasting and candidate.status == "completed" and (years is None or years <= _YEARS)
    return "ongoing" if runs else candidate.status
