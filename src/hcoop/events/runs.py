"""Masks in the expressions of cues, written so that a run of their letters is tried once and not from each letter."""

import re
from collections.abc import Iterator, Sequence

from hcoop.events.phrasing import MASKS, piece_pattern, pieces
from hcoop.events.words import Wording

Piece = re.Match[str]


def parts(source: str, words: Wording) -> Iterator[tuple[Piece, str]]:
    """Yield the pieces of a cue, each with its expression."""
    listed = list(pieces(source))
    for at, piece in enumerate(listed):
        yield piece, _run(listed, at) if piece["mask"] else piece_pattern(piece, words)


def _run(listed: Sequence[Piece], at: int) -> str:
    """Return the expression of a mask that finds what `piece_pattern` would.

    A match from within a run ends as one from its beginning does. A gap behind reaches as far from the end of the run
    as from within it, but for the last letter, which is the gap if a word is glued to the run.
    """
    letters = MASKS[listed[at]["mask"]]
    ends = at + 2 < len(listed) and listed[at + 1]["gap"] and listed[at + 2]["words"]
    run = rf"(?>(?:[{letters}]*(?=[{letters}]{{2}}))?)[{letters}]{{1,2}}" if ends else f"[{letters}]+"
    return f"(?<![{letters}]{{2}}){run}" if at == 0 else run
