"""What is no file of ours, on its way into the store: what others extracted, what was fetched, what a stream gives."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import BinaryIO

from hcoop import readers, web
from hcoop.ingest.extracted import Extracted, compared
from hcoop.ingest.fetching import remember, state_of
from hcoop.ingest.jobs import in_parts
from hcoop.ingest.taking import Taking
from hcoop.ingest.work import Job
from hcoop.store.taken import FileState


def take_extracted(taking: Taking, extracted: Extracted) -> None:
    """Store the batches that are new or changed, and forget those that are no more."""
    gone, same, fresh = compared(extracted, taking.states)
    taking.forget(gone)
    taking.outcome.unchanged += len(same)
    for number, state in enumerate(fresh, 1):
        taking.progress(number, len(fresh))
        taking.writer.begin(state)
        for first, document in enumerate(extracted.documents(state.path)):
            taking.add(state.path, first, [document])
    begun = {state.path for state in fresh}
    taking.count(begun)
    for path in gone | same | begun:
        taking.states.pop(path, None)  # there is nothing to extract again


def take_fetched(taking: Taking, fetched: Sequence[web.Visit]) -> None:
    """Store what was fetched, each address as a file; what failed is fetched anew the next time."""
    rejected = len(taking.outcome.rejected)
    begun = _stored(taking, {visit.url: visit for visit in fetched if visit.documents})
    taking.count(begun)
    failed = len(taking.outcome.rejected) > rejected
    for visit in fetched:
        if visit.url in begun or visit.documents is None or not (visit.documents or failed):
            remember(taking.writer, visit)


def take_stream(taking: Taking, stream: BinaryIO) -> None:
    """Each line is a file of its own, known by its digest, so that the same lines again change nothing."""
    for done in taking.run(_stream_jobs(taking, stream)):
        for document in done.results:
            name = f"stdin:{json.loads(document.fields)['source']['sha256']}"
            taking.writer.begin(FileState(name, len(document.text), 0, name.removeprefix("stdin:")))
            taking.writer.add(name, 0, [document])
            taking.outcome.new += 1


def _stored(taking: Taking, visits: dict[str, web.Visit]) -> set[str]:
    """Store documents that were fetched; return the addresses of which some were."""
    begun: set[str] = set()
    jobs = (job for url, visit in visits.items() for job in in_parts(url, visit.documents or ()))
    for done in taking.run(jobs):
        url = done.job.file
        if done.results and url not in begun:
            begun.add(url)
            taking.writer.begin(state_of(visits[url]))
        taking.add(url, done.job.first, done.results)
    return begun


def _stream_jobs(taking: Taking, stream: BinaryIO) -> Iterator[Job]:
    for document in readers.read_stream(stream, "-", taking.outcome.rejected.append, taking.limits.max_bytes):
        name = f"stdin:{document.source.sha256}"
        if name in taking.states:
            taking.outcome.unchanged += 1
            continue
        taking.states[name] = FileState(name, len(document.text), 0, document.source.sha256)
        # The number of a line says nothing on the next run, and would make the records depend on it.
        yield from in_parts(name, [replace(document, source=replace(document.source, path=None))])
