"""The words of an article that stand for a record in the file of corrections."""

import json
import os
from pathlib import Path
from typing import Any, NamedTuple

from hcoop.corrections.anchors import anchor_of
from hcoop.corrections.record import Anchor
from hcoop.errors import UsageError
from hcoop.link.report import each_once
from hcoop.query.find import Found
from hcoop.store.read import Store

Plain = dict[str, Any]
Words = tuple[int, int]
_LONGEST = 200
_TELL = (
    "SELECT article FROM tellings JOIN articles ON article = articles.key "
    "WHERE event = ? AND articles.id <> ? ORDER BY tellings.id <> ?, tellings.id LIMIT 1"
)
_NAME = (
    "SELECT article FROM mentions JOIN articles ON article = articles.key "
    "WHERE kind = ? AND entity = ? AND articles.id <> ? ORDER BY articles.id LIMIT 1"
)


class Anchored(NamedTuple):
    """The anchor of a record in an article; of an event, with the type as it is told there."""

    anchor: Anchor
    type: str | None = None


def article_of(store: Store, found: Found, but: str | None = None) -> int:
    """Return the key of the article whose words are to stand for a record, not that of the id `but`.

    Raises UsageError if there is no other.
    """
    if found.kind == "article":
        return found.key
    if found.kind == "event":
        rows = store.rows(_TELL, [found.key, but or "", found.id])
    else:
        rows = store.rows(_NAME, [found.kind, found.id, but or ""])
    if not rows:
        hint = "there is nothing to split it from; --drop leaves it out"
        raise UsageError(f"only article {but} tells of {found.kind} {found.id}", hint=hint)
    return int(rows[0]["article"])


def anchored(store: Store, found: Found, article: int, file: Path) -> Anchored:
    """Return the anchor of a record in an article of a key, for a file of corrections.

    Raises UsageError if the article does not tell of it.
    """
    extraction, text = store.article(article)
    telling = _telling(store, found, article, extraction) if found.kind == "event" else None
    start, end = _words(store, found, article, extraction, text) if telling is None else _first(telling)
    anchor = anchor_of(text, start, end, extraction["article"]["id"], _path(store, article, file))
    return Anchored(anchor, telling["type"] if telling else None)


def _first(telling: Plain) -> Words:
    return telling["evidence"][0]["start"], telling["evidence"][0]["end"]


def _words(store: Store, found: Found, article: int, extraction: Plain, text: str) -> Words:
    if found.kind == "article":
        return _headline(extraction, text)
    return _longest_name(store, found, article)


def _telling(store: Store, found: Found, article: int, extraction: Plain) -> Plain:
    sql = "SELECT id FROM tellings WHERE event = ? AND article = ? ORDER BY id <> ?, id"
    ids = [row["id"] for row in store.rows(sql, [found.key, article, found.id])]
    if not ids:
        raise UsageError(
            f"article {extraction['article']['id']} does not tell of event {found.id}",
            hint=f"`hcoop show {found.id}` lists those that do",
        )
    return next(event for event in each_once(extraction["events"]) if event["id"] == ids[0])


def _longest_name(store: Store, found: Found, article: int) -> Words:
    sql = "SELECT spans FROM mentions WHERE kind = ? AND entity = ? AND article = ?"
    rows = store.rows(sql, [found.kind, found.id, article])
    spans = [span for row in rows for span in json.loads(row["spans"])]
    if not spans:
        hint = f"`hcoop show {found.id}` lists those that do"
        raise UsageError(f"the article does not name {found.label}", hint=hint)
    start, end = max(spans, key=lambda span: (span[1] - span[0], -span[0]))
    return start, end


def _headline(extraction: Plain, text: str) -> Words:
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
