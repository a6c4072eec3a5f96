"""The rules that JSON Schema cannot state, written beside it in the schemas of data files.

`x-unique: [id]` on a list: no two entries have the same value there.
`x-distinct-names: {of, within, but}` on a list: no two entries share a name, folded, among the keys `of`, unless they
differ in a key of `within`, or the name stands in the key `but`.
`x-refers-to: {values, besides}` on text, `x-keys-refer-to` on a mapping: the text, or each key, is a value found at
`values`, such as `gazetteer/countries/code` (`event_types/*` means the names of the files), or one of `besides`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from hcoop.check.files import DataFile
from hcoop.schema import Problem, pointer
from hcoop.text import fold


@dataclass(frozen=True)
class Rules:
    """The rules of one schema over one file; `files` are all of the data folder, by name."""

    schema: Mapping[str, Any]
    file: DataFile
    files: Mapping[str, DataFile]
    _values: dict[str, frozenset[str] | None] = field(default_factory=dict)

    def broken(self) -> Iterator[Problem]:
        """Yield a problem for every rule that the file breaks. Values of the wrong type are left to the schema."""
        yield from self._walk(self.schema, self.file.content, "")

    def _walk(self, schema: Any, value: Any, where: str) -> Iterator[Problem]:
        if not isinstance(schema, dict):
            return
        schema = self._resolved(schema)
        yield from self._broken_here(schema, value, where)
        if isinstance(value, dict):
            named = schema.get("properties", {})
            for key, item in value.items():
                yield from self._walk(named.get(key, schema.get("additionalProperties")), item, where + pointer([key]))
        elif isinstance(value, list):
            for index, item in enumerate(value):
                yield from self._walk(schema.get("items"), item, f"{where}/{index}")

    def _resolved(self, schema: dict[str, Any]) -> dict[str, Any]:
        # Only references into the schema's own $defs are followed: rules stand in no other file.
        name = schema.get("$ref", "").removeprefix("#/$defs/")
        return {**self.schema.get("$defs", {}).get(name, {}), **schema} if name else schema

    def _broken_here(self, schema: dict[str, Any], value: Any, where: str) -> Iterator[Problem]:
        if isinstance(value, list):
            entries = [(f"{where}/{i}", entry) for i, entry in enumerate(value) if isinstance(entry, dict)]
            for key in schema.get("x-unique", ()):
                yield from self._given_twice(entries, key)
            if names := schema.get("x-distinct-names"):
                yield from self._shared_names(entries, **names)
        if isinstance(value, str) and (target := schema.get("x-refers-to")):
            yield from self._dangling(value, where, **target)
        if isinstance(value, dict) and (target := schema.get("x-keys-refer-to")):
            for key in value:
                yield from self._dangling(key, where + pointer([key]), **target)

    def _given_twice(self, entries: list[tuple[str, Any]], key: str) -> Iterator[Problem]:
        first: dict[str, str] = {}
        for where, entry in entries:
            value = entry.get(key)
            if isinstance(value, str) and first.setdefault(value, where) != where:
                line = self.file.line(f"{first[value]}/{key}")
                yield self.file.problem(f"{where}/{key}", f'the {key} "{value}" is that of line {line} too')

    def _shared_names(
        self, entries: list[tuple[str, Any]], of: list[str], within: tuple[str, ...] = (), but: str = ""
    ) -> Iterator[Problem]:
        first: dict[tuple[str, ...], tuple[str, str]] = {}
        for where, entry in entries:
            scope = tuple(str(entry.get(key)) for key in within)
            for spot, name in _names(where, entry, of, but):
                owner, owned = first.setdefault((fold(name), *scope), (where, spot))
                if owner != where:
                    line = self.file.line(owned)
                    hint = f"keep one, or put it in {but} of both" if but else "keep one"
                    yield self.file.problem(spot, f'the name "{name}" is that of line {line} too', hint)

    def _dangling(self, value: str, where: str, values: str, besides: tuple[str, ...] = ()) -> Iterator[Problem]:
        known = self._known(values)
        if known is not None and value not in known and value not in besides:
            near = get_close_matches(value, known, n=1)
            hint = f"did you mean {near[0]}?" if near else None
            yield self.file.problem(where, f'there is no "{value}" in {values}', hint)

    def _known(self, values: str) -> frozenset[str] | None:
        if values not in self._values:
            self._values[values] = self._found(values)
        return self._values[values]

    def _found(self, values: str) -> frozenset[str] | None:
        # Null where the folder lacks the file, or it cannot be read: that is a problem of its own.
        if values.endswith("/*"):
            stems = [name.removesuffix(".yaml") for name in self.files]
            return frozenset(stem[len(values) - 1:] for stem in stems if stem.startswith(values[:-1]))
        parts = values.split("/")
        for cut in range(len(parts), 0, -1):
            if file := self.files.get("/".join(parts[:cut]) + ".yaml"):
                return frozenset(_at(file.content, parts[cut:]))
        return None


def _names(where: str, entry: dict[str, Any], keys: list[str], but: str) -> Iterator[tuple[str, str]]:
    weak = set(entry.get(but) or ())
    for key in keys:
        value = entry.get(key)
        named = [(f"{where}/{key}", value)] if isinstance(value, str) else [
            (f"{where}/{key}/{i}", name) for i, name in enumerate(value or ())
        ]
        yield from ((spot, name) for spot, name in named if isinstance(name, str) and name not in weak)


def _at(value: Any, keys: list[str]) -> Iterator[str]:
    if not keys:
        yield from (item for item in value or () if isinstance(item, str))
    elif isinstance(value, dict):
        yield from _at(value.get(keys[0]), keys[1:])
    elif len(keys) == 1:
        found = (entry.get(keys[0]) for entry in value or () if isinstance(entry, dict))
        yield from (item for item in found if isinstance(item, str))
