"""What each format for other programs makes of which kind of record."""

from collections.abc import Callable, Mapping

from hcoop.errors import UsageError
from hcoop.query.export.calendar import calendar
from hcoop.query.export.linked_data import linked_data
from hcoop.query.table import Table
from hcoop.store.read import Store

Shape = Callable[[Table, Store], Table]


def _as_it_is(table: Table, _store: Store) -> Table:
    return table


# Formats that are not named here take any kind.
SHAPES: Mapping[str, Mapping[str, Shape]] = {
    "jsonld": {kind: linked_data(kind) for kind in ("articles", "events", "organisations", "people", "places")},
    "graphml": {"partnerships": _as_it_is},
    "geojson": {"provinces": _as_it_is},
    "ics": {"events": calendar},
}


def check_shape(kind: str, format: str) -> None:
    """Raise UsageError, with what can be had instead, if a format has no form for a kind of record."""
    fit = SHAPES.get(format, {kind: _as_it_is})
    if kind not in fit:
        hint = f"`hcoop export {next(iter(fit))} --format {format}`; it is for {', '.join(fit)}"
        raise UsageError(f"{format} is not for {kind}", hint=hint)


def shaped(table: Table, store: Store, kind: str, format: str) -> Table:
    """Return exported records as a format needs them. Raises UsageError as `check_shape`."""
    check_shape(kind, format)
    return SHAPES.get(format, {}).get(kind, _as_it_is)(table, store)
