"""The pure pipeline over many files: extractions in the order of the paths, no store."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from hcoop import readers, web
from hcoop.ingest.forms import for_reading
from hcoop.ingest.jobs import Report, in_parts, jobs_of, of_lines
from hcoop.ingest.limits import NO_LIMITS, Limits
from hcoop.ingest.pool import run
from hcoop.ingest.reading import reader
from hcoop.ingest.work import Job

_MANNERS = web.Manners()


def extract_all(
    paths: Sequence[str],
    stream: BinaryIO,
    report: Report,
    empty: Callable[[str], None],
    *,
    processes: int | None = None,
    data: Path | None = None,
    limits: Limits = NO_LIMITS,
    manners: web.Manners = _MANNERS,
) -> Iterator[str]:
    """Yield the extraction of each article as a line of JSON; a path may be an address, and `-` is `stream`.

    `report` gets what cannot be read, `empty` the name of a file that holds no article, such as an index page.
    """
    for done in run(_jobs(paths, stream, report, manners, limits), for_reading, processes, data, limits):
        if done.results and not any(done.results):
            empty(done.job.file)
        for lines in done.results:
            yield from lines
        for error in done.rejected:
            report(error)


def _jobs(
    paths: Sequence[str], stream: BinaryIO, report: Report, manners: web.Manners, limits: Limits
) -> Iterator[Job]:
    files: list[Path] = []
    for path in paths:
        if path != "-" and not web.is_address(path):
            files.append(Path(path))
            continue
        yield from jobs_of(readers.walk(files), report, limits)
        files = []
        if path == "-":
            yield from of_lines("-", readers.lines_of(stream, "-", report, limits.max_bytes))
        else:
            for visit in web.visits([path], {}, manners, report, reader(limits)):
                yield from in_parts(visit.url, visit.documents or ())
    yield from jobs_of(readers.walk(files), report, limits)
