"""The store: opened without harm, written whole or not at all, checked."""

import sqlite3
from pathlib import Path

import pytest

from hcoop.errors import HcoopError
from hcoop.ingest import ingest
from hcoop.ingest.thorough import check_anew
from hcoop.store.connection import unmake
from hcoop.store.faults import hint_of
from hcoop.store.read import Store
from hcoop.store.tables import APPLICATION_ID, OLDEST, VERSION
from hcoop.store.taken import FileState, ReadDocument
from hcoop.store.verify import verify
from hcoop.store.write import Writer


def test_it_is_marked_as_a_store_of_this_version(store):
    assert store.count("PRAGMA application_id") == APPLICATION_ID
    assert store.count("PRAGMA user_version") == VERSION


def test_every_table_is_strict(store):
    tables = store.rows(
        "SELECT name, strict FROM pragma_table_list WHERE type = 'table' AND schema = 'main' "
        "AND name NOT LIKE 'sqlite%' AND name NOT LIKE '%fts%'"
    )
    assert tables
    assert all(table["strict"] for table in tables)


def test_a_reader_cannot_write(store):
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        store.rows("DELETE FROM files")


def test_reading_makes_no_store(tmp_path):
    with pytest.raises(HcoopError, match="no store") as raised:
        Store(tmp_path / "none.db")
    assert "hcoop ingest" in raised.value.hint
    assert not list(tmp_path.iterdir())


def test_reading_leaves_nothing_beside_the_store(tmp_path, toy_store):
    path = tmp_path / "it.db"
    path.write_bytes(toy_store.read_bytes())
    with Store(path) as store:
        assert store.count("SELECT count(*) FROM articles") == 5
    assert [found.name for found in tmp_path.iterdir()] == ["it.db"]


def test_a_reader_sees_the_store_as_it_was_while_another_writes(tmp_path):
    path = tmp_path / "it.db"
    with Writer(path) as writer:
        writer.begin(FileState("/a.txt", 1, 1, "00"))
    with Writer(path) as writer:
        writer.begin(FileState("/b.txt", 1, 1, "00"))
        with Store(path) as store:
            assert store.count("SELECT count(*) FROM files") == 1


def make_foreign(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE other (value)")
    connection.close()


def make_of_version(path: Path, version: int) -> None:
    with Writer(path) as writer:
        writer.connection.execute("COMMIT")
        writer.connection.execute(f"PRAGMA user_version = {version}")
        writer.connection.execute("BEGIN")


def make_cut(path: Path) -> None:
    make_of_version(path, VERSION)
    path.write_bytes(path.read_bytes()[:4096])


NOT_READ = {
    "text": (
        lambda path: path.write_text("no database at all, but long enough to be asked for its header" * 10),
        "not an hcoop store",
    ),
    "empty": (lambda path: path.write_bytes(b""), "not an hcoop store"),
    "another program's": (make_foreign, "not an hcoop store"),
    "newer": (lambda path: make_of_version(path, VERSION + 1), "newer hcoop"),
    "older": (lambda path: make_of_version(path, OLDEST - 1), "older hcoop"),
    "cut off": (make_cut, "malformed"),
}


@pytest.mark.parametrize("kind", NOT_READ)
def test_what_is_no_store_is_refused_and_left_alone(kind, tmp_path):
    make, message = NOT_READ[kind]
    path = tmp_path / "it.db"
    make(path)
    before = path.read_bytes()
    with pytest.raises(HcoopError, match=message):
        Store(path)
    if kind != "empty":  # an empty file may become a store
        with pytest.raises(HcoopError, match=message):
            Writer(path)
    assert path.read_bytes() == before


def remove_and_fail(path: Path) -> None:
    with Writer(path) as writer:
        writer.remove("/a.txt")
        raise RuntimeError


def test_a_failure_leaves_the_store_as_it_was(tmp_path):
    path = tmp_path / "it.db"
    with Writer(path) as writer:
        writer.begin(FileState("/a.txt", 1, 1, "00"))
    with pytest.raises(RuntimeError):
        remove_and_fail(path)
    with Store(path) as store:
        assert store.count("SELECT count(*) FROM files") == 1


def test_a_sound_store_has_no_problem(toy_store):
    assert verify(toy_store) == []


def test_a_store_that_may_not_be_written_is_checked_all_the_same(toy_store, monkeypatch):
    def refuse(path: Path) -> None:
        raise HcoopError(f"{path}: attempt to write a readonly database")

    monkeypatch.setattr("hcoop.store.verify.open_writing", refuse)
    assert verify(toy_store) == []


HINTS = {
    "SQLITE_READONLY_DIRECTORY": "permission to write",
    "SQLITE_CANTOPEN": "permissions",
    "SQLITE_BUSY": "wait until",
    "SQLITE_FULL": "room on the disk",
    "SQLITE_CORRUPT_VTAB": "--rebuild",
    "SQLITE_ERROR": "--rebuild",
}


@pytest.mark.parametrize("name", HINTS)
def test_an_error_of_sqlite_comes_with_what_to_do(name):
    error = sqlite3.OperationalError("it failed")
    error.sqlite_errorname = name
    assert HINTS[name] in hint_of(error)


DAMAGE = {
    "DELETE FROM articles_fts WHERE rowid = 1": "articles_fts lacks 1",
    "UPDATE documents SET text = ' ' || text": "is not as it was written",
    "UPDATE events SET record = replace(record, '\"id\"', '\"ix\"')": "not what the record says",
    "UPDATE said SET record = substr(record, 3)": "a record that cannot be read",
    "UPDATE names SET label = CAST(x'48E9' AS TEXT)": "names: Could not decode",
    "UPDATE articles_fts_content SET c1 = 'other words'": "articles_fts: ",
    "INSERT INTO events_fts (rowid, title, body) VALUES (99, 'x', 'y')": "1 too many",
}


@pytest.mark.parametrize("damage", DAMAGE)
@pytest.mark.usefixtures("toy_extraction")
def test_damage_is_found_and_mended(damage, toy_store, tmp_path):
    path = tmp_path / "damaged.db"
    path.write_bytes(toy_store.read_bytes())
    with sqlite3.connect(path) as connection:
        connection.execute(damage)
    connection.close()
    assert any(DAMAGE[damage] in problem for problem in verify(path))
    ingest(path, [], rebuild=True)
    assert verify(path) == []


UNSEEN = {
    "UPDATE events SET record = replace(record, 'hospital', 'jospital')": "events: ",
    "UPDATE names SET label = label || 'x'": "names: ",
    "DELETE FROM event_concerns": "facets of events: 0 rows are not in the other store",
}


@pytest.mark.parametrize("damage", UNSEEN)
@pytest.mark.usefixtures("toy_extraction")
def test_what_no_look_at_the_file_tells_a_store_made_anew_does(damage, toy_store, tmp_path):
    path = tmp_path / "damaged.db"
    path.write_bytes(toy_store.read_bytes())
    assert list(check_anew(path)) == []
    with sqlite3.connect(path) as connection:
        connection.execute(damage)
    connection.close()
    assert verify(path) == []
    assert [UNSEEN[damage] in problem for problem in check_anew(path)] == [True]


def test_a_file_of_which_most_is_free_is_made_smaller(tmp_path):
    path, text = tmp_path / "it.db", "All that was said. " * 500_000
    for documents in ([ReadDocument(text, "{}", ())], []):
        before = path.stat().st_size if path.exists() else 0
        with Writer(path) as writer:
            writer.begin(FileState("/a.txt", 1, 1, "00"))
            writer.add("/a.txt", 0, documents)
    assert before > len(text)
    assert path.stat().st_size < len(text) / 10


def test_a_store_that_holds_nothing_is_taken_away_unless_another_has_it_open(tmp_path):
    path = tmp_path / "it.db"
    with Writer(path) as writer:
        unmake(path)
        writer.begin(FileState("/a.txt", 1, 1, "00"))
    unmake(path)
    with Store(path) as store:
        assert store.count("SELECT count(*) FROM files") == 1
    with Writer(path) as writer:
        writer.remove("/a.txt")
    unmake(path)
    assert list(tmp_path.iterdir()) == []


def test_a_writer_finds_the_store_that_another_has_put_in_the_place_of_its_own(tmp_path):
    path, other = tmp_path / "it.db", tmp_path / "other.db"
    for made, name in ((path, "/a.txt"), (other, "/b.txt")):
        with Writer(made) as writer:
            writer.begin(FileState(name, 1, 1, "00"))
    waiting = Writer(path)
    other.replace(path)
    with waiting as writer:
        assert list(writer.states()) == ["/b.txt"]
