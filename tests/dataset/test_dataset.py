"""A dataset: what is finished is not done again, what changed is, and a store takes it as if it had read the inputs."""

import json
import os
import sys
from pathlib import Path

import pytest
from machines import contents, lines_of, manifest, web_server

from hcoop.ingest import ingest

pytestmark = pytest.mark.usefixtures("toy_extraction", "work_dir")

OUT = "articles", "--out", "out", "--partition-bytes", "1"  # a partition for each article


@pytest.fixture
def extract(run):
    """Extract into `out`, and tell which partitions were made."""

    def call(*options: str) -> set[str]:
        before = {path.name: path.stat().st_ino for path in Path("out").glob("part-*")}
        ran = run("extract", *OUT, *options)
        assert ran.status == 0, ran.err
        return {path.name for path in Path("out").glob("part-*") if before.get(path.name) != path.stat().st_ino}

    return call


def parts() -> list[str]:
    return [part["file"] for part in manifest("out")["partitions"]]


def test_what_is_finished_is_not_done_again(extract):
    assert extract() == set(parts())
    assert len(parts()) == 5
    before = contents("out")
    assert extract() == set()
    assert contents("out") == before


def test_the_manifest_tells_what_came_of_each_partition(extract, run):
    extract()
    told = manifest("out")
    assert told["complete"]
    assert [part["first"] for part in told["partitions"]] == sorted(map(str, Path("articles").iterdir()))
    assert (told["inputs"], told["articles"], told["relevant"], told["events"]) == (5, 5, 4, 4)
    assert told["bytes"] == sum(Path("out", part).stat().st_size for part in parts())
    assert lines_of("out") == run("extract", "articles").out.splitlines()


def test_a_changed_a_new_and_a_removed_input_cost_their_partitions_only(extract):
    extract()
    before = parts()
    Path("articles/kobe-nurses.txt").write_text(Path("articles/kobe-nurses.txt").read_text("utf-8") + "More.", "utf-8")
    Path("articles/new.txt").write_text("Something new is told here, and it is long enough to be told.")
    Path("articles/leeds-visit.txt").unlink()
    made = extract()
    assert len(made) == 2
    assert set(parts()) == {*before[2:], *made}
    assert {path.name for path in Path("out").glob("part-*")} == set(parts())


def test_another_extractor_does_all_again(extract, monkeypatch):
    extract()
    monkeypatch.setattr("hcoop.dataset.run.fingerprint", lambda data: "another")
    monkeypatch.setattr("hcoop.dataset.task._made_by", lambda data: "another")
    assert extract() == set(parts())
    assert len(list(Path("out").glob("part-*"))) == 5


@pytest.mark.parametrize("harm", ["part", "manifest", "both"])
def test_what_is_lost_is_made_again(extract, harm):
    extract()
    before = contents("out")
    lost = {"part": [parts()[0]], "manifest": [], "both": [parts()[0]]}[harm]
    for name in lost:
        Path("out", name).unlink()
    if harm != "part":
        told = manifest("out")
        Path("out/manifest.json").write_text(json.dumps({**told, "partitions": [], "complete": False}))
    assert extract() == set(lost)
    assert contents("out") == before


def test_rejected_documents_are_told_again_and_tried_again_if_asked(run):
    Path("articles/bad.pdf").write_bytes(b"no PDF")
    ran = run("extract", *OUT)
    assert ran.status == 3
    assert "hcoop: error: articles/bad.pdf" in ran.err
    assert "5 articles, 4 events, 1 rejected; 6 partitions in out" in ran.out
    (told,) = json.loads(Path("out/rejected.json").read_text("utf-8"))
    assert told["message"].startswith("articles/bad.pdf")
    again = run("extract", *OUT)
    assert (again.status, again.err) == (3, ran.err)
    assert "6 partitions (6 finished before)" in again.out
    assert "6 partitions (5 finished before)" in run("extract", *OUT, "--retry").out


def test_an_input_that_is_gone_for_now_takes_nothing_away(extract, run):
    extract()
    Path("articles").rename("elsewhere")
    assert run("extract", *OUT).status == 1
    Path("more.txt").write_text("Something else, which has to be long enough to be an article of its own.")
    ran = run("extract", "more.txt", *OUT)
    assert ran.status == 3
    assert "articles does not exist" in ran.err
    assert not manifest("out")["complete"]
    Path("elsewhere").rename("articles")
    assert extract() == set()


def test_a_failing_partition_leaves_the_others(run, monkeypatch):
    from hcoop.dataset import task

    write = task.RowWriter.close

    def close(self, told=None):
        if told and told["first"].endswith("kobe-nurses.txt"):
            raise OSError("the disk is full")
        write(self, told)

    with monkeypatch.context() as patch:
        patch.setattr(task.RowWriter, "close", close)
        ran = run("extract", *OUT)
    assert ran.status == 3
    assert "kobe-nurses.txt failed (OSError: the disk is full)" in ran.err
    assert "5 partitions (1 failed) in out" in ran.out
    assert not manifest("out")["complete"]
    assert [path for path in Path("out").iterdir() if path.name.startswith(".")] == []
    assert "5 partitions (4 finished before) in out" in run("extract", *OUT).out


def test_a_store_takes_it_as_if_it_had_read_the_inputs(extract, run):
    extract()
    ran = run("ingest", "--records", "out")
    assert "ingested: 5 new, 0 rejected; the store holds 5 articles" in ran.out
    run("ingest", "articles", "--db", "direct.db")
    for kind in ("articles", "events", "organisations", "people", "places"):
        stored, direct = (run("export", kind, "--format", "jsonl", *db) for db in ((), ("--db", "direct.db")))
        assert stored.out == direct.out
    assert run("ingest", "--records", "out").out.startswith("nothing new: 5 unchanged")
    Path("articles/leeds-visit.txt").unlink()
    extract()
    assert "1 removed, 4 unchanged" in run("ingest", "--records", "out").out


def test_a_store_can_be_rebuilt_from_what_it_took(extract, run):
    extract()
    run("ingest", "--records", "out")
    before = run("export", "events", "--format", "jsonl").out
    assert "5 extracted again" in run("ingest", "--rebuild").out
    assert run("export", "events", "--format", "jsonl").out == before
    found = ingest(Path("hcoop.db"), [Path(".")])  # the folder of the dataset among others
    assert (found.new, found.removed, found.rejected) == (5, 0, [])


def test_records_of_another_extractor_are_not_taken(extract, run):
    extract()
    told = manifest("out")
    Path("out/manifest.json").write_text(json.dumps({**told, "made_by": "another"}))
    ran = run("ingest", "--records", "out")
    assert (ran.status, Path("hcoop.db").exists()) == (1, False)
    assert "extracted by another hcoop" in ran.err


def test_damage_is_told_and_the_store_stays_as_it_was(extract, run):
    extract()
    Path("out", parts()[3]).write_bytes(b"PAR1")
    ran = run("ingest", "--records", "out")
    assert (ran.status, Path("hcoop.db").exists()) == (1, False)
    assert f"{parts()[3]} is damaged" in ran.err


def test_files_on_the_web(run):
    texts = [path.read_text("utf-8") for path in sorted(Path("articles").iterdir())]
    Path("served").mkdir()
    Path("served/all.jsonl").write_text("\n".join(json.dumps({"text": text}) for text in texts), "utf-8")
    with web_server(Path("served")) as address:
        there = f"{address}/all.jsonl"
        refused = run("extract", there, "--out", "out")
        ran = run("extract", there, f"{address}/none.jsonl", "--out", "out", "--allow-private")
    assert refused.status == 1
    assert "is on a private network" in refused.err
    assert "none.jsonl does not exist" in ran.err
    assert [row.replace(there, "served/all.jsonl") for row in lines_of("out")] == run(
        "extract", "served").out.splitlines()


@pytest.mark.parametrize(
    ("arguments", "status", "message"),
    [
        (["-", "--out", "out"], 2, "standard input is no input of a dataset"),
        (["articles", "--cluster", "tcp://127.0.0.1:1"], 2, "--cluster, --retry and --partition-bytes need --out"),
        (["articles", "--out", "articles"], 1, "articles holds something else"),
        (["articles", "--out", "out", "--cluster", "tcp://127.0.0.1:1"], 1, "there is no scheduler at tcp://127.0.0.1:1"),
        (["articles", "--out", "out", "--cluster", "nonsense"], 1, "there is no scheduler at nonsense"),
        (["nowhere://a/b.jsonl", "--out", "out"], 2, "nowhere://a/b.jsonl: Protocol not known"),
        (["file:///tmp/a.jsonl", "--out", "out"], 2, "file:///tmp/a.jsonl is a file of this machine"),
        (["none", "--out", "out"], 1, "none does not exist"),
    ],
)
def test_what_cannot_be_done_is_told(run, monkeypatch, arguments, status, message):
    monkeypatch.setattr("hcoop.dataset.cluster._SCHEDULER", 1)
    ran = run("extract", *arguments)
    assert (ran.status, ran.out) == (status, "")
    assert message in ran.err
    assert "hint: " in ran.err
    assert not Path("out").exists()


@pytest.mark.parametrize(
    ("missing", "arguments", "extra"),
    [
        ("pyarrow", ["extract", "articles", "--out", "out"], "cluster"),
        ("fsspec.core", ["extract", "s3://a/b.jsonl", "--out", "out"], "cluster"),
        ("s3fs", ["extract", "s3://a/b.jsonl", "--out", "out"], "cluster"),
        ("gcsfs", ["extract", "gs://a/b.jsonl", "--out", "out"], "gcs"),
        ("distributed", ["extract", "articles", "--out", "out", "--cluster", "tcp://127.0.0.1:1"], "cluster"),
    ],
)
def test_what_is_not_installed_says_how_to_get_it(run, monkeypatch, missing, arguments, extra):
    monkeypatch.setitem(sys.modules, missing, None)
    ran = run(*arguments)
    assert ran.status == 1
    assert f"hint: python -m pip install 'hcoop[{extra}]'" in ran.err


def test_no_dataset_is_no_records(run):
    ran = run("ingest", "--records", "articles")
    assert (ran.status, os.path.exists("hcoop.db")) == (1, False)
    assert "articles holds no dataset" in ran.err
