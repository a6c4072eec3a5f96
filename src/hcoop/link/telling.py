"""One report's telling of an event, with what is compared: parties as ids, days as numbers, words of the quotes."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, lru_cache
from hashlib import blake2b
from typing import Any
from zlib import crc32

from hcoop import edtf
from hcoop.link.entities import ids_by_name, same_name
from hcoop.link.report import Report, Traits
from hcoop.text import name_key

Plain = dict[str, Any]
Days = tuple[int, int]

_SHORT_WORD = 3
_FIRST, _LAST = date.min.toordinal(), date.max.toordinal()
_BYTES = 7


@dataclass(frozen=True, slots=True)
class Parties:
    """Who an article's parties are across articles: organisations by the article's own id, people by folded name.

    `original` is the article that this one is or is a copy of; `copied` tells whether it is or has a copy.
    """

    organisations: Mapping[str, str]
    people: Mapping[str, str]
    original: str
    copied: bool = False


@dataclass(frozen=True, eq=False)
class Telling:
    """An event as one article tells it. `days` are the first and last it may mean; null where no year is known.

    `home` and `partners` are ids of organisations, `ids` those of the participants in their order, null where they
    are none. `reported` is the day of publication, `original` the article that this one is or is a copy of, and
    `copied` tells whether there are copies. `corrected` is one that has what people say instead of the article; it
    helps to find what is the same, and is no evidence. `traits` are those of the type.
    """

    id: str
    article: str
    original: str
    copied: bool
    event: Plain
    days: Days | None
    reported: int | None
    home: frozenset[str]
    partners: frozenset[str]
    ids: tuple[str | None, ...]
    people: frozenset[str]
    traits: frozenset[str]
    corrected: bool = False

    @cached_property
    def key(self) -> int:
        """A number that depends on the article and the id alone."""
        return key_of_telling(self.article, self.id, corrected=self.corrected)

    @property
    def rank(self) -> tuple[str, bool]:
        """What decides among equals."""
        return self.id, self.corrected

    @property
    def planned(self) -> bool:
        """Whether it was yet to happen."""
        return bool(self.event["status"] == "planned")

    @property
    def length(self) -> int:
        """The number of days that the date spans; of one that is not told, endless."""
        return self.days[1] - self.days[0] + 1 if self.days else _LAST

    @cached_property
    def words(self) -> frozenset[int]:
        """The words of its quotes that are not short, as numbers."""
        return words_of(self.event)

    def with_fields(self, fields: Plain, traits: Traits, ids: Sequence[str | None] | None = None) -> "Telling":
        """Return the telling as people say that it is; `ids` are those of the participants, where they are given."""
        event = {**self.event, **fields}
        named = self.ids if ids is None else tuple(ids)
        return replace(
            self, event=event, days=_days(event["date"]), home=_side(event, named, home=True),
            partners=_side(event, named, home=False), ids=named,
            traits=traits.get(event["type"], frozenset()), corrected=True,
        )


def words_of(event: Plain) -> frozenset[int]:
    """Return the words of an event's quotes that are not short, as numbers."""
    quotes = (piece["quote"] for piece in event["evidence"])
    words = {word for quote in quotes for word in name_key(quote).split() if len(word) > _SHORT_WORD}
    return frozenset(crc32(word.encode()) for word in words)


def key_of_telling(article: str, identity: str, *, corrected: bool = False) -> int:
    """Return the key of a telling by the ids of its article and event."""
    named = f"{article} {identity}{' corrected' if corrected else ''}"
    return int.from_bytes(blake2b(named.encode(), digest_size=_BYTES).digest())


def tellings(report: Report, parties: Parties, traits: Traits) -> Iterator[Telling]:
    """Yield every event of a report; `traits` are those of the types of events."""
    local = ids_by_name(report.organisations)
    reported = _days(report.published)
    for event, words in zip(report.events, report.words, strict=True):
        names = (local.get(same_name(p["name"])) for p in event["participants"])
        ids = tuple(parties.organisations.get(name) if name else None for name in names)
        people = {parties.people.get(same_name(p["name"])) for p in event["people"]}
        telling = Telling(
            event["id"],
            report.article,
            parties.original,
            parties.copied,
            event,
            _days(event["date"]),
            reported[0] if reported else None,
            _side(event, ids, home=True),
            _side(event, ids, home=False),
            ids,
            frozenset(filter(None, people)),
            traits.get(event["type"], frozenset()),
        )
        telling.__dict__["words"] = frozenset(words)
        yield telling


def _side(event: Plain, ids: tuple[str | None, ...], *, home: bool) -> frozenset[str]:
    sides = zip(event["participants"], ids, strict=True)
    return frozenset(identity for party, identity in sides if identity and (party["side"] == "home") == home)


@lru_cache(maxsize=8192)
def _days(written: str | None) -> Days | None:
    """Return the days of a date as ordinals, an open end at the end of the calendar."""
    if written is None or edtf.parse(written).yearless:
        return None
    first, last = edtf.bounds(written)
    return first.toordinal() if first else _FIRST, last.toordinal() if last else _LAST
