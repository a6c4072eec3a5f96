"""Ingest: only what is new or changed, the same store whatever the order, one bad file stops no other."""

import io
import json
import os
import sqlite3
from pathlib import Path

import pytest

from hcoop.ingest import ingest
from hcoop.store.read import Store

pytestmark = pytest.mark.usefixtures("toy_extraction")

DB = Path("it.db")
ALL = [Path("articles")]


def contents(run, db=DB):
    kinds = ("articles", "events", "organisations", "people", "places")
    asked = [["export", kind] for kind in kinds] + [
        ["search", "hospital", "--json"],
        ["timeline", "--json"],
        ["summary", "--json"],
    ]
    return [run(*arguments, "--db", str(db)).out for arguments in asked]


def test_a_second_ingest_changes_nothing(work_dir):
    first, second = ingest(DB, ALL), ingest(DB, ALL)
    assert (first.new, second.new, second.unchanged) == (5, 0, 5)
    assert (second.changed, second.removed) == (0, 0)


def test_a_new_time_alone_is_no_change(work_dir):
    ingest(DB, ALL)
    os.utime("articles/leeds-visit.txt", ns=(1, 1))
    assert (ingest(DB, ALL).unchanged, ingest(DB, ALL).unchanged) == (5, 5)


def test_changed_removed_and_new_files_are_noticed(work_dir):
    ingest(DB, ALL)
    Path("articles/leeds-visit.txt").unlink()
    with Path("articles/osaka-plan.txt").open("a") as stream:
        stream.write("\nIt will have ten beds.\n")
    Path("articles/more.txt").write_text("A text of which the records know nothing.")
    outcome = ingest(DB, ALL)
    assert (outcome.new, outcome.changed, outcome.removed, outcome.unchanged) == (1, 1, 1, 3)
    with Store(DB) as store:
        assert store.count("SELECT count(*) FROM entities WHERE name LIKE 'Ho Chi Minh City Dep%'") == 0
        assert store.count("SELECT count(*) FROM articles_fts") == store.count("SELECT count(*) FROM articles") == 5


def test_order_and_batches_do_not_matter(work_dir, run):
    ingest(Path("one.db"), ALL)
    for path in sorted(Path("articles").iterdir(), reverse=True):
        ingest(Path("two.db"), [path])
    assert contents(run, Path("one.db")) == contents(run, Path("two.db"))


def test_processes_do_not_matter(work_dir, run):
    ingest(Path("one.db"), ALL, processes=1)
    ingest(Path("two.db"), ALL, processes=2)
    assert contents(run, Path("one.db")) == contents(run, Path("two.db"))


def test_a_rebuild_gives_the_same_without_the_files(work_dir, run):
    ingest(DB, ALL)
    before = contents(run)
    for path in Path("articles").iterdir():
        path.unlink()
    assert ingest(DB, [], rebuild=True).extracted_again == 5
    assert contents(run) == before


def test_a_change_of_the_extraction_has_all_extracted_again(work_dir, monkeypatch):
    ingest(DB, ALL)
    monkeypatch.setattr("hcoop.ingest.run.fingerprint", lambda data: "another")
    assert (ingest(DB, ALL).extracted_again, ingest(DB, ALL).unchanged) == (5, 5)


def test_the_same_article_twice_is_one_and_outlives_its_copy(work_dir, run):
    Path("a").mkdir()
    Path("a/copy.txt").write_bytes(Path("articles/kobe-nurses.txt").read_bytes())
    ingest(DB, ALL)
    alone = contents(run)
    ingest(DB, [Path("a")])
    ingest(DB, ALL)
    assert len(json.loads(run("search", "Kobe", "--json", "--db", "it.db").out)) == 1
    Path("a/copy.txt").unlink()
    ingest(DB, [Path("a")])
    assert contents(run) == alone


def test_lines_on_standard_input_are_known_again(work_dir):
    line = json.dumps({"text": Path("articles/osaka-plan.txt").read_text()}).encode() + b"\n"
    first = ingest(DB, [], io.BytesIO(line + b"{broken\n"))
    second = ingest(DB, [], io.BytesIO(line))
    assert (first.new, len(first.rejected), first.articles) == (1, 1, 1)
    assert (second.new, second.unchanged) == (0, 1)


BAD = {
    "empty.txt": b"",
    "binary.txt": bytes(range(256)) * 20,
    "broken.jsonl": b'{"text": "A line that is good enough to read."}\nnonsense\n',
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_named_and_the_others_go_on(name, work_dir, run):
    Path("articles", name).write_bytes(BAD[name])
    ran = run("ingest", "articles", "--db", "it.db")
    assert ran.status == 3
    assert f"articles/{name}" in ran.err
    assert "hcoop: error: " in ran.err
    assert "1 rejected" in ran.out
    again = run("ingest", "articles", "--db", "it.db")
    assert "Traceback" not in ran.err + again.err


def test_a_file_that_turns_bad_keeps_what_the_store_has(work_dir, run):
    ingest(DB, ALL)
    before = contents(run)
    Path("articles/osaka-plan.txt").write_bytes(b"")
    assert len(ingest(DB, ALL).rejected) == 1
    assert contents(run) == before


@pytest.mark.parametrize("path", ["none", "articles/none.txt"])
def test_a_missing_path_fails_and_makes_no_store(path, work_dir, run):
    ran = run("ingest", path, "--db", "it.db")
    assert ran.status == 1
    assert "does not exist" in ran.err
    assert not DB.exists()


def test_nothing_but_a_bad_file_fails_and_makes_no_store(work_dir, run):
    Path("bad.txt").write_bytes(b"")
    assert run("ingest", "bad.txt", "--db", "it.db").status == 1
    assert not list(Path().glob("it.db*"))


def test_a_fault_of_the_extraction_is_one_rejected_file(work_dir, monkeypatch):
    def fail(document, lexicon):
        raise ZeroDivisionError("of all things")

    monkeypatch.setattr("hcoop.ingest.work.extract_document", fail)
    outcome = ingest(DB, ALL)
    assert len(outcome.rejected) == 5
    assert "report" in outcome.rejected[0].hint


def test_an_interrupt_leaves_the_store_as_it_was(work_dir, run, monkeypatch):
    ingest(DB, ALL)
    before = contents(run)
    Path("articles/more.txt").write_text("A text of which the records know nothing.")

    def interrupt(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("hcoop.ingest.run.vocabulary.names", interrupt)
    monkeypatch.setattr("hcoop.ingest.run.fingerprint", lambda data: "another")
    assert run("ingest", "articles", "--db", "it.db").status == 130
    assert contents(run) == before


def test_an_ingest_waits_for_another_and_says_so(work_dir, run, monkeypatch):
    ingest(DB, ALL)
    Path("articles/kobe-nurses.txt").unlink()
    other = sqlite3.connect(DB, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    monkeypatch.setattr("hcoop.store.connection.time.sleep", lambda _seconds: other.in_transaction and other.rollback())
    ran = run("ingest", "articles", "--db", str(DB))
    other.close()
    assert ran.status == 0
    assert "1 removed" in ran.out
    assert "another hcoop is writing the store" in ran.err
    assert "locked" not in ran.err

def test_a_large_file_of_lines_is_worked_in_parts(work_dir, run, monkeypatch):
    monkeypatch.setattr("hcoop.ingest.jobs._LARGE", 10)
    monkeypatch.setattr("hcoop.ingest.jobs._DOCUMENTS", 2)
    texts = [path.read_text("utf-8") for path in sorted(Path("articles").iterdir())]
    lines = [json.dumps({"text": text}) for text in texts]
    Path("all.jsonl").write_text("\n".join([*lines[:3], "nonsense", *lines[3:]]), "utf-8")
    outcome = ingest(DB, [Path("all.jsonl")], processes=2)
    assert (outcome.new, outcome.articles, len(outcome.rejected)) == (1, 5, 1)
    assert "all.jsonl:4" in outcome.rejected[0].message
    assert ingest(DB, [Path("all.jsonl")]).unchanged == 1


def test_a_page_without_an_article_is_counted(work_dir):
    Path("articles/index.txt").write_text("an index page of headlines, one after the other, and no article among them")
    assert ingest(DB, ALL).without_article == 1


def test_an_interrupt_of_the_first_ingest_leaves_no_store(work_dir, run, monkeypatch):
    def interrupt(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("hcoop.ingest.run.vocabulary.names", interrupt)
    assert run("ingest", "articles", "--db", "it.db").status == 130
    assert not list(Path().glob("it.db*"))
