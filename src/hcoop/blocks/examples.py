"""Runs the examples of the layout data."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from hcoop.lexicon import Lexicon
from hcoop.text import fold, unmark

_LISTS = ("digests", "indexes", "author_notes", "record", "teasers")
_CASED = "teasers"


@dataclass(frozen=True, slots=True)
class Failure:
    """An example that does not hold; `where` is the JSON pointer of the line in `layout.yaml`."""

    where: str
    line: str
    message: str


def failing_examples(lexicon: Lexicon) -> Iterator[Failure]:
    """Yield the lines in `layout.yaml` that their pattern does not match, or matches though it must not."""
    layout = lexicon["layout"]
    places = [(f"/lines/{role}", entries) for role, entries in layout["lines"].items()]
    for place, entries in places + [(f"/{name}", layout[name]) for name in _LISTS]:
        for index, entry in enumerate(entries):
            yield from _failing(entry, f"{place}/{index}", cased=place == f"/{_CASED}")
    for name, entry in layout["inline"].items():
        yield from _inline(entry, f"/inline/{name}")


def _failing(entry: dict[str, Any], where: str, cased: bool) -> Iterator[Failure]:
    pattern = re.compile(entry["pattern"])
    for key, expected in (("examples", True), ("not", False)):
        for index, line in enumerate(entry.get(key) or ()):
            form = unmark(line) if cased else fold(line)
            spot = f"{where}/{key}/{index}"
            if (pattern.match(form) is not None) != expected:
                yield Failure(spot, line, "is not matched" if expected else "is matched and must not be")
            elif expected and not any(word in form for word in entry.get("has", [""])):
                yield Failure(spot, line, "holds none of the words under has:")


def _inline(entry: dict[str, Any], where: str) -> Iterator[Failure]:
    pattern = re.compile(entry["pattern"])
    for key, expected in (("examples", True), ("not", False)):
        for index, line in enumerate(entry.get(key) or ()):
            if (pattern.search(line) is not None) != expected:
                told = "is not found" if expected else "is found and must not be"
                yield Failure(f"{where}/{key}/{index}", line, told)
