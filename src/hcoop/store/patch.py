"""Corrections on their way into the store: found by their anchors, and those of articles applied."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from hcoop.corrections import articles, entities
from hcoop.corrections.marks import with_mark
from hcoop.corrections.placed import Missed, Placed
from hcoop.corrections.record import Correction
from hcoop.corrections.values import Known, checked_fields
from hcoop.errors import UsageError
from hcoop.store import derive
from hcoop.store.anchored import place_of

Plain = dict[str, Any]
_DROPPED = "null"
_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Corrections:
    """What people have corrected: the entries of a file, its path, and its digest.

    `kinds` are the kinds of organisations that the data files know.
    """

    entries: Sequence[Correction] = ()
    path: Path = Path()
    digest: str = ""
    kinds: Sequence[str] = ()


@dataclass(slots=True)
class Patch:
    """One application of all corrections to a store that is being written.

    `entities` are the corrections of organisations and people by kind and id, as linking has made them.
    """

    connection: sqlite3.Connection
    corrections: Corrections
    home: str
    missed: list[Missed] = field(default_factory=list)
    entities: dict[tuple[str, str], list[Placed]] = field(default_factory=lambda: defaultdict(list))
    _placed: list[Placed] = field(default_factory=list)
    _extractions: dict[str, Plain] = field(default_factory=dict)

    def find(self) -> None:
        """Find the words of each correction."""
        if self.corrections.entries:
            known = known_values(self.connection, self.corrections.kinds, self.home)
            found = [self._place(correction, known) for correction in self.corrections.entries]
            self._placed = [placed for placed in found if placed]

    def correct_articles(self) -> None:
        """Apply the corrections of articles."""
        for placed in self.of("article"):
            self._correct_article(placed)

    def miss(self, correction: Correction, reason: str, hint: str | None = None) -> None:
        """Note that a correction cannot be applied."""
        undo = f"correct it anew, and take this one back with `hcoop correct --undo {correction.id}`"
        where = f"{self.corrections.path.name}:{correction.line}"
        self.missed.append(Missed(correction, where, reason, hint or undo))

    def of(self, what: str) -> Iterator[Placed]:
        """Yield the corrections of a kind of record whose words were found, in order."""
        return (placed for placed in self._placed if placed.correction.what == what)

    def entity(self, kind: str, identity: str, record: Plain) -> Plain:
        """Return an organisation or person as people say it is; places are as they are."""
        if kind not in ("organisation", "person"):
            return record
        record = {**record, "corrected": []}
        for placed in self.entities.get((kind, identity), ()):
            correction = placed.correction
            if correction.action == "set":
                record = entities.corrected_entity(record, placed.fields, correction)
            elif placed.other:
                record = with_mark(record, correction.action, correction.record, correction)
        return record

    def key_of(self, article: str) -> int | None:
        """Return the key of an article, null if it is not in the register."""
        row = self.connection.execute("SELECT key FROM articles WHERE id = ? AND canonical", [article]).fetchone()
        return row["key"] if row else None

    def extraction(self, article: str) -> Plain:
        """Return what was taken from an article, as far as it is corrected by now."""
        if article not in self._extractions:
            sql = "SELECT coalesce(patched, record) AS record FROM articles WHERE id = ? AND canonical"
            self._extractions[article] = json.loads(self.connection.execute(sql, [article]).fetchone()["record"])
        return self._extractions[article]

    def write(self, article: str, extraction: Plain) -> None:
        """Keep a corrected extraction beside what was extracted."""
        self._extractions[article] = extraction
        key = self.key_of(article)
        derive.write_columns(self.connection, key, extraction)
        sql = "UPDATE articles SET patched = ?, linked = NULL WHERE key = ?"
        self.connection.execute(sql, [derive.as_json(extraction), key])

    def _place(self, correction: Correction, known: Known) -> Placed | None:
        """Return a correction with where its words are; if it cannot be applied, it is among those missed."""
        try:
            fields = checked_fields(correction.what, correction.fields, known)
        except UsageError as error:
            self.miss(correction, error.message, error.hint)
            return None
        places = []
        for anchor in filter(None, (correction.anchor, correction.other)):
            found = place_of(self.connection, anchor, self.corrections.path.absolute().parent)
            if found is None:
                self.miss(correction, f'no article has its words "{_shortened(anchor.exact)}"')
                return None
            places.append(found)
        return Placed(correction, places[0], places[1] if len(places) > 1 else None, fields)

    def _correct_article(self, placed: Placed) -> None:
        """Give an article other values, or leave it out."""
        article, correction = placed.place.article, placed.correction
        key = self.key_of(article)
        if key is not None and correction.action == "set":
            self.write(article, articles.corrected_article(self.extraction(article), placed.fields, correction))
            derive.index(self.connection, key)
        elif key is not None and correction.action == "drop":
            derive.underive(self.connection, key)
            self.connection.execute("UPDATE articles SET patched = ? WHERE key = ?", [_DROPPED, key])


def known_values(connection: sqlite3.Connection, kinds: Sequence[str], home: str) -> Known:
    """Return the closed lists of values, from the names that the store has of the data files."""
    lists: dict[str, dict[str, str]] = {"kind": {kind.replace("_", " "): kind for kind in kinds}}
    sources = {"city": ("town", "city"), **{of: (of,) for of in ("country", "type", "topic", "instrument")}}
    for of, names in sources.items():
        for name in names:
            rows = connection.execute("SELECT key, value FROM names WHERE kind = ? AND known", [name])
            lists.setdefault(of, {}).update((row["key"], row["value"]) for row in rows)
    return Known(lists, home)


def reset(connection: sqlite3.Connection) -> tuple[set[str], derive.Entities]:
    """Take back all corrections of articles; return the articles' ids, to be derived anew, and the bodies they name."""
    rows = connection.execute("SELECT key, id, record FROM articles WHERE patched IS NOT NULL").fetchall()
    touched: derive.Entities = set()
    for row in rows:
        touched |= derive.entities_of(connection, row["key"])
        derive.underive(connection, row["key"])
        derive.write_columns(connection, row["key"], json.loads(row["record"]))
    connection.execute("UPDATE articles SET patched = NULL WHERE patched IS NOT NULL")
    return {row["id"] for row in rows}, touched


def _shortened(words: str) -> str:
    return words if len(words) <= _SHOWN else words[: _SHOWN - 1] + "…"
