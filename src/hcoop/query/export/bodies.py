"""The organisations of a store, for exports that tell more of a party than its name."""

import json

from hcoop.query.table import Row
from hcoop.store.read import Store


def bodies(store: Store) -> dict[str, Row]:
    """Return the records of all organisations, by id."""
    rows = store.rows("SELECT id, record FROM entities WHERE kind = 'organisation'")
    return {row["id"]: json.loads(row["record"]) for row in rows}
