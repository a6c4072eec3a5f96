"""Running heads and feet: lines that the pages of a file share, which part the sentences that go over a page."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

# Lines from an edge of the page, and the share of the pages that must have the line there.
_EDGE, _SHARE = 2, 0.5
_DIGITS = re.compile(r"\d+")
_NUMBER = re.compile(r"\W*\d{1,4}\W*$")


def without_running(pages: Sequence[Sequence[str]], title: str | None = None) -> list[list[str]]:
    """Return the lines of each page without page numbers and running heads and feet.

    One that is the `title` stays where it stands first.
    """
    filled = [page for page in pages if any(page)]
    count = Counter(key for page in filled for key in {_key(page[at]) for at in _edges(page)})
    running = {key for key, times in count.items() if times > 1 and times >= _SHARE * len(filled)} if filled else set()
    spared = {_key(title)} if title else set()
    return [list(_kept(page, running, spared)) for page in pages]


def _kept(page: Sequence[str], running: set[str], spared: set[str]) -> Iterator[str]:
    edges = set(_edges(page))
    for at, line in enumerate(page):
        key = _key(line)
        if key in spared:
            spared.discard(key)
        elif at in edges and (key in running or _NUMBER.match(line)):
            continue
        yield line


def _edges(page: Sequence[str]) -> list[int]:
    """Return the places of the first and last lines that are not empty."""
    written = [at for at, line in enumerate(page) if line.strip()]
    return sorted({*written[:_EDGE], *written[-_EDGE:]})


def _key(line: str) -> str:
    return _DIGITS.sub("#", " ".join(line.split()))
