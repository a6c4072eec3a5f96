"""What all articles together say of one organisation, person or place, and ids that come from names."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

from hcoop.text import name_key

Plain = dict[str, Any]


@lru_cache(maxsize=1 << 16)  # the same names come again and again
def same_name(name: str) -> str:
    """Return what two spellings of a name share."""
    return name_key(name)


@lru_cache(maxsize=1 << 16)
def person_id(name: str) -> str:
    """Return the id of a person, the same for every spelling that folds to one: 12 hexadecimal digits."""
    return hashlib.sha256(f"person:{same_name(name)}".encode()).hexdigest()[:12]


def place_id(place: Plain) -> str:
    """Return the id of a place: its code, else its country and folded name."""
    return str(place["code"] or f"{place['country']}-{name_key(place['name']).replace(' ', '-')}")


def ids_by_name(organisations: Sequence[Plain]) -> dict[str, str]:
    """Return the ids of the organisations of an article by each of their names, folded; names go before aliases."""
    named = {same_name(o["name"]): str(o["id"]) for o in reversed(organisations)}
    aliased = {same_name(alias): str(o["id"]) for o in reversed(organisations) for alias in o["aliases"]}
    return {**aliased, **named}


def merged(kind: str, identity: str, records: Sequence[Plain]) -> Plain:
    """Return one record for what several articles say of one organisation, person or place, without its mentions.

    The commonest value wins, the first in alphabetical order among equals, so that the order of articles is nothing.
    """
    return {"organisation": _organisation, "person": _person, "place": _place}[kind](identity, records)


def _organisation(identity: str, records: Sequence[Plain]) -> Plain:
    name = _commonest(r["name"] for r in records)
    return {
        "id": identity,
        "name": name,
        "aliases": _other_names(name, records),
        "kind": _commonest(r["kind"] for r in records),
        "country": _commonest(r["country"] for r in records),
        "city": _commonest(r["city"] for r in records),
    }


def _person(identity: str, records: Sequence[Plain]) -> Plain:
    name = _commonest(r["name"] for r in records)
    roles = {(r["role"], r["organisation"]) for r in records if r["role"] or r["organisation"]}
    return {
        "id": identity,
        "name": name,
        "aliases": _other_names(name, records),
        "roles": [{"role": role, "organisation": body} for role, body in sorted(roles, key=str)],
    }


def _place(identity: str, records: Sequence[Plain]) -> Plain:
    return {
        "id": identity,
        **{field: _commonest(r[field] for r in records) for field in ("name", "kind", "country", "code")},
    }


def _commonest(values: Iterable[Any]) -> Any:
    counts = Counter(value for value in values if value is not None)
    return min(counts, key=lambda value: (-counts[value], value), default=None)


def _other_names(name: str, records: Sequence[Plain]) -> list[str]:
    names = {alias for r in records for alias in (r["name"], *r["aliases"])}
    return sorted(names - {name})
