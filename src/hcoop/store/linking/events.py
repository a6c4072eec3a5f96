"""Events of the register: what their reports add up to, as people corrected it, written where it has changed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from hcoop.corrections import events as corrected
from hcoop.corrections.record import Correction
from hcoop.link.merging import merged, reason
from hcoop.link.telling import Telling
from hcoop.store import event_rows
from hcoop.store.aim import Aim
from hcoop.store.linking.aims import ids_of
from hcoop.store.linking.groups import Group
from hcoop.store.linking.round import Round
from hcoop.store.linking.tellings import Tellings

Plain = dict[str, Any]
_MANY = 1000


@dataclass(slots=True)
class Events:
    """Events being written; `labels` are those of types, `names` those that people gave organisations, by id.

    `before` are tellings that are new or other than before, with the events that they were of.

    `changed` are the ids of the events that were put together anew, or are no more; `articles` are keys of those that
    tell of what is corrected, or was.
    """

    r: Round
    known: Tellings
    labels: Mapping[str, str]
    names: Mapping[str, tuple[str, Correction]]
    before: Mapping[int, str]
    changed: set[str] = field(default_factory=set)
    articles: set[int] = field(default_factory=set)
    _assigned: list[tuple[str, int]] = field(default_factory=list)

    def write(self, groups: Iterable[Group]) -> None:
        """Write the events of some groups, which are all that those of their tellings were of before."""
        for group in groups:
            record = self.record(group)
            identity = record["id"] if record else ""
            for telling in group.tellings:
                self.assign(telling, identity)
            if record:
                self.tell(event_rows.write(self.r.connection, self.r.concerns, record), group.own)
            self.note(group.own, record)

    def assign(self, telling: Telling, identity: str) -> None:
        """Write of which event a telling is."""
        before = self.before.get(telling.key)
        if before is None:
            before = self.r.rows("SELECT event FROM told WHERE key = ?", [telling.key])[0]["event"]
        self.changed |= {event for event in (before, identity) if event}
        if before != identity:
            self._assigned.append((identity, telling.key))
            if len(self._assigned) == _MANY:
                self.flush()

    def flush(self) -> None:
        """Write of which events tellings are now."""
        self.r.connection.executemany("UPDATE told SET event = ? WHERE key = ?", self._assigned)
        self._assigned.clear()

    def forget(self) -> None:
        """Forget the events that no telling is of any more."""
        self.flush()
        for identity in sorted(self.changed):
            if not self.r.rows("SELECT 1 FROM told WHERE event = ? LIMIT 1", [identity]):
                event_rows.forget(self.r.connection, identity)

    def record(self, group: Group) -> Plain | None:
        """Return the record of a group, null if people say that it is to be left out."""
        own = [self.known.whole(telling.key) for telling in group.own]
        sources = {telling.article: self.known.report(self.known.article_of(telling.key)) for telling in own}
        reports = {article: report for article, (report, _) in sources.items()}
        parties = {article: parties for article, (_, parties) in sources.items()}
        record: Plain | None = merged(own, reports, parties, self.r.knowledge.types)
        assert record
        for join in sorted(group.joins, key=lambda join: (-join.why.points, join.one.rank, join.other.rank)):
            if not join.one.corrected and not join.other.corrected:
                record["reasons"].append(reason(join))
        record |= {"checked": None, "corrected": corrected.inherited(record, [telling.event for telling in own])}
        return self.patched(record, group)

    def patched(self, event: Plain | None, group: Group) -> Plain | None:
        """Return a record as people corrected it."""
        aims = self.aims(group)
        for aim in aims:
            event = corrected.corrected_event(event, aim.placed, self.labels) if event else None
        if event and any({"participants", "people"} & set(aim.placed.fields) for aim in aims):
            ids = ids_of(self.r, event)
            event = corrected.with_ids(event, ids["organisation"], ids["person"])
        return corrected.renamed(event, self.names) if event and self.names else event

    def aims(self, group: Group) -> list[Aim]:
        """Return what people say of a group's event, in order, each once."""
        if not self.r.patch.aims["event"]:
            return []
        found = {id(aim) for telling in group.own for aim in self.r.patch.of("event", telling.key)}
        return [aim for aim in self.r.patch.aims["event"] if id(aim) in found]

    def tell(self, key: int, tellings: Iterable[Telling]) -> None:
        """Write which articles tell of an event."""
        for telling in tellings:
            article = self.known.article_of(telling.key)
            order = [event["id"] for event in self.known.report(article)[0].events].index(telling.id)
            # OR REPLACE would do the same, and write a journal for each statement.
            self.r.run("DELETE FROM tellings WHERE id = ? AND article = ?", [telling.id, article])
            self.r.run("INSERT INTO tellings VALUES (?, ?, ?, ?)", [telling.id, key, article, order])

    def note(self, tellings: Iterable[Telling], record: Plain | None) -> None:
        """Note the articles that tell of what is corrected, or was."""
        if not self.r.patch.any:
            return
        for telling in tellings:
            article = self.known.article_of(telling.key)
            patched = self.r.rows("SELECT patched IS NOT NULL FROM articles WHERE key = ?", [article])[0][0]
            if patched or record is None or record["corrected"]:
                self.articles.add(article)

