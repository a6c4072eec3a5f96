"""Checks the files below `data/`, for the expert who edits them: every problem, with its file and line."""

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from hcoop import schema
from hcoop.check import examples
from hcoop.check.files import DataFile, keys_given_twice, read
from hcoop.check.rules import Rules
from hcoop.lexicon import Lexicon
from hcoop.schema import Problem


def check_data(root: Path) -> list[Problem]:
    """Return what is wrong in the YAML files of a data folder, ordered by file and line.

    Files that are no YAML or have no schema, values that break the schema, keys, ids and names given twice, and
    references to entries that are not there.
    """
    read_files = [read(root, path) for path in sorted(root.rglob("*.yaml"))]
    problems = [file for file in read_files if isinstance(file, Problem)]
    files = {file.name: file for file in read_files if isinstance(file, DataFile)}
    for file in files.values():
        problems += [*keys_given_twice(file), *_against_schemas(file, files)]
    return sorted(problems, key=lambda problem: (problem.path or "", problem.line or 0, problem.where, problem.message))


def check_examples(root: Path) -> list[Problem]:
    """Return the examples that do not hold in a data folder that `check_data` passes, with file and line."""
    return examples.run(Lexicon(root))


def _against_schemas(file: DataFile, files: dict[str, DataFile]) -> Iterator[Problem]:
    name = PurePosixPath(file.name)
    schemas = [key for key, found in schema.data_schemas().items() if name.match(found["x-files"])]
    if not schemas:
        yield file.problem("", "no schema is for this file", "name it as its kin, or write a schema in schemas/data")
    for key in schemas:
        validator = schema.validator(key)
        for error in validator.errors(file.content):
            yield file.problem(error.where, error.message)
        yield from Rules(validator.schema, file, files).broken()
