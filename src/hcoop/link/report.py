"""What linking needs of an article: who it is, and what it says without its spans."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

Plain = dict[str, Any]
Traits = Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What the data files know of names: ids of known organisations, and words to be passed over or read as others.

    `types` are the types of events, the most telling first, and `traits` those of each.
    """

    known: frozenset[str] = frozenset()
    small_words: frozenset[str] = frozenset()
    same_words: Mapping[str, str] | None = None
    legal_forms: frozenset[str] = frozenset()
    types: tuple[str, ...] = ()
    traits: Traits = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Report:
    """An article as linking sees it; `published` is EDTF, `words` has those of each event's quotes as numbers."""

    article: str
    path: str | None
    outlet: str | None
    published: str | None
    organisations: tuple[Plain, ...]
    people: tuple[Plain, ...]
    events: tuple[Plain, ...]
    words: tuple[Sequence[int], ...]


def report_of(gist: Plain) -> Report:
    """Return the report of what linking reads of an article, as `gist.gist_of` gives it."""
    article = gist["article"]
    return Report(
        article["id"],
        article["path"],
        article["outlet"],
        article["published"],
        tuple(gist["organisations"]),
        tuple(gist["people"]),
        tuple(each_once(gist["events"])),
        tuple(gist["words"]),
    )


def each_once(events: Iterable[Plain]) -> Iterator[Plain]:
    """Yield events; of two with one id, as where one phrase tells both, the second gets an id of its own."""
    count: Counter[str] = Counter()
    for event in events:
        count[event["id"]] += 1
        number = count[event["id"]]
        yield event if number == 1 else {**event, "id": f"{event['id']}-{number}"}


def without_spans(record: Plain) -> Plain:
    """Return what an article says of an organisation, person or place, without where it says so."""
    return {name: value for name, value in record.items() if name != "mentions"}
