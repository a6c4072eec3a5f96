"""The pure pipeline over many files: extractions in the order of the paths, no store."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, BinaryIO

from hcoop import readers
from hcoop.errors import HcoopError
from hcoop.ingest.pool import run
from hcoop.ingest.work import Job, read_document, with_text

Report = Callable[[HcoopError], None]


def extract_all(
    paths: Sequence[Path], stream: BinaryIO, report: Report, *, processes: int | None = None, data: Path | None = None
) -> Iterator[dict[str, Any]]:
    """Yield the extractions of each file, as plain values; `report` gets what cannot be read; `-` is `stream`."""
    files: list[Path] = []
    for path in paths:
        if str(path) == "-":
            yield from _from_files(files, report, processes, data)
            files = []
            yield from _from_stream(stream, report, data)
        else:
            files.append(path)
    yield from _from_files(files, report, processes, data)


def _from_files(
    paths: Sequence[Path], report: Report, processes: int | None, data: Path | None
) -> Iterator[dict[str, Any]]:
    jobs = [Job(str(path)) for path in readers.walk(paths)]
    for done in run(jobs, processes, data):
        for document in done.documents:
            yield from (with_text(extraction, document.text) for extraction in document.extractions)
        for error in done.rejected:
            report(error)


def _from_stream(stream: BinaryIO, report: Report, data: Path | None) -> Iterator[dict[str, Any]]:
    for document in readers.read_stream(stream, "-", report):
        read = read_document(replace(document, source=replace(document.source, path=None)), data)
        yield from (with_text(extraction, read.text) for extraction in read.extractions)
