"""Of several cues that one clause matches, the one that tells the event."""

from collections import Counter
from collections.abc import Sequence

from hcoop.events.candidate import Candidate
from hcoop.events.clauses import clause
from hcoop.events.reference import Reference

# Wordings are as tight as they are long, in steps of so many letters.
_LOOSE = 45
# Letters that do not make one noun nearer to a verb than another.
_NEAR = 12


def settle(candidates: Sequence[Candidate], rules: Reference) -> list[Candidate]:
    """Keep one cue a clause: the tighter wording, then the first type in order; nouns alone are the last resort."""
    best: dict[tuple[int, int], list[Candidate]] = {}
    for candidate in _eligible(candidates):
        key = (candidate.scene.start, clause(candidate.match, candidate.scene, rules)[0])
        known = best.get(key)
        if known is None or _rank(candidate) < _rank(known[0]):
            best[key] = [candidate]
        elif candidate.match is known[0].match:
            known.append(candidate)
    return [candidate for key in sorted(best) for candidate in best[key]]


def _eligible(candidates: Sequence[Candidate]) -> list[Candidate]:
    strong = _tightest([candidate for candidate in candidates if not candidate.match.cue.weak])
    told = {candidate.scene.start for candidate in strong}
    return [*strong, *_elected([c for c in candidates if c.match.cue.weak and c.scene.start not in told])]


def _tightest(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Keep of the cues that share a verb the one whose noun stands nearest.

    "Opened a workshop at the hospital" opens no hospital.
    """
    best: dict[int, int] = {}
    for candidate in candidates:
        at, length = candidate.match.trigger_start, _length(candidate)
        if not candidate.match.cue.secondary:
            best[at] = min(best.get(at, length), length)
    return [c for c in candidates if _length(c) <= best.get(c.match.trigger_start, _length(c)) + _NEAR]


def _elected(weak: Sequence[Candidate]) -> list[Candidate]:
    """Return one candidate a sentence, of the type that most of its nouns speak for."""
    votes: dict[int, list[Candidate]] = {}
    for candidate in weak:
        votes.setdefault(candidate.scene.start, []).append(candidate)
    return [_winner(candidates) for candidates in votes.values()]


def _winner(candidates: Sequence[Candidate]) -> Candidate:
    count = Counter(candidate.type for candidate in candidates)
    return min(candidates, key=lambda candidate: (-count[candidate.type], candidate.type.order))


def _rank(candidate: Candidate) -> tuple[bool, int, int, int]:
    length = _length(candidate)
    return candidate.match.cue.secondary, length // _LOOSE, candidate.type.order, length


def _length(candidate: Candidate) -> int:
    """Return how many letters a wording has beside the names in it."""
    words = candidate.scene.words(candidate.match.start, candidate.match.end)
    return len(words) - sum(map(str.isupper, words))
