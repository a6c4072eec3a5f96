"""The file of corrections: read with its lines, added to at its end, and an entry taken out; all else in it stays.

It is YAML that people may edit by hand and keep under version control, so it is never written anew as a whole.
"""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import yaml

from hcoop import schema
from hcoop.corrections.alone import alone_in, replace_text
from hcoop.corrections.entry import correction_of, entry_of, new_id
from hcoop.corrections.record import Correction
from hcoop.errors import HcoopError
from hcoop.lexicon import read_yaml
from hcoop.schema import Problem
from hcoop.yaml_guard import check_plain

_HEAD = """\
# Corrections to the register, applied in this order by `hcoop ingest`; made by `hcoop correct` and `hcoop review`,
# or by hand: comments and order are kept. See schemas/data/corrections.yaml for what an entry may hold.
"""
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def beside(store: Path) -> Path:
    """Return where the corrections of a store are kept: in its folder, under its name (`hcoop.corrections.yaml`)."""
    return store.with_suffix(".corrections.yaml")


def read(path: Path) -> tuple[list[Correction], list[Problem]]:
    """Return the corrections of a file in order, and what is wrong with the entries that are left out.

    No file is no corrections. Raises HcoopError, with the line, if it is not YAML.
    """
    if not path.exists():
        return [], []
    check_plain(path)
    content, lines = read_yaml(path), [item.start_mark.line + 1 for item in _items(path.read_text("utf-8"))]
    if not isinstance(content, list):
        return [], [_placed(error, path, None) for error in schema.validator("data/corrections").errors(content)]
    corrections, problems = [], []
    for index, (entry, line) in enumerate(zip(content, lines, strict=True)):
        if errors := _errors(entry, index):
            problems += [_placed(error, path, line) for error in errors]
        else:
            corrections.append(correction_of(entry, line))
    return corrections, problems


def append(path: Path, correction: Correction) -> Correction:
    """Add a correction at the end of the file, which is made if it is not there; return it with its id and line.

    Raises HcoopError, with the line, if the file is not YAML, or if it is no list of entries, a dash each.
    """
    with alone_in(path.parent):
        if path.exists():
            check_plain(path)
            read_yaml(path)
        text = path.read_text("utf-8") if path.exists() else _HEAD
        named = replace(correction, id=correction.id or new_id(correction, text))
        before = text if text.endswith("\n") or not text else text + "\n"
        written = f"{before}\n{entry_of(named)}"
        if not _takes(text, written):
            raise HcoopError(f"{path}: an entry cannot be added at its end", hint="write it as a list, an entry a dash")
        replace_text(path, written)
    return replace(named, line=before.count("\n") + 2)


def remove(path: Path, correction: Correction) -> None:
    """Take an entry out of the file."""
    with alone_in(path.parent):
        text = path.read_text("utf-8")
        item = next(item for item in _items(text) if item.start_mark.line + 1 == correction.line)
        lines = text.splitlines(keepends=True)
        first, last = item.start_mark.line, _last_line(item)
        blank = first > 0 and not lines[first - 1].strip()
        del lines[first - blank : last + 1]
        replace_text(path, "".join(lines))


def _takes(text: str, written: str) -> bool:
    """Tell whether a file has one entry more with what was added to it."""
    try:
        return len(_items(written)) == len(_items(text)) + 1
    except yaml.YAMLError:
        return False


def _items(text: str) -> Sequence[Any]:
    node = yaml.compose(text, Loader=_LOADER)
    return node.value if isinstance(node, yaml.SequenceNode) else []


def _last_line(node: Any) -> int:
    """Return the last line of a node, from 0; a block ends for the parser only where the next thing begins."""
    if isinstance(node, yaml.ScalarNode) or node.flow_style:
        return int(node.end_mark.line - (node.end_mark.column == 0 and node.end_mark.line > node.start_mark.line))
    children = [part for child in node.value for part in (child if isinstance(child, tuple) else (child,))]
    return max(map(_last_line, children), default=node.start_mark.line)


def _errors(entry: Any, index: int) -> list[Problem]:
    """Return what is wrong with one entry: alone, so that one that JSON cannot say hides none of the others."""
    found = schema.validator("data/corrections").errors([entry])
    return [replace(error, where=f"/{index}{error.where.removeprefix('/0')}") for error in found]


def _placed(error: Problem, path: Path, line: int | None) -> Problem:
    return replace(error, path=str(path), line=line, hint="mend the entry, or delete it")
