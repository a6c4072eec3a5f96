"""Checks the files below `data/`, for the expert who edits them: every problem, with its file and line."""

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from hcoop import schema
from hcoop.check import examples
from hcoop.check.files import DataFile, DataFolder, keys_given_twice
from hcoop.check.rules import Rules
from hcoop.lexicon import Lexicon
from hcoop.schema import Problem


def check_data(folder: DataFolder) -> list[Problem]:
    """Return what is wrong in the YAML files of a data folder, ordered by file and line.

    Files that are no YAML or have no schema, values that break the schema, keys, ids and names given twice, references
    to entries that are not there; if there is none of these, the examples that do not hold.
    """
    return check_files(folder) or check_examples(folder)


def check_files(folder: DataFolder) -> list[Problem]:
    """Return what the files of a data folder have wrong, each by itself and as it refers to the others."""
    problems = [*folder.unread]
    for file in folder.files.values():
        problems += [*keys_given_twice(file), *_against_schemas(file, folder.files)]
    return sorted(problems, key=lambda problem: (problem.path or "", problem.line or 0, problem.where, problem.message))


def check_examples(folder: DataFolder) -> list[Problem]:
    """Return the examples that do not hold in a data folder that `check_files` passes."""
    sections = {name.removesuffix(".yaml"): file.content for name, file in folder.files.items()}
    return examples.run(Lexicon(folder.root, sections), folder)


def _against_schemas(file: DataFile, files: Mapping[str, DataFile]) -> Iterator[Problem]:
    name = PurePosixPath(file.name)
    schemas = [key for key, found in schema.data_schemas().items() if name.match(found["x-files"])]
    if not schemas:
        yield file.problem("", "no schema is for this file", "name it as its kin, or write a schema in schemas/data")
    for key in schemas:
        validator = schema.validator(key)
        for error in validator.errors(file.content):
            yield file.problem(error.where, error.message)
        yield from Rules(validator.schema, file, files).broken()
