"""From what a person asks for to the entry of the file: the record is found, the values are checked."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from hcoop import lexicon
from hcoop.correcting.anchoring import Anchored, anchored, article_of
from hcoop.corrections.record import KINDS, Correction
from hcoop.corrections.values import checked_fields
from hcoop.errors import UsageError
from hcoop.query.find import Found, find
from hcoop.store.placing import known_values
from hcoop.store.read import Store


@dataclass(frozen=True, slots=True)
class Asked:
    """What a person wants done to a record, by whom, on which day (ISO 8601); `other` is an id for merge and split."""

    action: str
    by: str
    date: str
    fields: Mapping[str, str | None] = field(default_factory=dict)
    other: str | None = None
    note: str | None = None


def correction_of(store: Store, text: str, asked: Asked, file: Path, data: Path | None = None) -> Correction:
    """Return the entry, still without an id, that does to the record of an id or name what is asked.

    Raises HcoopError if there is no such record, UsageError if it may be several, or if a value cannot be.
    """
    found = find(store, text, KINDS)
    _check(store, found, asked, data)
    other = _other(store, found, asked, file)
    place = article_of(store, found, other.anchor.article if asked.action == "split" and other else None)
    own = anchored(store, found, place, file)
    return Correction(
        id="",
        what=found.kind,
        action=asked.action,
        anchor=own.anchor,
        by=asked.by,
        date=asked.date,
        note=asked.note,
        record=found.id,
        type=own.type,
        fields=asked.fields,
        other=other.anchor if other else None,
    )


def _check(store: Store, found: Found, asked: Asked, data: Path | None) -> None:
    """Raise UsageError if a value cannot be."""
    if asked.action == "keep" and found.kind != "event":
        raise UsageError("only events are kept as they are", hint="give --set, --drop, --merge or --split")
    if asked.fields:
        kinds = tuple(lexicon.load(data)["organisation_kinds"]["kinds"])
        checked_fields(found.kind, asked.fields, known_values(store.connection, kinds, store.meta("home")))


def _other(store: Store, found: Found, asked: Asked, file: Path) -> Anchored | None:
    """Return the anchor of the record to merge with, or of the report to split off."""
    if asked.other is None:
        return None
    if asked.action == "merge" or found.kind == "article":
        other = find(store, asked.other, (found.kind,))
        if other.id == found.id:
            raise UsageError(f"{found.kind} {found.id} is one with itself", hint="name another")
        return anchored(store, other, article_of(store, other), file)
    return anchored(store, found, find(store, asked.other, ("article",)).key, file)
