"""Use a store for long: `python tests/faults/cycles.py [TIMES] [SEED]`.

Each time some files of a folder are changed, some go and some come, and the folder is ingested. Now and then the store
is compared with one made in one go: the same articles, events and ids. Prints the size of both and the time.
"""

import random
import sys
import tempfile
import time
from pathlib import Path

from held import contents

from hcoop.ingest import ingest
from hcoop.store.verify import verify

PRESS = sorted((Path(__file__).parents[1] / "gold" / "practice").rglob("*.txt"))
HELD = 60  # articles that the folder has at first
EACH = 3  # how many files change, go and come each time, at most
LOOKS = 10  # how often the store is looked at


def change(press: Path, choose: random.Random) -> None:
    """Let some files change, some go and some come; a text that went may come again."""
    here = sorted(path.name for path in press.iterdir())
    away = sorted({path.name for path in PRESS} - set(here))
    originals = {path.name: path.read_bytes() for path in PRESS}
    for name in choose.sample(here, choose.randint(0, EACH)):
        (press / name).write_bytes(originals[name] + f"\n\nMore is to come, the {choose.randrange(99)}th.\n".encode())
    for name in choose.sample(here, choose.randint(0, EACH)):
        (press / name).unlink()
    for name in choose.sample(away, min(len(away), choose.randint(0, EACH + (len(here) < HELD) - (len(here) > HELD)))):
        (press / name).write_bytes(originals[name])


def look(folder: Path, press: Path) -> tuple[int, int]:
    """Compare a store with one made in one go; return the bytes of both. Raises AssertionError if they differ."""
    used, fresh = folder / "used.db", folder / "fresh.db"
    fresh.unlink(missing_ok=True)
    ingest(fresh, [press])
    assert verify(used) == []
    assert contents(used) == contents(fresh), "not the store that is made in one go"
    return used.stat().st_size, fresh.stat().st_size


def main(times: int, seed: int) -> None:
    """Ingest a folder again and again, and print a line now and then."""
    choose, folder = random.Random(seed), Path(tempfile.mkdtemp(prefix="hcoop-cycles-"))
    press = folder / "press"
    press.mkdir()
    for path in PRESS[:HELD]:
        (press / path.name).write_bytes(path.read_bytes())
    ingest(folder / "used.db", [press])
    begun, taken = 0.0, 0.0
    print("cycles, bytes, bytes when made in one go, milliseconds of processor a cycle")
    for number in range(1, times + 1):
        change(press, choose)
        begun = time.process_time()  # what the machine does besides does not count
        outcome = ingest(folder / "used.db", [press])
        taken += time.process_time() - begun
        assert not outcome.rejected
        if number % (max(times // LOOKS, 1)) == 0:
            size, fresh = look(folder, press)
            print(f"{number:6,} {size:11,} {fresh:11,} {1000 * taken / max(times // LOOKS, 1):6.0f}", flush=True)
            taken = 0.0


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:]), *(1000, 1)[len(sys.argv) - 1 :])
