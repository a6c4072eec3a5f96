"""Facts about the store, each a text by its key."""

import sqlite3

# What keys begin with that tell of addresses.
WEB = "web:"


def get(connection: sqlite3.Connection, key: str) -> str | None:
    """Return a fact, null if it is not known."""
    row = connection.execute("SELECT value FROM meta WHERE key = ?", [key]).fetchone()
    return row["value"] if row else None


def put(connection: sqlite3.Connection, key: str, value: str) -> None:
    """Keep a fact."""
    connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", [key, value])
