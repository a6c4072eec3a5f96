"""Whether two candidates of an article report one event."""

from hcoop import edtf
from hcoop.events.candidate import Candidate
from hcoop.events.reference import Reference
from hcoop.events.references import points_to_event

# A year and a month are too vague to be one time unless they are the same: together they are no longer than this.
_VAGUE = len("2016/2016-11")
# So many blocks behind an event a sentence may go on about it.
_NEXT_BLOCKS = 2
# What any instrument may be called.
GENERAL = "agreement"
# Before an instrument, "the grant ..." stands in so many letters.
_BEFORE = 20


def same_event(one: Candidate, other: Candidate, rules: Reference) -> bool:
    """Tell whether two candidates are of one type, with one partner, at one time."""
    if _is_same_gift(one, other):
        return True
    if one.type is not other.type or not (same_partner(one, other) or _same_visit(one, other)):
        return False
    if _is_other_care(one, other):
        return False
    return _is_told_on(one, other, rules) or (_fits_status(one, other) and _fits_date(one, other, rules))


def _is_same_gift(one: Candidate, other: Candidate) -> bool:
    """Tell whether a sentence tells what became of a gift told just before: "the shipment", "the ten ventilators"."""
    is_noun_first = other.match.start < other.match.trigger_start and not other.match.cue.weak
    if not (one.type is other.type and one.type.gift and is_noun_first and other.again and one.past == other.past):
        return False
    near = one.status == other.status and 0 <= other.scene.block - one.scenes[-1].block <= _NEXT_BLOCKS
    return near and bool(other.countries) and other.countries <= one.countries and not _is_other_care(one, other)


def _is_other_care(one: Candidate, other: Candidate) -> bool:
    """Tell whether one of two gifts is of goods, the other of care."""
    cues = one.match.cue, other.match.cue
    return one.type.gift and cues[0].care != cues[1].care and not any(cue.weak for cue in cues)


def _fits_status(one: Candidate, other: Candidate) -> bool:
    return "planned" not in (one.status, other.status) or one.status == other.status or one.date == other.date


def _fits_date(one: Candidate, other: Candidate, rules: Reference) -> bool:
    if one.date and other.date:
        return same_time(one.date, other.date) or tells_span(other, one)
    is_background = one.type.recalled and one.past != other.past
    is_run = one.type.gift and (_runs(one) or _runs(other))
    return not (is_background or is_run) and _same_instrument(one, other, rules)


def _is_told_on(one: Candidate, other: Candidate, rules: Reference) -> bool:
    """Tell whether the next sentence says more of what one told: who pays for "the project", until when it runs."""
    is_next = other.scene.follows(one.scenes[-1])
    is_open = other.date is None or other.date.startswith("../")
    return is_next and is_open and not one.type.occasion and points_to_event(other.match, other.scene, rules)


def _runs(candidate: Candidate) -> bool:
    """Tell whether a candidate is told to run since some time: no gift of the day is meant."""
    return candidate.date is not None and candidate.date.endswith("/..")


def _same_instrument(one: Candidate, other: Candidate, rules: Reference) -> bool:
    """Tell whether two signings can be of one instrument: "the agreement" is what a memorandum is called again."""
    if one.instrument == other.instrument or None in (one.instrument, other.instrument):
        return True
    is_again = other.date is None and other.instrument == GENERAL and one.scene.start < other.scene.start
    before = other.scene.words(other.match.start - _BEFORE, other.match.end)
    return is_again and bool(rules.its_instrument.search(before))


def tells_span(report: Candidate, known: Candidate) -> bool:
    """Tell whether a report goes on about what was dated by its launch or close, and says from when to when it ran."""
    if not (report.again and report.date and known.date) or report.type.done_at_once or report.type.point:
        return False
    near = 0 <= report.scene.block - known.scene.block <= _NEXT_BLOCKS
    return near and "/" in report.date.removesuffix("/..") and "/" not in known.date


def _same_visit(one: Candidate, other: Candidate) -> bool:
    """Tell whether two meetings are stops of one visit: the same home body, one country, and no other time told."""
    if not one.type.occasion or len(one.countries) != 1 or one.countries != other.countries:
        return False
    is_open = one.date is None or other.date is None or "/" in one.date + other.date
    is_untold = not any(party.told for party in other.home)
    return is_open and (is_untold or bool({party.name for party in one.home} & {party.name for party in other.home}))


def same_time(one: str, other: str) -> bool:
    """Tell whether two EDTF dates can be of one event: one is within the other, or one tells the start, one the end."""
    if len(one) + len(other) <= _VAGUE:
        return one == other
    if any(date.startswith("../") for date in (one, other)):
        return edtf.overlaps(one, other)
    starts = one.removesuffix("/.."), other.removesuffix("/..")
    if one.endswith("/..") != other.endswith("/.."):
        return starts[0] == starts[1]
    if one.endswith("/.."):
        one, other = starts
    return edtf.contains(one, other) or edtf.contains(other, one)


def same_partner(one: Candidate, other: Candidate) -> bool:
    """Tell whether two candidates share a partner, or a country where one of them names no more."""
    if {party.name for party in one.partners} & {party.name for party in other.partners}:
        return not is_part(other, one)
    is_vague = _is_vague(one) or _is_vague(other)
    return is_vague and bool(one.countries & other.countries) and not _at_others(one, other)


def _at_others(one: Candidate, other: Candidate) -> bool:
    """Tell whether two candidates of the same country name other bodies at home, only one of them a time."""
    homes = [{party.name for party in candidate.home if party.told} for candidate in (one, other)]
    return all(homes) and homes[0].isdisjoint(homes[1]) and (one.date is None) != (other.date is None)


def _is_vague(candidate: Candidate) -> bool:
    return all(not party.named for party in candidate.partners)


def is_part(one: Candidate, whole: Candidate) -> bool:
    """Tell whether a report is of one partner of a candidate that names those of several countries."""
    return len(whole.countries) > 1 and one.countries < whole.countries


def is_its_instrument(candidate: Candidate, known: Candidate, rules: Reference) -> bool:
    """Tell whether "the grant agreement" is what an event told just before, as a gift, was put on paper in."""
    if not candidate.type.signed or not known.type.on_paper or candidate.date:
        return False
    return _is_definite(candidate, known, rules) and same_partner(known, candidate)


def is_signed_before(candidate: Candidate, known: Candidate, rules: Reference) -> bool:
    """Tell whether "the three-year contract" is what was told just before as signed, whatever it was called there."""
    if not (candidate.type.signed and known.type.signed) or (candidate.date and known.date):
        return False
    is_one = candidate.status == known.status and same_partner(known, candidate)
    return is_one and _is_definite(candidate, known, rules)


def _is_definite(candidate: Candidate, known: Candidate, rules: Reference) -> bool:
    near = 0 <= candidate.scene.block - known.scene.block <= 1 and candidate.scene.start > known.scene.start
    before = candidate.scene.words(candidate.match.start - _BEFORE, candidate.match.end)
    return near and bool(rules.its_instrument.search(before))
