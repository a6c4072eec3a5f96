"""Several processes at once on one store: `python tests/faults/together.py [ROUNDS]`.

In each round two ingests of two folders begin together, on no store or on one, while two processes ask and two correct.
None may fail or speak of locks, all articles and all corrections must be there, and the store be that of one after the
other. Prints how many commands ran.
"""

import shutil
import sys
import tempfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from held import contents
from running import hcoop

from hcoop.corrections import file
from hcoop.ingest import ingest
from hcoop.store.verify import verify

PRESS = sorted((Path(__file__).parents[1] / "gold" / "practice").rglob("*.txt"))
EACH = 20
ASKED = (
    ("search", "hospital", "--json"),
    ("timeline", "--json"),
    ("summary",),
    ("export", "articles"),
    ("search", "signed", "--events", "--json"),
)
BODIES = ("Ministry of Health", "WHO")
CITIES = ("Hue", "Da Nang", "Hanoi")


def ask(folder: Path, times: int) -> int:
    """Ask one thing after another while others write; each is answered."""
    for number in range(times):
        ran = hcoop(folder, *ASKED[number % len(ASKED)], "--db", "it.db")
        assert ran.status == 0, ran
    return times


def correct(folder: Path, body: str) -> int:
    """Correct one organisation several times."""
    for city in CITIES:
        said = ("--set", f"city={city}", "--by", body)
        ran = hcoop(folder, "correct", body, *said, "--db", "it.db")
        assert ran.status == 0, ran
    return len(CITIES)


def write(folder: Path, press: Path) -> int:
    """Ingest a folder."""
    ran = hcoop(folder, "ingest", str(press), "--db", "it.db")
    assert ran.status == 0, ran
    assert f"ingested: {EACH} new" in ran.out, ran
    return 1


def once(folder: Path, presses: Sequence[Path], there: bool) -> int:
    """Let all of them at one store, which is there before or is not; return how many commands ran."""
    folder.mkdir()
    if there:
        ingest(folder / "it.db", [presses[2]])
    with ThreadPoolExecutor(8) as pool:
        jobs = [pool.submit(write, folder, press) for press in presses[:2]]
        if there:
            jobs += [pool.submit(ask, folder, len(ASKED)) for _ in range(2)]
            jobs += [pool.submit(correct, folder, body) for body in BODIES]
        ran = sum(job.result() for job in jobs)
    assert verify(folder / "it.db") == []
    said = file.read(file.beside(folder / "it.db"))[0]
    assert len(said) == (len(BODIES) * len(CITIES) if there else 0), said
    alone = folder / "alone.db"
    if there:
        shutil.copy(file.beside(folder / "it.db"), file.beside(alone))
    ingest(alone, [*presses[:2], *(presses[2:] if there else ())])
    assert contents(folder / "it.db") == contents(alone), "not the store of one after the other"
    return ran


def main(rounds: int) -> None:
    """Let processes at stores, and print how many commands ran."""
    folder, ran = Path(tempfile.mkdtemp(prefix="hcoop-together-")), 0
    presses = [folder / name for name in ("one", "two", "before")]
    for number, press in enumerate(presses):
        press.mkdir()
        for path in PRESS[number * EACH : (number + 1) * EACH]:
            shutil.copy(path, press)
    for number in range(rounds):
        ran += once(folder / f"round-{number}", presses, there=number % 2 == 0)
    print(f"{rounds} rounds, {ran} commands at once, nothing lost, none refused")


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:]), *(10,)[len(sys.argv) - 1 :])
