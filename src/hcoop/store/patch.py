"""Corrections as linking meets them: what is said of each article, event, organisation and person."""

import sqlite3
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from hcoop.corrections import entities, events
from hcoop.corrections.marks import with_mark
from hcoop.corrections.placed import Place, Placed
from hcoop.corrections.record import Correction
from hcoop.link.amendments import Say, amended
from hcoop.link.bodies import key_of
from hcoop.link.entities import same_name
from hcoop.link.report import each_once
from hcoop.link.telling import key_of_telling
from hcoop.store.aim import Aim, Named, name_of
from hcoop.store.extractions import Extractions
from hcoop.store.placing import Corrections, Placing

Plain = dict[str, Any]
# Fields of events by which reports are linked.
_LINKED = {"type", "status", "date", "city", "countries", "participants", "topics", "instrument"}


@dataclass(slots=True)
class Patch:
    """All corrections, found in the store as it is now; `any` tells whether there are, or were at the last round."""

    connection: sqlite3.Connection
    corrections: Corrections
    home: str
    known: frozenset[str] = frozenset()
    any: bool = False
    moved: dict[str, str] = field(default_factory=dict)
    aims: dict[str, list[Aim]] = field(default_factory=lambda: defaultdict(list))
    placing: Placing = field(init=False)
    extractions: Extractions = field(init=False)
    _by_thing: dict[tuple[str, Hashable], list[Aim]] = field(default_factory=lambda: defaultdict(list))
    _by_name: dict[tuple[str, Hashable], list[Aim]] = field(default_factory=lambda: defaultdict(list))

    def __post_init__(self) -> None:
        self.placing = Placing(self.connection, self.corrections, self.home)
        self.extractions = Extractions(self.connection, partial(self.of, "article"), self.corrections.read_again)
        patched = self.connection.execute("SELECT 1 FROM articles WHERE patched IS NOT NULL LIMIT 1").fetchone()
        self.any = bool(patched or self.corrections.entries)

    def find(self) -> None:
        """Find what each correction is of: articles first, since the others are found in what they say."""
        placed = list(self.placing.all())
        for found in placed:
            if found.correction.what == "article":
                self._add(Aim(found, found.place.article, found.other.article if found.other else None))
        for found in placed:
            if found.correction.what != "article":
                self._aim(found)

    def of(self, what: str, thing: Hashable) -> list[Aim]:
        """Return what is said of a thing, in order."""
        return self._by_thing.get((what, thing), [])

    def corrects(self, article: str) -> bool:
        """Tell whether people corrected fields of an article."""
        return any(aim.action == "set" for aim in self.of("article", article))

    def drops(self, article: str) -> bool:
        """Tell whether an article is to be left out."""
        return any(aim.action == "drop" for aim in self.of("article", article))

    def extraction(self, article: int) -> Plain:
        """Return what was taken from an article, with the corrections of the article itself."""
        return self.extractions.get(article)

    def gist(self, article: int) -> Plain:
        """Return what linking reads of an article, with the corrections of the article itself."""
        return self.extractions.gist(article)

    def key_of(self, article: str) -> int | None:
        """Return the key of an article, null if it is not in the register."""
        row = self.connection.execute("SELECT key FROM articles WHERE id = ? AND canonical", [article]).fetchone()
        return row["key"] if row else None

    def said(self, what: str, things: Iterable[Hashable]) -> list[Say[Any]]:
        """Return what is said to be one, and what not, of some things."""
        among = set(things)
        return [
            Say(aim.action == "merge", aim.thing, aim.other)
            for aim in self.aims[what]
            if aim.action in ("merge", "split") and {aim.thing, aim.other} <= among
        ]

    def said_with(self, what: str, thing: Hashable) -> Iterator[Any]:
        """Yield the things of which people say that they are one with another, or are not.

        Organisations and people stand for all of their subject.
        """
        for aim in self._by_name.get((what, thing), ()):
            if aim.action in ("merge", "split"):
                yield from map(name_of, (aim.thing, aim.other))

    def thing(self, what: str, article: str, subject: str) -> str:
        """Return what stands for whom an article names: the subject, or they alone if people say something of them."""
        named = Named(article, subject)
        return str(named) if self.of(what, named) else subject

    def things(self, what: str) -> dict[str, Named]:
        """Return the organisations or people of which people say something, by their text."""
        named = (thing for aim in self.aims[what] for thing in (aim.thing, aim.other))
        return {str(thing): thing for thing in named if isinstance(thing, Named)}

    def amended(self, what: str, parts: Mapping[str, str]) -> dict[str, str]:
        """Return the ids of organisations or people after what people say; empty for what they say is none."""
        said = [
            Say(say.same, str(say.one), str(say.other), f"{parts[str(say.other)]}-{say.other.article[:6]}")
            for say in self.said(what, [named for text, named in self.things(what).items() if text in parts])
        ]
        found = amended(parts, said)
        gone = {found[str(aim.thing)] for aim in self.aims[what] if aim.action == "drop" and str(aim.thing) in found}
        return {thing: "" if identity in gone else identity for thing, identity in found.items()}

    def fields_of(self, telling: int) -> Plain:
        """Return the values that people gave an event, by which it is linked."""
        fields: Plain = {}
        for aim in self.of("event", telling):
            if aim.action == "set":
                fields |= {name: value for name, value in aim.placed.fields.items() if name in _LINKED}
        return events.with_countries(fields)

    def entity(self, record: Plain, said: Iterable[Placed]) -> Plain:
        """Return an organisation or person as people say it is."""
        record = {**record, "corrected": []}
        for placed in said:
            correction = placed.correction
            if correction.action == "set":
                record = entities.corrected_entity(record, placed.fields, correction)
            elif placed.other:
                record = with_mark(record, correction.action, correction.record, correction)
        return record

    def _add(self, aim: Aim) -> None:
        what = aim.placed.correction.what
        self.aims[what].append(aim)
        for thing in {aim.thing, aim.other} - {None}:
            self._by_thing[what, thing].append(aim)
            self._by_name[what, name_of(thing)].append(aim)

    def _aim(self, placed: Placed) -> None:
        """Find which event, organisation or person a correction is of."""
        correction = placed.correction
        thing = self._thing(correction.what, placed.place, correction)
        other = self._thing(correction.what, placed.other) if placed.other else None
        if thing is not None and (other is not None or not placed.other):
            self._add(Aim(placed, thing, other))
        elif correction.action != "drop":  # what is to be left out is left out
            self.placing.miss(correction, f"no {correction.what} rests on these words any more")

    def _thing(self, what: str, place: Place, correction: Correction | None = None) -> Hashable:
        key = self.key_of(place.article)
        if key is None:
            return None
        extraction = self.extraction(key)
        if what == "event":
            told = events.telling_at(each_once(extraction["events"]), place, correction)
            return key_of_telling(place.article, told) if told else None
        name = entities.named_at(extraction, what, place)
        return Named(place.article, self._subject(what, extraction, name)) if name else None

    def _subject(self, what: str, extraction: Plain, name: str) -> str:
        if what == "person":
            return same_name(name)
        found = next(o for o in extraction["organisations"] if o["id"] == name)
        return "@".join(key_of(found, self.known))
