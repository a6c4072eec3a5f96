"""Whether a cue tells a fact, something running, a firm plan, or nothing that counts."""

import re
from dataclasses import dataclass

from hcoop.events.cues import Match
from hcoop.events.profile import word_pattern
from hcoop.events.scenes import Scene
from hcoop.lexicon import Lexicon

_QUOTED = re.compile(r'"[^"]*(?:"|$)')
# A clause border that ends the reach of a hope: "He hoped for more, while X donated ..."
_BORDER = re.compile(r"[;]|, (?:while|whereas|but|which|who|and (?:it|he|she|they) (?:has|have|had|was|were)|after|before)\b|\bthanked\b|\bthanks\b")


@dataclass(frozen=True, slots=True)
class Modality:
    """The compiled wording of facts, plans and hopes."""

    rejected: re.Pattern[str]
    negated: re.Pattern[str]
    cancelled: re.Pattern[str]
    future: re.Pattern[str]
    future_in_the_past: re.Pattern[str]
    irrealis: re.Pattern[str]
    factual_infinitive: re.Pattern[str]
    contents: re.Pattern[str]
    running: re.Pattern[str]
    continuing: re.Pattern[str]
    speech: re.Pattern[str]
    witness: re.Pattern[str]
    auxiliaries: re.Pattern[str]
    irregular: frozenset[str]


def modality(lexicon: Lexicon) -> Modality:
    """Compile `data/modality.yaml`."""
    data = lexicon["modality"]
    between = "|".join(map(re.escape, [*data["auxiliaries"], *data["between"]]))
    past = frozenset(form for forms in lexicon["wording"]["irregular"].values() for form in forms.split())
    return Modality(
        rejected=word_pattern(data["rejected"]["words"]), negated=word_pattern(data["negated"]), cancelled=word_pattern(data["cancelled"]),
        future=word_pattern(data["future"]), future_in_the_past=word_pattern(data["future_in_the_past"]),
        irrealis=word_pattern(data["irrealis"]), factual_infinitive=word_pattern(data["factual_infinitive"]),
        contents=re.compile(r"(?:" + "|".join(map(re.escape, data["contents"])) + r")\b"),
        running=word_pattern(data["running"]),
        continuing=re.compile(r"[^a-z]*(?:" + "|".join(map(re.escape, sorted(data["continuing"], key=len, reverse=True))) + r")\b"),
        speech=word_pattern(data["speech"]), witness=word_pattern(data["witness"]),
        auxiliaries=re.compile(rf"(?:(?:\b(?:{between}|\w+ly)|D+,?) +)+$"), irregular=past)


def status(match: Match, scene: Scene, rules: Modality) -> str | None:
    """Return `completed`, `ongoing` or `planned`, or None where the cue tells no event."""
    left = scene.words(scene.start, match.trigger_start)
    if _in_quotes(scene, match) or _governed(left, rules):
        return None
    auxiliaries = _auxiliaries(left, rules)
    if rules.negated.search(auxiliaries) or rules.cancelled.search(scene.masked):
        return None
    if match.cue.status:
        return match.cue.status
    if match.cue.weak:
        return _weak_status(scene, rules)
    if match.cue.nominal:
        return _nominal_status(scene, match, rules)
    return _verbal_status(scene, match, left, auxiliaries, rules)


def _in_quotes(scene: Scene, match: Match) -> bool:
    at = match.trigger_start - scene.start
    return any(quote.start() < at < quote.end() and len(quote[0]) > 25 for quote in _QUOTED.finditer(scene.masked))


def _governed(left: str, rules: Modality) -> bool:
    """Tell whether a hope, call or condition stands before the trigger and still reaches it."""
    last = None
    for last in rules.rejected.finditer(left):
        pass
    return last is not None and not _BORDER.search(left, last.end())


def _auxiliaries(left: str, rules: Modality) -> str:
    found = rules.auxiliaries.search(left[-70:])
    return found[0] if found else ""


def _weak_status(scene: Scene, rules: Modality) -> str | None:
    """Return the status that a whole sentence tells, None if it hopes, denies or only provides."""
    if rules.rejected.search(scene.masked) or rules.irrealis.search(scene.masked) or rules.negated.search(scene.masked):
        return None
    if rules.future.search(scene.masked):
        return None if rules.contents.match(scene.masked) else "planned"
    return "ongoing" if re.search(r"\b(?:is|are|has been|have been) (?:\w+ly )?\w+ing\b|\bsince\b", scene.masked) else "completed"


def _nominal_status(scene: Scene, match: Match, rules: Modality) -> str | None:
    around = scene.masked
    if rules.contents.match(around) and rules.future.search(around) and "signed" not in around and not rules.continuing.match(around):
        return None
    if rules.future.search(scene.words(max(scene.start, match.start - 60), match.end + 60)):
        return "planned" if not rules.continuing.match(around) else "completed"
    return "completed"


def _verbal_status(scene: Scene, match: Match, left: str, auxiliaries: str, rules: Modality) -> str | None:
    verb = scene.words(match.trigger_start, match.trigger_end).split(" ")[0]
    if rules.irrealis.search(auxiliaries):
        return None
    if rules.future.search(auxiliaries):
        return _planned(scene, rules)
    if rules.future_in_the_past.search(auxiliaries):
        return "planned" if rules.speech.search(left) or "agreed" in left else None
    if verb.endswith("ing") and verb != "bring":
        return _gerund_status(left, auxiliaries)
    if re.search(r"\bto +$", auxiliaries or left[-4:]):
        return _infinitive_status(match, left, rules)
    return _finite_status(scene, verb, auxiliaries, rules)


def _infinitive_status(match: Match, left: str, rules: Modality) -> str | None:
    """A purpose is no event, unless begun, or a signing that somebody is on the way to."""
    if rules.factual_infinitive.search(left[-110:]):
        return "completed"
    return "planned" if match.cue.type == "agreement" and rules.future.search(left) else None


def _planned(scene: Scene, rules: Modality) -> str | None:
    return None if rules.contents.match(scene.masked) else "planned"


def _gerund_status(left: str, auxiliaries: str) -> str | None:
    if re.search(r"\b(?:is|are|been)\b", auxiliaries):
        return "ongoing"
    if re.search(r"\b(?:was|were)\b", auxiliaries):
        return "completed"
    return "completed" if re.search(r"(?:,|\bafter|\bsince|\bby jointly|\bfollowing|^in) +$", left) else None


def _finite_status(scene: Scene, verb: str, auxiliaries: str, rules: Modality) -> str | None:
    if verb.endswith("ed") or verb in rules.irregular:
        return "ongoing" if re.search(r"\b(?:is|are)\b", auxiliaries) and "been" not in auxiliaries else "completed"
    if re.search(r"\b(?:do|does|did)\b", auxiliaries):
        return None
    habit = rules.running.search(scene.masked)
    if verb.endswith("s"):
        return "ongoing" if habit or scene.of("D") else "completed" if scene.role in ("title", "caption") else None
    return "ongoing" if habit else None
