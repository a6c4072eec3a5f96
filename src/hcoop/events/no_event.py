"""What tells no event, whatever its verb: what is quoted, came to nothing, honours somebody, or is no cooperation."""

import re

from hcoop.events.cues import Match
from hcoop.events.modality import Modality
from hcoop.events.scenes import Scene

_QUOTED = re.compile(r'"[^"]*(?:"|$)')
# What is quoted in no more letters is a name, as of a project.
_LONG = 25
# How far behind what was given the name of an honour may stand, in letters.
_HONOUR_REACH = 60
# What is of home at a founding stands so near, in letters.
_NEAR = 60


def tells_nothing(match: Match, scene: Scene, rules: Modality) -> bool:
    """Tell whether a match tells no event whatever its verb, for what it stands in or what its sentence says."""
    if any(scene.once(tells, rules) for tells in (_is_cancelled, _is_worldwide, _is_opinion)):
        return True
    of_match = (_is_complement, _is_honour, _is_founding_abroad, _is_counted, _is_life)
    return _in_quotes(scene, match) or any(tells(match, scene, rules) for tells in of_match)


def _in_quotes(scene: Scene, match: Match) -> bool:
    at = match.trigger_start - scene.start
    return '"' in scene.masked and any(
        quote.start() < at < quote.end() and len(quote[0]) > _LONG for quote in _QUOTED.finditer(scene.masked))


def _is_complement(match: Match, scene: Scene, rules: Modality) -> bool:
    """Tell whether the noun before a verb stands behind a preposition, so that it is not the verb's subject."""
    if not match.cue.type.subject_first or match.start == match.trigger_start:
        return False
    return bool(rules.complement.search(scene.words(scene.start, match.start)))


def _is_cancelled(scene: Scene, rules: Modality) -> bool:
    return bool(rules.cancelled.search(scene.masked) or rules.put_off.search(scene.masked))


def _is_opinion(scene: Scene, rules: Modality) -> bool:
    """Tell whether the writer tells of himself: "on a visit last March I spent three days at the hospital"."""
    told = rules.first_person
    return bool(told.search(scene.masked)) and bool(told.search(_QUOTED.sub("", scene.masked)))


def _is_life(match: Match, scene: Scene, rules: Modality) -> bool:
    """Tell whether a trigger stands in what tells of somebody's life: "two of whom were trained in Japan"."""
    return bool(rules.lives.search(scene.words(scene.start, match.trigger_start)))


def _is_founding_abroad(match: Match, scene: Scene, _rules: Modality) -> bool:
    """Tell whether a partner itself is what was opened or founded, with nobody and nothing of home near by."""
    is_partner = scene.masked[match.start - scene.start] == "P"
    near = (home for home in scene.of("HV") if match.start - _NEAR <= home.start <= match.end + _NEAR)
    return match.cue.type.point and is_partner and next(near, None) is None


def _is_counted(match: Match, scene: Scene, rules: Modality) -> bool:
    """Tell whether a match stands in what only counts: "the rate of women giving birth with trained staff rose"."""
    at = match.trigger_start - scene.start
    return any(count.start() < at < count.end() for count in rules.statistics.finditer(scene.masked))


def _is_worldwide(scene: Scene, rules: Modality) -> bool:
    return not scene.of("HV") and bool(rules.worldwide.search(scene.masked))


def _is_honour(match: Match, scene: Scene, rules: Modality) -> bool:
    """Tell whether a match gives or receives a medal or the like; a noun beside one tells nothing else."""
    start = scene.start if match.cue.weak else match.start
    return bool(rules.honours.search(scene.words(start, match.end + _HONOUR_REACH)))
