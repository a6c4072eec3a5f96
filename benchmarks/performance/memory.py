"""The memory of a process and all it started, while it runs."""

import subprocess
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

_PAUSE = 0.2  # seconds between two looks
_PROC = Path("/proc")


def run(command: Sequence[str]) -> tuple[float, int]:
    """Run a command; return its seconds, and the most bytes that it and its children had at one time.

    What processes share is counted once (PSS). Needs Linux; elsewhere the bytes are 0. Raises CalledProcessError.
    """
    start, most = time.perf_counter(), 0
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while process.poll() is None:
        most = max(most, of_family(process.pid))
        time.sleep(_PAUSE)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return time.perf_counter() - start, most


def of_family(pid: int) -> int:
    """Return the bytes that a process and all it started have just now."""
    return sum(map(_bytes, family(pid)))


def family(pid: int) -> Iterator[int]:
    """Yield a process and all it started."""
    yield pid
    for children in (_PROC / str(pid) / "task").glob("*/children"):
        try:
            told = children.read_text()
        except OSError:  # it has ended
            continue
        for child in told.split():
            yield from family(int(child))


def _bytes(pid: int) -> int:
    try:
        lines = (_PROC / str(pid) / "smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:")), 0)
