"""The examples that stand beside lists of phrasings: words in which they must and must not be found."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from hcoop.events.phrasing import phrasing
from hcoop.events.words import wording
from hcoop.lexicon import Lexicon

_FILES = ("modality", "reference", "terms", "times")


@dataclass(frozen=True, slots=True)
class Failure:
    """An example in which no phrasing was found, or a `not:` in which one was; `where` is its JSON pointer."""

    file: str
    where: str
    words: str
    message: str


def failing_phrasings(lexicon: Lexicon) -> Iterator[Failure]:
    """Yield the examples of the files of phrasings, such as `data/modality.yaml`, that do not hold."""
    for file, where, entry in phrasings(lexicon):
        pattern = re.compile(phrasing(entry, lexicon.compiled(wording)))
        for key, wanted, message in (("examples", True, "no phrasing is found"), ("not", False, "one is found")):
            for place, words in enumerate(entry.get(key) or ()):
                if bool(pattern.search(words)) != wanted:
                    yield Failure(file, f"{where}/{key}/{place}", words, message)


def phrasings(lexicon: Lexicon) -> Iterator[tuple[str, str, Mapping[str, Any]]]:
    """Yield every entry with `patterns`, with the name of its file and its JSON pointer."""
    for file in _FILES:
        yield from ((file, where, entry) for where, entry in _entries(lexicon[file]))


def _entries(content: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for name, entry in content.items():
        parts = enumerate(entry) if isinstance(entry, list) else [(None, entry)]
        for place, part in parts:
            if "patterns" in part:
                yield f"/{name}" + (f"/{place}" if place is not None else ""), part
