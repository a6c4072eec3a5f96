"""The commands that read files: ingest and extract."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from hcoop.cli.ending import complain
from hcoop.cli.options import (
    DEFAULT_PAUSE,
    DEFAULT_STORE,
    DEFAULT_TIMEOUT,
    AllowPrivate,
    ClusterOption,
    CorrectionsFile,
    Data,
    Database,
    Jobs,
    MaxBytes,
    Out,
    PartitionBytes,
    Pause,
    Retry,
    Timeout,
)
from hcoop.cli.telling import end_as_read, tell_inputs, tell_outcome, waiting

if TYPE_CHECKING:
    from hcoop.dataset.loading import Dataset
    from hcoop.errors import HcoopError
    from hcoop.ingest.limits import Limits
    from hcoop.web import Manners


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
    addresses, files = _parted(given)
    _check_paths(files, only=len(files) == len(given))
    stream = sys.stdin.buffer if "-" in given else None
    limits = _limits(max_bytes, timeout)
    with progress() as advance:
        outcome = run(
            db,
            files,
            stream,
            addresses=addresses,
            manners=_manners(limits, pause, allow_private),
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


def extract(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH...", help="Files, folders and addresses; - reads JSON lines; with --out, s3:// and gs:// too."
        ),
    ],
    *,
    out: Out = None,
    cluster: ClusterOption = None,
    retry: Retry = False,
    partition_bytes: PartitionBytes = None,
    jobs: Jobs = None,
    max_bytes: MaxBytes = None,
    timeout: Timeout = DEFAULT_TIMEOUT,
    pause: Pause = DEFAULT_PAUSE,
    allow_private: AllowPrivate = False,
    data: Data = None,
) -> None:
    """Print what each article says as one line of JSON, in the order of the arguments; no store is used.

    With --out the same is written as a dataset, in partitions: what is finished is not done again.

    \b
    hcoop extract article.txt | jq '.events[].title'
    hcoop extract press/ > press.jsonl
    hcoop extract https://example.org/article.html | jq .article.title
    hcoop extract review.pdf | jq '.events[].evidence[] | {page, quote}'
    hcoop extract press/ --out out/
    hcoop extract s3://press/2016/ --out s3://press/out --cluster tcp://scheduler:8786
    """
    from hcoop.errors import UsageError

    limits = _limits(max_bytes, timeout)
    if out is None:
        if cluster or retry or partition_bytes:
            raise UsageError("--cluster, --retry and --partition-bytes need --out", hint="give a folder with --out")
        _print_lines(paths, jobs, data, limits, _manners(limits, pause, allow_private))
        return
    if "-" in paths:
        raise UsageError("standard input is no input of a dataset: it cannot be read twice", hint="give a file")
    from hcoop.cli.progress import progress
    from hcoop.cli.telling import tell_dataset
    from hcoop.dataset.run import extract_into

    with progress() as advance:
        outcome = extract_into(
            paths, out, cluster=cluster, processes=jobs, data=data, limits=limits, target=partition_bytes, retry=retry,
            allow_private=allow_private, progress=advance,
        )
    tell_dataset(outcome, out)


def _print_lines(
    paths: Sequence[str], jobs: int | None, data: Path | None, limits: "Limits", manners: "Manners"
) -> None:
    from hcoop.ingest.stream import extract_all

    _addresses, files = _parted(paths)
    _check_paths(files, only=len(files) == len(paths))
    rejected: list[HcoopError] = []
    without: list[str] = []
    printed = 0
    lines = extract_all(
        paths, sys.stdin.buffer, rejected.append, without.append, processes=jobs, data=data, limits=limits,
        manners=manners,
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


def _dataset(records: str | None) -> "Dataset | None":
    if records is None:
        return None
    from hcoop.dataset.loading import Dataset

    found = Dataset(records)
    if not found.complete:
        complain(f"not all of {records} is extracted yet", "run its `hcoop extract --out` again", word="note")
    return found


def _limits(max_bytes: int | None, timeout: float) -> "Limits":
    from hcoop.ingest.limits import Limits
    from hcoop.readers import MAX_BYTES

    return Limits(max_bytes or MAX_BYTES, timeout or None)


def _manners(limits: "Limits", pause: float, allow_private: bool) -> "Manners":
    from hcoop.web import Manners

    return Manners(pause, limits.timeout, limits.max_bytes, allow_private)


def _parted(given: Sequence[str]) -> tuple[list[str], list[Path]]:
    """Return the addresses and the files among what is given."""
    from hcoop.web import is_address

    addresses = [text for text in given if is_address(text)]
    return addresses, [Path(text) for text in given if text != "-" and not is_address(text)]


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
