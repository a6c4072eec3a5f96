"""Damage a store at random bytes: `python tests/faults/damage.py [TIMES] [SEED]`.

Each time some bytes, a page or the end of a store of the gold articles are changed. Then `hcoop check`, or that with
`--thorough`, must tell so, or the store must answer as before; `hcoop ingest --rebuild` must bring back every text that
the damage did not hit, letter by letter, and an ingest of the folder all the others. Prints what was damaged how often,
and what came of it.
"""

import random
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from held import PAGE, contents, pages_of_texts, texts

from hcoop.errors import HcoopError
from hcoop.ingest import ingest
from hcoop.ingest.limits import Limits
from hcoop.ingest.thorough import check_anew
from hcoop.store.verify import verify

PRESS = Path(__file__).parents[1] / "gold" / "practice"
ARTICLES = 30
LIMITS = Limits(timeout=60)
Damage = Callable[[bytearray, random.Random], range]


def letters(data: bytearray, choose: random.Random) -> range:
    """Other bytes in place of some."""
    length = choose.randint(1, 64)
    return _put(data, choose.randrange(len(data) - length), choose.randbytes(length))


def bit(data: bytearray, choose: random.Random) -> range:
    """One bit turned."""
    at = choose.randrange(len(data))
    return _put(data, at, bytes([data[at] ^ 1 << choose.randrange(8)]))


def page(data: bytearray, choose: random.Random) -> range:
    """A page of nothing."""
    return _put(data, choose.randrange(len(data) // PAGE) * PAGE, b"\0" * PAGE)


def header(data: bytearray, choose: random.Random) -> range:
    """Other bytes in the header of the file, but for the version."""
    return _put(data, choose.randrange(52), choose.randbytes(8))


def end(data: bytearray, choose: random.Random) -> range:
    """The last pages cut off, up to a tenth."""
    cut = choose.randint(1, len(data) // 10)
    before = len(data)
    del data[-cut:]
    return range(before - cut, before)


def text(data: bytearray, choose: random.Random) -> range:
    """A letter of an article turned into another."""
    found = data.find(b"hospital", choose.randrange(len(data)))
    return _put(data, found, b"j") if found >= 0 else text(data, choose)


KINDS: tuple[Damage, ...] = (letters, bit, page, header, end, text)


def _put(data: bytearray, at: int, what: bytes) -> range:
    data[at : at + len(what)] = what
    return range(at, at + len(what))


def damaged_once(whole: Path, press: Path, kind: Damage, choose: random.Random, before: str) -> str:
    """Damage a copy of a store in one way and mend it; return what came of it, or raise AssertionError."""
    path = whole.with_name("it.db")
    for left in path.parent.glob("it.db*"):
        left.unlink()
    data = bytearray(whole.read_bytes())
    hit = kind(data, choose)
    path.write_bytes(data)
    told = _told(path)
    same = not told and contents(path) == before
    assert told or same or _told_anew(path), f"{kind.__name__} {hit}: unnoticed"
    spared = {place for place, pages in pages_of_texts(whole).items() if not pages & {at // PAGE + 1 for at in hit}}
    ingest(path, [], rebuild=True, limits=LIMITS)
    assert not verify(path), verify(path)
    now, were = texts(path), texts(whole)
    assert now.items() <= were.items(), f"{kind.__name__} {hit}: a text is not as it was"
    assert spared <= now.keys(), f"{kind.__name__} {hit}: lost {spared - now.keys()}"
    assert told or now == were, f"{kind.__name__} {hit}: a text was lost unnoticed"
    ingest(path, [press], limits=LIMITS)
    assert contents(path) == before, f"{kind.__name__} {hit}: not as before"
    lost = len(were) - len(now)
    state = "told" if told else "harmless" if same else "told by --thorough"
    return f"{state}, {'texts read again' if lost else 'no text lost'}"


def _told(path: Path) -> list[str]:
    try:
        return verify(path)
    except HcoopError as error:
        return [str(error)]


def _told_anew(path: Path) -> list[str]:
    """Return what `hcoop check --thorough` tells."""
    try:
        return list(check_anew(path))
    except HcoopError as error:
        return [str(error)]


def main(times: int, seed: int) -> None:
    """Damage a store in turn in each way, and print how often with what end."""
    choose, count = random.Random(seed), Counter[str]()
    folder = Path(tempfile.mkdtemp(prefix="hcoop-damage-"))
    press = folder / "press"
    press.mkdir()
    for path in sorted(PRESS.rglob("*.txt"))[:ARTICLES]:
        shutil.copy(path, press)
    whole = folder / "whole.db"
    ingest(whole, [press])
    before = contents(whole)
    for number in range(times):
        kind = KINDS[number % len(KINDS)]
        came = damaged_once(whole, press, kind, choose, before)
        count[f"{kind.__name__}: {came}"] += 1
        if number % 50 == 49:
            print(number + 1, flush=True)
    for line, number in sorted(count.items()):
        print(f"{number:5} {line}")
    print(f"damaged {sum(count.values())} times, no whole text lost")


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:]), *(200, 1)[len(sys.argv) - 1 :])
