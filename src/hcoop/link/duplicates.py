"""Articles that are copies of one another: syndicated, mirrored, posted again with corrections.

Broder's resemblance of sets of word triples, estimated by MinHash; candidates by locality-sensitive hashing in bands.
"""

from array import array
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from operator import eq
from zlib import crc32

from hcoop import edtf
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


@dataclass(frozen=True, slots=True)
class Sketched:
    """An article as it is compared with others: its id, when it was published (EDTF), and its sketch."""

    article: str
    published: str | None
    sketch: bytes


def bands(sketch: bytes) -> list[int]:
    """Return the bands of a sketch as numbers; articles in much the same words have one in common."""
    size = _ROWS * array("I").itemsize
    last = len(sketch) - size
    return [crc32(sketch[at : at + size], at) for at in range(0, last + 1, size)]


def is_copy(one: Sketched, other: Sketched) -> bool:
    """Tell whether two articles that share a band are copies."""
    alike = _resemblance(one.sketch, other.sketch)
    return alike >= _THE_SAME or (alike >= _ALIKE and _days_between(one.published, other.published) <= _APART)


def original_of(articles: Collection[str], published: Mapping[str, str | None]) -> str:
    """Return which of some copies is the original: the earliest published, then the smallest id."""
    return min(articles, key=lambda article: (published[article] or "9999", article))


def _resemblance(one: bytes, other: bytes) -> float:
    left, right = array("I", one), array("I", other)
    same: int = sum(map(eq, left, right))
    return same / _HASHES


def _days_between(one: str | None, other: str | None) -> int:
    if one is None or other is None:
        return 0
    first, second = edtf.bounds(one)[0], edtf.bounds(other)[0]
    return abs((first - second).days) if first and second else 0
