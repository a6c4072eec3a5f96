"""What linking needs of an article: who it is, its sketch, and what it says without its spans."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

Plain = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What the data files know of names: ids of known organisations, and words to be passed over or read as others.

    `types` are the types of events, the most telling first.
    """

    known: frozenset[str] = frozenset()
    small_words: frozenset[str] = frozenset()
    same_words: Mapping[str, str] | None = None
    legal_forms: frozenset[str] = frozenset()
    types: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """An article as linking sees it; `sketch` is as `duplicates.sketch` gives it, `published` EDTF."""

    article: str
    path: str | None
    outlet: str | None
    published: str | None
    sketch: bytes
    organisations: tuple[Plain, ...]
    people: tuple[Plain, ...]
    events: tuple[Plain, ...]


def report_of(extraction: Plain, sketch: bytes) -> Report:
    """Return the report of a plain extraction."""
    article = extraction["article"]
    return Report(
        article["id"],
        article["source"]["path"],
        article["outlet"],
        article["published"],
        sketch,
        tuple(_without_spans(o) for o in extraction["organisations"]),
        tuple(_without_spans(p) for p in extraction["people"]),
        tuple(_each_once(extraction["events"])),
    )


def _each_once(events: Iterable[Plain]) -> Iterator[Plain]:
    """Yield events; of two with one id, as where one phrase tells both, the second gets an id of its own."""
    count: Counter[str] = Counter()
    for event in events:
        count[event["id"]] += 1
        number = count[event["id"]]
        yield event if number == 1 else {**event, "id": f"{event['id']}-{number}"}


def _without_spans(record: Plain) -> Plain:
    return {name: value for name, value in record.items() if name != "mentions"}
