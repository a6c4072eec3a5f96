"""What people corrected, as records tell it, for tables and pages."""

from typing import Any

from hcoop.query.table import Column, Row

CHECKED = "✓"


def corrected_fields(row: Row) -> list[str]:
    """Return the fields of a record that people corrected."""
    return [mark["field"] for mark in row.get("corrected") or ()]


def told_corrections(record: Row) -> list[str]:
    """Return a line for each correction of a record: what it was, who corrected it and when, and why."""
    lines = [
        f"corrected: {mark['field'].replace('_', ' ')}{_was(mark)}, {_by(mark)}"
        for mark in record.get("corrected") or ()
    ]
    checked = record.get("checked")
    return [*lines, f"checked: right as it is, {_by(checked)}"] if checked else lines


def with_check(text: str, row: Row) -> str:
    """Return what is shown of a record, with a mark if a person found it right as it is."""
    return f"{text} {CHECKED}" if row.get("checked") else text


def _checked(row: Row) -> str:
    return f"{row['checked']['by']}, {row['checked']['date']}" if row.get("checked") else ""


def _was(mark: Row) -> str:
    if mark["field"] in ("merge", "split"):
        return ""
    return f", was {_short(mark['extracted'])}"


def _by(mark: Row) -> str:
    return f"by {mark['by']} on {mark['date']}" + (f": {mark['note']}" if mark["note"] else "")


def _short(value: Any) -> str:
    if value in (None, []):
        return "none"
    if isinstance(value, list):
        return ", ".join(_short(part) for part in value)
    if isinstance(value, dict):
        return str(value.get("name") or " of ".join(str(part) for part in value.values() if part))
    return str(value)


CORRECTED = Column("corrected", "corrected", lambda row: ", ".join(corrected_fields(row)), shown=False)
CHECK = Column("checked", "checked", _checked, shown=False)
