"""What it costs to bring files into the store: time, memory and bytes."""

import os
import shutil
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from performance import memory, timing
from performance.corpus import article
from performance.tables import table, times

_WHOLE = "Extraction, validation, linking and indexes; memory that processes share is counted once."
_WALK = "import os, sys\nfor f, _, names in os.walk(sys.argv[1]):\n for name in names: os.stat(f + '/' + name)"


@dataclass(frozen=True, slots=True)
class Ingest:
    """One ingest of so many articles by so many processes: seconds, bytes of memory, bytes of the store to text."""

    articles: int
    jobs: int
    seconds: float
    memory: int
    stored: float


def ingest(corpus: Path, articles: int, store: Path, jobs: int) -> Ingest:
    """Ingest a folder of articles into a new store."""
    for old in store.parent.glob(store.name + "*"):
        old.unlink()
    seconds, most = memory.run(_command(corpus, store, jobs))
    text = sum(path.stat().st_size for path in corpus.rglob("*.txt"))
    return Ingest(articles, jobs, seconds, most, store.stat().st_size / text)


def whole(done: Sequence[Ingest]) -> str:
    """Return the table of whole ingests."""
    rows = [(f"{i.articles:,}", i.jobs, times(i.seconds), f"{i.articles / i.seconds:.0f}", f"{i.memory / 1e6:.0f} MB",
             f"{i.stored:.1f}") for i in done]
    headings = ("articles", "processes", "time", "articles a second", "memory of all", "store / text")
    return table("Ingest", headings, rows, " ".join([_WHOLE, *_ratios(done)]))


def _ratios(done: Sequence[Ingest]) -> Iterator[str]:
    """Yield how the time depends on the processes and on the articles."""
    for one, other in pairwise(done):
        if one.articles == other.articles:
            yield f"{other.jobs} processes are {one.seconds / other.seconds:.2f} times as fast as {one.jobs}."
        elif one.jobs == other.jobs:
            more = f"{other.articles / one.articles:.0f} times as many articles"
            yield f"{more} take {other.seconds / one.seconds:.1f} times as long."


def again(corpus: Path, store: Path, articles: int, rounds: int) -> str:
    """Return the table of ingests that find nothing new, or one changed file."""
    first = next(corpus.rglob("*.txt"))
    costs = timing.by_turns({"bare walk": [sys.executable, "-c", _WALK, str(corpus)],
                             "start-up": [sys.executable, "-m", "hcoop", "--version"],
                             "unchanged": _command(corpus, store, None)}, rounds)
    rows = [(name, times(cost.wall), times(cost.cpu)) for name, cost in costs.items()]
    changed = list(_changed(first, _command(corpus, store, None), rounds))
    rows.append(("one file changed", *map(times, (timing.median(changed).wall, timing.median(changed).cpu))))
    more = list(_more(corpus, articles, _command(corpus, store, None), rounds))
    rows.append(("one file more", *map(times, (timing.median(more).wall, timing.median(more).cpu))))
    note = f"{articles:,} articles; medians of {rounds} runs by turns."
    return table("Ingest again", ("what", "wall", "CPU"), rows, note)


def _changed(path: Path, command: Sequence[str], rounds: int) -> Iterator[timing.Cost]:
    for number in range(rounds):
        path.write_text(path.read_text("utf-8") + f"\nThe hospital has {number + 2} gardens.\n", "utf-8")
        os.utime(path, (time.time(), time.time() + number))
        yield timing.run(command)


def _more(folder: Path, articles: int, command: Sequence[str], rounds: int) -> Iterator[timing.Cost]:
    for number in range(articles, articles + rounds):
        path = folder / "more" / f"{number:07}.txt"
        path.parent.mkdir(exist_ok=True)
        path.write_text(article(number), "utf-8")
        yield timing.run(command)
    shutil.rmtree(folder / "more")
    timing.run(command)


def _command(corpus: Path, store: Path, jobs: int | None) -> list[str]:
    some = ["--jobs", str(jobs)] if jobs else []
    return [sys.executable, "-m", "hcoop", "ingest", str(corpus), "--db", str(store), *some]
