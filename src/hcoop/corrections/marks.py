"""Fields that were corrected: the record says so and keeps what was extracted."""

from typing import Any

from hcoop.corrections.record import Correction

Plain = dict[str, Any]


def with_fields(record: Plain, fields: Plain, correction: Correction) -> Plain:
    """Return a record with other values, each with a mark of who gave it, and of what was extracted.

    A field that was corrected before keeps the value that was extracted; one that has the value already is not marked.
    """
    marks = {mark["field"]: mark for mark in record.get("corrected", ())}
    for field, value in fields.items():
        if field in marks or record.get(field) != value:
            extracted = marks[field]["extracted"] if field in marks else record.get(field)
            marks[field] = {"field": field, "extracted": extracted, **correction.credit}
    return {**record, **fields, "corrected": list(marks.values())}


def with_mark(record: Plain, field: str, extracted: Any, correction: Correction) -> Plain:
    """Return a record that says that something other than one field was corrected: `merge` or `split`."""
    mark = {"field": field, "extracted": extracted, **correction.credit}
    return {**record, "corrected": [*record.get("corrected", ()), mark]}
