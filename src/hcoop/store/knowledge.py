"""What the store keeps of the data files, so that asking and linking never load them."""

import hashlib
import json
import sqlite3
from collections.abc import Iterable

from hcoop.link import Knowledge
from hcoop.store.meta import get


def learn_names(connection: sqlite3.Connection, names: Iterable[tuple[str, str, str, str]]) -> None:
    """Replace the names that come from the data files: kind, key, value, label."""
    connection.execute("DELETE FROM names WHERE known = 1")
    connection.executemany("INSERT OR IGNORE INTO names VALUES (?, ?, ?, 1, ?)", names)


def learn_codes(connection: sqlite3.Connection, codes: Iterable[tuple[str, str, str, str]]) -> None:
    """Replace the codes of other schemes that come from the data files: kind, value, scheme, code."""
    connection.execute("DELETE FROM codes")
    connection.executemany("INSERT INTO codes VALUES (?, ?, ?, ?)", codes)


def knowledge(connection: sqlite3.Connection) -> Knowledge:
    """Return what linking must know of names, words and types of events."""
    known = connection.execute("SELECT DISTINCT value FROM names WHERE kind = 'organisation' AND known")
    words = json.loads(get(connection, "linking") or "{}")
    return Knowledge(
        known=frozenset(row["value"] for row in known),
        small_words=frozenset(words.get("small_words", ())),
        same_words=words.get("same_words", {}),
        legal_forms=frozenset(words.get("legal_forms", ())),
        types=tuple(words.get("types", ())),
        traits={kind: frozenset(traits) for kind, traits in words.get("traits", {}).items()},
    )


def digest(connection: sqlite3.Connection, known: frozenset[str]) -> str:
    """Return what is the same as long as linking knows the same; `known` are the ids of organisations."""
    return json.dumps([get(connection, "linking"), hashlib.sha256(repr(sorted(known)).encode()).hexdigest()])
