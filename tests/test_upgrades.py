"""Stores of every version that there was are brought up to date, with all that they hold, and kept as they were."""

import gzip
import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

import toy
from hcoop.errors import HcoopError
from hcoop.ingest import ingest
from hcoop.store.read import Store
from hcoop.store.tables import OLDEST, VERSION
from hcoop.store.verify import verify
from hcoop.store.write import Writer

# What each version of hcoop made of the toy articles, but for most of the names that it knew beforehand.
STORES = Path(__file__).parent / "stores"
pytestmark = pytest.mark.usefixtures("toy_extraction")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "old.db"


def put(path: Path, version: int) -> bytes:
    content = gzip.decompress((STORES / f"{version}.db.gz").read_bytes())
    path.write_bytes(content)
    return content


def held(path: Path) -> dict[str, set[str]]:
    """What a store is asked for, by the ids that do not depend on where its files were."""
    with Store(path) as store:
        told = {table: {row["id"] for row in store.rows(f"SELECT id FROM {table}")} for table in ("articles", "events")}
        return {**told, "texts": {row["text"] for row in store.rows("SELECT text FROM documents")}}


def shape(path: Path) -> set[tuple[str, ...]]:
    with Store(path) as store:
        return {tuple(row) for row in store.rows("SELECT type, name, tbl_name FROM sqlite_master")}


def test_there_is_a_store_of_each_version():
    assert {int(file.name.split(".")[0]) for file in STORES.glob("*.gz")} >= set(range(1, VERSION + 1))


@pytest.mark.parametrize("version", range(OLDEST, VERSION))
def test_an_older_store_is_brought_up_to_date_and_kept(version, path, toy_store, run):
    before = put(path, version)
    with pytest.raises(HcoopError, match="older hcoop") as raised:
        Store(path)
    assert "hcoop ingest" in raised.value.hint
    assert path.read_bytes() == before
    kept = path.with_name(f"old.db.version-{version}")
    ran = run("ingest", str(path.parent), "--db", str(path))
    assert (ran.status, "5 extracted again" in ran.out, str(kept) in ran.err) == (0, True, True)
    assert (held(path), shape(path), verify(path)) == (held(toy_store), shape(toy_store), [])
    with closing(sqlite3.connect(kept)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (version,)
        assert connection.execute("SELECT count(*) FROM documents").fetchone() == (5,)


def test_records_of_articles_are_packed_as_they_were(path):
    put(path, 6)
    with closing(sqlite3.connect(path)) as connection:
        before = connection.execute("SELECT key, record FROM articles").fetchall()
        told = connection.execute("SELECT * FROM articles_view ORDER BY id").fetchall()
    Writer(path).connection.close()
    with Store(path) as store:
        assert {key: store.article(key)[0] for key, _ in before} == {key: json.loads(record) for key, record in before}
        assert [tuple(row) for row in store.rows("SELECT * FROM articles_view ORDER BY id")] == told


@pytest.mark.parametrize("version", range(1, OLDEST))
def test_one_that_is_too_old_is_made_anew_from_its_texts(version, path, toy_store, run):
    before = put(path, version)
    ran = run("ingest", str(path.parent), "--db", str(path))
    assert (ran.status, "--rebuild" in ran.err, path.read_bytes()) == (1, True, before)
    ran = run("ingest", "--rebuild", "--db", str(path))
    assert (ran.status, "from the 5 texts" in ran.err) == (0, True)
    assert (held(path), shape(path), verify(path)) == (held(toy_store), shape(toy_store), [])
    assert path.with_name("old.db.damaged").read_bytes() == before


def test_a_store_of_this_version_is_opened_as_it_is(path):
    put(path, VERSION)
    assert ingest(path, [toy.ARTICLES]).backup is None
    assert verify(path) == []


@pytest.mark.parametrize("command", ["search hospital", "ingest {}", "ingest --rebuild", "check", "correct x --drop"])
def test_a_newer_store_is_refused_and_left_alone(command, path, run):
    put(path, VERSION)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    before = path.read_bytes()
    ran = run(*command.format(toy.ARTICLES).split(), "--db", str(path))
    assert (ran.status, "written by a newer hcoop" in ran.err, "upgrade hcoop" in ran.err) == (1, True, True)
    assert path.read_bytes() == before
    assert [left.name for left in path.parent.iterdir()] == ["old.db"]


def test_a_store_that_cannot_be_brought_up_to_date_stays_as_it_was(path):
    put(path, OLDEST)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE codes (mine TEXT)")
    before = path.read_bytes()
    with pytest.raises(sqlite3.OperationalError, match="codes already exists"):
        Writer(path)
    assert path.read_bytes() == before
