"""The command that extracts without a store: to lines of JSON, or to a dataset."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from hcoop.cli.ending import complain
from hcoop.cli.inputs import check_paths, limits_of, manners_of, parted
from hcoop.cli.options import (
    DEFAULT_PAUSE,
    DEFAULT_TIMEOUT,
    AllowPrivate,
    ClusterOption,
    Data,
    Jobs,
    MaxBytes,
    Out,
    PartitionBytes,
    Pause,
    Retry,
    Timeout,
)
from hcoop.cli.telling import end_as_read, tell_inputs

if TYPE_CHECKING:
    from hcoop.errors import HcoopError
    from hcoop.ingest.limits import Limits
    from hcoop.web import Manners


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

    limits = limits_of(max_bytes, timeout)
    if out is None:
        if cluster or retry or partition_bytes:
            raise UsageError("--cluster, --retry and --partition-bytes need --out", hint="give a folder with --out")
        _print_lines(paths, jobs, data, limits, manners_of(limits, pause, allow_private))
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

    _addresses, files = parted(paths)
    check_paths(files, only=len(files) == len(paths))
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
