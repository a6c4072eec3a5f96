"""People across articles: one name is one person where the body they belong to, or their role, does not differ."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from typing import Any

from hcoop.link.entities import ids_by_name, person_id, same_name
from hcoop.link.report import Report

Plain = dict[str, Any]
# What an article says of who has a name: the body they belong to, null if it does not say, and their role, folded.
Told = tuple[str | None, str]


def body_of(person: Plain, report: Report, organisations: Mapping[str, str]) -> str | None:
    """Return the body that a person of an article belongs to; `organisations` are ids by the article's own."""
    if not person["organisation"]:
        return None
    name = same_name(person["organisation"])
    local = ids_by_name(report.organisations)
    return organisations.get(local[name], name) if name in local else name


def role_of(person: Plain) -> str:
    """Return the role of a person, folded."""
    return same_name(person["role"] or "")


def identify(name: str, told: Collection[Told]) -> dict[Told, str]:
    """Return who has a name, by what articles say of them.

    Namesakes are told apart by their bodies; who is named without one is the only namesake, or the one of that role.
    """
    bodies = {body for body, _ in told if body}
    of_role: dict[str, set[str]] = defaultdict(set)
    for body, role in told:
        if body and role:
            of_role[role].add(body)
    found = {}
    for body, role in told:
        one = body or _only(bodies) or _only(of_role.get(role, set()))
        found[body, role] = person_id(f"{name} {one}") if one else person_id(name)
    return found


def _only(bodies: set[str]) -> str | None:
    return next(iter(bodies)) if len(bodies) == 1 else None
