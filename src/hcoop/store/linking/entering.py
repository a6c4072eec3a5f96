"""Articles on their way in and out of linking: what they say is added to what all say, or taken away."""

import json
import sqlite3
from collections.abc import Iterator
from hashlib import blake2b
from typing import Any

from hcoop.link.bodies import key_of
from hcoop.link.duplicates import bands
from hcoop.link.entities import place_id, same_name
from hcoop.store.linking import moved
from hcoop.store.linking.round import Round, Touched, subject_of

Plain = dict[str, Any]
_BYTES = 7
# Of so many things that are said it is remembered that they are kept.
_KEPT = 50_000
# The articles before and after one in each of some bands.
_BESIDE = (
    "SELECT (SELECT max(article) FROM bands WHERE band = wanted.value AND article < ?2), "
    "(SELECT min(article) FROM bands WHERE band = wanted.value AND article > ?2) FROM json_each(?1) AS wanted"
)


def number_of(article: str) -> int:
    """Return the id of an article as a number, in the same order."""
    return int(article[:12], 16)


def beside(connection: sqlite3.Connection, sketch: bytes, article: int) -> set[int]:
    """Return the articles, as numbers, that stand next to one in the bands of a sketch."""
    rows = connection.execute(_BESIDE, [json.dumps(bands(sketch)), article])
    return {number for row in rows for number in row if number is not None}


def leave(connection: sqlite3.Connection, article: int, touched: Touched) -> None:
    """Take an article out of what linking keeps, and note what that concerns."""
    row = connection.execute("SELECT id, sketch, copy_of FROM articles WHERE key = ?", [article]).fetchone()
    number = number_of(row["id"])
    touched.copies |= beside(connection, row["sketch"], number)
    group = connection.execute(
        "SELECT key FROM articles WHERE canonical AND key <> ?2 AND (id = ?1 OR copy_of IN (?1, ?3))",
        [row["copy_of"] or row["id"], article, row["id"]],
    )
    touched.articles |= {key for (key,) in group}
    touched.articles.discard(article)
    connection.executemany(
        "DELETE FROM bands WHERE band = ? AND article = ?", [(band, number) for band in bands(row["sketch"])]
    )
    _silence(connection, article, touched)
    for told in connection.execute("SELECT key, at, blocks, event FROM told WHERE article = ?", [article]).fetchall():
        touched.gone[told["key"]] = told["event"]
        moved.go(connection, told["blocks"], told["at"], told["key"])
    connection.execute("DELETE FROM told WHERE article = ?", [article])
    connection.execute("DELETE FROM tellings WHERE article = ?", [article])


def enter(r: Round, article: int) -> None:
    """Add an article to what linking keeps; who its parties are is still unknown."""
    row = r.rows("SELECT id, sketch FROM articles WHERE key = ?", [article])[0]
    number = number_of(row["id"])
    r.connection.executemany(
        "INSERT OR IGNORE INTO bands VALUES (?, ?)", [(band, number) for band in bands(row["sketch"])]
    )
    r.touched.copies |= {number, *beside(r.connection, row["sketch"], number)}
    r.touched.articles.add(article)
    gist = r.patch.gist(article)
    mentions = []
    for (kind, subject, entity), (record, spans) in zip(_named(r, gist), gist["said"], strict=True):
        mentions.append((kind, entity, _said(r, kind, subject, record), article, spans))
        _touch(r.touched, kind, subject, entity)
    r.connection.executemany("INSERT OR IGNORE INTO mentions VALUES (?, ?, ?, ?, NULL, ?)", mentions)


def _named(r: Round, gist: Plain) -> Iterator[tuple[str, str, str]]:
    """Yield what an article names: kind, subject, and the id where that is known at once."""
    for o in gist["organisations"]:
        yield "organisation", subject_of(*key_of(o, r.knowledge.known)), ""
    yield from (("person", same_name(p["name"]), "") for p in gist["people"])
    yield from (("place", place_id(p), place_id(p)) for p in gist["places"])


def _said(r: Round, kind: str, subject: str, record: str) -> int:
    """Return the key of what is said, which is kept if no article has said it before."""
    key = int.from_bytes(blake2b(f"{kind} {subject} {record}".encode(), digest_size=_BYTES).digest())
    if key not in r.said:
        r.run("INSERT OR IGNORE INTO said VALUES (?, ?, ?, ?)", [key, kind, subject, record])
        if len(r.said) == _KEPT:
            r.said.clear()
        r.said.add(key)
    return key


def _silence(connection: sqlite3.Connection, article: int, touched: Touched) -> None:
    """Take away what an article says of organisations, people and places."""
    sql = "SELECT mentions.kind, entity, said, subject FROM mentions JOIN said ON said = said.key WHERE article = ?"
    rows = connection.execute(sql, [article]).fetchall()
    connection.execute("DELETE FROM mentions WHERE article = ?", [article])
    for kind, entity, said, subject in rows:
        _touch(touched, kind, subject, entity)
        connection.execute(
            "DELETE FROM said WHERE key = ?1 AND NOT EXISTS (SELECT 1 FROM mentions WHERE said = ?1)", [said]
        )


def _touch(touched: Touched, kind: str, subject: str, entity: str) -> None:
    if kind == "organisation":
        touched.bodies.add(subject)
    elif kind == "person":
        touched.people.add(subject)
    if entity:
        touched.entities.add((kind, entity))
