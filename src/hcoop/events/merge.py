"""One event of an article told in several sentences becomes one candidate."""

from collections.abc import Iterable, Sequence

from hcoop.events.candidate import Candidate, Party, joined
from hcoop.events.dating import add_date
from hcoop.events.reference import Reference
from hcoop.events.sameness import (
    GENERAL,
    is_its_instrument,
    is_part,
    is_signed_before,
    same_event,
    same_partner,
    same_time,
    tells_span,
)

# What is put on paper is told so many blocks before that at most.
_NEXT = 2
_YEAR = len("2016")
_HEADLINES = ("title", "standfirst", "caption", "heading")


def merge(candidates: Iterable[Candidate], rules: Reference) -> list[Candidate]:
    """Join the candidates that report one event, then let what was signed or given absorb the meeting around it."""
    merged: list[Candidate] = []
    for candidate in candidates:
        for known in merged:
            if is_its_instrument(candidate, known, rules):
                known.type, known.instrument = candidate.type, candidate.instrument
            if same_event(known, candidate, rules) or is_signed_before(candidate, known, rules):
                _join(known, candidate)
                break
        else:
            merged.append(candidate)
    told = [c for c in merged if not _only_headline(c, merged) and not _is_sum(c, merged)]
    return _absorb(_without_promised(told))


def _join(known: Candidate, report: Candidate) -> None:
    is_headline = all(scene.role in _HEADLINES for scene in known.scenes)
    known.scenes.append(report.scene)
    if is_headline and report.scene.role not in _HEADLINES:
        known.parties = report.parties
        known.status = report.status
    else:
        known.parties = _united(known, report)
    if tells_span(report, known):
        known.date, known.basis = report.date, report.basis
    add_date(known, report.date, report.basis)
    if known.instrument in (None, GENERAL):
        known.instrument = report.instrument or known.instrument


def _united(known: Candidate, report: Candidate) -> list[Party]:
    """Return the parties of two reports: a side that one only understood is as the other tells it."""
    told = {party.home for party in report.parties if party.named and party.told}
    kept = [party for party in known.parties if party.told or party.home not in told]
    is_full = known.type.occasion or known.date == report.date
    sides = set() if is_full else {party.home for party in kept if party.named}
    united = joined([*kept, *(party for party in report.parties if party.home not in sides)])
    return sorted(united, key=lambda party: not party.home)


def _is_sum(candidate: Candidate, merged: Sequence[Candidate]) -> bool:
    """Tell whether a candidate only sums up what others tell one by one."""
    if len(candidate.scenes) > 1 or len(candidate.countries) < 2:
        return False
    others = (other for other in merged if other is not candidate and other.type is candidate.type)
    return sum(is_part(other, candidate) and _fits_time(other, candidate) for other in others) > 1


def _fits_time(one: Candidate, other: Candidate) -> bool:
    return not (one.date and other.date) or same_time(one.date, other.date)


def _only_headline(candidate: Candidate, merged: Sequence[Candidate]) -> bool:
    """Tell whether a candidate stands in headlines alone while the body reports others."""
    if any(scene.role not in _HEADLINES for scene in candidate.scenes):
        return False
    if candidate.date and any(scene.role == "standfirst" for scene in candidate.scenes):
        return False
    return any(other is not candidate and any(s.role == "body" for s in other.scenes) for other in merged)


def _without_promised(merged: Sequence[Candidate]) -> list[Candidate]:
    """Leave out what is told to be given, in a year at most, just before it is told as signed: "will lend"."""
    kept = []
    for candidate in merged:
        paper = next((other for other in merged if _is_put_on_paper(candidate, other)), None)
        if paper is None:
            kept.append(candidate)
        else:
            paper.scenes += candidate.scenes
    return kept


def _is_put_on_paper(candidate: Candidate, paper: Candidate) -> bool:
    is_undated = candidate.date is None or len(candidate.date) == _YEAR
    is_promise = candidate.type.on_paper and candidate.status == "planned" and is_undated
    is_next = 0 <= paper.scene.block - candidate.scene.block <= _NEXT and candidate.scene.start < paper.scene.start
    is_news = paper.type.signed and paper.status == "completed" and not paper.past
    return is_promise and is_next and is_news and same_partner(paper, candidate)


def _absorb(merged: Sequence[Candidate]) -> list[Candidate]:
    others = [candidate for candidate in merged if not candidate.type.occasion]
    kept = []
    for candidate in merged:
        made = [other for other in others if _absorbs(other, candidate)] if candidate.type.occasion else []
        if not made:
            kept.append(candidate)
        for other in made:
            other.meetings += candidate.scenes
    return kept


def _absorbs(event: Candidate, meeting: Candidate) -> bool:
    if not same_partner(event, meeting):
        return False
    if event.scene is meeting.scene and event.date == meeting.date:
        return True
    if not event.type.made_at_meetings:
        return False
    if meeting.date:
        return event.date is not None and not _takes_years(event.date) and same_time(event.date, meeting.date)
    blocks = {scene.block for scene in event.scenes}
    is_near = any(scene.block + step in blocks for scene in meeting.scenes for step in (-1, 0, 1))
    return event.status == meeting.status and is_near


def _takes_years(date: str) -> bool:
    """Tell whether an EDTF date is an interval of years, in which a meeting falls without being its occasion."""
    return any(part.isdigit() for part in date.split("/")) and "/" in date
