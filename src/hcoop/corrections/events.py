"""Corrections of events: which telling of an article they are of, and the event with other values."""

from collections.abc import Iterable, Mapping
from typing import Any

from hcoop import edtf
from hcoop.corrections.marks import with_fields, with_mark
from hcoop.corrections.placed import Place, Placed
from hcoop.corrections.record import Correction
from hcoop.link.entities import person_id, same_name

Plain = dict[str, Any]
Ids = Mapping[str, str | None]


def telling_at(events: Iterable[Plain], place: Place, correction: Correction | None = None) -> str | None:
    """Return the id of the event of an article that rests on the words at a place; null if none does.

    Of several it is the one of the correction's type, then the one that shares most with the words.
    """

    def rank(event: Plain) -> tuple[bool, bool, int, str]:
        same = correction is not None and event["id"] == correction.record
        kin = correction is not None and event["type"] == correction.type
        return same, kin, place.overlap(event["evidence"]), event["id"]

    near = [event for event in events if place.overlap(event["evidence"])]
    return str(max(near, key=rank)["id"]) if near else None


def corrected_event(event: Plain, placed: Placed, labels: Mapping[str, str]) -> Plain | None:
    """Return an event of the register after one correction, null if that drops it.

    `labels` are those of the types of events, for the title.
    """
    correction = placed.correction
    if correction.action == "set":
        fields = dict(placed.fields)
        settled = [conflict for conflict in event["conflicts"] if conflict["field"] not in fields]
        event = {**event, "conflicts": settled}
        return with_fields(event, {**fields, **_consequences(event, fields, labels)}, correction)
    if correction.action == "keep":
        return {**event, "checked": correction.credit}
    if correction.action in ("merge", "split"):
        return with_mark(event, correction.action, correction.record, correction)
    return None


def inherited(event: Plain, tellings: Iterable[Plain]) -> list[Plain]:
    """Return the marks of tellings that are corrected by way of their article, where the event has their value."""
    found: dict[str, Plain] = {}
    for telling in sorted(tellings, key=lambda telling: str(telling["id"])):
        for mark in telling.get("corrected", ()):
            if event[mark["field"]] == telling[mark["field"]]:
                found.setdefault(mark["field"], mark)
    return list(found.values())


def with_countries(fields: Plain) -> Plain:
    """Return new values of an event with the countries of its parties, where these are given and tell of any."""
    if "countries" in fields or "participants" not in fields:
        return fields
    partners = {party["country"] for party in fields["participants"] if party["side"] == "partner"} - {None}
    return {**fields, "countries": sorted(partners)} if partners else fields


def renamed(event: Plain, names: Mapping[str, tuple[str, Correction]]) -> Plain:
    """Return an event whose parties have the names that people gave their organisations; `names` go by id."""
    parties, title, last = [], event["title"], None
    for party in event["participants"]:
        name, correction = names.get(party["organisation"], (party["name"], None))
        parties.append({**party, "name": name})
        title = title.replace(party["name"], name) if correction else title
        last = correction or last
    return with_fields(event, {"participants": parties, "title": title}, last) if last else event


def of_telling(telling: Plain, event: Plain | None) -> Plain | None:
    """Return the event as an article tells it, with what was corrected in that of the register; null if dropped."""
    if event is None:
        return None
    marks = [mark for mark in event["corrected"] if mark["field"] in telling]
    if not marks:
        return telling
    own = {mark["field"]: _own(mark["field"], event[mark["field"]]) for mark in marks}
    known = {mark["field"]: mark["extracted"] for mark in telling.get("corrected", ())}
    extracted = {name: known.get(name, telling[name]) for name in own}
    return {**telling, **own, "corrected": [{**mark, "extracted": extracted[mark["field"]]} for mark in marks]}


def with_ids(event: Plain, organisations: Ids, people: Ids) -> Plain:
    """Return an event whose parties and people have the ids of the register, by folded name, where they lack them."""
    parties = [
        party
        if "organisation" in party
        else {
            **party,
            "organisation": organisations.get(same_name(party["name"])),
            "person": people.get(same_name(party["name"])),
        }
        for party in event["participants"]
    ]
    named = [
        person
        if "person" in person
        else {**person, "person": people.get(same_name(person["name"])) or person_id(person["name"])}
        for person in event["people"]
    ]
    return {**event, "participants": parties, "people": named}


def _own(field: str, value: Any) -> Any:
    """Return a value as articles have it, where parties have no ids."""
    if field not in ("participants", "people"):
        return value
    return [{name: part[name] for name in part if name not in ("organisation", "person")} for part in value]


def _consequences(event: Plain, fields: Plain, labels: Mapping[str, str]) -> Plain:
    """Return what follows from new values, where it is not given itself: basis, countries, title."""
    found: Plain = {}
    if "date" in fields:
        dated = fields["date"] and not edtf.parse(fields["date"]).yearless
        found["date_basis"] = "stated" if dated else "none"
    found |= {name: value for name, value in with_countries(fields).items() if name not in fields}
    if {"participants", "type"} & set(fields):
        new = {**event, **fields}
        found["title"] = _title(labels.get(new["type"], new["type"]), new["participants"])
    return {name: value for name, value in found.items() if name not in fields}


def _title(label: str, parties: Iterable[Plain]) -> str:
    """Return the title as the extraction makes it: the label of the type and both sides."""
    sides = [", ".join(p["name"] for p in parties if p["side"] == side) for side in ("home", "partner")]
    return f"{label}: " + " – ".join(filter(None, sides))
