"""Organisations as articles tell of them, with the blocks in which they are compared with others."""

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from hcoop.link.names import Names, initials, misprinted

Plain = dict[str, Any]
# The id that an article gives, and the city, since namesakes in two cities may have one id.
Key = tuple[str, str]
# More bodies than that share a name only where the name says nothing.
MANY = 40


@dataclass(slots=True, eq=False)
class Body:
    """What all articles say of the bodies with one id in one city; `articles` is their number.

    `blocks` are what it shares with others that may be the same: its id, its names, names among which are aliases, and
    what a misprint leaves of its names.
    """

    key: Key
    known: bool
    country: str | None
    name: str
    kinds: frozenset[str]
    names: frozenset[str]
    cities: frozenset[str]
    articles: int
    blocks: frozenset[str]


def key_of(organisation: Plain, known: Container[str]) -> Key:
    """Return the key of an article's organisation."""
    return organisation["id"], "" if organisation["id"] in known else organisation["city"] or ""


def body_of(key: Key, said: Sequence[tuple[Plain, int]], names: Names) -> Body:
    """Return the body of a key, from the different things that articles say of it, and in how many."""
    records = [record for record, _ in said]
    name, known = min(record["name"] for record in records), key[0] in names.knowledge.known
    own = frozenset(record["name"] for record in records)
    aliases = {alias for record in records for alias in record["aliases"] if names.brings_more(alias, name)}
    country = min((record["country"] for record in records if record["country"]), default=None)
    return Body(
        key,
        known,
        country,
        name,
        frozenset(record["kind"] for record in records),
        own,
        frozenset(record["city"] for record in records if record["city"]),
        sum(articles for _, articles in said),
        frozenset([f"id {key[0]}", *_blocks(None if known else f"near {country}", own, aliases, names)]),
    )


def _blocks(near: str | None, own: Iterable[str], aliases: Iterable[str], names: Names) -> Iterator[str]:
    """Yield the blocks of names; `near` begins those of misprints, null for a body of which there are none."""
    for name in own:
        words = names.words(name)
        yield from (f"{kind} {' '.join(words)}" for kind in ("name", "also") if words)
        if near and words:
            yield f"{near} {initials(words)}"
    yield from (f"also {' '.join(names.words(alias))}" for alias in aliases if names.words(alias))


def misprints(one: Body, other: Body, names: Names) -> bool:
    """Tell whether a name of one body is one of the other, but for a letter."""
    return any(misprinted(names.words(a), names.words(b)) for a in one.names for b in other.names)
