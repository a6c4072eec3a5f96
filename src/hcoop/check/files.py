"""A data file with its nodes, so that a JSON pointer leads to a line."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from hcoop.schema import Problem, pointer
from hcoop.yaml_guard import offence

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NULL = "tag:yaml.org,2002:null"


@dataclass(frozen=True)
class DataFile:
    """A YAML file of a data folder: its path, its name relative to the folder, and its nodes; null if it is empty."""

    path: Path
    name: str
    node: yaml.Node | None

    @cached_property
    def content(self) -> Any:
        """The value of the file, with scalars as text but for null."""
        return _plain(self.node)

    def line(self, where: str) -> int | None:
        """Return the line, from 1, of what a JSON pointer leads to, else of the last node on its way.

        Null in an empty file.
        """
        node, mark = self.node, self.node
        for part in where.split("/")[1:]:
            key, child = _child(node, part.replace("~1", "/").replace("~0", "~"))
            if child is None:
                break
            node, mark = child, key
        return mark.start_mark.line + 1 if mark else None

    def problem(self, where: str, message: str, hint: str | None = None) -> Problem:
        """Return a problem of what a JSON pointer leads to."""
        return Problem(str(self.path), self.line(where), where, message, hint)


def read(root: Path, path: Path) -> DataFile | Problem:
    """Return a file of the data folder `root`, or what keeps it from being read."""
    try:
        text = path.read_text("utf-8")
        if endless := offence(text):
            return Problem(str(path), endless[0], "", endless[1], "write it out; the file is not checked")
        node = yaml.compose(text, Loader=_LOADER)
    except (yaml.YAMLError, UnicodeDecodeError, OSError) as error:
        mark = getattr(error, "problem_mark", None)
        message = getattr(error, "problem", None) or "cannot be read as UTF-8"
        line = mark.line + 1 if mark else None
        return Problem(str(path), line, "", message, "mend the YAML; the rest of the file is not checked")
    return DataFile(path, path.relative_to(root).as_posix(), node)


@dataclass(frozen=True)
class DataFolder:
    """The files below a data folder by their names, and what keeps others from being read."""

    root: Path
    files: Mapping[str, DataFile]
    unread: Sequence[Problem]


def read_folder(root: Path) -> DataFolder:
    """Read every YAML file of a data folder."""
    found = [read(root, path) for path in sorted(root.rglob("*.yaml"))]
    files = {file.name: file for file in found if isinstance(file, DataFile)}
    return DataFolder(root, files, [problem for problem in found if isinstance(problem, Problem)])


def keys_given_twice(file: DataFile) -> Iterator[Problem]:
    """Yield every key that is no text, or that a mapping has more than once: YAML would silently keep the last."""
    for where, mapping in _mappings(file.node, ""):
        seen: set[str] = set()
        for key, _ in mapping.value:
            if not isinstance(key, yaml.ScalarNode):
                problem = file.problem(where, "a key is no text", "write a word before the colon")
                yield replace(problem, line=key.start_mark.line + 1)
            elif key.value in seen:
                problem = file.problem(where, f'the key "{key.value}" stands twice', "keep one")
                yield replace(problem, line=key.start_mark.line + 1)
            else:
                seen.add(key.value)


def _mappings(node: yaml.Node | None, where: str) -> Iterator[tuple[str, yaml.MappingNode]]:
    if isinstance(node, yaml.MappingNode):
        yield where, node
    for name, _, child in _children(node):
        yield from _mappings(child, where + pointer([name]))


def _children(node: yaml.Node | None) -> Iterator[tuple[str, yaml.Node, yaml.Node]]:
    # Each child with its name and the node that its line is taken from: its key, or itself in a list.
    if isinstance(node, yaml.MappingNode):
        yield from ((key.value, key, value) for key, value in node.value if isinstance(key, yaml.ScalarNode))
    elif isinstance(node, yaml.SequenceNode):
        yield from ((str(index), item, item) for index, item in enumerate(node.value))


def _child(node: yaml.Node | None, part: str) -> tuple[yaml.Node | None, yaml.Node | None]:
    found = [(key, child) for name, key, child in _children(node) if name == part]
    return found[-1] if found else (None, None)


def _plain(node: yaml.Node | None) -> Any:
    if isinstance(node, yaml.MappingNode):
        return {name: _plain(child) for name, _, child in _children(node)}
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item) for item in node.value]
    return None if node is None or node.tag == _NULL else node.value
