"""One report's telling of an event, with what is compared: parties as ids, days as numbers, words of the quotes."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from hcoop import edtf
from hcoop.link.entities import ids_by_name, same_name
from hcoop.link.report import Report
from hcoop.text import name_key

Plain = dict[str, Any]
Days = tuple[int, int]

_SHORT_WORD = 3
_FIRST, _LAST = date.min.toordinal(), date.max.toordinal()


@dataclass(frozen=True, slots=True)
class Parties:
    """Ids across articles, by article: of organisations by the article's own id, of people by folded name.

    `copies` has the original of each article that is a copy.
    """

    organisations: Mapping[tuple[str, str], str]
    people: Mapping[tuple[str, str], str]
    copies: Mapping[str, str]


@dataclass(frozen=True, slots=True, eq=False)
class Telling:
    """An event as one article tells it. `days` are the first and last it may mean; null where no year is known.

    `home` and `partners` are ids of organisations, `ids` those of the participants in their order, null where they
    are none. `reported` is the day of publication, `original` the article that this one is or is a copy of.
    """

    id: str
    article: str
    original: str
    event: Plain
    days: Days | None
    reported: int | None
    home: frozenset[str]
    partners: frozenset[str]
    ids: tuple[str | None, ...]
    people: frozenset[str]
    words: frozenset[str]

    @property
    def planned(self) -> bool:
        """Whether it was yet to happen."""
        return bool(self.event["status"] == "planned")

    @property
    def length(self) -> int:
        """The number of days that the date spans; of one that is not told, endless."""
        return self.days[1] - self.days[0] + 1 if self.days else _LAST


def tellings(reports: Sequence[Report], parties: Parties) -> list[Telling]:
    """Return every event of every report, in the order of the articles' ids."""
    return [t for report in sorted(reports, key=lambda report: report.article) for t in _of_report(report, parties)]


def _of_report(report: Report, parties: Parties) -> Iterator[Telling]:
    local = ids_by_name(report.organisations)
    reported = _days(report.published)
    for event in report.events:
        ids = tuple(
            parties.organisations[report.article, local[name]] if name in local else None
            for name in (same_name(p["name"]) for p in event["participants"])
        )
        people = {parties.people.get((report.article, same_name(p["name"]))) for p in event["people"]}
        yield Telling(
            event["id"],
            report.article,
            parties.copies.get(report.article, report.article),
            event,
            _days(event["date"]),
            reported[0] if reported else None,
            _side(event, ids, home=True),
            _side(event, ids, home=False),
            ids,
            frozenset(filter(None, people)),
            _words(e["quote"] for e in event["evidence"]),
        )


def _side(event: Plain, ids: tuple[str | None, ...], *, home: bool) -> frozenset[str]:
    sides = zip(event["participants"], ids, strict=True)
    return frozenset(identity for party, identity in sides if identity and (party["side"] == "home") == home)


def _days(written: str | None) -> Days | None:
    """Return the days of a date as ordinals, an open end at the end of the calendar."""
    if written is None or edtf.parse(written).yearless:
        return None
    first, last = edtf.bounds(written)
    return first.toordinal() if first else _FIRST, last.toordinal() if last else _LAST


def _words(quotes: Iterable[str]) -> frozenset[str]:
    return frozenset(word for quote in quotes for word in name_key(quote).split() if len(word) > _SHORT_WORD)
