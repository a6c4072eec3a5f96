"""The command line in a process of its own, as its users meet it."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

HCOOP = (sys.executable, "-W", "error", "-m", "hcoop")


@dataclass(frozen=True, slots=True)
class Ran:
    """How a command ended, and what it said."""

    status: int
    out: str
    err: str


def hcoop(folder: Path, *arguments: str, before: tuple[str, ...] = ()) -> Ran:
    """Run hcoop in a folder, perhaps by way of another command, and return what came of it.

    Raises AssertionError if it ended in a traceback, or spoke of what only SQLite knows.
    """
    command = [*before, *HCOOP, *arguments]
    ran = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert "Traceback" not in ran.stderr, ran.stderr
    assert "report this as a bug" not in ran.stderr, ran.stderr
    assert "locked" not in ran.stderr, ran.stderr
    return Ran(ran.returncode, ran.stdout, ran.stderr)


def without_rights() -> tuple[str, ...] | None:
    """Return the command by which another runs that may write only where it is allowed to; null if there is none."""
    if os.geteuid():
        return ()
    return ("setpriv", "--bounding-set=-all", "--inh-caps=-all") if shutil.which("setpriv") else None
