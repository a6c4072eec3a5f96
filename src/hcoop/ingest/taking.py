"""One ingest under way: jobs go to the workers, and what comes of them into the store."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from hcoop import lexicon
from hcoop.ingest.forms import for_store
from hcoop.ingest.limits import Limits
from hcoop.ingest.outcome import Outcome
from hcoop.ingest.pool import run
from hcoop.ingest.work import Done, Job
from hcoop.store.taken import FileState, ReadDocument
from hcoop.store.write import Writer

Progress = Callable[[int, int], None]


@dataclass(slots=True)
class Taking:
    """What is read goes into the store of `writer`, and is counted in `outcome`.

    `states` are those of the files that the store knew, by path. `progress` is told how many of how many are done.
    """

    writer: Writer
    processes: int | None
    data: Path | None
    limits: Limits
    progress: Progress
    outcome: Outcome
    states: dict[str, FileState]

    def run(self, jobs: Iterator[Job]) -> Iterator[Done]:
        """Yield what comes of each job, in order; what is rejected is noted."""
        for done in run(jobs, for_store, self.processes, self.data, self.limits):
            self.outcome.rejected += done.rejected
            yield done

    def add(self, file: str, first: int, documents: Sequence[ReadDocument]) -> None:
        """Store a part of a file, and count what is no article, or is one that is not extracted."""
        from hcoop.blocks.language import is_extracted  # noqa: PLC0415 - an ingest may find nothing new

        self.writer.add(file, first, documents)
        known = lexicon.load(self.data)
        languages = [article.columns["language"] for document in documents for article in document.taken]
        self.outcome.without_article += sum(not document.taken for document in documents)
        self.outcome.not_extracted.update(code for code in languages if not is_extracted(code, known))

    def count(self, begun: set[str]) -> None:
        """Count the files of which something was stored."""
        self.outcome.new += len(begun - self.states.keys())
        self.outcome.changed += len(begun & self.states.keys())

    def forget(self, paths: Iterable[str]) -> None:
        """Forget files that are no more."""
        for path in sorted(paths):
            self.writer.remove(path)
            self.outcome.removed += 1
