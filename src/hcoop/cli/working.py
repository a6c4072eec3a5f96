"""The commands that read files: ingest, extract and check."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from hcoop.cli.ending import complain, tell
from hcoop.cli.options import DEFAULT_STORE, Data, Database, Jobs

if TYPE_CHECKING:
    from hcoop.errors import HcoopError
    from hcoop.ingest import Outcome

_REJECTED = 3


def ingest(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[PATH]...", help="Files and folders; - reads JSON lines.", show_default="data/articles"
        ),
    ] = None,
    *,
    rebuild: Annotated[
        bool, typer.Option("--rebuild", help="Extract all anew from the texts that the store keeps.")
    ] = False,
    jobs: Jobs = None,
    data: Data = None,
    db: Database = DEFAULT_STORE,
    json: Annotated[bool, typer.Option("--json", help="Print the counts as JSON.")] = False,
) -> None:
    """Read articles into the store: only what is new or changed; files gone from a folder are forgotten.

    \b
    hcoop ingest
    hcoop ingest press/ more/article.html
    cat articles.jsonl | hcoop ingest -
    hcoop ingest --rebuild
    """
    from hcoop.cli.progress import progress
    from hcoop.ingest import ingest as run

    given = paths or ([] if rebuild and db.exists() else [_default_articles(data)])
    files = [path for path in given if str(path) != "-"]
    _check_paths(files, only=len(files) == len(given))
    stream = sys.stdin.buffer if len(files) < len(given) else None
    with progress() as advance:
        outcome = run(db, files, stream, rebuild=rebuild, processes=jobs, data=data, progress=advance)
    _tell_outcome(outcome, db, json)


def extract(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...", help="Files and folders; - reads JSON lines.")],
    jobs: Jobs = None,
    data: Data = None,
) -> None:
    """Print what each article says as one line of JSON, in the order of the arguments; no store is used.

    \b
    hcoop extract article.txt | jq '.events[].title'
    hcoop extract press/ > press.jsonl
    """
    from hcoop.ingest.stream import extract_all

    files = [path for path in paths if str(path) != "-"]
    _check_paths(files, only=len(files) == len(paths))
    rejected: list[HcoopError] = []

    def empty(file: str) -> None:
        complain(f"{file} holds no article", word="note")

    for line in extract_all(paths, sys.stdin.buffer, rejected.append, empty, processes=jobs, data=data):
        sys.stdout.write(line + "\n")
    sys.stdout.flush()
    for error in rejected:
        tell(error)
    if rejected:
        raise typer.Exit(_REJECTED)


def check(data: Data = None, db: Database = DEFAULT_STORE) -> None:
    """Check the data files, their examples, and the store if there is one; print every problem with its place.

    \b
    hcoop check
    hcoop check --data my-data --db press.db
    """
    from hcoop import check as checks
    from hcoop.output.clean import clean
    from hcoop.resources import data_dir
    from hcoop.store.verify import verify

    root = data_dir(data)
    problems = checks.check_data(root)
    problems += checks.check_examples(root) if not problems else []
    lines = [_problem_line(p.path, p.line, p.where, p.message, p.hint) for p in problems]
    lines += verify(db) if db.exists() else []
    for text in lines:
        print(clean(text))
    if lines:
        raise typer.Exit(1)
    print("the data files" + (f" and {db}" if db.exists() else "") + " are in order")


def _problem_line(path: str | None, line: int | None, where: str, message: str, hint: str | None) -> str:
    short = os.path.relpath(path) if path and Path(path).is_relative_to(Path.cwd()) else path
    place = ":".join(str(part) for part in (short, line) if part is not None)
    at = f"{where}: " if where else ""
    return f"{place}: {at}{message}" + (f" ({hint})" if hint else "")


def _default_articles(data: Path | None) -> Path:
    from hcoop.resources import data_dir

    here = Path("data/articles")
    return here if here.is_dir() else data_dir(data) / "articles"


def _check_paths(paths: Sequence[Path], *, only: bool) -> None:
    """Say at once if nothing of what is asked for is there."""
    from hcoop.errors import UnreadableError

    missing = [path for path in paths if not path.exists()]
    if missing and only and len(missing) == len(paths):
        names = ", ".join(map(str, missing))
        raise UnreadableError(
            f"{names} does not exist" if len(missing) == 1 else f"none of {names} exists",
            hint="check the path; without one, `hcoop ingest` reads data/articles",
        )


def _tell_outcome(outcome: "Outcome", db: Path, as_json: bool) -> None:
    from hcoop.readers import READERS

    for error in outcome.rejected:
        tell(error)
    for error in outcome.skipped:
        complain(error.message, word="skipped")
    if not outcome.done and not outcome.rejected:
        complain("there is no file to read", "hcoop reads " + ", ".join(READERS), word="note")
    print(_counts_as_json(outcome) if as_json else _counts(outcome))
    if not as_json and outcome.articles:
        named = f" --db {db}" if _must_be_named(db) else ""
        print(f'next: hcoop summary{named}, or hcoop search "France"{named}')
    if outcome.rejected:
        raise typer.Exit(_REJECTED if outcome.done else 1)


def _must_be_named(db: Path) -> bool:
    return db != DEFAULT_STORE and str(db) != os.environ.get("HCOOP_DB")


def _counts(outcome: "Outcome") -> str:
    holds = f"the store holds {outcome.articles} articles, {outcome.events} events"
    if not (outcome.new or outcome.changed or outcome.removed or outcome.extracted_again or outcome.rejected):
        return f"nothing new: {outcome.unchanged} unchanged; {holds}"
    parts = [
        ("new", outcome.new),
        ("changed", outcome.changed),
        ("removed", outcome.removed),
        ("unchanged", outcome.unchanged),
        ("extracted again", outcome.extracted_again),
        ("without an article", outcome.without_article),
        ("rejected", len(outcome.rejected)),
    ]
    told = ", ".join(f"{count} {name}" for name, count in parts if count or name in ("new", "rejected"))
    return f"ingested: {told}; {holds}"


def _counts_as_json(outcome: "Outcome") -> str:
    import json

    numbers = {
        name: getattr(outcome, name)
        for name in (
            "new",
            "changed",
            "removed",
            "unchanged",
            "extracted_again",
            "without_article",
            "articles",
            "events",
        )
    }
    return json.dumps(
        {**numbers, "rejected": [{"message": e.message, "hint": e.hint} for e in outcome.rejected]}, ensure_ascii=False
    )
