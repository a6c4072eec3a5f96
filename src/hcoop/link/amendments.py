"""What people say against what linking finds: what is one, what is not, and what is none."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Generic, TypeVar

from hcoop.link.entities import same_name
from hcoop.link.report import Report
from hcoop.link.telling import Telling

Thing = TypeVar("Thing", bound=Hashable)
# An organisation by its article and the id it has there, a person by article and folded name.
Named = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Say(Generic[Thing]):
    """One thing that is said: that `one` and `other` are one (the second gives its id), or not (the second leaves)."""

    same: bool
    one: Thing
    other: Thing


@dataclass(frozen=True, slots=True)
class Amendment(Generic[Thing]):
    """What is said, the last of which holds, and things that are to be left out."""

    said: tuple[Say[Thing], ...] = ()
    gone: tuple[Thing, ...] = ()


@dataclass(frozen=True, slots=True)
class Amendments:
    """Amendments of copies (articles by id), organisations, people, and events (tellings by id)."""

    articles: Amendment[str] = field(default_factory=Amendment)
    organisations: Amendment[Named] = field(default_factory=Amendment)
    people: Amendment[Named] = field(default_factory=Amendment)
    events: Amendment[str] = field(default_factory=Amendment)


def amended_copies(copies: Mapping[str, str], reports: Sequence[Report], amendment: Amendment[str]) -> dict[str, str]:
    """Return the original of each article that is a copy, after what people say."""
    if not amendment.said:
        return dict(copies)
    published = {report.article: report.published or "9999" for report in reports}
    parts = _Parts({article: copies.get(article, article) for article in published})
    for say in amendment.said:
        parts.amend(say, f"{say.other} apart")
    found: dict[str, str] = {}
    for articles in parts.all():
        original = min(articles, key=lambda article: (published[article], article))
        found |= {article: original for article in articles if article != original}
    return found


def amended_names(identities: Mapping[Named, str], amendment: Amendment[Named]) -> dict[Named, str]:
    """Return the id of each organisation or person after what people say; one that leaves has its article in its id."""
    if not (amendment.said or amendment.gone):
        return dict(identities)
    parts = _Parts(identities)
    for say in amendment.said:
        parts.amend(say, f"{identities.get(say.other)}-{say.other[0][:6]}")
    gone = {parts.of[thing] for thing in amendment.gone if thing in parts.of}
    return {key: identity for key, identity in parts.of.items() if identity not in gone}


def amended_groups(groups: Mapping[str, Sequence[Telling]], amendment: Amendment[str]) -> dict[str, list[Telling]]:
    """Return the tellings of each event by the smallest, after what people say; copies go with their original."""
    known = {telling.id: telling for told in groups.values() for telling in told}
    parts = _Parts({telling.id: key for key, told in groups.items() for telling in told})
    for say in amendment.said:
        parts.amend(say, f"{say.other} apart", partial(_goes_along, known, say))
    return {min(ids): [known[telling] for telling in sorted(ids)] for ids in sorted(map(sorted, parts.all()))}


def with_organisations(reports: Sequence[Report], identities: Mapping[Named, str]) -> list[Report]:
    """Return the reports without the organisations that have no id."""
    return [
        replace(report, organisations=tuple(o for o in report.organisations if (report.article, o["id"]) in identities))
        for report in reports
    ]


def with_people(reports: Sequence[Report], identities: Mapping[Named, str]) -> list[Report]:
    """Return the reports without the people that have no id."""
    return [
        replace(report, people=tuple(p for p in report.people if (report.article, same_name(p["name"])) in identities))
        for report in reports
    ]


def _goes_along(known: Mapping[str, Telling], say: Say[str], telling: str) -> bool:
    """Tell whether a telling is of the article that leaves, or of a copy of it."""
    return known[telling].original == known[say.other].original != known[say.one].original


class _Parts(Generic[Thing]):
    """Things by the id of their part; things move from part to part as people say."""

    def __init__(self, of: Mapping[Thing, str]) -> None:
        self.of = dict(of)
        self._members: dict[str, list[Thing]] = defaultdict(list)
        for thing, part in of.items():
            self._members[part].append(thing)

    def all(self) -> list[list[Thing]]:
        """Return the things of each part."""
        return [things for things in self._members.values() if things]

    def amend(self, say: Say[Thing], apart: str, kin: Callable[[Thing], bool] | None = None) -> None:
        """Do what is said; one that leaves goes into the part `apart`, with those of its part that are its kin."""
        one, other = self.of.get(say.one), self.of.get(say.other)
        if one is None or other is None:
            return
        if say.same and one != other:
            self._move(list(self._members[one]), other)
        elif not say.same and one == other:
            self._move([thing for thing in self._members[one] if thing == say.other or (kin and kin(thing))], apart)

    def _move(self, things: Sequence[Thing], part: str) -> None:
        for thing in things:
            self._members[self.of[thing]].remove(thing)
            self._members[part].append(thing)
            self.of[thing] = part
