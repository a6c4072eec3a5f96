"""The date of an event of which several sentences tell the time."""

from hcoop import edtf
from hcoop.events.candidate import Candidate


def add_date(event: Candidate, date: str | None, basis: str) -> None:
    """Give an event an EDTF date that one more sentence tells: the more precise one counts, or both ends of a time."""
    if date is None or date == event.date:
        return
    if not edtf.is_valid(date):  # an end is open only of a date with a year
        date = date.removeprefix("../").removesuffix("/..")
    if event.date is None or any(tells(event, event.date, date) for tells in (_is_narrower, _is_whole, _is_delivery)):
        event.date, event.basis = date, basis
    event.date = _span(event, event.date, date) or _span(event, date, event.date) or event.date


def _is_narrower(event: Candidate, date: str, reported: str) -> bool:
    """Tell whether a date is more precise than the known one; a day of a visit is not."""
    is_visit = event.type.occasion and "/" in date and not date.endswith("/..")
    is_end = reported in date.split("/")
    return edtf.contains(date, reported) and not (reported.startswith("../") or is_visit or is_end)


def _is_whole(event: Candidate, date: str, reported: str) -> bool:
    """Tell whether a known day is the first of the days that a report tells: a course opens and takes place."""
    first, _, last = reported.partition("/")
    return event.type.over_days and not event.type.occasion and first == date and last not in ("", "..")


def _is_delivery(event: Candidate, date: str, reported: str) -> bool:
    """Tell whether a report tells when a gift will come of which the known date told when it was announced."""
    last, first = edtf.bounds(date)[1], edtf.bounds(reported)[0]
    is_later = last is not None and first is not None and last < first
    return is_later and event.type.gift and event.status == "planned"


def _span(event: Candidate, first: str, last: str) -> str | None:
    """Return the interval from a start to an end; what goes on may have been told by the start alone."""
    lasts = event.type.over_days or event.match.cue.lasting
    is_start = first.endswith("/..") or (lasts and "/" not in first)
    span = f"{first.removesuffix('/..')}/{last.removeprefix('../')}"
    return span if is_start and last.startswith("../") and edtf.is_valid(span) else None
