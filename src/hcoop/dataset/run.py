"""Extraction into a dataset: what is not done yet, in one process, in several, or on a cluster."""

import os
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from hcoop.dataset import manifest, task
from hcoop.dataset.counting import counted
from hcoop.dataset.executors import Executor, executor
from hcoop.dataset.inputs import find
from hcoop.dataset.manifest import Finished, Manifest
from hcoop.dataset.partitions import TARGET, Partition, is_cut, partitions
from hcoop.dataset.storage import Folder
from hcoop.errors import HcoopError
from hcoop.extras import need
from hcoop.ingest.limits import NO_LIMITS, Limits
from hcoop.ingest.version import fingerprint

Progress = Callable[[int, int], None]


@dataclass(slots=True)
class Outcome:
    """What an extraction did: partitions in all, and those that were finished before; `counts` are of all that are now.

    `missing` are inputs that are not there, `failed` partitions that could not be worked, `rejected` documents that
    were set aside.
    """

    partitions: int = 0
    before: int = 0
    counts: Counter[str] = field(default_factory=Counter)
    missing: list[HcoopError] = field(default_factory=list)
    failed: list[HcoopError] = field(default_factory=list)
    rejected: list[HcoopError] = field(default_factory=list)


def extract_into(
    names: Sequence[str],
    out: str,
    *,
    cluster: str | None = None,
    processes: int | None = None,
    data: Path | None = None,
    limits: Limits = NO_LIMITS,
    target: int | None = None,
    retry: bool = False,
    allow_private: bool = False,
    progress: Progress = lambda done, total: None,
) -> Outcome:
    """Extract what paths and addresses name into the folder `out`, in partitions of about `target` bytes of input.

    What is finished there stays, unless its inputs or what extracts have changed; with `retry`, unless any of its
    documents was rejected. `cluster` is the address of a scheduler of Dask. Raises HcoopError if the folder holds
    something else, or the cluster cannot work.
    """
    need("pyarrow", "cluster")
    folder, outcome = Folder(out), Outcome()
    before = _read(folder)
    known = before or Manifest("", TARGET)
    inputs = list(find(names, outcome.missing.append, allow_private=allow_private))
    if not inputs:
        return outcome
    data = _shared(data)
    made_by = fingerprint(data)
    number = 1 if cluster else processes
    settings = task.Settings(folder.address, made_by, limits, data, number, apart=bool(cluster), anew=retry)
    with closing(executor(cluster)) as work:
        now = Manifest(made_by, target or known.target)
        now.lines = counted(inputs, now.target, known.lines if known.target == now.target else {}, work, outcome.failed)
        every = [found for found in inputs if not is_cut(found, now.target) or found in now.lines]
        wanted = list(partitions(every, now.target, now.lines, (made_by, limits.max_bytes)))
        now.partitions = _finished(folder, known, wanted)
        _Round(folder, now, wanted, outcome, progress).work(work, settings, retry=retry)
    return outcome


@dataclass(slots=True)
class _Round:
    """The partitions that are wanted, and the manifest on its way."""

    folder: Folder
    now: Manifest
    wanted: list[Partition]
    outcome: Outcome
    progress: Progress

    def work(self, work: Executor, settings: task.Settings, *, retry: bool) -> None:
        done = self.now.partitions
        todo = [one for one in self.wanted if one.key not in done or (retry and done[one.key].rejected)]
        self.outcome.partitions, self.outcome.before = len(self.wanted), len(self.wanted) - len(todo)
        self.now.write(self.folder)  # what is begun can be told from a folder of something else
        try:
            for partition, result in work.each(partial(task.work, settings=settings), todo):
                self.take(partition, result)
            self.now.complete = not (self.outcome.missing or self.outcome.failed)
        finally:
            self.now.partitions = {one.key: done[one.key] for one in self.wanted if one.key in done}
            self.now.write(self.folder)
        if self.now.complete:
            self.tidy()
        self.tell()

    def take(self, partition: Partition, result: Finished | Exception) -> None:
        if isinstance(result, Exception):
            first = partition.pieces[0].input.name
            told = f"the partition that begins with {first} failed ({type(result).__name__}: {result})"
            self.outcome.failed.append(HcoopError(told, hint="run the command again: what is done stays done"))
            return
        if self.folder.lacks(partition.file):
            raise HcoopError(
                f"what the workers write is not in {self.folder.address}",
                hint="give --out a folder that all machines see, or an address such as s3://bucket/folder",
            )
        self.now.partitions[partition.key] = result
        self.progress(len(self.now.partitions), len(self.wanted))

    def tidy(self) -> None:
        """Remove the rows of partitions that are no more, and what a process left that was killed while it wrote."""
        kept = {one.file for one in self.wanted}
        self.folder.remove(
            name for name in sorted(self.folder.names() - kept) if name.startswith(("part-", ".part-", ".manifest"))
        )

    def tell(self) -> None:
        for one in self.now.partitions.values():
            self.outcome.rejected += [HcoopError(message, hint) for message, hint in one.rejected]
            self.outcome.counts.update(articles=one.articles, events=one.events, without_article=one.without_article)


def _read(folder: Folder) -> Manifest | None:
    known = manifest.read(folder)
    if known is None and any(not name.startswith(".") for name in folder.names()):
        raise HcoopError(f"{folder.address} holds something else", hint="give --out a new folder")
    return known


def _shared(data: Path | None) -> Path | None:
    """Return the data folder as every machine is to find it; nothing for the one that hcoop brings."""
    asked = data or os.environ.get("HCOOP_DATA")
    return Path(asked).resolve() if asked else None


def _finished(folder: Folder, known: Manifest, wanted: Iterable[Partition]) -> dict[str, Finished]:
    """Return what is finished of the partitions: those whose rows are there, told by the manifest or by themselves."""
    there, found = folder.names(), {}
    for one in wanted:
        if one.file in there:
            done = known.partitions.get(one.key) or manifest.recovered(folder, one.file)
            if done:
                found[one.key] = done
    return found
