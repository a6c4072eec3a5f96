"""The values that people give: brought to the register's own form, and checked like those that are extracted."""

import re
from collections.abc import Callable, Mapping
from difflib import get_close_matches
from typing import Any

from hcoop import edtf, schema
from hcoop.corrections.given import several, truth
from hcoop.corrections.known import Known, listed
from hcoop.errors import UsageError

# What follows from the others or from the text is not to be set.
_FIXED = {"id", "mentions", "evidence", "amounts", "date_basis", "text", "blocks", "source", "pages"}
_OF_EXTRACTION = ("relevant", "countries", "cities", "topics")
# The closed list that each field takes its values from, as the store names it.
_LISTS = {
    "type": "type",
    "instrument": "instrument",
    "topics": "topic",
    "countries": "country",
    "country": "country",
    "city": "city",
    "cities": "city",
    "kind": "kind",
}
_TERM, _SPAN = re.compile(r"P[1-9][0-9]*[YM]"), re.compile(r"(\.\.|[0-9][0-9-]*)/[0-9][0-9-]*")
_NOTHING = (None, "null", "none", "")
_DATES = "write it in EDTF: 2023-09-23, 2023-09, XXXX-09-23, 2018/2020"
_TERMS = "write how long (P5Y, P18M), between when (2016/2020) or until when (../2029)"


def fields_of(what: str) -> list[str]:
    """Return the fields of a kind of record that can be corrected."""
    names = [name for name in schema.validator(what).schema["properties"] if name not in _FIXED]
    return names + [name for name in _OF_EXTRACTION if what == "article"]


def checked_fields(what: str, fields: Mapping[str, Any], known: Known) -> dict[str, Any]:
    """Return fields with their values in the register's own form; values are text, null, or lists, as YAML gives them.

    Raises UsageError for an unknown field or a value that it cannot have.
    """
    return {_field(what, field): _value(what, _field(what, field), value, known) for field, value in fields.items()}


def _field(what: str, field: str) -> str:
    names = fields_of(what)
    if field in names:
        return field
    near = get_close_matches(field, names, n=1, cutoff=0.7)
    hint = f"did you mean {near[0]}?" if near else "it can be " + ", ".join(names)
    raise UsageError(f'no field "{field}" of {_a(what)} can be corrected', hint=hint)


def _a(what: str) -> str:
    return f"a {what}" if what == "person" else f"an {what}"


def _value(what: str, field: str, given: Any, known: Known) -> Any:
    kinds = _rules(what, field).get("type", [])
    value = several(field, None if given in _NOTHING else given, known) if "array" in kinds else _one(field, given)
    if "boolean" in kinds:
        value = truth(value)
    if value is not None and field in _LISTS:
        value = _each(value, lambda name: known.value(_LISTS[field], name, field))
    if isinstance(value, str):
        _check_time(field, value)
    _check(what, field, value)
    return value


def _one(field: str, given: Any) -> Any:
    if isinstance(given, list | dict):
        raise UsageError(f"{given} is more than one value for {field}", hint="give one")
    return None if given in _NOTHING else given


def _each(value: Any, change: Callable[[str], str]) -> Any:
    return [change(item) for item in value] if isinstance(value, list) else change(value)


def _check_time(field: str, value: str) -> None:
    """Raise UsageError if a date or term is none."""
    if field in ("date", "published") and not edtf.is_valid(value.partition("T")[0]):
        raise UsageError(f'"{value}" is no date for {field}', hint=_DATES)
    if field == "term" and not _TERM.fullmatch(value) and not (_SPAN.fullmatch(value) and edtf.is_valid(value)):
        raise UsageError(f'"{value}" is no term', hint=_TERMS)


def _rules(what: str, field: str) -> Mapping[str, Any]:
    rules: Mapping[str, Any] = schema.validator(_schema(what, field)).schema["properties"][field]
    return rules


def _schema(what: str, field: str) -> str:
    return "extraction" if what == "article" and field in _OF_EXTRACTION else what


def _check(what: str, field: str, value: Any) -> None:
    for problem in schema.validator(_schema(what, field)).errors({field: value}):
        if problem.where.split("/")[1:2] == [field]:
            allowed = _rules(what, field).get("enum")
            raise UsageError(
                f"{field}{problem.where.removeprefix('/' + field)}: {problem.message}",
                hint=f"it can be {listed(allowed)}" if allowed else str(_rules(what, field).get("description", "")),
            )
