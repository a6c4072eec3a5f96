"""What a clause points back to without naming it."""

from hcoop.events.clauses import clause
from hcoop.events.cues import Match
from hcoop.events.reference import Reference
from hcoop.events.scenes import Scene

# "The" and the like stand at most so many letters before a cue that goes on about its event.
_BEFORE = 12


def points_to_states(match: Match, scene: Scene, rules: Reference) -> bool:
    """Tell whether the clause points back to two states: "the two ministries", "both governments"."""
    return bool(rules.two_states.search(scene.words(*clause(match, scene, rules))))


def points_back(match: Match, scene: Scene, rules: Reference, subject_is_partner: bool) -> bool:
    """Tell whether the clause points back to partners named before: "the two sides", "both hospitals".

    "It" and "they" do so only if the subject of the sentence before was a partner.
    """
    words = scene.words(*clause(match, scene, rules))
    return bool(rules.both_sides.search(words) or (subject_is_partner and rules.pronouns.search(words)))


def points_to_event(match: Match, scene: Scene, rules: Reference) -> bool:
    """Tell whether a cue goes on about an event told before: "the block", "this course"."""
    return bool(rules.told_before.search(scene.words(max(scene.start, match.start - _BEFORE), match.end)))


def only_describes(match: Match, scene: Scene, rules: Reference) -> bool:
    """Tell whether a match tells what somebody has done so far, without saying with whom or where."""
    before = [at for at in scene.once(_experiences, rules) if at <= match.trigger_start]
    start = next((at for at in before if "," not in scene.words(at, match.trigger_start)), None)
    if start is None:
        return False
    end = start + len(scene.words(start, scene.end).partition(",")[0])
    return not any(start <= mention.start < end for mention in scene.mentions if mention.mask != "D")


def _experiences(scene: Scene, rules: Reference) -> list[int]:
    return [scene.start + found.end() for found in rules.experience.finditer(scene.masked)]


def goes_on(scene: Scene, rules: Reference) -> bool:
    """Tell whether a sentence begins with "it", "the" or the like."""
    return bool(rules.same_event.match(scene.masked))
