"""Pairs what was found with what the gold record asks for, one to one, the likest first."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

F = TypeVar("F")
G = TypeVar("G")


@dataclass(frozen=True, slots=True)
class Pairing(Generic[F, G]):
    """The pairs, what was found too many, and what is missing."""

    pairs: list[tuple[F, G]]
    extra: list[F]
    missing: list[G]


def pair(found: Sequence[F], gold: Sequence[G], likeness: Callable[[F, G], float]) -> Pairing[F, G]:
    """Pair the likest first, earlier items before later ones; a likeness of 0 makes no pair."""
    ranked = sorted((-likeness(f, g), i, j) for i, f in enumerate(found) for j, g in enumerate(gold))
    partner: dict[int, int] = {}
    taken: set[int] = set()
    for distance, i, j in ranked:
        if distance < 0 and i not in partner and j not in taken:
            partner[i] = j
            taken.add(j)
    return Pairing(
        [(found[i], gold[j]) for i, j in partner.items()],
        [item for i, item in enumerate(found) if i not in partner],
        [item for j, item in enumerate(gold) if j not in taken],
    )
