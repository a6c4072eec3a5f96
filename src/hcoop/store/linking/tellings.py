"""Events as articles tell them: which of them are alike, kept up to date where something has changed."""

import marshal
import sqlite3
from array import array
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Any

from hcoop.link.entities import same_name
from hcoop.link.features import packed, unpacked
from hcoop.link.pairs import blocks, position, sides
from hcoop.link.report import Report
from hcoop.link.telling import Parties, Telling, tellings
from hcoop.store.linking import moved
from hcoop.store.linking.aims import ids_of
from hcoop.store.linking.round import Round

Plain = dict[str, Any]
# How many articles and how many tellings are kept in memory.
_ARTICLES, _TELLINGS = 300, 20_000
_BYTES = 8
# The version of marshal that writes values alone, and not which of them are one in memory.
_PLAIN = 2


@dataclass(slots=True)
class Tellings:
    """The tellings of articles, read from the store when they are asked for."""

    r: Round
    _light: OrderedDict[int, tuple[int, Telling]] = field(default_factory=OrderedDict)
    _known: OrderedDict[int, dict[int, Telling]] = field(default_factory=OrderedDict)
    _reports: dict[int, tuple[Report, Parties]] = field(default_factory=dict)

    def get(self, key: int) -> Telling:
        """Return a telling as others are compared with it."""
        return self._read(key)[1]

    def whole(self, key: int) -> Telling:
        """Return a telling with all of its event."""
        return self.of(self.article_of(key))[key]

    def article_of(self, key: int) -> int:
        """Return the key of the article that tells it."""
        return self._read(key)[0]

    def of(self, article: int) -> dict[int, Telling]:
        """Return the whole tellings of an article by their keys, those that people corrected among them."""
        if article not in self._known:
            self._known[article] = {telling.key: telling for telling in self._tell(article)}
            if len(self._known) > _ARTICLES:
                del self._reports[self._known.popitem(last=False)[0]]
        self._known.move_to_end(article)
        return self._known[article]

    def report(self, article: int) -> tuple[Report, Parties]:
        """Return what an article says, and who its parties are."""
        self.of(article)
        return self._reports[article]

    def _read(self, key: int) -> tuple[int, Telling]:
        if key not in self._light:
            row = self.r.rows("SELECT article, features FROM told WHERE key = ?", [key])[0]
            self._light[key] = row["article"], unpacked(row["features"], self.r.knowledge.traits)
            if len(self._light) > _TELLINGS:
                self._light.popitem(last=False)
        self._light.move_to_end(key)
        return self._light[key]

    def _tell(self, article: int) -> Iterator[Telling]:
        report, parties = self._reports[article] = self.r.report(article), self.r.parties(article)
        for telling in tellings(report, parties, self.r.knowledge.traits):
            yield telling
            fields = self.r.patch.fields_of(telling.key)
            if fields:
                yield telling.with_fields(fields, self.r.knowledge.traits, _ids(self.r, telling, fields))


@dataclass(slots=True)
class Changed:
    """Tellings that are new or other than before (`now`), and those that are gone (`before`), by their keys.

    Each with the event that it was of, empty for none.
    """

    now: dict[int, str] = field(default_factory=dict)
    before: dict[int, str] = field(default_factory=dict)


def settle(r: Round, known: Tellings) -> Changed:
    """Write the tellings of the articles to be linked anew; return which of them have changed."""
    changed = Changed(before=dict(r.touched.gone))
    for article in sorted(r.touched.articles):
        _write(r, article, known, changed)
    return changed


def _write(r: Round, article: int, known: Tellings, changed: Changed) -> None:
    before = {row["key"]: row for row in r.rows("SELECT * FROM told WHERE article = ?", [article])}
    report, _ = known.report(article)
    now = known.of(article)
    for key, row in before.items():
        if key not in now:
            changed.before[key] = row["event"]
            _remove(r, key, row)
    for key, telling in now.items():
        digest = _digest(telling, report)
        if key in before:
            row = before[key]
            if row["digest"] == digest:
                continue
            changed.before[key] = row["event"]
            _remove(r, key, row)
        changed.now[key] = changed.before.get(key, "")
        _insert(r, article, telling, changed.now[key], digest)


def _ids(r: Round, telling: Telling, fields: Plain) -> Sequence[str | None]:
    """Return who the participants are: by the article, or where people name others, by the register."""
    if "participants" not in fields:
        return telling.ids
    known = ids_of(r, fields)["organisation"]
    return [known[same_name(party["name"])] for party in fields["participants"]]


def _digest(telling: Telling, report: Report) -> bytes:
    """Return what is the same as long as nothing that linking reads has changed."""
    told = [
        telling.event, telling.ids, sorted(telling.people), telling.original, telling.copied, telling.reported,
        report.path, report.outlet, report.published,
    ]
    return blake2b(marshal.dumps(told, _PLAIN), digest_size=_BYTES).digest()


def _insert(r: Round, article: int, telling: Telling, event: str, digest: bytes) -> None:
    flags = (telling.corrected, telling.planned)
    at, among = position(telling), array("q", sorted(blocks(telling))).tobytes()
    values = [telling.key, article, telling.id, *flags, at, among, digest, event, packed(telling)]
    r.run("INSERT INTO told VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", values)
    moved.come(r.connection, among, at, telling.key)
    if telling.planned:
        plans = [(block, at, telling.key) for block in sides(telling)]
        r.connection.executemany("INSERT INTO plans VALUES (?, ?, ?)", plans)


def _remove(r: Round, key: int, row: sqlite3.Row) -> None:
    r.run("DELETE FROM told WHERE key = ?", [key])
    moved.go(r.connection, row["blocks"], row["at"], key)
