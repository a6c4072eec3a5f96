"""Signed or planned, then silent: nothing of the same two sides is told of the last time before the newest article."""

from typing import Any

from hcoop.query.dates import before
from hcoop.store.kinds import numbers
from hcoop.store.read import Store

# Two events are of the same sides if they share a body on each; where one of them names none, another will do at home,
# and the country of the partner.
_SHARED = (
    "EXISTS (SELECT 1 FROM event_concerns AS mine CROSS JOIN event_concerns AS theirs USING (facet) "
    "WHERE mine.item = events.key AND facet BETWEEN {first} AND {last} AND theirs.item = later.key)"
)
_NONE = "NOT EXISTS (SELECT 1 FROM event_concerns WHERE item = {table}.key AND facet BETWEEN {first} AND {last})"


def _of(sql: str, kind: str, table: str = "") -> str:
    first, last = numbers(kind)
    return sql.format(first=first, last=last, table=table)


_LATER = (
    "SELECT 1 FROM events AS later WHERE later.key <> events.key AND later.last_day >= ? "
    "AND ({home} OR {no_home} OR {no_home_later}) "
    "AND ({partner} OR (({no_partner} OR {no_partner_later}) AND {country}))"
).format(
    **{kind: _of(_SHARED, kind) for kind in ("home", "partner", "country")},
    **{f"no_{kind}": _of(_NONE, kind, "events") for kind in ("home", "partner")},
    **{f"no_{kind}_later": _of(_NONE, kind, "later") for kind in ("home", "partner")},
)
_DONE = "SELECT 1 FROM relations WHERE kind = 'fulfils' AND target = events.id"


def silent(store: Store, period: str) -> tuple[str, list[Any]]:
    """Return the SQL condition on events that were signed or planned, and then silent for a period, and its values.

    The period (2y, 18m, 90d) ends with the newest article; the clock is not read. Raises UsageError if it is none.
    """
    newest = store.rows("SELECT max(latest) FROM articles WHERE canonical")[0][0]
    since = before(newest or "9999-12-31", period)
    signed = store.types("signed")
    marks = ", ".join("?" * len(signed))
    told = f"(events.status = 'planned' OR events.type IN ({marks}))"
    return (
        f"{told} AND events.last_day < ? AND NOT EXISTS ({_DONE}) AND NOT EXISTS ({_LATER})",
        [*signed, since, since],
    )
