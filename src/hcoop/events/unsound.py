"""Patterns of cues and phrasings that cannot be compiled."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hcoop.errors import HcoopError
from hcoop.events.phrasing import piece_pattern, pieces
from hcoop.events.phrasing_examples import phrasings
from hcoop.events.words import Wording, wording
from hcoop.lexicon import Lexicon

_TWO_WORDS = "(?:a|an)"


@dataclass(frozen=True, slots=True)
class Unsound:
    """A pattern that is none; `where` is its JSON pointer in the data file."""

    file: str
    where: str
    message: str


def unsound(lexicon: Lexicon) -> Iterator[Unsound]:
    """Yield the patterns with a class of words that is not in `wording.yaml`, or that are no regular expressions."""
    words = lexicon.compiled(wording)
    for file, where, source in _patterns(lexicon):
        if message := _wrong(source, words):
            yield Unsound(file, where, message)


def _patterns(lexicon: Lexicon) -> Iterator[tuple[str, str, str]]:
    for name, entry in lexicon.folder("event_types").items():
        for place, cue in enumerate(entry["cues"]):
            yield f"event_types/{name}", f"/cues/{place}/pattern", cue["pattern"]
    for file, where, entry in phrasings(lexicon):
        for place, source in enumerate(entry["patterns"]):
            yield file, f"{where}/patterns/{place}", source


def _wrong(source: str, words: Wording) -> str | None:
    try:
        _compile([(piece, piece_pattern(piece, words)) for piece in pieces(source)])
    except HcoopError as error:
        return error.message
    except re.error as error:
        return f"no regular expression: {error}"
    return None


def _compile(written: Sequence[tuple[re.Match[str], str]]) -> None:
    """Raise re.error if a pattern cannot be compiled.

    Most of one is its classes of words, which are known to be sound: with two words for each it is told much faster.
    """
    try:
        re.compile("".join(_TWO_WORDS if piece["words"] else part for piece, part in written))
    except re.error:
        re.compile("".join(part for _, part in written))
