"""Commands timed by turns: whole processes, each as often as the others, so that a busy machine is busy for all."""

import resource
import statistics
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cost:
    """What a run took: seconds by the clock, and seconds of all its processes on a core."""

    wall: float
    cpu: float


def run(command: Sequence[str]) -> Cost:
    """Run a command to its end. Raises CalledProcessError if it fails."""
    before, start = _children(), time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return Cost(time.perf_counter() - start, _children() - before)


def by_turns(commands: Mapping[str, Sequence[str]], rounds: int) -> dict[str, Cost]:
    """Run each command once a round, after a round that warms the caches; return the medians by name."""
    costs: dict[str, list[Cost]] = {name: [] for name in commands}
    for round_ in range(rounds + 1):
        for name, command in commands.items():
            cost = run(command)
            if round_:
                costs[name].append(cost)
    return {name: median(found) for name, found in costs.items()}


def median(costs: Sequence[Cost]) -> Cost:
    """Return the medians of the two measures."""
    return Cost(statistics.median(c.wall for c in costs), statistics.median(c.cpu for c in costs))


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)  # in microseconds, where os.times() counts hundredths
    return used.ru_utime + used.ru_stime
