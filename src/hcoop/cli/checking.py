"""The command that checks the data files and the store."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from hcoop.cli.options import DEFAULT_STORE, CorrectionsFile, Data, Database

if TYPE_CHECKING:
    from hcoop.check.files import DataFolder


Thorough = Annotated[
    bool, typer.Option("--thorough", help="Make the store anew from its texts, too, and compare."),
]


def check(
    data: Data = None, corrections: CorrectionsFile = None, db: Database = DEFAULT_STORE, thorough: Thorough = False,
) -> None:
    """Check the data files, their examples, and the store and corrections if there are any; print every problem.

    \b
    hcoop check
    hcoop check --data my-data --db press.db
    hcoop check --thorough
    """
    from hcoop.check.counts import counts
    from hcoop.check.files import read_folder
    from hcoop.corrections.file import beside
    from hcoop.output.clean import clean
    from hcoop.resources import data_dir

    folder, file, is_bad = read_folder(data_dir(data)), corrections or beside(db), False
    for text in _problems(folder, file, db, data, thorough=thorough):
        print(clean(text))
        is_bad = True
    if is_bad:
        raise typer.Exit(1)
    checked = ["the data files", *(str(path) for path in (db, file) if path.exists())]
    print("known: " + ", ".join(f"{count:,} {kind}" for kind, count in counts(folder).items()))
    print(", ".join(checked[:-1]) + (" and " if checked[:-1] else "") + checked[-1] + " are in order")


def _problems(
    folder: "DataFolder", file: Path, db: Path, data: Path | None, *, thorough: bool
) -> Iterator[str]:
    """Yield the lines of all problems; a store that is named and not there is an error behind those of the data."""
    from hcoop import check as checks
    from hcoop.check.corrections import check_corrections
    from hcoop.store.verify import verify

    for problem in checks.check_data(folder):
        yield _problem_line(problem.path, problem.line, problem.where, problem.message, problem.hint)
    yield from check_corrections(file, db, data)
    if db.exists() or db != DEFAULT_STORE:
        problems = verify(db)
        yield from problems
        if thorough and not problems:
            from hcoop.ingest.thorough import check_anew

            yield from check_anew(db, data, file)


def _problem_line(path: str | None, line: int | None, where: str, message: str, hint: str | None) -> str:
    short = os.path.relpath(path) if path and Path(path).is_relative_to(Path.cwd()) else path
    place = ":".join(str(part) for part in (short, line) if part is not None)
    at = f"{where}: " if where else ""
    return f"{place}: {at}{message}" + (f" ({hint})" if hint else "")
