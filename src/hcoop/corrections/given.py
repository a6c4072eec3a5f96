"""What people give for a list or a truth, read: lists on one line, parties and people by their names."""

import re
from typing import Any

import yaml

from hcoop.corrections.known import Known
from hcoop.errors import UsageError
from hcoop.lexicon import parse_yaml

_KEYS = {"participants": ("name", "side", "country", "role"), "people": ("name", "role")}
_TRUTHS = {"true": True, "yes": True, "false": False, "no": False}
_HINT = "write [one, another], or one; another"
# "Le A (witness)", as `hcoop show` has it.
_WITH_ROLE = re.compile(r"(?P<name>.*\S) *\((?P<role>[a-z][a-z_ ]*)\)")


def truth(given: Any) -> Any:
    """Return true or false for the words that mean it; anything else as it is."""
    return _TRUTHS.get(str(given).lower(), given)


def several(field: str, given: Any, known: Known) -> list[Any]:
    """Return the items of a list, each once; null and nothing are none. Raises UsageError if it is no list.

    Parties and people may be given by name: `Juntendo University, JP` or `Le A (witness)`.
    """
    items = _items(field, given or []) if isinstance(given or "", str) else given
    forms = (str, dict) if field in _KEYS else str
    if not isinstance(items, list) or not all(isinstance(item, forms) for item in items):
        raise UsageError(f"{given} is no list of {field}", hint=_HINT)
    return [_named(field, item, known) for item in items] if field in _KEYS else list(dict.fromkeys(items))


def _items(field: str, text: Any) -> Any:
    """Return the items of a list on one line: YAML in brackets, else parts between semicolons, or else commas.

    In a party the comma stands before its country.
    """
    if text and text.startswith("["):
        try:
            return parse_yaml(text)
        except yaml.YAMLError as error:
            raise UsageError(f"{text} is no list in YAML", hint=_HINT) from error
    between = ";" if ";" in text or field == "participants" else ","
    return [part.strip() for part in text.split(between) if part.strip()] if text else []


def _named(field: str, item: Any, known: Known) -> Any:
    """Return a party or person of an event."""
    if isinstance(item, dict):
        aliases: dict[str, Any] = {"aliases": []} if field == "participants" else {}
        return {name: item.get(name) for name in _KEYS[field]} | aliases | item
    told = _WITH_ROLE.fullmatch(item)
    name, role = (told["name"], told["role"].strip().replace(" ", "_")) if told else (item, "participant")
    return {"name": name, "role": role} if field == "people" else _party(name, role, known)


def _party(text: str, role: str, known: Known) -> dict[str, Any]:
    name, _, land = text.rpartition(",")
    country = known.value("country", land.strip(), "participants") if name else None
    side = "home" if country == known.home else "partner"
    return {"name": (name or land).strip(), "side": side, "country": country, "role": role, "aliases": []}
