"""Refuses YAML that is small to write and endless to read, before anything is made of it."""

from pathlib import Path

import yaml

from hcoop.errors import HcoopError

# Corrections and data need no more than lists of mappings of mappings of lists.
_DEEPEST = 20
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def check_plain(path: Path) -> None:
    """Raise HcoopError, with the line, if a YAML file refers to itself (`*name`) or is nested deeper than any needs.

    What is no YAML, or no UTF-8, is left to the reader of it.
    """
    try:
        found = offence(path.read_text("utf-8"))
    except UnicodeDecodeError:
        return
    if found:
        raise HcoopError(f"{path}:{found[0]}: {found[1]}", hint="write the entry out")


def offence(text: str) -> tuple[int, str] | None:
    """Return the line, from 1, and the words for what makes a text in YAML endless to read, null if nothing does."""
    depth = 0
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if isinstance(event, yaml.AliasEvent) or depth > _DEEPEST:
                line = event.start_mark.line + 1 if event.start_mark else 1
                return line, "an alias" if isinstance(event, yaml.AliasEvent) else f"nested more than {_DEEPEST} times"
    except yaml.YAMLError:
        return None
    return None
