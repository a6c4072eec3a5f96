#!/usr/bin/env python3
"""What extraction into a dataset costs, and what a hundred million articles would: the tables of docs/scale.md.

usage: scale.py [--articles 4000] [--folder FOLDER]

Runs in one process, in a pool, and on a scheduler and two workers of Dask on this machine, over generated articles as
JSON lines. What counts is CPU time, of all processes together: the machine may have other work. Linux only.
"""

import argparse
import json
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from performance import corpus, memory
from performance.tables import machine, table

_MANY = 100_000_000
_TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Cost:
    """What a run took: seconds of the clock, of the CPU in all processes, and the most memory of them at a time."""

    name: str
    seconds: float
    cpu: float
    memory: int


def options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=4_000)
    parser.add_argument("--folder", type=Path, default=Path("build/scale"), help="where all is made")
    return parser.parse_args()


def main() -> None:
    chosen = options()
    folder, articles = chosen.folder.resolve(), chosen.articles
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    os.chdir(folder)
    lines = Path("press.jsonl")
    with lines.open("w", encoding="utf-8") as stream:
        stream.writelines(json.dumps({"text": text}, ensure_ascii=False) + "\n" for text in corpus.texts(articles))
    print(machine(), end="\n\n")
    small = "--partition-bytes", "2000000"
    costs = [
        measured("one process", ["extract", lines.name, "--out", "one", "--jobs", "1", *small]),
        measured("a pool of two", ["extract", lines.name, "--out", "pool", "--jobs", "2", *small]),
    ]
    with on_dask() as (address, workers):
        before = sum(map(cpu_of, workers))
        cost = measured("Dask, two workers", ["extract", lines.name, "--out", "dask", "--cluster", address, *small])
        cpu = cost.cpu + sum(map(cpu_of, workers)) - before
        costs.append(Cost(cost.name, cost.seconds, cpu, sum(map(memory.of_family, workers))))
    costs.append(measured("nothing left to do", ["extract", lines.name, "--out", "one", *small]))
    costs.append(measured("ingest --records", ["ingest", "--records", "one", "--db", "press.db"]))
    same = len({tuple(path.read_bytes() for path in sorted(Path(out).iterdir())) for out in ("one", "pool", "dask")})
    print(told(costs, articles), f"The three folders are {'the same' if same == 1 else 'NOT the same'}.\n", sep="\n")
    print(sizes(lines, Path("one"), Path("press.db"), articles))
    print(extrapolated(costs[:3], lines, Path("one"), articles))


def measured(name: str, arguments: Sequence[str]) -> Cost:
    """Run hcoop, and return what it took with all its children."""
    before = os.times()
    seconds, most = memory.run([sys.executable, "-m", "hcoop", *arguments])
    after = os.times()
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    return Cost(name, seconds, cpu, most)


@contextmanager
def on_dask() -> Iterator[tuple[str, list[int]]]:
    """The address of a scheduler, and the processes of its two workers."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    address, quiet = f"tcp://127.0.0.1:{port}", {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    dask = [sys.executable, "-m", "dask"]
    scheduler = [*dask, "scheduler", "--host", "127.0.0.1", "--port", str(port), "--no-dashboard"]
    worker = [*dask, "worker", address, "--nthreads", "1", "--no-dashboard", "--no-nanny"]
    started = [subprocess.Popen(scheduler, **quiet), *(subprocess.Popen(worker, **quiet) for _ in range(2))]
    time.sleep(10)
    try:
        yield address, [process.pid for process in started[1:]]
    finally:
        for process in reversed(started):
            process.terminate()
            process.wait()


def cpu_of(pid: int) -> float:
    """Return the seconds of CPU of a process and its children, those that have ended among them."""
    return sum(_ticks(one) for one in memory.family(pid)) / _TICKS


def _ticks(pid: int) -> int:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return sum(map(int, fields[11:15]))


def told(costs: Sequence[Cost], articles: int) -> str:
    rows = [
        (one.name, f"{one.seconds:.0f} s", f"{one.cpu:.0f} s", f"{one.cpu / articles * 1000:.1f} ms",
         f"{articles / one.cpu:.0f}", f"{one.memory / 1e6:.0f} MB")
        for one in costs
    ]
    headings = ("run", "clock", "CPU", "CPU an article", "articles a CPU second", "memory of all")
    return table(f"{articles:,} articles", headings, rows)


def sizes(lines: Path, out: Path, store: Path, articles: int) -> str:
    made = json.loads((out / "manifest.json").read_text("utf-8"))
    rows = [
        (name, f"{size:,}", f"{size / articles:,.0f}") for name, size in (
            ("JSON lines", lines.stat().st_size), ("Parquet", made["bytes"]),
            ("the manifest", (out / "manifest.json").stat().st_size), ("the store", store.stat().st_size))
    ]
    note = f"{made['events']:,} events in {len(made['partitions'])} partitions."
    return table("Bytes", ("what", "bytes", "an article"), rows, note)


def extrapolated(costs: Sequence[Cost], lines: Path, out: Path, articles: int) -> str:
    """Return what a hundred million articles cost, from the least to the most that some did."""
    made = json.loads((out / "manifest.json").read_text("utf-8"))
    times = _MANY / articles
    seconds = sorted(one.cpu * times for one in costs)
    least, most = seconds[0], seconds[-1]
    read, written = lines.stat().st_size * times, made["bytes"] * times
    partitions = read / (16 * 1024 * 1024)
    entry = (out / "manifest.json").stat().st_size / len(made["partitions"])
    rows = [
        ("CPU", f"{least / 3600:,.0f} to {most / 3600:,.0f} core hours"),
        *((f"on {cores:,} cores", f"{least / 3600 / cores:,.1f} to {most / 3600 / cores:,.1f} hours")
          for cores in (64, 256, 1024)),
        ("read", f"{read / 1e9:,.0f} GB, twice"), ("written", f"{written / 1e9:,.0f} GB of Parquet"),
        ("partitions of 16 MiB",
         f"{partitions:,.0f}, of {least / partitions:,.0f} to {most / partitions:,.0f} s of CPU each"),
        ("the manifest", f"{entry * partitions / 1e6:,.0f} MB"),
    ]
    return table(f"{_MANY:,} articles of {lines.stat().st_size / articles:,.0f} bytes", ("what", "how much"), rows)


if __name__ == "__main__":
    main()
