"""Whether a cue tells a fact, something running, a firm plan, or nothing that counts."""

import re

from hcoop.events.cues import Match
from hcoop.events.modality import Modality
from hcoop.events.no_event import tells_nothing
from hcoop.events.scenes import Scene

# How far before a verb its auxiliaries, a factual infinitive, a plan to sign and auxiliaries that it shares with
# another verb may stand, in letters.
_AUXILIARIES_REACH, _INFINITIVE_REACH, _PLAN_REACH = 70, 110, 60
_SHARED_REACH = 120
_MONTH = len("2016-01")


def status(match: Match, scene: Scene, rules: Modality) -> str | None:
    """Return `completed`, `ongoing` or `planned`, or None where the cue tells no event."""
    if tells_nothing(match, scene, rules):
        return None
    if match.cue.weak and not match.cue.status:
        return None if rules.counts.match(scene.masked) else scene.once(_weak_status, rules)
    left = scene.words(scene.start, match.trigger_start)
    auxiliaries = _auxiliaries(left, rules) or _shared(left, scene.words(match.trigger_start, match.trigger_end), rules)
    if rules.negated.search(auxiliaries):
        return None
    told = None if _governed(left, rules) else _told_status(match, scene, left, auxiliaries, rules)
    return told or ("completed" if _is_where_said(match, left, rules) else None)


def _told_status(match: Match, scene: Scene, left: str, auxiliaries: str, rules: Modality) -> str | None:
    """Return the status of what no hope or denial governs."""
    if match.cue.status or match.cue.nominal:
        return match.cue.status or _nominal_status(scene, match, rules)
    helped = rules.helped.search(left)
    if helped:
        return _helped_status(helped, left, rules)
    told = _verbal_status(scene, match, left, auxiliaries, rules)
    return None if told != "completed" and _is_provided(left, rules) else told


def _is_where_said(match: Match, left: str, rules: Modality) -> bool:
    """Tell whether a match is of the meeting at which something is said: "called for more nurses while receiving"."""
    return match.cue.setting or (match.cue.type.occasion and bool(rules.told_while.search(left)))


def _governed(left: str, rules: Modality) -> bool:
    """Tell whether a hope, call or condition stands before the trigger and still reaches it."""
    left = _unvoiced(left, rules)
    hope = rules.rejected.last(left)
    return hope is not None and not rules.reach_ends.search(left, hope.end())


def _unvoiced(told: str, rules: Modality) -> str:
    """Return what stands behind a hope that is itself told as voiced: "he made the request at a meeting"."""
    voiced = rules.voiced.search(told)
    return told[voiced.end():] if voiced else told


def _is_provided(left: str, rules: Modality) -> bool:
    """Tell whether a trigger stands in a clause that tells what an agreement provides: "under which", "whereby"."""
    provided = rules.provided.last(left)
    return provided is not None and not rules.reach_ends.search(left, provided.end())


def _auxiliaries(left: str, rules: Modality) -> str:
    near = left[-_AUXILIARIES_REACH:]
    # Most verbs stand behind their subject, which is told much faster than by the expression.
    found = rules.auxiliaries.search(near) if (near.rstrip() + " ").endswith(rules.auxiliary_ends) else None
    return found[0] if found else ""


def _shared(left: str, trigger: str, rules: Modality) -> str:
    """Return the auxiliaries that a verb has from the one before it: "will be packed and sent"."""
    found = rules.shared.search(left[-_SHARED_REACH:])
    if not found:
        return ""
    verb, is_passive = trigger.split(" ", maxsplit=1)[0], found["auxiliaries"].endswith(" be")
    is_shared = (verb.endswith("ed") or verb in rules.irregular) == is_passive
    return f"{found['auxiliaries']} " if is_shared else ""


def _weak_status(scene: Scene, rules: Modality) -> str | None:
    """Return the status that a whole sentence tells, None if it hopes, denies or only provides."""
    untold = (rules.rejected, rules.irrealis, rules.negated, rules.future_in_the_past)
    told = _unvoiced(scene.masked, rules)
    if any(words.search(told) for words in untold) or (not scene.dates and rules.praise.search(scene.masked)):
        return None
    if rules.future.search(told):
        return _planned(scene, rules)
    return "ongoing" if rules.running_tense.search(scene.masked) else "completed"


def _nominal_status(scene: Scene, match: Match, rules: Modality) -> str | None:
    around = scene.masked
    goes_on = rules.continuing.match(around)
    is_content = rules.contents.match(around) and rules.future.search(around)
    if is_content and not goes_on and not any(word in around for word in rules.told_of_signing):
        return None
    near = scene.words(max(scene.start, match.start - _PLAN_REACH), match.end + _PLAN_REACH)
    said = rules.speech.last(near) if match.cue.setting else None
    near = near[said.end():] if said else near  # "He would send nurses, he said at a meeting with ..."
    provided = rules.provided.search(near)
    near = near[:provided.start()] if provided else near
    return "planned" if rules.future.search(near) and not goes_on else "completed"


def _helped_status(helped: re.Match[str], left: str, rules: Modality) -> str | None:
    """Return the status of what somebody helped another do; help to come is no event of its own."""
    auxiliaries = _auxiliaries(left[:helped.start("verb")], rules)
    return "completed" if helped["verb"].endswith("ed") and not rules.negated.search(auxiliaries) else None


def _verbal_status(scene: Scene, match: Match, left: str, auxiliaries: str, rules: Modality) -> str | None:
    verb = scene.words(match.trigger_start, match.trigger_end).split(" ")[0]
    if rules.irrealis.search(auxiliaries):
        return None
    if rules.future.search(auxiliaries) or (not auxiliaries and _is_to_come(scene, match, left, rules)):
        return _planned(scene, rules)
    if rules.future_in_the_past.search(auxiliaries):
        return "planned" if rules.speech.search(left) or any(word in left for word in rules.agreed) else None
    if verb.endswith("ing") and verb not in rules.not_gerunds:
        return _gerund_status(left, auxiliaries, rules)
    if rules.infinitive.search(auxiliaries or left[-4:]):
        return _infinitive_status(match, left, rules)
    told = _finite_status(scene, verb, auxiliaries, rules)
    # Who pays for what runs, "bears the costs", does so now.
    return told or ("ongoing" if match.cue.says_who and verb.endswith("s") else None)


def _is_to_come(scene: Scene, match: Match, left: str, rules: Modality) -> bool:
    """Tell whether a participle between commas is of what is still to come: ", conducted with X, is going to begin"."""
    return left.endswith(", ") and bool(rules.main_future.search(scene.words(match.trigger_end, scene.end)))


def _infinitive_status(match: Match, left: str, rules: Modality) -> str | None:
    """A purpose is no event, unless begun, or a signing that somebody is on the way to."""
    before = left[-_INFINITIVE_REACH:]
    if rules.factual_infinitive.search(before) or rules.held_to.search(left):
        return "planned" if rules.future.search(before) else "completed"
    return "planned" if match.cue.type.signed and rules.future.search(left) else None


def _planned(scene: Scene, rules: Modality) -> str | None:
    """What a document promises is no plan, unless it says in which month or on which day."""
    is_dated = any(len(date.edtf) >= _MONTH and "/" not in date.edtf for date in scene.dates)
    return None if rules.contents.match(scene.masked) and not is_dated else "planned"


def _gerund_status(left: str, auxiliaries: str, rules: Modality) -> str | None:
    if rules.present.search(auxiliaries) or rules.present_perfect.search(auxiliaries):
        return "ongoing"
    if rules.past.search(auxiliaries):
        return "completed"
    untold = rules.talked_of.search(left) or rules.future.search(left)
    return "completed" if rules.factual_gerund.search(left) and not untold else None


def _finite_status(scene: Scene, verb: str, auxiliaries: str, rules: Modality) -> str | None:
    is_participle = rules.participle_behind.search(auxiliaries)
    if is_participle and verb in rules.adjectives:
        return None
    if verb.endswith("ed") or verb in rules.irregular or is_participle:
        runs = rules.present.search(auxiliaries) and not rules.present_perfect.search(auxiliaries)
        return "ongoing" if runs else "completed"
    if rules.emphatic.search(auxiliaries):
        return None
    habit = rules.running.search(scene.masked)
    if not verb.endswith("s"):
        return "ongoing" if habit else None
    # Headlines tell the past in the present tense.
    return "ongoing" if habit or scene.dates else "completed" if scene.role in ("title", "caption") else None
