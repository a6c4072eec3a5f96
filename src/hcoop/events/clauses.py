"""Clauses: how far the words of a cue reach in its sentence."""

from hcoop.events.cues import Match
from hcoop.events.reference import Reference
from hcoop.events.scenes import Scene


def clause(match: Match, scene: Scene, rules: Reference) -> tuple[int, int]:
    """Return the clause in which the trigger of a match stands, as offsets of the article's text, end exclusive."""
    start, end = scene.start, scene.end
    for left, right in scene.once(_borders, rules):
        if left <= match.trigger_start:
            start = max(start, right)
        elif left >= match.trigger_end:
            end = left
            break
    return start, end


def _borders(scene: Scene, rules: Reference) -> list[tuple[int, int]]:
    opening = rules.openings.match(scene.masked)
    found = [border.span() for border in rules.clause_borders.finditer(scene.masked)]
    found += [opening.span("border")] if opening else []
    return [(scene.start + left, scene.start + right) for left, right in sorted(found)]


def relative_clauses(scene: Scene, rules: Reference) -> list[tuple[int, int]]:
    """Return where the relative pronouns stand, with the space before and behind, as offsets of the article's text."""
    return [(scene.start + found.start(), scene.start + found.end() + 1)
            for found in rules.relative_pronouns.finditer(scene.masked)]
