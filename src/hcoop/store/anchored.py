"""From the anchor of a correction to the article that holds its words now."""

import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from hcoop.corrections import anchors
from hcoop.corrections.placed import Place
from hcoop.corrections.record import Anchor
from hcoop.text import fold

# An article that people left out can still be told to be one.
_TEXT = (
    "SELECT articles.id, text FROM articles JOIN documents ON document = documents.key "
    "WHERE (canonical OR patched = 'null') AND "
)
_WORDS = re.compile(r"[^\W_]+")
_MOST = 20


def place_of(connection: sqlite3.Connection, anchor: Anchor, folder: Path) -> Place | None:
    """Return where the words of an anchor stand; `folder` is the one that its path starts from.

    They are looked for in the article of the same id, then in that of the same file, then in all, where they must be
    many or have the same words around.
    """
    for row in _near(connection, anchor, folder):
        if found := anchors.find(anchor, row["text"]):
            return Place(row["id"], *found)
    for row in _far(connection, anchor):
        found = anchors.find(anchor, row["text"])
        if found and anchors.is_telling(anchor, row["text"], *found):
            return Place(row["id"], *found)
    return None


def _near(connection: sqlite3.Connection, anchor: Anchor, folder: Path) -> Iterator[sqlite3.Row]:
    yield from connection.execute(f"{_TEXT} articles.id = ?", [anchor.article])
    if anchor.path:
        file = str((folder / anchor.path).absolute().resolve())
        yield from connection.execute(f"{_TEXT} file = ? ORDER BY articles.key", [file])


def _far(connection: sqlite3.Connection, anchor: Anchor) -> list[sqlite3.Row]:
    words = _WORDS.findall(fold(anchor.exact))[:_MOST]
    if not words:
        return []
    phrase = f'"{" ".join(words)}"'
    keys = "SELECT rowid FROM articles_fts WHERE articles_fts MATCH ? ORDER BY rank LIMIT ?"
    return connection.execute(f"{_TEXT} articles.key IN ({keys}) ORDER BY articles.id", [phrase, _MOST]).fetchall()
