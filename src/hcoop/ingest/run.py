"""An ingest from beginning to end: what is new or changed is worked and stored, in one transaction."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import BinaryIO

from hcoop import lexicon, readers
from hcoop.errors import HcoopError, UnreadableError
from hcoop.ingest.changes import Changes, find_changes, state_of, store_path
from hcoop.ingest.pool import run
from hcoop.ingest.version import fingerprint
from hcoop.ingest.work import Done, Job, read_document
from hcoop.records import Document
from hcoop.store import vocabulary
from hcoop.store.write import FileState, Writer

Progress = Callable[[int, int], None]


@dataclass(slots=True)
class Outcome:
    """What an ingest did, counted in files (for standard input, in lines), and what the store then holds."""

    new: int = 0
    changed: int = 0
    removed: int = 0
    unchanged: int = 0
    extracted_again: int = 0
    without_article: int = 0
    articles: int = 0
    events: int = 0
    rejected: list[HcoopError] = field(default_factory=list)
    skipped: list[HcoopError] = field(default_factory=list)

    @property
    def done(self) -> bool:
        """True if any input was read or found to be known."""
        return bool(self.new or self.changed or self.removed or self.unchanged or self.extracted_again)


def _no_progress(_done: int, _total: int) -> None:
    return


def ingest(
    store: Path,
    paths: Sequence[Path],
    stream: BinaryIO | None = None,
    *,
    rebuild: bool = False,
    processes: int | None = None,
    data: Path | None = None,
    progress: Progress = _no_progress,
) -> Outcome:
    """Bring the store up to date with the files below `paths` and the JSON lines of `stream`.

    Only what is new or changed is worked, unless the data files or the code have changed since, or `rebuild` asks for
    all to be extracted again from the texts that the store keeps. Inputs that cannot be read are in the outcome.
    Raises HcoopError if the store cannot be written; it then stays as it was.
    """
    outcome = Outcome()
    fresh = not store.exists()
    with Writer(store) as writer:
        version = fingerprint(data)
        again = rebuild or writer.meta("fingerprint") not in (None, version)
        known = writer.states()
        changes = find_changes(paths, known, outcome.skipped.append)
        _remove(writer, changes, outcome)
        rest = sorted(set(known) - {store_path(path) for path in changes.read} - set(changes.removed)) if again else []
        _work(writer, changes, rest, outcome, processes=processes, data=data, progress=progress)
        _read_stream(writer, stream, known, outcome, data)
        outcome.unchanged += len(changes.unchanged) if not again else 0
        if writer.meta("fingerprint") != version:
            writer.learn_names(vocabulary.names(lexicon.load(data)))
            writer.set_meta("fingerprint", version)
        writer.settle()
        outcome.articles, outcome.events = writer.sizes()
    if fresh and not outcome.articles and outcome.rejected and not outcome.done:
        _unmake(store)
    return outcome


def _remove(writer: Writer, changes: Changes, outcome: Outcome) -> None:
    for path in changes.removed:
        writer.remove(path)
    for state in changes.touched:
        writer.touch(state)
    outcome.removed = len(changes.removed)


def _work(
    writer: Writer,
    changes: Changes,
    rest: Sequence[str],
    outcome: Outcome,
    *,
    processes: int | None,
    data: Path | None,
    progress: Progress,
) -> None:
    jobs = [Job(str(path)) for path in changes.read]
    jobs += [Job(path, tuple(writer.documents(path))) for path in rest]
    states = writer.states()
    for number, done in enumerate(run(jobs, processes, data), 1):
        progress(number, len(jobs))
        outcome.rejected += done.rejected
        _keep(writer, done, states, changes, outcome)


def _keep(writer: Writer, done: Done, states: dict[str, FileState], changes: Changes, outcome: Outcome) -> None:
    """Store what came of a job; a file that can no longer be read keeps what the store has of it."""
    if done.job.stored is not None:
        if not done.rejected:
            writer.put(states[done.job.file], done.documents)
            outcome.extracted_again += 1
        return
    if done.sha256 is None or (done.rejected and not done.documents):
        return
    path = Path(done.job.file)
    writer.put(state_of(path, done.sha256), done.documents)
    outcome.without_article += sum(not document.extractions for document in done.documents)
    if store_path(path) in changes.new:
        outcome.new += 1
    else:
        outcome.changed += 1


def _read_stream(
    writer: Writer, stream: BinaryIO | None, known: Iterable[str], outcome: Outcome, data: Path | None
) -> None:
    """Each line is a file of its own, known by its digest, so that the same lines again change nothing."""
    seen = set(known)
    for name, state, document in _lines(stream, outcome):
        if name in seen:
            outcome.unchanged += 1
            continue
        seen.add(name)
        writer.put(state, [read_document(document, data)])
        outcome.new += 1


def _lines(stream: BinaryIO | None, outcome: Outcome) -> Iterator[tuple[str, FileState, Document]]:
    def reject(error: UnreadableError) -> None:
        outcome.rejected.append(error)

    for document in readers.read_stream(stream, "-", reject) if stream else ():
        name = f"stdin:{document.source.sha256}"
        # The number of a line says nothing on the next run, and would make the records depend on it.
        source = replace(document.source, path=None)
        yield name, FileState(name, len(document.text), 0, source.sha256), replace(document, source=source)


def _unmake(store: Path) -> None:
    """Take away a store that was made for nothing."""
    for suffix in ("", "-wal", "-shm"):
        store.with_name(store.name + suffix).unlink(missing_ok=True)
