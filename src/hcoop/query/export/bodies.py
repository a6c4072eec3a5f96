"""The organisations of a store, for exports that tell more of a party than its name."""

from hcoop.query.table import Row
from hcoop.store.read import Store


def bodies(store: Store) -> dict[str, Row]:
    """Return the records of all organisations, by id."""
    return {record["id"]: record for record in store.records("entities", "kind = 'organisation'")}
