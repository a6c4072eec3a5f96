"""Files, and the texts that the store keeps of them, on their way through extraction into the store."""

import json
from pathlib import Path

from hcoop.ingest.changes import Changes, state_of, store_path
from hcoop.ingest.jobs import jobs_of
from hcoop.ingest.taking import Taking
from hcoop.ingest.work import Done, Job
from hcoop.plain import document_from_plain


def take_files(taking: Taking, changes: Changes) -> None:
    """Store what is new or changed; a file that can no longer be read keeps what the store has of it."""
    taking.forget(changes.removed)
    for state in changes.touched:
        taking.writer.touch(state)
    order = {str(path): number for number, path in enumerate(changes.read, 1)}
    begun: set[str] = set()
    for done in taking.run(jobs_of(changes.read, taking.outcome.rejected.append, taking.limits)):
        taking.progress(order[done.job.file], len(order))
        if done.results:
            _keep(taking, done, begun)
    new = sum(store_path(Path(file)) in changes.new for file in begun)
    taking.outcome.new += new
    taking.outcome.changed += len(begun) - new


def take_stored(taking: Taking, files: set[str]) -> None:
    """Extract again from the texts of the store; where that fails, what it has of the file stays."""
    jobs = (_stored_job(taking, file) for file in sorted(files))
    for number, done in enumerate(taking.run(jobs), 1):
        taking.progress(number, len(files))
        if not done.rejected:
            taking.writer.begin(taking.states[done.job.file])
            taking.add(done.job.file, done.job.first, done.results)
            taking.outcome.extracted_again += 1


def _keep(taking: Taking, done: Done, begun: set[str]) -> None:
    path = Path(done.job.file)
    if done.job.file not in begun:
        begun.add(done.job.file)
        taking.writer.begin(state_of(path))
    taking.add(store_path(path), done.job.first, done.results)


def _stored_job(taking: Taking, file: str) -> Job:
    documents = taking.writer.documents(file)
    return Job(file, tuple(document_from_plain(json.loads(fields), text) for text, fields in documents))
