"""Let the disk run full at random points: `python tests/faults/full.py [TIMES] [SEED]`; needs the right to mount.

Each time a file system in memory has a random part of the room that some work needs. What then fails must say so in one
line with what to do, and leave the store as it was; with room made, the same work must give what it gives at once.
"""

import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from held import contents
from running import Ran, hcoop

from hcoop import resources
from hcoop.store.verify import verify

SEEDS = sorted((resources.data_dir() / "articles").iterdir())
MEGABYTE = 1_000_000
ROOM = 64 * MEGABYTE
WORK: dict[str, tuple[str, ...]] = {
    "first": ("ingest", "press", "--db", "it.db"),
    "second": ("ingest", "press", "--db", "it.db"),
    "rebuild": ("ingest", "--rebuild", "--db", "it.db"),
    "correct": ("correct", "IRCAD", "--set", "kind=agency", "--by", "Lan", "--db", "it.db"),
    "report": ("report", "it.html", "--db", "it.db"),
    "export": ("export", "articles", "--output", "it.jsonl", "--db", "it.db"),
}


@contextmanager
def disk(folder: Path) -> Iterator[Path]:
    """Give a folder on a file system of its own, in memory."""
    folder.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={ROOM}", "tmpfs", folder], check=True)
    try:
        yield folder
    finally:
        subprocess.run(["umount", folder], check=True)


def prepare(folder: Path, work: str) -> None:
    """Make what stands before some work."""
    for path in folder.iterdir():
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    (folder / "press").mkdir()
    for path in SEEDS:
        shutil.copy(path, folder / "press")
    if work != "first":
        assert hcoop(folder, *WORK["first"]).status == 0
    if work == "second":
        (folder / "press" / SEEDS[0].name).unlink()
        (folder / "press" / "again.txt").write_bytes(SEEDS[0].read_bytes() + b"\nMore is to come.\n")


def leave(folder: Path, room: int) -> None:
    """Fill the disk but for so many bytes."""
    state = os.statvfs(folder)
    with (folder / "filler").open("wb") as stream:
        os.posix_fallocate(stream.fileno(), 0, max(1, state.f_bavail * state.f_frsize - room))


def filled_once(folder: Path, work: str, room: int, wanted: str) -> str:
    """Do some work with so much room, then with enough; return how the first ended."""
    prepare(folder, work)
    before = contents(folder / "it.db") if work != "first" else ""
    leave(folder, room)
    ran = hcoop(folder, *WORK[work])
    files = {path.name for path in folder.iterdir()}
    (folder / "filler").unlink()
    now = contents(folder / "it.db") if work != "first" or (folder / "it.db").exists() else ""
    assert ran.status in (0, 1), ran
    if ran.status:
        assert _is_clear(ran), ran.err
        assert now == before, f"{work} with {room} bytes has changed the store"
        assert not {name for name in files if name.endswith((".part", ".new", ".html", ".jsonl"))}, files
        held = "corrected:" in ran.out  # what is acknowledged is in the file, and applied by the next ingest
        assert hcoop(folder, *WORK["second" if held else work]).status == 0
    assert not (folder / "it.db").exists() or verify(folder / "it.db") == []
    assert _state(folder) == wanted, f"{work} with {room} bytes, then enough, gives another store"
    return "refused" if ran.status else "done"


def _is_clear(ran: Ran) -> bool:
    said, *hints = ran.err.splitlines()
    return said.startswith("hcoop: error: ") and len(hints) == 1 and "disk" in hints[0]


def _state(folder: Path) -> str:
    corrections = folder / "it.corrections.yaml"
    held = contents(folder / "it.db") if (folder / "it.db").exists() else ""
    return held + (corrections.read_text("utf-8") if corrections.exists() else "")


def _need(folder: Path, work: str) -> tuple[int, str]:
    """Return how many bytes some work takes at most, about, and the store that it gives."""
    prepare(folder, work)
    assert hcoop(folder, *WORK[work]).status == 0
    size = sum(path.stat().st_size for path in folder.iterdir() if path.is_file())
    return 2 * size, _state(folder)


def main(times: int, seed: int) -> None:
    """Let each kind of work run out of room in turn, and print how often it was refused."""
    choose, count = random.Random(seed), Counter[str]()
    with disk(Path(tempfile.mkdtemp(prefix="hcoop-full-")) / "disk") as folder:
        needs = {work: _need(folder, work) for work in WORK}
        for number in range(times):
            work = list(WORK)[number % len(WORK)]
            need, wanted = needs[work]
            count[f"{work} {filled_once(folder, work, int(need * choose.random() ** 3), wanted)}"] += 1
    print(f"{sum(count.values())} times, nothing lost: {dict(sorted(count.items()))}")


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:]), *(60, 1)[len(sys.argv) - 1 :])
