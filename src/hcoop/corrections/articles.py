"""Corrections of articles: their own fields, and what stands in them of events and bodies that were corrected."""

from collections.abc import Container, Iterable, Mapping
from typing import Any

from hcoop.corrections.entities import key_of
from hcoop.corrections.marks import with_fields
from hcoop.corrections.record import Correction

Plain = dict[str, Any]


def corrected_article(extraction: Plain, fields: Mapping[str, Any], correction: Correction) -> Plain:
    """Return a plain extraction with other values of the article's fields; the marks are in `corrected`."""
    header = extraction["article"]
    before = {name: header.get(name, extraction.get(name)) for name in fields}
    new = with_fields({**before, "corrected": extraction.get("corrected", [])}, dict(fields), correction)
    own = {name: new[name] for name in fields if name in header}
    rest = {name: new[name] for name in fields if name not in header}
    return {**extraction, **rest, "article": {**header, **own}, "corrected": new["corrected"]}


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
