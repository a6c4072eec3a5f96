"""Exports depend on the set of articles and corrections alone, not on their order, on batches, or on what was before.

`pytest --orders 200` tries more orders than the usual run.
"""

import io
import random
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from hcoop.correcting import Asked, correction_of
from hcoop.corrections.file import append
from hcoop.ingest.correcting import load
from hcoop.ingest.forms import for_store
from hcoop.ingest.work import Job, work
from hcoop.output import write
from hcoop.query.export import KINDS, export
from hcoop.query.filters import Filter
from hcoop.store.placing import Corrections
from hcoop.store.read import Store
from hcoop.store.taken import FileState
from hcoop.store.write import Writer

HERE = Path(__file__).parent
NOBODY = Corrections()
NAMES = sorted(path.name for path in (HERE / "texts").iterdir())


def pytest_generate_tests(metafunc):
    orders = metafunc.config.getoption("--orders")
    for name, many in (("seed", orders), ("fourth_seed", orders // 4)):
        if name in metafunc.fixturenames:
            metafunc.parametrize(name, range(many))


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


# Who is corrected, found by a word of the title of an event or article, or by name; and how.
SAID = [
    ("event", "Hospices", Asked("set", "Lan", "2021-01-01", {"date": "2017-11-15", "topics": "nursing"})),
    ("event", "Kitakyushu", Asked("keep", "Lan", "2021-01-01")),
    ("event", "Facility", Asked("drop", "Lan", "2021-01-01")),
    ("event", "Hospital – Pusan", Asked("split", "Lan", "2021-01-01", other="nurses back")),
    ("article", "Lyon doctors", Asked("set", "Lan", "2021-01-01", {"published": "2019-11-19"})),
    ("article", "train Da Nang", Asked("merge", "Lan", "2021-01-01", other="Stroke patients")),
    ("organisation", "Kobe University Hospital", Asked("set", "Lan", "2021-01-01", {"name": "Kobe Hospital"})),
    ("person", "Tran Quoc Viet", Asked("merge", "Lan", "2021-01-01", other="Lee Chang-hoon")),
]


def found(store, what, words):
    """Return the first id, by time, of an event or article with words in its title; the name of anyone else."""
    if what not in ("event", "article"):
        return words
    order = "(SELECT count(*) FROM tellings WHERE event = key) DESC, date" if what == "event" else "published"
    sql = f"SELECT id FROM {what}s WHERE instr(title, ?) ORDER BY {order}, id LIMIT 1"
    return store.rows(sql, [words])[0]["id"]


@pytest.fixture(scope="module")
def people(press_store, tmp_path_factory):
    """What people say of the press, and what a store exports that has read all at once and heard them."""
    file = tmp_path_factory.mktemp("people") / "said.yaml"
    with Store(press_store) as store:
        for what, words, asked in SAID:
            other = asked.other and found(store, "article" if asked.action == "split" else what, asked.other)
            append(file, correction_of(store, found(store, what, words), replace(asked, other=other), file))
    corrections, problems = load(file)
    path = file.with_name("press.db")
    shutil.copy(press_store, path)
    with Writer(path, corrections) as writer:
        writer.settle()
        assert (writer.missed(), problems) == ([], [])
    return corrections, exports(path)


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


def put(path, batch, taken, corrections=NOBODY):
    with Writer(path, corrections) as writer:
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


def test_what_people_say_holds_in_any_order(fourth_seed, taken, forgetful, people, tmp_path):
    corrections, told = people
    path = tmp_path / "other.db"
    shutil.copy(forgetful, path)
    chance = random.Random(fourth_seed)
    for batch in batches(chance):
        put(path, batch, taken, corrections if chance.random() < 0.5 else NOBODY)
    put(path, [], taken, corrections)
    assert exports(path) == told


def test_people_are_heard(at_once, people):
    told = {kind for kind in KINDS if at_once[kind] != people[1][kind]}
    assert told >= {"events", "articles", "organisations", "people"}
