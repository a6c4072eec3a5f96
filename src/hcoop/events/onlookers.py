"""Who only says something, looks on, lends the room or was left by somebody, and takes no part."""

import re

from hcoop.events.named import Mention
from hcoop.events.rules import Rules
from hcoop.events.scenes import Scene

# How far a verb of saying may stand behind a name and before it, a word of witness and "held at" before it.
_BEHIND, _BEFORE, _WITNESS, _VENUE = 90, 60, 170, 70
# Between a name and its verb of saying stand a description and other names at most.
_DESCRIPTION = re.compile(r"(?:[,']?[^a-z;]*(?:[a-z' -]{0,40}[HPUNCFV]*){0,2}[, ]*)?$")


def onlookers(scene: Scene, rules: Rules) -> frozenset[int]:
    """Return where the mentions that take no part begin, as offsets of the text."""
    who = (mention for mention in scene.mentions if mention.mask != "D")
    return frozenset(m.start for m in who if speaks(m, scene, rules) or witnesses(m, scene, rules)
                     or is_venue(m, scene, rules) or _is_left(m, scene, rules))


def speaks(mention: Mention, scene: Scene, rules: Rules) -> bool:
    """Tell whether a mention names who says what the sentence tells."""
    after = scene.words(mention.end, mention.end + _BEHIND)
    if rules.modality.speech.match(after.lstrip()) or _says(after, rules):
        return True
    return bool(rules.reference.said_before.search(scene.words(mention.start - _BEFORE, mention.start)))


def _says(after: str, rules: Rules) -> bool:
    """Tell whether what stands behind a name is a description of it and then a verb of saying."""
    told = [at for word in rules.reference.said_behind if (at := after.find(word)) >= 0]
    return bool(told) and bool(_DESCRIPTION.match(after[:min(told)]))


def witnesses(mention: Mention, scene: Scene, rules: Rules) -> bool:
    """Tell whether a mention names somebody who only looks on."""
    before = scene.words(max(scene.start, mention.start - _WITNESS), mention.start)
    found = rules.modality.witness.last(before)
    return found is not None and not rules.reference.new_subjects.search(before, found.end())


def _is_left(mention: Mention, scene: Scene, rules: Rules) -> bool:
    """Tell whether a mention names the body that somebody was of once: "the former director of"."""
    return bool(rules.reference.formerly.search(scene.words(mention.start - _BEFORE, mention.start)))


def is_venue(mention: Mention, scene: Scene, rules: Rules) -> bool:
    """Tell whether a mention names where something is held."""
    return bool(rules.reference.venues.search(scene.words(mention.start - _VENUE, mention.start)))
