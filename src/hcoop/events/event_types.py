"""The types of events, from `data/event_types/`."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from hcoop.lexicon import Lexicon


@dataclass(frozen=True, slots=True, eq=False)
class EventType:
    """One type: its id, its name as people read it, its roles by `active` and `passive`, the topics it always has.

    Of two types that fit the same words the one with the lower `order` is taken. The flags are the `traits` of its
    file; `schemas/data/event_type.yaml` says what each means.
    """

    id: str
    label: str
    order: int
    roles: Mapping[str, str]
    topics: tuple[str, ...]
    signed: bool
    gift: bool
    occasion: bool
    point: bool
    told_undated: bool
    done_at_once: bool
    over_days: bool
    has_term: bool
    on_paper: bool
    recalled: bool
    subject_first: bool
    made_at_meetings: bool
    between_states: bool
    among_hosts: bool


FLAGS = tuple(field.name for field in fields(EventType) if field.type is bool)


def event_types(lexicon: Lexicon) -> Mapping[str, EventType]:
    """Return the types of a lexicon by id."""
    return {name: _event_type(entry) for name, entry in lexicon.folder("event_types").items()}


def _event_type(entry: Mapping[str, Any]) -> EventType:
    traits = entry.get("traits", ())
    return EventType(
        id=entry["id"], label=entry["label"], order=int(entry["order"]), roles=entry["roles"],
        topics=tuple(entry.get("topics", ())), **{flag: flag in traits for flag in FLAGS})
