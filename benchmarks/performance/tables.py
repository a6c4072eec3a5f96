"""Tables in Markdown, and what is told of the machine."""

import os
import platform
import sqlite3
import subprocess
from collections.abc import Sequence
from pathlib import Path

Row = Sequence[object]


def table(title: str, headings: Sequence[str], rows: Sequence[Row], note: str = "") -> str:
    """Return a table with its title and a note below it."""
    lines = [f"| {' | '.join(map(str, row))} |" for row in (headings, ["---"] * len(headings), *rows)]
    return "\n".join([f"### {title}", "", *lines, *(["", note] if note else []), ""])


def times(seconds: float) -> str:
    """Return seconds as people read them."""
    return f"{seconds * 1000:.0f} ms" if seconds < 10 else f"{seconds:.0f} s"


def ratio(one: float, other: float) -> str:
    """Return how many times one is as much as the other."""
    return f"{one / other:.2f}" if other else "-"


def machine() -> str:
    """Return what the figures were measured on."""
    busy = f", load {os.getloadavg()[0]:.1f} at the beginning" if hasattr(os, "getloadavg") else ""
    return (f"{_processor()}, {os.cpu_count()} cores, {platform.system()}; Python {platform.python_version()}, "
            f"SQLite {sqlite3.sqlite_version}{busy}.")


def first_line(command: Sequence[str]) -> str:
    """Return the first line that a command prints."""
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()[0]


def _processor() -> str:
    told = Path("/proc/cpuinfo")
    lines = told.read_text().splitlines() if told.is_file() else []
    return next((line.partition(": ")[2] for line in lines if line.startswith("model name")), platform.processor())
