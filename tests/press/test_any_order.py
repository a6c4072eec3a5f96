"""Exports depend on the set of articles and corrections alone, not on their order, on batches, or on what was before.

`pytest --orders 200` tries more orders than the usual run.
"""

import io
import random
import shutil
from pathlib import Path

import pytest

from hcoop.ingest.work import Job, for_store, work
from hcoop.output import write
from hcoop.query.export import KINDS, export
from hcoop.query.filters import Filter
from hcoop.store.read import Store
from hcoop.store.write import FileState, Writer

HERE = Path(__file__).parent
NAMES = sorted(path.name for path in (HERE / "texts").iterdir())


def pytest_generate_tests(metafunc):
    if "seed" in metafunc.fixturenames:
        metafunc.parametrize("seed", range(metafunc.config.getoption("--orders")))


@pytest.fixture(scope="module")
def taken():
    """What is taken from each text, by its name."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(HERE)
        return {name: work(Job(f"texts/{name}"), for_store).results[0] for name in NAMES}


@pytest.fixture(scope="module")
def forgetful(press_store, tmp_path_factory):
    """A store that held all of the press, and has forgotten it."""
    path = tmp_path_factory.mktemp("forgetful") / "press.db"
    shutil.copy(press_store, path)
    with Writer(path) as writer:
        for file in writer.states():
            writer.remove(file)
    return path


def exports(path):
    """All that a store exports, by kind."""
    told = {}
    with Store(path) as store:
        for kind in KINDS:
            stream = io.StringIO()
            write(export(store, kind, Filter()), stream, "jsonl")
            told[kind] = stream.getvalue()
    return told


@pytest.fixture(scope="module")
def at_once(press_store):
    """What a store exports that has read all at once."""
    return exports(press_store)


def batches(chance):
    """Yield batches of (file, text): each text comes in the end; some come before, as another or to go again."""
    order = chance.sample(NAMES, len(NAMES))
    while order:
        some = chance.randint(1, 6)
        batch, order = order[:some], order[some:]
        if chance.random() < 0.5:
            yield [(name, chance.choice([*NAMES, None])) for name in chance.sample(NAMES, 3)]
        yield [(name, name) for name in batch]
    yield [(name, name) for name in chance.sample(NAMES, len(NAMES))]


def put(path, batch, taken):
    with Writer(path) as writer:
        for file, text in batch:
            writer.remove(file)
            if text:
                writer.begin(FileState(file, 0, 0, ""))
                writer.add(file, 0, [taken[text]])


def test_any_order_in_any_batches_gives_the_same_exports(seed, taken, forgetful, at_once, tmp_path):
    path = tmp_path / "other.db"
    shutil.copy(forgetful, path)
    for batch in batches(random.Random(seed)):
        put(path, batch, taken)
    assert exports(path) == at_once
