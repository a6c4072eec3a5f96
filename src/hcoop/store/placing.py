"""Corrections on their way into the store: checked, and found by their anchors."""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from hcoop.corrections.known import Known
from hcoop.corrections.placed import Missed, Placed
from hcoop.corrections.record import Correction
from hcoop.corrections.values import checked_fields
from hcoop.errors import UsageError
from hcoop.store.anchored import place_of

_SHOWN = 60

Plain = dict[str, Any]
ReadAgain = Callable[[str, str, str, str | None], Plain | None]


def _never(_text: str, _fields: str, _article: str, _published: str | None) -> None:
    return None


@dataclass(frozen=True, slots=True)
class Corrections:
    """What people have corrected: the entries of a file, its path, and its digest.

    `kinds` are the kinds of organisations that the data files know. `read_again` gives the extraction of an article as
    of another day of publication, from the text and fields of its document, its id, and that day; null if it cannot.
    """

    entries: Sequence[Correction] = ()
    path: Path = Path()
    digest: str = ""
    kinds: Sequence[str] = ()
    read_again: ReadAgain = _never


@dataclass(slots=True)
class Placing:
    """The corrections of a file and a store; `missed` are those that cannot be applied."""

    connection: sqlite3.Connection
    corrections: Corrections
    home: str
    missed: list[Missed] = field(default_factory=list)

    def all(self) -> Iterator[Placed]:
        """Yield the corrections whose words are found, in order."""
        if self.corrections.entries:
            known = known_values(self.connection, self.corrections.kinds, self.home)
            for correction in self.corrections.entries:
                if placed := self._place(correction, known):
                    yield placed

    def miss(self, correction: Correction, reason: str, hint: str | None = None) -> None:
        """Note that a correction cannot be applied."""
        undo = f"correct it anew, and take this one back with `hcoop correct --undo {correction.id}`"
        where = f"{self.corrections.path.name}:{correction.line}"
        self.missed.append(Missed(correction, where, reason, hint or undo))

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


def known_values(connection: sqlite3.Connection, kinds: Sequence[str], home: str) -> Known:
    """Return the closed lists of values, from the names that the store has of the data files."""
    lists: dict[str, dict[str, str]] = {"kind": {kind.replace("_", " "): kind for kind in kinds}}
    sources = {"city": ("town", "city"), **{of: (of,) for of in ("country", "type", "topic", "instrument")}}
    for of, names in sources.items():
        for name in names:
            rows = connection.execute("SELECT key, value FROM names WHERE kind = ? AND known", [name])
            lists.setdefault(of, {}).update((row["key"], row["value"]) for row in rows)
    return Known(lists, home)


def _shortened(words: str) -> str:
    return words if len(words) <= _SHOWN else words[: _SHOWN - 1] + "…"
