"""Articles that are copies of one another: syndicated, mirrored, posted again with corrections.

Broder's resemblance of sets of word triples, estimated by MinHash; candidates by locality-sensitive hashing in bands.
"""

from array import array
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from hcoop import edtf
from hcoop.link.groups import Groups
from hcoop.link.report import Report
from hcoop.text import name_key

_HASHES, _SEED = 128, 1
_ROWS = 3
_SHINGLE = 3
# Below this many words, boilerplate is most of a text.
_SHORTEST = 40
_ALIKE, _THE_SAME = 0.5, 0.9
# Days; a yearly report in last year's words is no copy of it, but a mirror may come any time.
_APART = 90


def sketch(text: str) -> bytes:
    """Return the MinHash of the words of a text, 512 bytes; none for a text too short to tell."""
    from rensa import RMinHash  # noqa: PLC0415  # only ingesting needs it

    words = name_key(text).split()
    if len(words) < _SHORTEST:
        return b""
    hashes = RMinHash(num_perm=_HASHES, seed=_SEED)
    hashes.update([" ".join(words[at : at + _SHINGLE]) for at in range(len(words) - _SHINGLE + 1)])
    return array("I", hashes.digest()).tobytes()


def find_copies(reports: Sequence[Report]) -> dict[str, str]:
    """Return the id of the original for each article that is a copy: the earliest published, then the smallest id."""
    known = {report.article: report for report in reports}
    groups: Groups[str] = Groups()
    for one, other in sorted(_candidates(reports)):
        if groups.of(one) != groups.of(other) and _is_copy(known[one], known[other]):
            groups.join(one, other)
    copies: dict[str, str] = {}
    for articles in groups.members(sorted(known)).values():
        original = min(articles, key=lambda article: (known[article].published or "9999", article))
        copies |= {article: original for article in articles if article != original}
    return copies


def _candidates(reports: Sequence[Report]) -> Iterator[tuple[str, str]]:
    """Yield pairs that share a band; of many that share one, each with the next, which joins them all the same."""
    bands: dict[tuple[int, bytes], list[str]] = defaultdict(list)
    size = _ROWS * array("I").itemsize
    for report in reports:
        for at in range(0, len(report.sketch), size):
            bands[at, report.sketch[at : at + size]].append(report.article)
    pairs = {pair for articles in bands.values() if len(articles) > 1 for pair in pairwise(sorted(articles))}
    yield from pairs


def _is_copy(one: Report, other: Report) -> bool:
    alike = _resemblance(one.sketch, other.sketch)
    return alike >= _THE_SAME or (alike >= _ALIKE and _days_between(one.published, other.published) <= _APART)


def _resemblance(one: bytes, other: bytes) -> float:
    left, right = array("I", one), array("I", other)
    return sum(a == b for a, b in zip(left, right, strict=True)) / _HASHES


def _days_between(one: str | None, other: str | None) -> int:
    if one is None or other is None:
        return 0
    first, second = edtf.bounds(one)[0], edtf.bounds(other)[0]
    return abs((first - second).days) if first and second else 0
