"""The command that reads articles into the store."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from hcoop.cli.ending import complain
from hcoop.cli.inputs import check_paths, limits_of, manners_of, parted
from hcoop.cli.options import (
    DEFAULT_PAUSE,
    DEFAULT_STORE,
    DEFAULT_TIMEOUT,
    AllowPrivate,
    CorrectionsFile,
    Data,
    Database,
    Jobs,
    MaxBytes,
    Pause,
    Timeout,
)
from hcoop.cli.telling import tell_outcome, waiting

if TYPE_CHECKING:
    from hcoop.dataset.loading import Dataset


def ingest(
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[PATH]...",
            help="Files, folders and addresses (https://...) of pages and feeds; - reads JSON lines.",
            show_default="data/articles",
        ),
    ] = None,
    *,
    records: Annotated[
        str | None,
        typer.Option("--records", metavar="FOLDER", help="Store what `hcoop extract --out FOLDER` has extracted."),
    ] = None,
    rebuild: Annotated[
        bool, typer.Option("--rebuild", help="Extract all anew from the texts of the store, also of a damaged one.")
    ] = False,
    jobs: Jobs = None,
    max_bytes: MaxBytes = None,
    timeout: Timeout = DEFAULT_TIMEOUT,
    pause: Pause = DEFAULT_PAUSE,
    allow_private: AllowPrivate = False,
    data: Data = None,
    db: Database = DEFAULT_STORE,
    corrections: CorrectionsFile = None,
    json: Annotated[bool, typer.Option("--json", help="Print the counts as JSON.")] = False,
) -> None:
    """Read articles into the store: only what is new or changed; files gone from a folder are forgotten.

    A feed brings the pages of its entries; fetched again, only those that are new or changed.

    \b
    hcoop ingest
    hcoop ingest press/ more/article.html
    hcoop ingest review.pdf cuttings.mbox crawl.warc.gz press.zip
    hcoop ingest https://example.org/health.rss
    cat articles.jsonl | hcoop ingest -
    hcoop ingest --records out/
    hcoop ingest --rebuild
    """
    from hcoop.cli.progress import progress
    from hcoop.ingest import ingest as run

    given = paths or ([] if records or (rebuild and db.exists()) else [str(_default_articles(data))])
    addresses, files = parted(given)
    check_paths(files, only=len(files) == len(given))
    stream = sys.stdin.buffer if "-" in given else None
    limits = limits_of(max_bytes, timeout)
    with progress() as advance:
        outcome = run(
            db,
            files,
            stream,
            addresses=addresses,
            manners=manners_of(limits, pause, allow_private),
            rebuild=rebuild,
            processes=jobs,
            data=data,
            corrections=corrections,
            limits=limits,
            extracted=_dataset(records),
            progress=advance,
            waiting=waiting(),
        )
    tell_outcome(outcome, db, json)


def _dataset(records: str | None) -> "Dataset | None":
    if records is None:
        return None
    from hcoop.dataset.loading import Dataset

    found = Dataset(records)
    if not found.complete:
        complain(f"not all of {records} is extracted yet", "run its `hcoop extract --out` again", word="note")
    return found


def _default_articles(data: Path | None) -> Path:
    from hcoop.resources import data_dir

    here = Path("data/articles")
    return here if here.is_dir() else data_dir(data) / "articles"
