"""Who took part in an event, by all reports of it."""

from collections.abc import Mapping, Sequence
from typing import Any

from hcoop.link.entities import person_id, same_name
from hcoop.link.telling import Parties, Telling

Plain = dict[str, Any]


def participants(tellings: Sequence[Telling], kind: str, parties: Mapping[str, Parties]) -> list[Plain]:
    """Return the parties of all reports, each once: the home side first, then those of the right type of event.

    A country that one report names gives way to its bodies in another.
    """
    ordered = sorted(tellings, key=lambda telling: telling.event["type"] != kind)
    said = [
        (identity, {**party, "organisation": identity, "person": _person(telling, party, parties)})
        for telling in ordered
        for identity, party in zip(telling.ids, telling.event["participants"], strict=True)
    ]
    bodies = {(party["side"], party["country"]) for identity, party in said if identity}
    several = len(tellings) > 1
    kept = [
        (identity or f"{party['side']} {party['name']}", party)
        for identity, party in said
        if identity or not several or (party["side"], party["country"]) not in bodies
    ]
    unique: dict[str, Plain] = {}
    for key, party in kept:
        unique.setdefault(key, party)
    return sorted(unique.values(), key=lambda party: party["side"] != "home")


def people(telling: Telling, parties: Mapping[str, Parties]) -> list[Plain]:
    """Return the people of a telling, each with the id of the person that they are."""
    return [{**p, "person": _person(telling, p, parties) or person_id(p["name"])} for p in telling.event["people"]]


def _person(telling: Telling, party: Plain, parties: Mapping[str, Parties]) -> str | None:
    return parties[telling.article].people.get(same_name(party["name"]))
