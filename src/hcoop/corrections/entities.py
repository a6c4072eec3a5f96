"""Corrections of organisations and people: which of an article's they are of, and the record with other values."""

from collections.abc import Mapping
from typing import Any

from hcoop.corrections.marks import with_fields
from hcoop.corrections.placed import Place
from hcoop.corrections.record import Correction
from hcoop.link.entities import same_name

Plain = dict[str, Any]
_LISTS = {"organisation": "organisations", "person": "people"}


def named_at(extraction: Plain, what: str, place: Place) -> str | None:
    """Return who is named at a place of an article: an organisation's id in it, a person's folded name; null if none.

    Of several it is the one whose name is most like the words.
    """
    found = [
        (place.overlap([span]) / (span["end"] - span["start"]), place.overlap([span]), key_of(what, record))
        for record in extraction[_LISTS[what]]
        for span in record["mentions"]
        if place.overlap([span])
    ]
    return max(found)[2] if found else None


def key_of(what: str, record: Plain) -> str:
    """Return what an organisation or person is called within its article."""
    return same_name(record["name"]) if what == "person" else str(record["id"])


def corrected_entity(record: Plain, fields: Mapping[str, Any], correction: Correction) -> Plain:
    """Return an organisation or person with other values; a name that is replaced stays as an alias.

    The role and organisation of a person take the place of all that articles say.
    """
    given = {name: value for name, value in fields.items() if name not in ("role", "organisation")}
    if "roles" in record and len(given) < len(fields):
        before = record["roles"][0] if record["roles"] else {"role": None, "organisation": None}
        role = {name: fields.get(name, before[name]) for name in ("role", "organisation")}
        given["roles"] = [role] if any(role.values()) else []
    if "name" in given and "aliases" not in given:
        given["aliases"] = sorted({record["name"], *record["aliases"]} - {given["name"]})
    return with_fields(record, given, correction)
