"""Entries of the file of corrections: from YAML to a correction, and from a correction to YAML."""

import json
import re
from dataclasses import replace
from hashlib import sha256
from typing import Any

from hcoop.corrections.record import ACTIONS, Anchor, Correction

# Code points that YAML does not take as they are, or takes for ends of lines.
_ESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_PLAIN = re.compile(r"(?!null$)[A-Za-z0-9][A-Za-z0-9_-]*", re.IGNORECASE)


def correction_of(entry: dict[str, Any], line: int) -> Correction:
    """Return the correction that an entry, checked by its schema, tells; `line` is that of its file, from 1."""
    action = next(action for action in ACTIONS if action in entry)
    correction = Correction(
        id=entry.get("id") or "",
        what=entry["what"],
        action=action,
        by=entry["by"],
        date=entry["date"],
        note=entry.get("note"),
        record=entry.get("record"),
        type=entry.get("type"),
        anchor=_anchor(entry["anchor"]),
        fields=entry.get("set") or {},
        other=_anchor(entry[action]) if action in ("merge", "split") else None,
        line=line,
    )
    return correction if correction.id else replace(correction, id=_digest(correction))


def entry_of(correction: Correction) -> str:
    """Return a correction as an entry of the file; scalars are written as JSON, which is YAML that nothing misreads."""
    told = {name: getattr(correction, name) for name in ("id", "what", "record", "type")}
    told |= {correction.action: _done(correction)}
    told |= {name: getattr(correction, name) for name in ("by", "date", "note")}
    told |= {"anchor": _told(correction.anchor)}
    told = {name: value for name, value in told.items() if value}
    lines = [line for name, value in told.items() for line in _lines(name, value)]
    return "".join(f"{'- ' if number == 0 else '  '}{line}\n" for number, line in enumerate(lines))


def new_id(correction: Correction, text: str) -> str:
    """Return an id that the file does not hold."""
    identity, number = _digest(correction), 0
    while identity in text:
        number += 1
        identity = _digest(correction, str(number))
    return identity


def _anchor(value: dict[str, Any]) -> Anchor:
    return Anchor(
        value["exact"], value.get("prefix") or "", value.get("suffix") or "", value.get("article"), value.get("path")
    )


def _digest(correction: Correction, salt: str = "") -> str:
    return sha256(f"{salt}{entry_of(replace(correction, id=''))}".encode()).hexdigest()[:8]


def _done(correction: Correction) -> Any:
    if correction.action == "set":
        return dict(correction.fields)
    return _told(correction.other) if correction.other else "true"


def _told(anchor: Anchor) -> dict[str, Any]:
    names = ("article", "path", "exact", "prefix", "suffix")
    return {name: value for name in names if (value := getattr(anchor, name))}


def _lines(name: str, value: Any) -> list[str]:
    if not isinstance(value, dict):
        return [f"{name}: {_written(value)}"]
    return [f"{name}:", *(f"  {key}: {_written(part)}" for key, part in value.items())]


def _written(value: Any) -> str:
    if isinstance(value, str) and _PLAIN.fullmatch(value):
        return value
    return _ESCAPED.sub(lambda match: f"\\u{ord(match[0]):04x}", json.dumps(value, ensure_ascii=False))
