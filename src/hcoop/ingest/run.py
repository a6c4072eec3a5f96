"""An ingest from beginning to end: what is new or changed is worked and stored, in one transaction."""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import BinaryIO

from hcoop import lexicon, readers, web
from hcoop.blocks.language import is_extracted
from hcoop.corrections.file import beside
from hcoop.ingest.changes import Changes, find_changes, state_of, store_path
from hcoop.ingest.correcting import load
from hcoop.ingest.extracted import Extracted, check, compared
from hcoop.ingest.fetching import fetch, remember
from hcoop.ingest.fetching import state_of as state_of_visit
from hcoop.ingest.forms import for_store
from hcoop.ingest.jobs import in_parts, jobs_of
from hcoop.ingest.limits import NO_LIMITS, Limits
from hcoop.ingest.outcome import Outcome
from hcoop.ingest.pool import run
from hcoop.ingest.version import fingerprint
from hcoop.ingest.work import Done, Job
from hcoop.plain import document_from_plain
from hcoop.schema import Problem
from hcoop.store import codes, vocabulary
from hcoop.store.connection import Waiting, at_once, unmake
from hcoop.store.recovery import recover
from hcoop.store.write import FileState, ReadDocument, Writer

Progress = Callable[[int, int], None]
_MANNERS = web.Manners()


def _no_progress(_done: int, _total: int) -> None:
    return


def ingest(
    store: Path,
    paths: Sequence[Path],
    stream: BinaryIO | None = None,
    *,
    addresses: Sequence[str] = (),
    manners: web.Manners = _MANNERS,
    rebuild: bool = False,
    processes: int | None = None,
    data: Path | None = None,
    corrections: Path | None = None,
    limits: Limits = NO_LIMITS,
    extracted: Extracted | None = None,
    progress: Progress = _no_progress,
    waiting: Waiting = at_once,
) -> Outcome:
    """Bring the store up to date with the files below `paths`, the JSON lines of `stream`, and what is at `addresses`.

    Only what is new or changed is worked, unless the data files or the code have changed since, or `rebuild` asks for
    all to be extracted again from the texts that the store keeps. What people corrected is in the file `corrections`,
    by default the one beside the store. An input that is larger than the limits allow, or that takes longer, is
    rejected. Inputs that cannot be read, and corrections that cannot be applied, are in the
    outcome. What was `extracted` elsewhere is stored as it is. While another process writes the store this one waits,
    and calls `waiting`. With `rebuild` a store that is damaged is made anew from the texts that are whole. Raises
    HcoopError if the store cannot be written, or what was extracted elsewhere was extracted otherwise; it then stays
    as it was.
    """
    fresh = not store.exists()
    kept = False
    outcome = Outcome()
    if rebuild:
        outcome.recovered = recover(store)
    fetched = fetch(store, addresses, manners, outcome.rejected.append)
    try:
        with Writer(store, waiting=waiting) as writer:
            writer.corrections, problems = load(corrections or beside(store), data)
            outcome.backup = writer.backup
            _Run(writer, processes, data, limits, progress, outcome).all(paths, stream, fetched, extracted, rebuild)
            outcome.uncorrected = [*(_told(problem) for problem in problems), *writer.missed()]
        kept = outcome.done
        return outcome
    finally:
        if fresh and not kept:
            unmake(store)


@dataclass(slots=True)
class _Run:
    """One ingest under way."""

    writer: Writer
    processes: int | None
    data: Path | None
    limits: Limits
    progress: Progress
    outcome: Outcome
    states: dict[str, FileState] = field(default_factory=dict)

    def all(
        self,
        paths: Sequence[Path],
        stream: BinaryIO | None,
        fetched: Sequence[web.Visit],
        extracted: Extracted | None,
        rebuild: bool,
    ) -> None:
        version = fingerprint(self.data)
        if extracted:
            check(extracted, version)
        again = rebuild or self.writer.meta("fingerprint") not in (None, version)
        if rebuild:
            self.writer.forget_linked()
        self.states = self.writer.states()
        changes = find_changes(paths, self.states, self.outcome.skipped.append, self.outcome.rejected.append)
        self.forget(changes)
        if extracted:
            self.work_extracted(extracted)
        self.work_files(changes)
        if again:
            self.work_stored(set(self.states) - {store_path(path) for path in changes.read} - set(changes.removed))
        else:
            self.outcome.unchanged += len(changes.unchanged) + sum(visit.documents is None for visit in fetched)
        self.work_fetched(fetched)
        if stream:
            self.work_stream(stream)
        if self.writer.meta("fingerprint") != version:
            self.writer.learn_names(vocabulary.names(lexicon.load(self.data)))
            self.writer.learn_codes(codes.codes(lexicon.load(self.data)))
            self.writer.set_meta("linking", json.dumps(vocabulary.linking(lexicon.load(self.data))))
            self.writer.set_meta("fingerprint", version)
            self.writer.set_meta("home", vocabulary.home(lexicon.load(self.data)))
            self.writer.set_meta("sector", vocabulary.sector(lexicon.load(self.data)))
        self.writer.settle()
        self.outcome.articles, self.outcome.events = self.writer.sizes()

    def forget(self, changes: Changes) -> None:
        for path in changes.removed:
            self.writer.remove(path)
        for state in changes.touched:
            self.writer.touch(state)
        self.outcome.removed += len(changes.removed)

    def work_files(self, changes: Changes) -> None:
        """Store what is new or changed; a file that can no longer be read keeps what the store has of it."""
        order = {str(path): number for number, path in enumerate(changes.read, 1)}
        begun: set[str] = set()
        for done in self.run(jobs_of(changes.read, self.outcome.rejected.append, self.limits)):
            self.progress(order[done.job.file], len(order))
            if done.results:
                self.keep(done, begun)
        new = sum(store_path(Path(file)) in changes.new for file in begun)
        self.outcome.new += new
        self.outcome.changed += len(begun) - new

    def work_extracted(self, extracted: Extracted) -> None:
        """Store the batches that are new or changed, and forget those that are no more."""
        gone, same, fresh = compared(extracted, self.states)
        for path in sorted(gone):
            self.writer.remove(path)
        self.outcome.removed += len(gone)
        self.outcome.unchanged += len(same)
        for number, state in enumerate(fresh, 1):
            self.progress(number, len(fresh))
            self.writer.begin(state)
            for first, document in enumerate(extracted.documents(state.path)):
                self.add(state.path, first, [document])
        changed = sum(state.path in self.states for state in fresh)
        self.outcome.changed += changed
        self.outcome.new += len(fresh) - changed
        for path in gone | same | {state.path for state in fresh}:
            self.states.pop(path, None)  # there is nothing to extract again

    def keep(self, done: Done, begun: set[str]) -> None:
        path = Path(done.job.file)
        if done.job.file not in begun:
            begun.add(done.job.file)
            self.writer.begin(state_of(path))
        self.add(store_path(path), done.job.first, done.results)

    def add(self, file: str, first: int, documents: Sequence[ReadDocument]) -> None:
        """Store a part of a file, and count what is no article, or is one that is not extracted."""
        self.writer.add(file, first, documents)
        known = lexicon.load(self.data)
        languages = [article.columns["language"] for document in documents for article in document.taken]
        self.outcome.without_article += sum(not document.taken for document in documents)
        self.outcome.not_extracted.update(code for code in languages if not is_extracted(code, known))

    def work_stored(self, files: set[str]) -> None:
        """Extract again from the texts of the store; where that fails, what it has of the file stays."""
        for number, done in enumerate(self.run(map(self.stored_job, sorted(files))), 1):
            self.progress(number, len(files))
            if not done.rejected:
                self.writer.begin(self.states[done.job.file])
                self.add(done.job.file, done.job.first, done.results)
                self.outcome.extracted_again += 1

    def stored_job(self, file: str) -> Job:
        documents = self.writer.documents(file)
        return Job(file, tuple(document_from_plain(json.loads(fields), text) for text, fields in documents))

    def work_fetched(self, fetched: Sequence[web.Visit]) -> None:
        """Store what was fetched, each address as a file; what failed is fetched anew the next time."""
        visits = {visit.url: visit for visit in fetched}
        rejected = len(self.outcome.rejected)
        begun: set[str] = set()
        jobs = (job for visit in fetched if visit.documents for job in in_parts(visit.url, visit.documents))
        for done in self.run(jobs):
            url = done.job.file
            if done.results and url not in begun:
                begun.add(url)
                self.writer.begin(state_of_visit(visits[url]))
            self.add(url, done.job.first, done.results)
        self.outcome.new += len(begun - self.states.keys())
        self.outcome.changed += len(begun & self.states.keys())
        failed = len(self.outcome.rejected) > rejected
        for visit in fetched:
            if visit.url in begun or visit.documents is None or not (visit.documents or failed):
                remember(self.writer, visit)

    def work_stream(self, stream: BinaryIO) -> None:
        """Each line is a file of its own, known by its digest, so that the same lines again change nothing."""
        for done in self.run(self.stream_jobs(stream)):
            for document in done.results:
                name = f"stdin:{json.loads(document.fields)['source']['sha256']}"
                self.writer.begin(FileState(name, len(document.text), 0, name.removeprefix("stdin:")))
                self.writer.add(name, 0, [document])
                self.outcome.new += 1

    def stream_jobs(self, stream: BinaryIO) -> Iterator[Job]:
        for document in readers.read_stream(stream, "-", self.outcome.rejected.append, self.limits.max_bytes):
            name = f"stdin:{document.source.sha256}"
            if name in self.states:
                self.outcome.unchanged += 1
                continue
            self.states[name] = FileState(name, len(document.text), 0, document.source.sha256)
            # The number of a line says nothing on the next run, and would make the records depend on it.
            yield from in_parts(name, [replace(document, source=replace(document.source, path=None))])

    def run(self, jobs: Iterator[Job]) -> Iterator[Done]:
        for done in run(jobs, for_store, self.processes, self.data, self.limits):
            self.outcome.rejected += done.rejected
            yield done


def _told(problem: Problem) -> tuple[str, str]:
    """Return what is wrong with an entry of the file of corrections, and what to do about it."""
    return str(replace(problem, hint=None)), problem.hint or ""
