"""What is no file of ours, on its way into the store: what others extracted, what was fetched, what a stream gives."""

import json
from collections.abc import Iterator, Sequence
from typing import BinaryIO

from hcoop import readers, web
from hcoop.ingest.extracted import Extracted, compared
from hcoop.ingest.fetching import remember, state_of
from hcoop.ingest.jobs import in_parts, of_lines
from hcoop.ingest.taking import Taking
from hcoop.readers.jsonl import line_digest
from hcoop.store.taken import FileState

# What the names of lines of a stream begin with.
_STREAM = "stdin:"


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
    begun: set[str] = set()
    for done in taking.run(of_lines("-", _new_lines(taking, stream))):
        for document in done.results:
            name = f"{_STREAM}{json.loads(document.fields)['source']['sha256']}"
            if name in begun:
                taking.outcome.unchanged += 1
                continue
            begun.add(name)
            taking.writer.begin(FileState(name, len(document.text), 0, name.removeprefix(_STREAM)))
            taking.writer.add(name, 0, [document])
    taking.count(begun)


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


def _new_lines(taking: Taking, stream: BinaryIO) -> Iterator[readers.Leaf]:
    for line in readers.lines_of(stream, "-", taking.outcome.rejected.append, taking.limits.max_bytes):
        if f"{_STREAM}{line_digest(line.data)}" in taking.states:
            taking.outcome.unchanged += 1
        else:
            yield line
