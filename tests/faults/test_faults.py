"""A few of the faults that the scripts beside throw by the hundred, and folders that may not be written."""

import os
import random
import shutil
from pathlib import Path

import damage
import pytest
import running
import together
from held import contents
from running import hcoop

from hcoop import resources
from hcoop.ingest import ingest
from hcoop.store.verify import verify

SEEDS = resources.data_dir() / "articles"


@pytest.fixture(scope="module")
def seeds(tmp_path_factory):
    folder = tmp_path_factory.mktemp("seeds")
    ingest(folder / "whole.db", [SEEDS])
    return folder / "whole.db"


@pytest.mark.slow
@pytest.mark.parametrize("kind", damage.KINDS, ids=lambda kind: kind.__name__)
def test_a_damaged_store_is_mended(kind, seeds):
    damage.damaged_once(seeds, SEEDS, kind, random.Random(7), contents(seeds))


@pytest.mark.slow
def test_processes_at_once_lose_nothing(tmp_path):
    presses = [tmp_path / name for name in ("one", "two", "before")]
    for number, press in enumerate(presses):
        press.mkdir()
        for path in together.PRESS[number * together.EACH : (number + 1) * together.EACH]:
            shutil.copy(path, press)
    assert together.once(tmp_path / "round", presses, there=True) > 10


COMMANDS = {
    "search hospital": 0,
    "timeline": 0,
    "check": 0,
    "export events": 0,
    "ingest press": 1,
    "ingest --rebuild": 1,
    "correct IRCAD --set kind=agency --by Lan": 1,
    "report report.html": 1,
}


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "geteuid") or running.without_rights() is None, reason="all may be written here")
def test_a_folder_that_may_not_be_written_is_read_all_the_same(seeds, tmp_path):
    folder = tmp_path / "it"
    folder.mkdir()
    shutil.copy(seeds, folder / "hcoop.db")
    (folder / "press").mkdir()
    (folder / "press" / "new.txt").write_bytes(min(SEEDS.iterdir()).read_bytes() + b"\nMore is to come.\n")
    before = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    for path in (*folder.iterdir(), folder):
        path.chmod(0o555)
    try:
        ran = {command: hcoop(folder, *command.split(), before=running.without_rights()) for command in COMMANDS}
    finally:
        folder.chmod(0o755)
    assert {command: one.status for command, one in ran.items()} == COMMANDS
    for command, status in COMMANDS.items():
        assert not status or ("hcoop: error: " in ran[command].err and "permission" in ran[command].err), ran[command]
    assert {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()} == before
    assert verify(folder / "hcoop.db") == []


def test_a_store_with_no_whole_text_is_left_alone(tmp_path, run):
    path = tmp_path / "it.db"
    path.write_bytes(b"SQLite format 3\0" + bytes(100_000))
    before = path.read_bytes()
    ran = run("ingest", "--rebuild", "--db", str(path))
    assert ran.status == 1
    assert [left.name for left in Path(tmp_path).iterdir()] == ["it.db"]
    assert path.read_bytes() == before


def test_what_is_damaged_is_told_and_brought_back(seeds, tmp_path, run):
    path, data = tmp_path / "it.db", bytearray(seeds.read_bytes())
    damage.text(data, random.Random(7))
    path.write_bytes(data)
    assert run("check", "--db", str(path)).status == 1
    ran = run("ingest", "--rebuild", "--db", str(path))
    assert "the store was made anew" in ran.err
    assert path.with_name("it.db.damaged").read_bytes() == data
    assert run("ingest", str(SEEDS), "--db", str(path)).status == 0
    assert contents(path) == contents(seeds)
