"""Validation against `schemas/`: JSON Schema 2020-12 written in YAML, one file a record or a kind of data file."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema_rs
import yaml

from hcoop import resources
from hcoop.errors import HcoopError

# The schemas refer to each other by file name; this makes those names absolute, and is never looked up.
_BASE = "hcoop:///schemas/"
_LONGEST_MESSAGE = 200


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong in a record or a file.

    `where` is a JSON pointer into the value, empty for the whole of it; `path` and `line` (from 1) are null where no
    file is known.
    """

    path: str | None
    line: int | None
    where: str
    message: str
    hint: str | None = None

    def __str__(self) -> str:
        """Return `path:line: where: message (hint)`, without what is unknown."""
        place = f"{self.path}:{self.line}" if self.path and self.line else self.path
        told = ": ".join(part for part in (place, self.where, self.message) if part)
        return f"{told} ({self.hint})" if self.hint else told


class Validator:
    """One compiled schema; `schema` is its content."""

    def __init__(self, name: str) -> None:
        self.schema = _schemas()[name]
        self._compiled = jsonschema_rs.Draft202012Validator(
            self.schema, registry=_registry(), base_uri=f"{_BASE}{name}.yaml"
        )

    def errors(self, instance: Any) -> list[Problem]:
        """Return every way in which a JSON-like value (dicts, lists or tuples, scalars) breaks the schema."""
        try:
            if self._compiled.is_valid(instance):
                return []
            return [problem for error in self._compiled.iter_errors(instance) for problem in _problems(error)]
        except ValueError as error:  # what JSON cannot say, such as a key that is null
            return [Problem(None, None, "", _shortened(str(error)))]


@cache
def validator(name: str) -> Validator:
    """Return the validator of `schemas/<name>.yaml`, such as `event` or `data/places`, compiled once.

    Raises HcoopError if there is no such schema or it is not one.
    """
    if name not in _schemas():
        raise HcoopError(f"no schema named {name}", hint=f"there are {', '.join(sorted(_schemas()))}")
    try:
        return Validator(name)
    except Exception as error:  # the library's errors have no class of their own above them
        raise HcoopError(f"schemas/{name}.yaml is no JSON Schema: {error}", hint="install hcoop again") from error


def validate_records(extraction: Mapping[str, Any]) -> None:
    """Check one extraction, as `dataclasses.asdict` or JSON gives it.

    Besides the schema, each quote and date must be the stretch of the text that its offsets mark.
    Raises HcoopError that names the article and the first three problems.
    """
    problems = validator("extraction").errors(extraction) or _untrue_words(extraction)
    if problems:
        told = "; ".join(map(str, problems[:3])) + (f"; and {len(problems) - 3} more" if len(problems) > 3 else "")
        article = extraction.get("article")
        name = article.get("id", "?") if isinstance(article, Mapping) else "?"
        raise HcoopError(f"the record of article {name} is not valid: {told}", hint="please report this as a bug")


def data_schemas() -> dict[str, Any]:
    """Return the schemas of data files by name; the `x-files` of each is the glob of its files, relative to `data/`."""
    return {name: schema for name, schema in _schemas().items() if "x-files" in schema}


def pointer(path: Any) -> str:
    """Return keys and indices as JSON pointer (RFC 6901), empty for the whole value."""
    return "".join("/" + str(part).replace("~", "~0").replace("/", "~1") for part in path)


def _problems(error: jsonschema_rs.ValidationError) -> list[Problem]:
    path, unknown = error.instance_path, "no such key is known here"
    if isinstance(error.kind, jsonschema_rs.ValidationErrorKind.AdditionalProperties):
        return [Problem(None, None, pointer([*path, key]), unknown) for key in error.kind.unexpected]
    return [Problem(None, None, pointer(path), _shortened(error.message))]


def _untrue_words(extraction: Mapping[str, Any]) -> list[Problem]:
    text = extraction["article"]["text"]
    quotes = [(f"/events/{i}/evidence/{j}", span, span["quote"])
              for i, event in enumerate(extraction["events"]) for j, span in enumerate(event["evidence"])]
    dates = [(f"/dates/{i}", date, date["text"]) for i, date in enumerate(extraction["dates"])]
    return [
        Problem(None, None, where, "the words are not those of the text at these offsets")
        for where, span, words in quotes + dates if text[span["start"]:span["end"]] != words
    ]


def _shortened(message: str) -> str:
    if len(message) <= _LONGEST_MESSAGE:
        return message
    half = _LONGEST_MESSAGE // 2
    return f"{message[:half]} ... {message[-half:]}"


@cache
def _schemas() -> dict[str, Any]:
    root = resources.schema_dir()
    return {_name(path, root): _read(path) for path in sorted(root.rglob("*.yaml"))}


def _name(path: Path, root: Path) -> str:
    return path.relative_to(root).with_suffix("").as_posix()


def _read(path: Path) -> Any:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return yaml.load(path.read_text("utf-8"), Loader=loader)
    except yaml.YAMLError as error:
        raise HcoopError(f"{path}: {error}", hint="install hcoop again") from error


@cache
def _registry() -> jsonschema_rs.Registry:
    return jsonschema_rs.Registry([(f"{_BASE}{name}.yaml", schema) for name, schema in _schemas().items()])
