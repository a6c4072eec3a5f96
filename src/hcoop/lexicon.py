"""`data/` as one read-only Lexicon: plain values by section, and whatever the stages compile from them, once."""

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import yaml

from hcoop import resources
from hcoop.errors import HcoopError
from hcoop.yaml_guard import check_plain

T = TypeVar("T")
_TEXT, _NULL, _LIST, _MAPPING = (f"tag:yaml.org,2002:{kind}" for kind in ("str", "null", "seq", "map"))
_SCALARS = (_TEXT, _NULL)


class _TextLoader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """Reads every scalar as text but true, false and null, so that NO stays Norway and 010 stays 010."""


_TextLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag.rsplit(":", 1)[-1] in ("null", "merge")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def parse_yaml(text: str) -> Any:
    """Return the content of a text in YAML with scalars as text. Raises yaml.YAMLError if it is none."""
    loader = _TextLoader(text)
    try:
        node = loader.get_single_node()
        try:
            return None if node is None else _content(node, {})
        except (_SpecialError, RecursionError):
            return loader.construct_document(node)
    finally:
        loader.dispose()


class _SpecialError(Exception):
    """There is more in a text than lists and mappings of texts."""


def _content(node: yaml.Node, known: dict[int, Any]) -> Any:
    """Return the content of a node, several times as fast as PyYAML does; it is `known` of those that are named."""
    if node.tag in _SCALARS:
        return node.value if node.tag == _TEXT else None
    if id(node) in known:
        return known[id(node)]
    if node.tag == _LIST:
        listed: list[Any] = []
        known[id(node)] = listed
        listed += [_content(item, known) for item in node.value]
        return listed
    if node.tag != _MAPPING or any(key.tag != _TEXT for key, _ in node.value):
        raise _SpecialError
    mapped: dict[str, Any] = {}
    known[id(node)] = mapped
    mapped.update((key.value, _content(value, known)) for key, value in node.value)
    return mapped


def read_yaml(path: Path) -> Any:
    """Return the content of a YAML file with scalars as text.

    Raises HcoopError, with the line, if it is not YAML, or, where it did not come with hcoop, if it is endless.
    """
    if not resources.is_own(path):
        check_plain(path)
    try:
        return parse_yaml(path.read_text("utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        mark = getattr(error, "problem_mark", None)
        where = f"{path}:{mark.line + 1}" if mark else str(path)
        problem = getattr(error, "problem", None) or "not UTF-8 YAML"
        raise HcoopError(f"{where}: {problem}", hint="mend the file, then run `hcoop check`") from error


class Lexicon:
    """The knowledge of one data folder.

    `lexicon["gazetteer/countries"]` is the content of `data/gazetteer/countries.yaml`; `lexicon.folder("event_types")`
    maps each file's stem to its content. A stage keeps what it builds from them with `lexicon.compiled(build)`.
    """

    def __init__(self, root: Path, sections: Mapping[str, Any] | None = None) -> None:
        """Read the folder's files when they are asked for; `sections` are those that have been read before."""
        self.root = root
        self._sections: dict[str, Any] = dict(sections or {})
        self._folders: dict[str, Mapping[str, Any]] = {}
        self._compiled: dict[Callable[[Lexicon], Any], Any] = {}

    def __getitem__(self, section: str) -> Any:
        if section not in self._sections:
            self._sections[section] = read_yaml(self.root / f"{section}.yaml")
        return self._sections[section]

    def folder(self, name: str) -> Mapping[str, Any]:
        """Return the content of every YAML file of a folder, by stem, in order of name."""
        if name not in self._folders:
            stems = sorted(path.stem for path in (self.root / name).glob("*.yaml"))
            self._folders[name] = {stem: self[f"{name}/{stem}"] for stem in stems}
        return self._folders[name]

    def compiled(self, build: Callable[["Lexicon"], T]) -> T:
        """Return `build(self)`, made once."""
        made: T | None = self._compiled.get(build)
        if made is None:
            made = self._compiled[build] = build(self)
        return made


@cache
def load(root: Path | None = None) -> Lexicon:
    """Return the lexicon of a data folder, by default the one in force."""
    return Lexicon(resources.data_dir(root))
