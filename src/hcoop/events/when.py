"""When an event took place: the date in the reach of its cue that fits its tense."""

import re
from datetime import timedelta

from dateutil.relativedelta import relativedelta

from hcoop import edtf
from hcoop.events.cues import Match
from hcoop.events.scenes import Mention, Scene
from hcoop.records import DateMention

# A date after these words is not the event's: a founding, a validity, an age, a document.
_OTHER_DATE = re.compile(r"(?:founded|established|born|back|compared (?:to|with)|than) (?:in|on|from|to|since)? ?$")
_BEGUN = re.compile(r"\b(?:begun|began|started|starting|beginning|since|launched|opened|from) (?:on |in |at |back in )?$")
_ENDED = re.compile(r"\b(?:wrapped up|wound up|ended|concluded|completed|finished|closed|ends|until|end)\b")
_DURATION = re.compile(r"\b(\w+)-(day|week|month)\b")
_NUMBERS = {word: n for n, word in enumerate("two three four five six seven eight nine ten".split(), 2)} | {str(n): n for n in range(2, 31)}
# What lasts, and the words that tell at which of its ends a date lies.
_LASTING = ("meeting", "training", "conference", "aid", "technology_transfer")
_END = re.compile(r"\b(?:ends?|ending|closes?|closing|concludes?|finish(?:es)?|runs? until|until) (?:on )?$")
_TURN = re.compile(r"\b(?:wrapp?(?:ed|s) up|conclud\w+|end(?:ed|s)?|clos(?:ed|es|ing)|finish\w+|complet\w+|beg[aiu]n\w*|start\w*|open\w*|kick\w+ off|pay\w*|paid|from|arriv\w+)\b")
_AT_END = re.compile(r"\b(?:wrapp?(?:ed|s) up|conclud\w+|end(?:ed|s)?|clos(?:ed|es|ing)|finish\w+|complet\w+)\b")
_RELATIVE_CLAUSE = re.compile(r"\b(?:under|pursuant to|in line with|thanks to) (?:an?|the|this)\b|, (?:which|who|whose|where|while|when|after|before|following)\b|;")


def date_of(match: Match, scene: Scene, status: str, start: int, end: int) -> tuple[str | None, str]:
    """Return (EDTF date or None, its basis) of a match, from the dates between `start` and `end`."""
    told = [m for m in scene.of("D") if start <= m.start and m.end <= end and not _is_foreign(m, match, scene, status)]
    span = _joined(told) or _begun_and_ended(told, scene) or _two_in_a_row(told, match, scene)
    if span:
        return span
    dates = [m for m in told if isinstance(m.what, DateMention) and not m.what.edtf.startswith("../")]
    if not dates:
        return None, "none"
    best = min(dates, key=lambda mention: _distance(mention, match, scene)).what
    assert isinstance(best, DateMention)
    if match.cue.type in _LASTING and _END.search(scene.words(best.start - 20, best.start)):
        return f"../{best.edtf}", best.basis
    return _over_days(best.edtf, match, scene), best.basis


def _is_foreign(mention: Mention, match: Match, scene: Scene, status: str) -> bool:
    """Tell whether a date is of something else: a founding, a comparison, the term of an instrument."""
    assert isinstance(mention.what, DateMention)
    before = scene.words(mention.start - 25, mention.start)
    if match.cue.type == "agreement" and "/" in mention.what.edtf and _is_term(mention, scene):
        return True
    return bool(_OTHER_DATE.search(before)) and not (status == "completed" and "back to" in before)


def _is_term(mention: Mention, scene: Scene) -> bool:
    before, after = scene.words(mention.start - 12, mention.start), scene.words(mention.end, mention.end + 12)
    return bool(re.search(r"\bfor (?:the )?(?:period )?(?:of )?$", before) or re.match(r"['s]* (?:period|phase|project|programme|program|plan|term|stage)", after))


def _over_days(date: str, match: Match, scene: Scene) -> str:
    """Stretch a date over what is told to last: "yesterday wrapped up a four-day visit", "a six-month course from January"."""
    length = _DURATION.search(scene.masked)
    number = length and _NUMBERS.get(length[1])
    first = edtf.bounds(date)[0] if not date.startswith("X") and "/" not in date else None
    if not length or not number or first is None or match.cue.type not in _LASTING or not _TURN.search(scene.masked):
        return date
    if length[2] == "month":
        return f"{date}/{first + relativedelta(months=number - 1):%Y-%m}" if len(date) == len("2016-01") else date
    if len(date) != len("2016-01-19"):
        return date
    days = timedelta(number * (7 if length[2] == "week" else 1) - 1)
    return f"{first - days}/{first}" if _AT_END.search(scene.masked) else f"{first}/{first + days}"


def _distance(mention: Mention, match: Match, scene: Scene) -> int:
    between = scene.words(mention.end, match.trigger_start) if mention.end <= match.trigger_start else scene.words(match.trigger_end, mention.start)
    open_end = 60 if mention.what.edtf.startswith("../") else 0  # type: ignore[union-attr]
    return len(between) + 150 * len(_RELATIVE_CLAUSE.findall(between)) + open_end


def _begun_and_ended(dates: list[Mention], scene: Scene) -> tuple[str, str] | None:
    """Return the interval of something that a sentence says began on one date and ended on another."""
    begun = [m for m in dates if _BEGUN.search(scene.words(m.start - 20, m.start)) or m.what.edtf.endswith("/..")]  # type: ignore[union-attr]
    ended = [m for m in dates if m not in begun and _ENDED.search(scene.words(m.start - 60, m.end + 30))]
    return _interval(begun[0], ended[0]) if len(begun) == 1 and len(ended) == 1 else None


def _two_in_a_row(dates: list[Mention], match: Match, scene: Scene) -> tuple[str, str] | None:
    """Return "2018 and 2019" or "April and May" as one interval."""
    for first, last in zip(dates, dates[1:], strict=False):
        if scene.words(first.end, last.start) == " and " and match.cue.type != "agreement":
            span = _interval(first, last)
            if span and len(span[0].split("/")[0]) == len(span[0].split("/")[1]) <= len("2016-01"):
                return span
    return None


def _interval(first: Mention, last: Mention) -> tuple[str, str] | None:
    begin, end = first.what, last.what
    assert isinstance(begin, DateMention)
    assert isinstance(end, DateMention)
    if "/" in begin.edtf.removesuffix("/..") or "/" in end.edtf.removeprefix("../"):
        return None
    start, stop = begin.edtf.removesuffix("/.."), end.edtf.removeprefix("../")
    if stop.startswith("XXXX") and not start.startswith("XXXX"):
        stop = start[:4] + stop[4:]
    span = f"{start}/{stop}"
    return (span, "relative" if "relative" in (begin.basis, end.basis) else "stated") if edtf.is_valid(span) else None


def _joined(dates: list[Mention]) -> tuple[str, str] | None:
    """Return a start and an end told apart in one sentence as one interval: "began on April 26 and will run until 2023"."""
    values = [m.what for m in dates if isinstance(m.what, DateMention)]
    ends = [value for value in values if value.edtf.startswith("../")]
    starts = [value for value in values if not value.edtf.startswith("../") and "/" not in value.edtf.removesuffix("/..")]
    if len(ends) != 1 or len(starts) != 1:
        return None
    first, last = (next(m for m in dates if m.what is value) for value in (starts[0], ends[0]))
    return _interval(first, last)
