"""Limits: what is too large, takes too long or crashes its process is rejected by name; what is beside it is kept."""

import json
import os
import time
import zipfile
from pathlib import Path

import pytest

import toy
from hcoop.ingest import ingest
from hcoop.ingest.forms import for_reading
from hcoop.ingest.limits import Limits
from hcoop.ingest.pool import run as run_jobs
from hcoop.ingest.work import Job
from hcoop.readers.formats import READERS
from hcoop.readers.text import read_text

DB = Path("it.db")
FATES = {"hangs": lambda: time.sleep(3600), "ends": lambda: os._exit(0), "is-killed": lambda: os.kill(os.getpid(), 9)}
TOLD = {"hangs": "took more than 3 seconds", "ends": "crashed", "is-killed": "crashed"}


@pytest.fixture(autouse=True)
def fatal_texts(monkeypatch):
    """Texts that begin with the name of a fate meet it; the others are worked as in the toy corpus."""

    def extract(document, lexicon):
        FATES.get(document.text.split()[0], lambda: None)()
        return toy.extract_document(document, lexicon)

    monkeypatch.setattr("hcoop.ingest.work.extract_document", extract)


@pytest.mark.slow
@pytest.mark.parametrize("processes", [1, 2])
@pytest.mark.parametrize("fate", FATES)
def test_a_file_that_does_not_end_well_is_rejected_alone(fate, processes, work_dir):
    Path("articles/kobe-a.txt").write_text(f"{fate} for ever")
    outcome = ingest(DB, [Path("articles")], processes=processes, limits=Limits(timeout=3))
    assert (outcome.new, outcome.articles, len(outcome.rejected)) == (5, 5, 1)
    assert f"kobe-a.txt {TOLD[fate]}" in outcome.rejected[0].message


@pytest.mark.slow
@pytest.mark.parametrize("large", [10, 1_000_000])
@pytest.mark.parametrize("fate", ["hangs", "ends"])
def test_a_line_that_does_not_end_well_is_rejected_alone(fate, large, work_dir, monkeypatch):
    monkeypatch.setattr("hcoop.ingest.jobs._LARGE", large)
    texts = [path.read_text("utf-8") for path in sorted(Path("articles").iterdir())]
    lines = [json.dumps({"text": text}) for text in (texts[0], f"{fate} for ever", *texts[1:4], fate, texts[4])]
    Path("all.jsonl").write_text("\n".join(["nonsense", *lines]), "utf-8")
    outcome = ingest(DB, [Path("all.jsonl")], limits=Limits(timeout=3))
    assert outcome.articles == 5
    told = [error.message for error in outcome.rejected]
    assert [message.split(":")[1].split()[0] for message in told] == ["1", "3", "7"]


@pytest.fixture
def fatal_pages(monkeypatch):
    """Pages that begin with the name of a fate meet it as they are read, others are read as text."""

    def read(data, name, charset):
        FATES.get(data.decode().split()[0], lambda: None)()
        return read_text(data, name, charset)

    monkeypatch.setitem(READERS, ".html", read)
    monkeypatch.setattr("hcoop.ingest.jobs._LARGE", 10)


@pytest.mark.slow
@pytest.mark.parametrize("fate", FATES)
def test_what_does_not_end_well_in_a_large_archive_is_rejected_alone(fate, work_dir, fatal_pages, run):
    texts = [path.read_text("utf-8") for path in sorted(Path("articles").iterdir())]
    with zipfile.ZipFile("all.zip", "w") as archive:
        for number, text in enumerate((texts[0], fate, *texts[1:3], fate, *texts[3:])):
            archive.writestr(f"{number}.html", text)
    ran = run("ingest", "all.zip", "--timeout", "3", "--db", "it.db")
    assert ran.status == 3
    assert "the store holds 5 articles" in ran.out
    told = {"hangs": "took more than 3 seconds"}.get(fate, "crashed")
    assert [line.split("error: ")[1].split()[0] for line in ran.err.splitlines() if told in line] == [
        "all.zip/1.html", "all.zip/4.html"
    ]  # fmt: skip


def test_the_results_come_in_the_order_of_the_jobs(work_dir):
    paths = sorted(Path("articles").iterdir()) * 20
    done = run_jobs((Job(str(path)) for path in paths), for_reading, 2, None, Limits(timeout=60))
    assert [one.job.file for one in done] == [str(path) for path in paths]


@pytest.mark.parametrize("name", ["large.txt", "large.html", "large.jsonl"])
def test_what_is_too_large_is_rejected_alone(name, work_dir, run):
    large = json.dumps({"text": "a word " * 10_000}) if name.endswith("l") else "a word " * 10_000
    good = json.dumps({"text": Path("articles/osaka-plan.txt").read_text("utf-8")})
    Path("articles", name).write_text(f"{large}\n{good}\n")
    ran = run("ingest", "--max-bytes", "20000", "articles", "--db", "it.db")
    assert ran.status == 3
    assert "has more than 20000 bytes" in ran.err
    assert "5 articles" in ran.out
    assert run("ingest", "articles", "--db", "it.db").status == 0


def test_standard_input_has_the_same_limits(run, work_dir, monkeypatch):
    texts = "a word " * 10_000, Path("articles/osaka-plan.txt").read_text("utf-8")
    Path("lines").write_text("\n".join(json.dumps({"text": text}) for text in texts), "utf-8")
    with Path("lines").open() as stream:
        monkeypatch.setattr("sys.stdin", stream)
        ran = run("ingest", "--max-bytes", "20000", "-", "--db", "it.db")
    assert ran.status == 3
    assert "-:1 has more than 20000 bytes" in ran.err
    assert "1 articles" in ran.out
