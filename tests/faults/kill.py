"""Kill hcoop at random points of its work: `python tests/faults/kill.py [TIMES] [SEED]`.

Each time a process that ingests, corrects, rebuilds or links anew is killed (SIGKILL) after a random part of the time
that the work takes. Then the store must open and be whole, a correction that was acknowledged be in its file, and what
remains to be done, done again, must give the store that is made in one go. Prints what was killed how often.
"""

import json
import os
import random
import shutil
import sqlite3
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from hcoop import resources
from hcoop.correcting import Asked, correction_of
from hcoop.corrections import file
from hcoop.ingest import ingest
from hcoop.ingest.correcting import apply
from hcoop.ingest.limits import Limits
from hcoop.ingest.work import prepare
from hcoop.store.read import Store
from hcoop.store.verify import verify

SEEDS = resources.data_dir() / "articles"
DB = Path("it.db")
PRESS = Path("press")
LIMITS = Limits(timeout=60)
ACKNOWLEDGED = Path("acknowledged")


def contents() -> str:
    """All that the register holds."""
    tables = ("SELECT id, patched, hex(record) FROM articles", "SELECT id, record FROM events",
              "SELECT kind, id, record FROM entities")
    with Store(DB) as store:
        return json.dumps([sorted(map(tuple, store.rows(sql))) for sql in tables], default=bytes.hex)


def first() -> None:
    """The first ingest, of no store."""
    ingest(DB, [PRESS], limits=LIMITS)


def second() -> None:
    """An ingest that finds a file changed, one gone and one new, and links all anew."""
    (PRESS / "again.txt").write_bytes(sorted(SEEDS.iterdir())[0].read_bytes() + b"\nMore is to come.\n")
    (PRESS / sorted(SEEDS.iterdir())[1].name).unlink(missing_ok=True)
    ingest(DB, [PRESS], limits=LIMITS)


def rebuild() -> None:
    """All extracted and linked anew from the texts of the store."""
    ingest(DB, [], rebuild=True, limits=LIMITS)


def correct() -> None:
    """Two corrections, acknowledged one by one."""
    with Store(DB) as store:
        ids = [row["id"] for row in store.rows("SELECT id FROM events ORDER BY id LIMIT 2")]
    for identity in ids:
        with Store(DB) as store:
            asked = Asked("set", "Lan", "2026-11-22", {"date": "2016-01-20"}, None, None)
            correction = correction_of(store, identity, asked, file.beside(DB), None)
        added = file.append(file.beside(DB), correction)
        with ACKNOWLEDGED.open("a") as stream:
            stream.write(f"{added.id}\n")
        apply(DB, file.beside(DB))


WORK: dict[str, Callable[[], None]] = {work.__name__: work for work in (first, second, rebuild, correct)}


def seconds_of(work: Callable[[], None], kill_after: float | None) -> float:
    """Do some work in a process of its own, killed after so many seconds; return how long it took."""
    begun = time.monotonic()
    child = os.fork()
    if child == 0:
        os.setpgrp()
        work()
        os._exit(0)
    while os.waitpid(child, os.WNOHANG) == (0, 0):
        if kill_after is not None and time.monotonic() - begun > kill_after:
            os.kill(child, 9)
            os.waitpid(child, 0)
            break
        time.sleep(0.001)
    return time.monotonic() - begun


def prepare_folder(work: str) -> None:
    """Make what stands before the work."""
    for path in (DB, DB.with_name("it.db-wal"), DB.with_name("it.db-shm"), file.beside(DB), ACKNOWLEDGED):
        path.unlink(missing_ok=True)
    shutil.rmtree(PRESS, ignore_errors=True)
    PRESS.mkdir()
    for path in SEEDS.iterdir():
        (PRESS / path.name).write_bytes(path.read_bytes())
    if work != "first":
        ingest(DB, [PRESS], limits=LIMITS)


def finish(work: str) -> None:
    """Do what a user would do after a crash: the same again; of corrections only their application."""
    if work == "correct":
        apply(DB, file.beside(DB))
    else:
        WORK[work]()


def _is_made() -> bool:
    """Tell whether the tables of a store are there; before them nothing is to lose, and the next ingest goes on."""
    if not DB.exists():
        return False
    with closing(sqlite3.connect(DB)) as connection:
        return bool(connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0])


def killed_once(work: str, after: float) -> None:
    """Kill some work after so many seconds; raise AssertionError if anything was lost."""
    prepare_folder(work)
    seconds_of(WORK[work], after)
    if work != "first" or _is_made():
        assert verify(DB) == [], verify(DB)
    finish(work)
    assert verify(DB) == []
    held = {correction.id for correction in file.read(file.beside(DB))[0]}
    said = set(ACKNOWLEDGED.read_text().split()) if ACKNOWLEDGED.exists() else set()
    assert said <= held, said - held
    found, corrections = contents(), file.beside(DB).read_bytes() if file.beside(DB).exists() else None
    prepare_folder(work)
    if corrections is not None:
        file.beside(DB).write_bytes(corrections)
        apply(DB, file.beside(DB))
    elif work != "correct":
        WORK[work]()
    assert found == contents(), f"{work} killed after {after} s gives another store"


def main(times: int, seed: int) -> None:
    """Kill the kinds of work in turn, and print how often each was killed."""
    choose, count = random.Random(seed), Counter[str]()
    os.chdir(tempfile.mkdtemp(prefix="hcoop-kill-"))
    prepare(None)
    whole = {}
    for name, work in WORK.items():
        prepare_folder(name)
        whole[name] = seconds_of(work, None)
    for number in range(times):
        name = list(WORK)[number % len(WORK)]
        killed_once(name, choose.uniform(0, whole[name]))
        count[name] += 1
        if number % 10 == 9:
            print(dict(count), flush=True)
    print(f"killed {sum(count.values())} times, nothing lost: {dict(count)}")


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:]), *(200, 1)[len(sys.argv) - 1 :])
