"""Whatever is typed, an answer or an error of one line with what to do next; nothing that is kept is written over."""

import os
import signal
import sqlite3
import stat
import subprocess
import sys
from pathlib import Path

import pytest

HUGE = "9" * 30
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="pipes with names are of POSIX")


@pytest.fixture
def kept(work_dir, toy_store):
    """A folder with a store and a file of corrections; returned is what both hold."""
    Path("hcoop.db").write_bytes(toy_store.read_bytes())
    Path("hcoop.corrections.yaml").write_text("# nothing yet\n")
    return Path("hcoop.db").read_bytes()


# What is typed, its exit status, and what is told of it.
TYPED = [
    (["search", "nurses", "--limit", HUGE], 2, "not in the range x<=1000000000000000"),
    (["timeline", "--limit", str(2**63)], 2, "not in the range"),
    (["export", "events", "--limit", HUGE], 2, "not in the range"),
    (["report", "a.html", "--size", "nan"], 2, "nan is not in the range x<=1000000"),
    (["report", "a.html", "--size", "inf"], 2, "inf is not in the range"),
    (["report", "a.html", "--size", "1e308"], 2, "not in the range"),
    (["ingest", "articles", "--timeout", "nan"], 2, "nan is not in the range"),
    (["extract", "articles", "--timeout", HUGE], 2, "not in the range"),
    (["ingest", "articles", "--pause", "inf"], 2, "not in the range"),
    (["extract", "articles", "--max-bytes", HUGE], 2, "not in the range"),
    (["ingest", ""], 2, "a path is empty"),
    (["extract", ""], 2, "a path is empty"),
    (["timeline", "--since", ""], 2, '"" is no date'),
    (["timeline", "--until", ""], 2, '"" is no date'),
    (["timeline", "--silent", ""], 2, '"" is no period'),
    (["report", ""], 2, "names no file"),
    (["report", "-"], 2, '"-" names no file'),
    (["report", "articles"], 1, "articles is a folder"),
    (["report", "none/a.html"], 1, "no folder none"),
    (["export", "events", "--output", "none/a.csv"], 1, "no folder none"),
    (["report", "x" * 300 + ".html"], 1, "xxx.html: File name too long"),
    (["report", "hcoop.db"], 2, "hcoop.db is what the register is kept in"),
    (["export", "events", "--format", "csv", "--output", "./articles/../hcoop.db"], 2, "is kept in"),
    (["export", "events", "--format", "csv", "--output", "hcoop.corrections.yaml"], 2, "is kept in"),
    (["report", "link-to-store"], 2, "is kept in"),
    (["search", "nurses", "--db", ""], 2, "it names no file"),
    (["correct", "045298", "--drop", "--db", ""], 2, "it names no file"),
    (["correct", "045298", "--drop", "--db", "/"], 2, "it names no file"),
    (["correct", "045298", "--drop", "--corrections", ""], 2, "it names no file"),
    (["search", "nurses", "--db", "articles"], 1, "articles is not an hcoop store"),
    (["search", "nurses", "--db", "pipe"], 1, "pipe is not an hcoop store"),
    (["ingest", "articles", "--db", "pipe"], 1, "pipe is not an hcoop store"),
    (["check", "--db", "none.db"], 1, "no store at none.db"),
    (["show", "x" * 100_000], 1, "xxx…"),
]


@POSIX
@pytest.mark.parametrize(("typed", "status", "told"), TYPED)
def test_what_cannot_be_is_told_in_a_line_and_changes_nothing(typed, status, told, kept, run):
    os.mkfifo("pipe")
    Path("link-to-store").symlink_to("hcoop.db")
    before = sorted(os.listdir())
    ran = run(*typed)
    assert (ran.status, ran.out) == (status, "")
    assert told in ran.err
    error, *hint = ran.err.splitlines()
    assert error.startswith("hcoop: error: ")
    assert [line.split(":")[0] for line in hint] == ["hint"]
    assert len(error) < 6000
    assert Path("hcoop.db").read_bytes() == kept
    assert Path("hcoop.corrections.yaml").read_text() == "# nothing yet\n"
    assert sorted(os.listdir()) == before


WRITTEN = [["report", "a.html"], ["export", "events", "--format", "csv", "--output", "a.html"]]


@POSIX
@pytest.mark.parametrize("written", WRITTEN)
def test_a_link_stays_a_link_and_a_pipe_a_pipe(written, kept, run):
    Path("real.html").write_text("old")
    Path("a.html").symlink_to("real.html")
    assert run(*written).status == 0
    assert Path("a.html").is_symlink()
    whole = Path("real.html").read_bytes()
    assert len(whole) > 1000 or whole.startswith(b"id,")
    os.mkfifo("pipe")
    with subprocess.Popen(["cat", "pipe"], stdout=subprocess.PIPE) as cat:
        assert run(*("pipe" if word == "a.html" else word for word in written)).status == 0
        assert cat.communicate()[0] == whole
    assert stat.S_ISFIFO(os.stat("pipe").st_mode)


def test_nothing_that_is_typed_steers_the_terminal(kept, run):
    event = run("timeline", "--limit", "1", "--format", "csv").out.splitlines()[1].split(",")[0]
    ran = run("correct", event, "--set", "title=\x1b[2Jgone\x9b31m", "--by", "\x1b]0;x\x07me")
    assert ran.status == 0
    assert not set(ran.out + ran.err) & set("\x1b\x9b\x07")
    assert not set(run("correct", "--undo").out) & set("\x1b\x9b\x07")


def test_what_to_do_next_can_be_typed_as_it_stands(kept, run):
    Path("a b").mkdir()
    ran = run("ingest", "articles", "--db", "a b/it's.db")
    command = ran.out.splitlines()[-1].removeprefix("next: ").split(", or ")[0]
    shown = subprocess.run(f"printf '%s\\n' {command}", shell=True, capture_output=True, text=True, check=True)
    assert shown.stdout.splitlines() == ["hcoop", "summary", "--db", "a b/it's.db"]


FORMATS = ["csv", "xlsx", "jsonl", "ics", "parquet", "jsonld"]


@POSIX
@pytest.mark.slow
@pytest.mark.parametrize("format", FORMATS)
def test_a_reader_that_goes_away_is_no_error(format, kept):
    with subprocess.Popen(
        [sys.executable, "-m", "hcoop", "export", "events", "--format", format],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    ) as ran:
        ran.stdout.close()
        assert ran.stderr.read() == b""
    assert ran.returncode == 0


# Each waits on a pipe when it is told to end.
WAITING = [["ingest", "-"], ["extract", "-"], ["review"]]


@POSIX
@pytest.mark.slow
@pytest.mark.parametrize("words", WAITING, ids=" ".join)
def test_an_interrupt_ends_it_without_a_word_of_python(words, kept):
    with subprocess.Popen(
        [sys.executable, "-m", "hcoop", *words], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as ran:
        if words == ["review"]:
            assert ran.stdout.readline() == b"\n"
        else:
            with pytest.raises(subprocess.TimeoutExpired):
                ran.wait(3)
        ran.send_signal(signal.SIGINT)
        assert ran.wait() == 130
        assert b"Traceback" not in ran.stderr.read()
    with sqlite3.connect("hcoop.db") as store:
        assert store.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    store.close()


ODD = [
    {"LANG": "C", "LC_ALL": "C", "HOME": None},
    {"LC_ALL": "POSIX", "PYTHONIOENCODING": "ascii"},
    {"PATH": "", "USER": None, "HOME": "/nowhere"},
    {"COLUMNS": "x", "LINES": "-1", "TERM": None},
    {"TERM": "dumb", "COLUMNS": "0", "TMPDIR": "/nowhere"},
]


@POSIX
@pytest.mark.slow
@pytest.mark.parametrize("odd", ODD, ids=lambda odd: next(iter(odd)))
def test_an_odd_environment_changes_no_answer(odd, kept):
    usual = {**os.environ, "HCOOP_DB": "hcoop.db"}
    changed = {name: value for name, value in {**usual, **odd}.items() if value is not None}
    told = [
        subprocess.run([sys.executable, "-m", "hcoop", *words], env=env, capture_output=True, check=True).stdout
        for env in (usual, changed) for words in (["search", "nurses"], ["export", "events"], ["timeline", "--json"])
    ]
    assert told[:3] == told[3:]
