"""People across articles: one name is one person where the body they belong to, or their role, does not differ."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from hcoop.link.entities import ids_by_name, person_id, same_name
from hcoop.link.report import Report

Plain = dict[str, Any]
# Who is named where: an article, and the name folded.
Named = tuple[str, str]


def find_people(reports: Sequence[Report], organisations: Mapping[tuple[str, str], str]) -> dict[Named, str]:
    """Return the id of each person by article and folded name; `organisations` are ids by article and local id."""
    named: dict[str, list[tuple[str, str | None, str]]] = defaultdict(list)
    for report in reports:
        local = ids_by_name(report.organisations)
        for person in report.people:
            body = _body(report.article, person, local, organisations)
            named[same_name(person["name"])].append((report.article, body, same_name(person["role"] or "")))
    return {
        (article, name): identity
        for name, found in named.items()
        for article, identity in _apart(name, sorted(found, key=str))
    }


def _body(
    article: str, person: Plain, local: Mapping[str, str], organisations: Mapping[tuple[str, str], str]
) -> str | None:
    if not person["organisation"]:
        return None
    name = same_name(person["organisation"])
    return organisations[article, local[name]] if name in local else name


def _apart(name: str, found: list[tuple[str, str | None, str]]) -> list[tuple[str, str]]:
    """Tell namesakes apart by their bodies; who is named without one is the only namesake, or the one of that role."""
    bodies = sorted({body for _, body, _ in found if body})
    if len(bodies) < 2:
        return [(article, person_id(name)) for article, _, _ in found]
    of_role: dict[str, set[str]] = defaultdict(set)
    for _, body, role in found:
        if body and role:
            of_role[role].add(body)
    told = [(article, body or _only(of_role.get(role, set()))) for article, body, role in found]
    return [(article, person_id(f"{name} {body}") if body else person_id(name)) for article, body in told]


def _only(bodies: set[str]) -> str | None:
    return next(iter(bodies)) if len(bodies) == 1 else None
