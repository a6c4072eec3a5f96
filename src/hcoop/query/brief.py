"""The brief on what a filter leaves: what was signed, the latest contact, and plans that nothing followed."""

from collections.abc import Mapping
from typing import Any

from hcoop.query.events import events_table
from hcoop.query.table import Row, Table
from hcoop.store.read import Store

_BRIEF = {"signed": "Instruments signed", "latest": "Latest contact", "planned": "Planned, and not reported since"}


def brief_of(store: Store, where: str, values: list[Any]) -> dict[str, list[Row]]:
    """What a visitor wants to know: the agreements, the last thing that happened, the plans that nothing followed."""
    order = "coalesce(latest, earliest, last_day) DESC, id"
    signed = store.records("events", f"{where} AND type = 'agreement' AND status <> 'planned'", values, order)
    latest = store.records(
        "events", f"{where} AND status <> 'planned' AND last_day IS NOT NULL", values, f"{order} LIMIT 3"
    )
    planned = store.records("events", f"{where} AND status = 'planned'", values, order)
    return {"signed": list(signed), "latest": list(latest), "planned": [p for p in planned if not _followed(store, p)]}


def _followed(store: Store, plan: Row) -> bool:
    """Tell whether a later article reports an event of the type of the plan between two of its parties."""
    names = sorted({p["name"] for p in plan["participants"]})
    published = [e["published"][:10] for e in plan["evidence"] if e["published"]]
    if len(names) < 2 or not published:
        return False
    marks = ", ".join("?" * len(names))
    return bool(
        store.count(
            "SELECT count(*) FROM events JOIN articles ON article = articles.key WHERE type = ? "
            "AND status <> 'planned' AND articles.earliest > ? AND (SELECT count(DISTINCT json_extract(value, '$.name')) "
            f"FROM json_each(events.record, '$.participants') WHERE json_extract(value, '$.name') IN ({marks})) > 1",
            [plan["type"], min(published), *names],
        )
    )


def brief_tables(store: Store, brief: Mapping[str, list[Row]]) -> list[Table]:
    """Return the parts of a brief as tables."""
    return [events_table(store, records, _BRIEF[key], "none told") for key, records in brief.items()]
