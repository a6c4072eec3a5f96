"""The command that checks the data files and the store."""

import os
from pathlib import Path

import typer

from hcoop.cli.options import DEFAULT_STORE, CorrectionsFile, Data, Database


def check(data: Data = None, corrections: CorrectionsFile = None, db: Database = DEFAULT_STORE) -> None:
    """Check the data files, their examples, and the store and corrections if there are any; print every problem.

    \b
    hcoop check
    hcoop check --data my-data --db press.db
    """
    from hcoop import check as checks
    from hcoop.check.corrections import check_corrections
    from hcoop.check.counts import counts
    from hcoop.check.files import read_folder
    from hcoop.corrections.file import beside
    from hcoop.output.clean import clean
    from hcoop.resources import data_dir

    folder = read_folder(data_dir(data))
    lines = [_problem_line(p.path, p.line, p.where, p.message, p.hint) for p in checks.check_data(folder)]
    lines += _of_store(db)
    file = corrections or beside(db)
    lines += check_corrections(file, db, data)
    for text in lines:
        print(clean(text))
    if lines:
        raise typer.Exit(1)
    checked = ["the data files", *(str(path) for path in (db, file) if path.exists())]
    print("known: " + ", ".join(f"{count:,} {kind}" for kind, count in counts(folder).items()))
    print(", ".join(checked[:-1]) + (" and " if checked[:-1] else "") + checked[-1] + " are in order")


def _of_store(db: Path) -> list[str]:
    from hcoop.store.verify import verify

    if db.exists():
        return verify(db)
    # One that is named is to be there.
    return [] if db == DEFAULT_STORE else [f"no store at {db} (run `hcoop ingest` first, or name a store with --db)"]


def _problem_line(path: str | None, line: int | None, where: str, message: str, hint: str | None) -> str:
    short = os.path.relpath(path) if path and Path(path).is_relative_to(Path.cwd()) else path
    place = ":".join(str(part) for part in (short, line) if part is not None)
    at = f"{where}: " if where else ""
    return f"{place}: {at}{message}" + (f" ({hint})" if hint else "")
