"""When an event took place: the date in the reach of its cue that fits its tense."""

from dataclasses import replace

from hcoop import edtf
from hcoop.events.cues import Match
from hcoop.events.lengths import over_days, until_end
from hcoop.events.scenes import Scene
from hcoop.events.spans import Dated, told_span
from hcoop.events.times import Times
from hcoop.records import DateMention

# How far around a date the words may stand that tell what it is of, in letters.
_BEFORE, _TERM, _ENDS = 25, 26, 20
_YEAR = len("2016")
# What a clause between a cue and a date counts, in letters.
_CLAUSE = 150


def date_of(
    match: Match, scene: Scene, status: str, reach: tuple[int, int], rules: Times
) -> Dated | tuple[None, str]:
    """Return (EDTF date or None, its basis) of a match, from the dates between two offsets of the article's text."""
    dated = (_of_season(date, rules) for date in scene.dates)
    inside = (date for date in dated if reach[0] <= date.start and date.end <= reach[1])
    told = [date for date in inside if not _is_other(date, match, scene, status, rules)]
    span = until_end(told, match, scene, rules) or told_span(told, match, scene, rules) if told else None
    if span:
        return span
    dates = [date for date in told if not date.edtf.startswith("../")]
    if not dates:
        return None, "none"
    best = min(dates, key=lambda date: _distance(date, match, scene, rules))
    return _lasting(best, match, scene, status, rules), best.basis


def _lasting(best: DateMention, match: Match, scene: Scene, status: str, rules: Times) -> str:
    """Return a date as that of its event: an end or a start left open, or stretched over what it is told to last."""
    ends = match.cue.type.over_days and rules.ends_on.search(scene.words(best.start - _ENDS, best.start))
    if ends and edtf.is_valid(f"../{best.edtf}"):
        return f"../{best.edtf}"
    if rules.then.match(scene.words(best.end, match.trigger_start)):
        return best.edtf.removesuffix("/..")
    span = over_days(best.edtf, match, scene, rules)
    is_start = span == best.edtf and status == "planned" and _starts(best, match, scene, rules)
    return f"{span}/.." if is_start else span


def _starts(date: DateMention, match: Match, scene: Scene, rules: Times) -> bool:
    """Tell whether a date is the first of what is to run from then on: "will be trained in Lyon from 2025"."""
    if match.cue.type.point or not edtf.is_valid(f"{date.edtf}/.."):
        return False
    return bool(rules.starts_on.search(scene.words(date.start - _ENDS, date.start)))


def _of_season(date: DateMention, rules: Times) -> DateMention:
    """Let a season be the year in which it falls, since its months are not told."""
    is_season = "/" in date.edtf and rules.season.search(date.text.lower())
    return replace(date, edtf=date.edtf[:_YEAR]) if is_season else date


def _is_other(date: DateMention, match: Match, scene: Scene, status: str, rules: Times) -> bool:
    """Tell whether a date is of something else: a founding, a comparison, the term of an instrument."""
    is_end = date.edtf.startswith("../")
    is_vague = "/" in date.edtf or len(date.edtf) == _YEAR
    if match.cue.type.signed and (is_end or (is_vague and _is_term(date, scene, rules))):
        return True
    between = scene.words(match.trigger_end, date.start)
    is_day = status == "completed" and "/" not in date.edtf
    if match.cue.type.occasion and is_vague and rules.of_talk.search(between):
        return True
    if rules.of_saying.search(between) or (is_day and rules.to_come.search(between)):
        return True
    if status == "planned" and date.end <= match.trigger_start and _is_of_news(date, match, scene, rules):
        return True
    before = scene.words(date.start - _BEFORE, date.start)
    if status != "planned" and rules.counted.search(before):
        return True
    reaches_back = status != "planned" and any(words in before for words in rules.reaching_back)
    return not reaches_back and bool(rules.not_its_own.search(before))


def _is_of_news(date: DateMention, match: Match, scene: Scene, rules: Times) -> bool:
    """Tell whether a date is that of what somebody announced: "said on Monday that it would send nurses"."""
    behind, before = scene.words(date.end, match.trigger_start), scene.words(scene.start, date.start)
    return bool(rules.saying_behind.search(behind) or rules.saying_before.search(before))


def _is_term(date: DateMention, scene: Scene, rules: Times) -> bool:
    before, behind = scene.words(date.start - _TERM, date.start), scene.words(date.end, date.end + _TERM)
    return bool(rules.term_before.search(before) or rules.term_behind.match(behind))


def _distance(date: DateMention, match: Match, scene: Scene, rules: Times) -> int:
    is_before = date.end <= match.trigger_start
    ends = (date.end, match.trigger_start) if is_before else (match.trigger_end, date.start)
    between = scene.words(*ends)
    borders = len([*rules.other_clause.finditer(between)]) + _is_aside(date, match, scene, rules)
    return len(between) + _CLAUSE * borders


def _is_aside(date: DateMention, match: Match, scene: Scene, rules: Times) -> bool:
    """Tell whether a date stands in a clause put between commas, ", which is so since 1997,", and the cue does not."""
    at, trigger = date.start - scene.start, match.trigger_start - scene.start
    return any(aside.start() < at < aside.end() <= trigger for aside in rules.asides.finditer(scene.masked))
