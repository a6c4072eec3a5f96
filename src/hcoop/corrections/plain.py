"""Refuses YAML that is small to write and endless to read, before anything is made of it."""

from pathlib import Path

import yaml

from hcoop.errors import HcoopError

# An entry needs no more than a list of mappings of mappings of lists.
_DEEPEST = 20
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def check_plain(path: Path) -> None:
    """Raise HcoopError, with the line, if a YAML file refers to itself (`*name`) or is nested deeper than any entry.

    What is no YAML, or no UTF-8, is left to the reader of it.
    """
    depth = 0
    try:
        for event in yaml.parse(path.read_text("utf-8"), Loader=_LOADER):
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if isinstance(event, yaml.AliasEvent) or depth > _DEEPEST:
                line = event.start_mark.line + 1 if event.start_mark else 1
                what = "an alias" if isinstance(event, yaml.AliasEvent) else f"nested more than {_DEEPEST} times"
                raise HcoopError(f"{path}:{line}: {what}", hint="write the entry out")
    except (yaml.YAMLError, UnicodeDecodeError):
        return
