"""From what a person asks for to the entry of the file: the record is found, its words are its anchor."""

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from hcoop import lexicon
from hcoop.corrections.anchors import anchor_of
from hcoop.corrections.record import KINDS, Anchor, Correction
from hcoop.corrections.values import checked_fields
from hcoop.errors import UsageError
from hcoop.query.find import Found, find
from hcoop.store.placing import known_values
from hcoop.store.read import Store

Plain = dict[str, Any]
_LONGEST = 200
_TELL = (
    "SELECT article FROM tellings JOIN articles ON article = articles.key "
    "WHERE event = ? AND articles.id <> ? ORDER BY tellings.id <> ?, tellings.id LIMIT 1"
)
_NAME = (
    "SELECT article FROM mentions JOIN articles ON article = articles.key "
    "WHERE kind = ? AND entity = ? AND articles.id <> ? ORDER BY articles.id LIMIT 1"
)


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
    place = _article_of(store, found, other.article if asked.action == "split" and other else None)
    anchor, kind = _anchor(store, found, place, file)
    return Correction(
        id="",
        what=found.kind,
        action=asked.action,
        anchor=anchor,
        by=asked.by,
        date=asked.date,
        note=asked.note,
        record=found.id,
        type=kind,
        fields=asked.fields,
        other=other,
    )


def told(correction: Correction) -> str:
    """Return what a correction does, in one line."""
    if correction.action == "set":
        done = ", ".join(
            f"{name} is {value if value is not None else 'none'}" for name, value in correction.fields.items()
        )
    else:
        done = {
            "drop": "is left out",
            "keep": "is right",
            "merge": "is one with another",
            "split": "is not one with another",
        }[correction.action]
    return f"{correction.what} {correction.record}: {done}"


def _check(store: Store, found: Found, asked: Asked, data: Path | None) -> None:
    """Raise UsageError if a value cannot be."""
    if asked.action == "keep" and found.kind != "event":
        raise UsageError("only events are kept as they are", hint="give --set, --drop, --merge or --split")
    if asked.fields:
        home = store.rows("SELECT value FROM meta WHERE key = 'home'")[0]["value"]
        kinds = tuple(lexicon.load(data)["organisation_kinds"]["kinds"])
        checked_fields(found.kind, asked.fields, known_values(store.connection, kinds, home))


def _other(store: Store, found: Found, asked: Asked, file: Path) -> Anchor | None:
    """Return the anchor of the record to merge with, or of the report to split off."""
    if asked.action not in ("merge", "split") or asked.other is None:
        return None
    if asked.action == "merge" or found.kind == "article":
        other = find(store, asked.other, (found.kind,))
        if other.id == found.id:
            raise UsageError(f"{found.kind} {found.id} is one with itself", hint="name another")
        return _anchor(store, other, _article_of(store, other), file)[0]
    article = find(store, asked.other, ("article",))
    return _anchor(store, found, article.key, file)[0]


def _article_of(store: Store, found: Found, but: str | None = None) -> int:
    """Return the key of the article whose words are to stand for a record, not that of the id `but`."""
    if found.kind == "article":
        return found.key
    if found.kind == "event":
        sql, values = _TELL, [found.key, but or "", found.id]
    else:
        sql, values = _NAME, [found.kind, found.id, but or ""]
    rows = store.rows(sql, values)
    if not rows:
        hint = "there is nothing to split it from; --drop leaves it out"
        raise UsageError(f"only article {but} tells of {found.kind} {found.id}", hint=hint)
    return int(rows[0]["article"])


def _anchor(store: Store, found: Found, article: int, file: Path) -> tuple[Anchor, str | None]:
    """Return the anchor of a record in an article, and the type of an event as told there."""
    extraction, text = store.article(article)
    kind = None
    if found.kind == "article":
        start, end = _headline(extraction, text)
    elif found.kind == "event":
        telling = _telling(store, found, article, extraction)
        kind = telling["type"]
        start, end = telling["evidence"][0]["start"], telling["evidence"][0]["end"]
    else:
        start, end = _longest_name(store, found, article)
    return anchor_of(text, start, end, extraction["article"]["id"], _path(store, article, file)), kind


def _telling(store: Store, found: Found, article: int, extraction: Plain) -> Plain:
    sql = "SELECT id FROM tellings WHERE event = ? AND article = ? ORDER BY id <> ?, id"
    ids = [row["id"] for row in store.rows(sql, [found.key, article, found.id])]
    if not ids:
        raise UsageError(
            f"article {extraction['article']['id']} does not tell of event {found.id}",
            hint=f"`hcoop show {found.id}` lists those that do",
        )
    return next(event for event in extraction["events"] if event["id"] == ids[0])


def _longest_name(store: Store, found: Found, article: int) -> tuple[int, int]:
    sql = "SELECT spans FROM mentions WHERE kind = ? AND entity = ? AND article = ?"
    rows = store.rows(sql, [found.kind, found.id, article])
    spans = [span for row in rows for span in json.loads(row["spans"])]
    if not spans:
        raise UsageError(
            f"the article does not name {found.label}", hint=f"`hcoop show {found.id}` lists those that do"
        )
    start, end = max(spans, key=lambda span: (span[1] - span[0], -span[0]))
    return start, end


def _headline(extraction: Plain, text: str) -> tuple[int, int]:
    """Return where the title of an article stands, else its first words."""
    blocks = sorted(
        extraction["article"]["blocks"], key=lambda b: (b["role"] != "title", b["role"] != "body", b["start"])
    )
    if blocks:
        return blocks[0]["start"], min(blocks[0]["end"], blocks[0]["start"] + _LONGEST)
    start = len(text) - len(text.lstrip())
    return start, min(len(text.rstrip()), start + _LONGEST)


def _path(store: Store, article: int, file: Path) -> str | None:
    """Return the file of an article as seen from the file of corrections; null if it came by a pipe."""
    sql = "SELECT file FROM articles JOIN documents ON document = documents.key WHERE articles.key = ?"
    path = str(store.rows(sql, [article])[0]["file"])
    return None if path.startswith("stdin:") else Path(os.path.relpath(path, file.absolute().parent)).as_posix()
