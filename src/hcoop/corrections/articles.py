"""Corrections of articles: their own fields, and what stands in them of events and bodies that were corrected."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from hcoop.corrections.entities import key_of
from hcoop.corrections.marks import with_fields
from hcoop.corrections.record import Correction
from hcoop.link.report import each_once

Plain = dict[str, Any]
# What is noted with what a person did not give, but what follows from what they gave.
_FOLLOWS = "follows from the day of publication"


def corrected_article(extraction: Plain, fields: Mapping[str, Any], correction: Correction) -> Plain:
    """Return a plain extraction with other values of the article's fields; the marks are in `corrected`."""
    header = extraction["article"]
    before = {name: header.get(name, extraction.get(name)) for name in fields}
    new = with_fields({**before, "corrected": extraction.get("corrected", [])}, dict(fields), correction)
    own = {name: new[name] for name in fields if name in header}
    rest = {name: new[name] for name in fields if name not in header}
    return {**extraction, **rest, "article": {**header, **own}, "corrected": new["corrected"]}


def of_another_day(extraction: Plain, again: Plain, correction: Correction) -> Plain:
    """Return what an article says as read again for another day of publication, with the header that it had.

    Its events tell what is other than was extracted: their dates above all, and what follows from these.
    """
    note = ": ".join(filter(None, (_FOLLOWS, correction.note)))
    before, correction = dict(_named(extraction["events"])), replace(correction, note=note)
    events = [_of_another_day(event, before.get(name), correction) for name, event in _named(again["events"])]
    return {**again, "article": extraction["article"], "events": events}


def with_only(extraction: Plain, organisations: Container[str], people: Container[str]) -> Plain:
    """Return a plain extraction with only the organisations of these ids and the people of these folded names."""
    return {
        **extraction,
        "organisations": [o for o in extraction["organisations"] if key_of("organisation", o) in organisations],
        "people": [p for p in extraction["people"] if key_of("person", p) in people],
    }


def with_events(extraction: Plain, events: Iterable[Plain | None]) -> Plain:
    """Return a plain extraction with other events; those that are null are left out."""
    return {**extraction, "events": [event for event in events if event is not None]}


def _of_another_day(event: Plain, before: Plain | None, correction: Correction) -> Plain:
    other = {name: value for name, value in event.items() if before and before[name] != value and name != "evidence"}
    return {**with_fields(before, other, correction), "evidence": event["evidence"]} if before and other else event


def _named(events: Sequence[Plain]) -> Iterator[tuple[str, Plain]]:
    """Yield events with the ids by which linking knows them."""
    yield from ((once["id"], event) for event, once in zip(events, each_once(events), strict=True))
