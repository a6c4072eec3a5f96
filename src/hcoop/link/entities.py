"""What all articles together say of one organisation, person or place, and ids that come from names."""

import hashlib
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from hcoop.text import name_key

Plain = dict[str, Any]
# What articles say of someone or something, and how many articles say so.
Said = tuple[Plain, int]


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


def merged(kind: str, identity: str, said: Sequence[Said]) -> Plain:
    """Return one record for what several articles say of one organisation, person or place, without its mentions.

    `said` are the different things that articles say, each with how many say it. The commonest value wins, the first
    in alphabetical order among equals, so that the order of articles is nothing.
    """
    return {"organisation": _organisation, "person": _person, "place": _place}[kind](identity, said)


def _organisation(identity: str, said: Sequence[Said]) -> Plain:
    name = _commonest(said, "name")
    fields = {field: _commonest(said, field) for field in ("kind", "country", "city")}
    return {"id": identity, "name": name, "aliases": _other_names(name, said), **fields}


def _person(identity: str, said: Sequence[Said]) -> Plain:
    name = _commonest(said, "name")
    roles = {(r["role"], r["organisation"]) for r, _ in said if r["role"] or r["organisation"]}
    return {
        "id": identity,
        "name": name,
        "aliases": _other_names(name, said),
        "roles": [{"role": role, "organisation": body} for role, body in sorted(roles, key=str)],
    }


def _place(identity: str, said: Sequence[Said]) -> Plain:
    return {"id": identity, **{field: _commonest(said, field) for field in ("name", "kind", "country", "code")}}


def _commonest(said: Sequence[Said], field: str) -> Any:
    counts: Counter[Any] = Counter()
    for record, articles in said:
        counts[record[field]] += articles
    del counts[None]
    return min(counts, key=lambda value: (-counts[value], value), default=None)


def _other_names(name: str, said: Sequence[Said]) -> list[str]:
    names = {alias for record, _ in said for alias in (record["name"], *record["aliases"])}
    return sorted(names - {name})
