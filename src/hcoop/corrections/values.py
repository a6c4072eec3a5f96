"""The values that people give: read, brought to the register's own form, and checked like those that are extracted."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

import yaml

from hcoop import edtf, schema
from hcoop.errors import UsageError
from hcoop.lexicon import parse_yaml
from hcoop.text import name_key

# What follows from the others or from the text is not to be set.
_FIXED = {"id", "mentions", "evidence", "amounts", "date_basis", "text", "blocks", "source"}
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
_NAMED = {"participants": ("name", "side", "country", "role"), "people": ("name", "role")}
_CHOICES = 12
_AS_LIST = "write [one, another], or one; another"


@dataclass(frozen=True)
class Known:
    """What the data files know: by list (country, topic ...) the value of each folded name; and the home country."""

    lists: Mapping[str, Mapping[str, str]]
    home: str

    def value(self, of: str, text: str, field: str) -> str:
        """Return the value that a name stands for. Raises UsageError if it stands for none."""
        names = self.lists.get(of, {})
        if text in names.values():
            return text
        if name_key(text) in names:
            return names[name_key(text)]
        near = [names[key] for key in get_close_matches(name_key(text), names, n=1)]
        every = sorted(set(names.values()))
        hint = f"did you mean {near[0]}?" if near else f"it can be {_listed(every)}"
        raise UsageError(f'no {of} "{text}" is known for {field}', hint=hint)


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
    near = get_close_matches(field, names, n=1)
    hint = f"did you mean {near[0]}?" if near else "it can be " + ", ".join(names)
    raise UsageError(f'no field "{field}" of an {what} can be corrected'.replace("an person", "a person"), hint=hint)


def _value(what: str, field: str, given: Any, known: Known) -> Any:
    rules = _rules(what, field)
    kinds = rules.get("type", [])
    value = _read(field, given, "array" in kinds, "boolean" in kinds, known)
    if "array" not in kinds and isinstance(value, list | dict):
        raise UsageError(f"{value} is more than one value for {field}", hint="give one")
    if value is not None and field in _LISTS:
        value = _each(value, lambda name: known.value(_LISTS[field], name, field))
    if isinstance(value, str) and field in ("date", "published") and not edtf.is_valid(value.partition("T")[0]):
        raise UsageError(
            f'"{value}" is no date for {field}', hint="write it in EDTF: 2023-09-23, 2023-09, XXXX-09-23, 2018/2020"
        )
    _check(what, field, value)
    return value


def _read(field: str, given: Any, is_list: bool, is_truth: bool, known: Known) -> Any:
    if given in (None, "null", "none") or (given == "" and not is_list):
        return [] if is_list else None
    if is_truth:
        return {"true": True, "yes": True, "false": False, "no": False}.get(str(given).lower(), given)
    if not is_list:
        return given
    items = _items(field, given) if isinstance(given, str) else given
    forms = (str, dict) if field in _NAMED else str
    if not isinstance(items, list) or not all(isinstance(item, forms) for item in items):
        raise UsageError(f"{given} is no list of {field}", hint=_AS_LIST)
    return [_named(field, item, known) for item in items] if field in _NAMED else list(dict.fromkeys(items))


def _items(field: str, text: str) -> Any:
    """Return the items of a list on one line: YAML in brackets, else parts between semicolons, or else commas.

    In a party the comma stands before its country.
    """
    if text.startswith("["):
        try:
            return parse_yaml(text)
        except yaml.YAMLError as error:
            raise UsageError(f"{text} is no list in YAML", hint=_AS_LIST) from error
    between = ";" if ";" in text or field == "participants" else ","
    return [part.strip() for part in text.split(between) if part.strip()]


def _named(field: str, item: Any, known: Known) -> Any:
    """Return a party or person of an event; text is a name, of a party with its country: `Juntendo University, JP`."""
    if isinstance(item, dict):
        aliases: dict[str, Any] = {"aliases": []} if field == "participants" else {}
        return {name: item.get(name) for name in _NAMED[field]} | aliases | item
    if field == "people":
        return {"name": item, "role": "participant"}
    name, _, land = item.rpartition(",")
    country = known.value("country", land.strip(), field) if name else None
    side = "home" if country == known.home else "partner"
    return {"name": (name or land).strip(), "side": side, "country": country, "role": "participant", "aliases": []}


def _each(value: Any, change: Callable[[str], str]) -> Any:
    return [change(item) for item in value] if isinstance(value, list) else change(value)


def _rules(what: str, field: str) -> Mapping[str, Any]:
    of = "extraction" if what == "article" and field in _OF_EXTRACTION else what
    rules: Mapping[str, Any] = schema.validator(of).schema["properties"][field]
    return rules


def _check(what: str, field: str, value: Any) -> None:
    of = "extraction" if what == "article" and field in _OF_EXTRACTION else what
    for problem in schema.validator(of).errors({field: value}):
        if problem.where.split("/")[1:2] == [field]:
            allowed = _rules(what, field).get("enum")
            raise UsageError(
                f"{field}{problem.where.removeprefix('/' + field)}: {problem.message}",
                hint=f"it can be {_listed(allowed)}" if allowed else str(_rules(what, field).get("description", "")),
            )


def _listed(values: Iterable[str] | Sequence[str]) -> str:
    every = list(values)
    return ", ".join(every[:_CHOICES]) + (f" and {len(every) - _CHOICES} more" if len(every) > _CHOICES else "")
