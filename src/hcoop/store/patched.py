"""What corrections make of links and events: before articles are linked, and after."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from hcoop.corrections import articles, entities, events
from hcoop.corrections.placed import Place, Placed
from hcoop.corrections.record import Correction
from hcoop.link import Linked, Report
from hcoop.link.amendments import Amendment, Amendments, Say
from hcoop.link.entities import same_name
from hcoop.store.patch import Patch

Plain = dict[str, Any]
Events = dict[str, Plain | None]
_PARTS = {"article": "articles", "event": "events", "organisation": "organisations", "person": "people"}


@dataclass(slots=True)
class Patched:
    """Articles being linked as people corrected them; `keys` is by what linking knows the record of a correction."""

    patch: Patch
    keys: dict[int, Any] = field(default_factory=dict)

    def amendments(self) -> Amendments:
        """Return what is one and what is not, for linking."""
        return Amendments(**{part: self._amendment(what) for what, part in _PARTS.items()})

    def events(self, linked: Linked, labels: Mapping[str, str]) -> Events:
        """Return the events as people say they are, null for those that are to be left out.

        `labels` are those of the types of events.
        """
        found: Events = {key: {**event, "checked": None, "corrected": []} for key, event in linked.events.items()}
        of_member, given = _members(linked), False
        for placed in self.patch.of("event"):
            identity = of_member.get(self.keys[id(placed)])
            if identity and (event := found[identity]):
                found[identity] = events.corrected_event(event, placed, labels)
                given = given or bool({"participants", "people"} & set(placed.fields))
        if given:
            found = self._with_ids(linked, found)
        names = self._names(linked)
        return {key: events.renamed(event, names) if event and names else event for key, event in found.items()}

    def rewrite(self, reports: Sequence[Report], linked: Linked, found: Events) -> list[Report]:
        """Write the articles that tell of what was corrected, and return the reports without what is left out."""
        of_member = _members(linked)
        changed = {key for key, event in found.items() if event is None or event["corrected"]}
        kept = []
        for before, report in zip(reports, linked.reports, strict=True):
            told = (of_member[event["id"]] for event in report.events)
            whole = len(before.organisations + before.people) == len(report.organisations + report.people)
            kept.append(report if whole and changed.isdisjoint(told) else self._rewritten(report, of_member, found))
        return kept

    def _rewritten(self, report: Report, of_member: Mapping[str, str], found: Events) -> Report:
        extraction = self.patch.extraction(report.article)
        told = [events.of_telling(event, found[of_member[event["id"]]]) for event in extraction["events"]]
        organisations = {o["id"] for o in report.organisations}
        people = {same_name(person["name"]) for person in report.people}
        extraction = articles.with_only(articles.with_events(extraction, told), organisations, people)
        self.patch.write(report.article, extraction)
        return replace(report, events=tuple(extraction["events"]))

    def _amendment(self, what: str) -> Amendment[Any]:
        """Return what is said of one kind of record."""
        said, gone = list[Say[Any]](), []
        for placed in self.patch.of(what):
            action = placed.correction.action
            mine = self.keys[id(placed)] = self._key(what, placed.place, placed.correction)
            theirs = self._key(what, placed.other) if placed.other else None
            if mine is None or (placed.other and theirs is None):
                if action != "drop":  # what is to be left out is left out
                    self.patch.miss(placed.correction, f"no {what} rests on these words any more")
            elif placed.other:
                said.append(Say(action == "merge", mine, theirs))
            elif action == "drop" and what in ("organisation", "person"):
                gone.append(mine)
        return Amendment(tuple(said), tuple(gone))

    def _key(self, what: str, place: Place, correction: Correction | None = None) -> Any:
        """Return by what linking knows what stands at a place: an id, for bodies with that of the article."""
        if what == "article":
            return place.article
        if self.patch.key_of(place.article) is None:
            return None
        extraction = self.patch.extraction(place.article)
        if what == "event":
            return events.telling_at(extraction["events"], place, correction)
        name = entities.named_at(extraction, what, place)
        return (place.article, name) if name else None

    def _names(self, linked: Linked) -> dict[str, tuple[str, Correction]]:
        """Return the names that people gave organisations, by id, and note which bodies are corrected."""
        given: dict[str, tuple[str, Correction]] = {}
        for what, identity, placed in self._bodies(linked):
            self.patch.entities[what, identity].append(placed)
            if what == "organisation" and placed.fields.get("name"):
                given[identity] = (placed.fields["name"], placed.correction)
        return given

    def _bodies(self, linked: Linked) -> list[tuple[str, str, Placed]]:
        parties = {"organisation": linked.parties.organisations, "person": linked.parties.people}
        return [
            (what, identities[self.keys[id(placed)]], placed)
            for what, identities in parties.items()
            for placed in self.patch.of(what)
            if self.keys[id(placed)] in identities
        ]

    def _with_ids(self, linked: Linked, found: Events) -> Events:
        """Give the parties that people named the ids of the register."""
        sql = "SELECT key, value FROM names WHERE kind = 'organisation' AND known"
        organisations = {row["key"]: row["value"] for row in self.patch.connection.execute(sql)}
        people = {name: identity for (_, name), identity in linked.parties.people.items()}
        for report in linked.reports:
            for o in report.organisations:
                organisations[same_name(o["name"])] = linked.parties.organisations[report.article, o["id"]]
        return {key: event and events.with_ids(event, organisations, people) for key, event in found.items()}


def _members(linked: Linked) -> dict[str, str]:
    """Return the id of the event that each telling is of."""
    return {member: identity for identity, event in linked.events.items() for member in event["members"]}
