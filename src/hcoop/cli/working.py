"""The commands that read files: ingest and extract."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from hcoop.cli.ending import complain
from hcoop.cli.options import (
    DEFAULT_STORE,
    DEFAULT_TIMEOUT,
    CorrectionsFile,
    Data,
    Database,
    Jobs,
    MaxBytes,
    Timeout,
)
from hcoop.cli.telling import end_as_read, tell_inputs, tell_outcome

if TYPE_CHECKING:
    from hcoop.errors import HcoopError
    from hcoop.ingest.limits import Limits


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
    max_bytes: MaxBytes = None,
    timeout: Timeout = DEFAULT_TIMEOUT,
    data: Data = None,
    db: Database = DEFAULT_STORE,
    corrections: CorrectionsFile = None,
    json: Annotated[bool, typer.Option("--json", help="Print the counts as JSON.")] = False,
) -> None:
    """Read articles into the store: only what is new or changed; files gone from a folder are forgotten.

    \b
    hcoop ingest
    hcoop ingest press/ more/article.html
    hcoop ingest review.pdf cuttings.mbox crawl.warc.gz press.zip
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
        outcome = run(
            db,
            files,
            stream,
            rebuild=rebuild,
            processes=jobs,
            data=data,
            corrections=corrections,
            limits=_limits(max_bytes, timeout),
            progress=advance,
        )
    tell_outcome(outcome, db, json)


def extract(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...", help="Files and folders; - reads JSON lines.")],
    jobs: Jobs = None,
    max_bytes: MaxBytes = None,
    timeout: Timeout = DEFAULT_TIMEOUT,
    data: Data = None,
) -> None:
    """Print what each article says as one line of JSON, in the order of the arguments; no store is used.

    \b
    hcoop extract article.txt | jq '.events[].title'
    hcoop extract press/ > press.jsonl
    hcoop extract review.pdf | jq '.events[].evidence[] | {page, quote}'
    """
    from hcoop.ingest.stream import extract_all

    files = [path for path in paths if str(path) != "-"]
    _check_paths(files, only=len(files) == len(paths))
    rejected: list[HcoopError] = []
    without: list[str] = []
    printed = 0
    limits = _limits(max_bytes, timeout)
    lines = extract_all(
        paths, sys.stdin.buffer, rejected.append, without.append, processes=jobs, data=data, limits=limits
    )
    for line in lines:
        sys.stdout.write(line + "\n")
        printed += 1
    sys.stdout.flush()
    for file in without:
        complain(f"{file} holds no article", word="note")
    done = bool(printed or without)
    tell_inputs(rejected, done=done)
    end_as_read(rejected, done=done)


def _limits(max_bytes: int | None, timeout: float) -> "Limits":
    from hcoop.ingest.limits import Limits
    from hcoop.readers import MAX_BYTES

    return Limits(max_bytes or MAX_BYTES, timeout or None)


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
