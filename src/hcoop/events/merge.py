"""One event of an article told in several sentences becomes one candidate."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from hcoop import edtf
from hcoop.events.candidate import Candidate
from hcoop.events.discourse import without_duplicates
from hcoop.events.parties import clause

# Wordings are as tight as they are long, in steps of so many letters.
_LOOSE = 45
# Letters that do not make one noun nearer to a verb than another.
_NEAR = 12
# What is signed, handed over or promised at a meeting is one event with it.
_MADE_AT_MEETINGS = ("agreement", "facility", "aid", "project")
_THE_INSTRUMENT = re.compile(r"\bthe (?:\w+ ){0,2}(?:agreement|contract|deal|accord|memorandum|mou|document)\b")
_HEADLINES = ("title", "standfirst", "caption", "heading")


def settle(candidates: Sequence[Candidate], order: Mapping[str, int]) -> list[Candidate]:
    """Keep one candidate a clause: the tighter wording, then the first type in order of precedence; nouns alone are the last resort."""
    best: dict[tuple[int, int], list[Candidate]] = {}
    strong = _tightest([candidate for candidate in candidates if not candidate.match.cue.weak])
    told = {candidate.scene.start for candidate in strong}
    for candidate in [*strong, *_elected([c for c in candidates if c.match.cue.weak and c.scene.start not in told], order)]:
        key = (candidate.scene.start, clause(candidate.match, candidate.scene)[0])
        known = best.get(key)
        if known is None or _rank(candidate, order) < _rank(known[0], order):
            best[key] = [candidate]
        elif candidate.match is known[0].match:
            known.append(candidate)
    return [candidate for key in sorted(best) for candidate in best[key]]


def _tightest(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Keep of the cues that share a verb the one whose noun stands nearest: "opened a workshop at the hospital" opens no hospital."""
    best: dict[int, int] = {}
    for candidate in candidates:
        at, length = candidate.match.trigger_start, candidate.match.end - candidate.match.start
        best[at] = min(best.get(at, length), length)
    return [c for c in candidates if c.match.end - c.match.start <= best[c.match.trigger_start] + _NEAR]


def _elected(weak: Sequence[Candidate], order: Mapping[str, int]) -> list[Candidate]:
    """Return one candidate a sentence, of the type that most of its nouns speak for."""
    votes: dict[int, list[Candidate]] = {}
    for candidate in weak:
        votes.setdefault(candidate.scene.start, []).append(candidate)
    elected = []
    for candidates in votes.values():
        count = Counter(candidate.type for candidate in candidates)
        elected.append(min(candidates, key=lambda c: (-count[c.type], order[c.type])))
    return elected


def _rank(candidate: Candidate, order: Mapping[str, int]) -> tuple[bool, int, int, int]:
    length = candidate.match.end - candidate.match.start
    return candidate.match.cue.secondary, length // _LOOSE, order[candidate.type], length


def merge(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Join the candidates that report one event, then let what was signed or given absorb the meeting around it."""
    merged: list[Candidate] = []
    for candidate in candidates:
        for known in merged:
            if _is_its_instrument(candidate, known):
                known.type, known.instrument = candidate.type, candidate.instrument
            if _same_event(known, candidate):
                _join(known, candidate)
                break
        else:
            merged.append(candidate)
    return _absorb([c for c in merged if not _only_headline(c, merged) and not _is_sum(c, merged)])


def _same_event(one: Candidate, other: Candidate) -> bool:
    if one.type != other.type or not _same_partner(one, other):
        return False
    if "planned" in (one.status, other.status) and one.status != other.status and one.date != other.date:
        return False
    if one.date and other.date:
        return _same_time(one.date, other.date)
    return one.instrument == other.instrument or None in (one.instrument, other.instrument)


def _same_time(one: str, other: str) -> bool:
    """Tell whether two dates can be of one event: one is within the other, or one tells the start and one the end."""
    if len(one) + len(other) <= len("2016/2016-11"):
        return one == other
    if any(date.startswith("../") for date in (one, other)):
        return edtf.overlaps(one, other)
    if one.endswith("/..") != other.endswith("/.."):
        return False
    return edtf.contains(one, other) or edtf.contains(other, one)


def _is_its_instrument(candidate: Candidate, known: Candidate) -> bool:
    """Tell whether "the grant agreement" is what an event told just before, as a gift or a project, was signed in."""
    near = 0 <= candidate.scene.block - known.scene.block <= 1 and candidate.scene.start > known.scene.start
    if candidate.type != "agreement" or known.type not in ("aid", "project", "training") or candidate.date or not near:
        return False
    before = candidate.scene.words(candidate.match.start - 20, candidate.match.end)
    return bool(_THE_INSTRUMENT.search(before)) and _same_partner(known, candidate)


def _same_partner(one: Candidate, other: Candidate) -> bool:
    if one.names(home=False) & other.names(home=False):
        return not _is_part(other, one)
    vague = any(all(not p.named for p in c.parties if not p.home) for c in (one, other))
    return vague and bool(one.countries & other.countries)


def _is_part(one: Candidate, whole: Candidate) -> bool:
    """Tell whether a report is of one partner of a candidate that names those of several countries."""
    return len(whole.countries) > 1 and one.countries < whole.countries


def _is_sum(candidate: Candidate, merged: Sequence[Candidate]) -> bool:
    """Tell whether a candidate only sums up what others tell one by one."""
    parts = [other for other in merged if other is not candidate and other.type == candidate.type and _is_part(other, candidate)]
    return len(parts) > 1 and len(candidate.scenes) == 1


def _join(known: Candidate, report: Candidate) -> None:
    known.scenes.append(report.scene)
    if known.scene.role in _HEADLINES and report.scene.role not in _HEADLINES:
        known.parties = report.parties
        known.status = report.status
    else:
        sides = {p.home for p in known.parties if p.named}
        known.parties = without_duplicates([*known.parties, *(p for p in report.parties if p.home not in sides)])
    _join_dates(known, report)
    known.instrument = known.instrument or report.instrument


def _join_dates(known: Candidate, report: Candidate) -> None:
    """Keep the more precise date; a start told here and an end told there make an interval."""
    if report.date is None or known.date == report.date:
        return
    if known.date is None or (edtf.contains(known.date, report.date) and not report.date.startswith("../")):
        known.date, known.basis = report.date, report.basis
    for first, last in ((known.date, report.date), (report.date, known.date)):
        span = f"{first.removesuffix('/..')}/{last.removeprefix('../')}"
        if first.endswith("/..") and last.startswith("../") and edtf.is_valid(span):
            known.date = span


def _only_headline(candidate: Candidate, merged: Sequence[Candidate]) -> bool:
    """Tell whether a candidate stands in headlines alone while the body reports others."""
    if any(scene.role not in _HEADLINES for scene in candidate.scenes):
        return False
    return any(other is not candidate and any(s.role == "body" for s in other.scenes) for other in merged)


def _absorb(merged: list[Candidate]) -> list[Candidate]:
    others = [c for c in merged if c.type != "meeting"]
    return [c for c in merged if c.type != "meeting" or not any(_absorbs(other, c) for other in others)]


def _absorbs(event: Candidate, meeting: Candidate) -> bool:
    if event.type not in _MADE_AT_MEETINGS or not _same_partner(event, meeting):
        return False
    if meeting.date:
        return event.date is not None and _same_time(event.date, meeting.date)
    blocks = {s.block for s in event.scenes}
    return event.status == meeting.status and any(s.block + step in blocks for s in meeting.scenes for step in (-1, 0, 1))
