"""Bad input: it is rejected by name or read as far as it can be, and every good article beside it is stored."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import corpus
import pytest

from hcoop import readers, resources
from hcoop.check.corrections import check_corrections
from hcoop.errors import HcoopError
from hcoop.ingest.correcting import apply
from hcoop.store.read import Store
from hcoop.store.verify import verify

SEEDS = resources.data_dir() / "articles"
# Bytes of what is large, and seconds an article: enough for a busy machine, too few for what would not end.
SIZE, TIMEOUT = 100_000, "10"
HCOOP = [sys.executable, "-W", "error", "-m", "hcoop"]
# What the process may hold, in bytes: the bad articles are small.
MEMORY = 2_000_000_000


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes and devices are of Unix")
def test_all_bad_input_at_once_costs_no_good_article(tmp_path):
    bad = tmp_path / "press"
    bad.mkdir()
    corpus.make(bad, SIZE)
    for path in SEEDS.iterdir():
        (bad / path.name).write_bytes(path.read_bytes())
    command = [*HCOOP, "ingest", str(bad), "--timeout", TIMEOUT, "--db", "it.db", "--json"]
    ran = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False, preexec_fn=_bounded)
    told = ran.stderr.decode()
    assert ran.returncode == 3, told
    assert "Traceback" not in told
    assert "report this as a bug" not in told
    assert json.loads(ran.stdout)["rejected"]
    with Store(tmp_path / "it.db") as store:
        kept = {os.path.basename(row["path"]) for row in store.rows("SELECT path FROM files")}
    assert kept >= {path.name for path in SEEDS.iterdir()}
    assert kept >= {f"{name}.txt" for name in corpus.NAMES}
    assert verify(tmp_path / "it.db") == []
    _show_all(tmp_path)


def _show_all(folder: Path) -> None:
    """Whatever is asked, nothing that an article says steers the terminal."""
    for command in ("timeline", "summary", "search hospital", "search hospital --events", "export articles --json"):
        ran = subprocess.run([*HCOOP, *command.split(), "--db", "it.db"], cwd=folder, capture_output=True, check=True)
        shown = ran.stdout.decode()
        assert not any(letter in shown for letter in "\x00\x07\x1b\x9b\u202e\u2066")


def _bounded() -> None:
    import resource

    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))


@pytest.mark.parametrize("name", [*corpus.PAGES, *corpus.LINES, *corpus.ARCHIVES])
def test_a_reader_gives_text_or_says_what_is_wrong(name, tmp_path):
    (tmp_path / name).write_bytes(corpus.FILES[name](SIZE))
    told: list[HcoopError] = []
    try:
        documents = list(readers.read(tmp_path / name, told.append))
    except HcoopError as error:
        told.append(error)
        documents = []
    assert documents or told or "warc" in name  # an archive may hold nothing that is read
    for document in documents:
        assert document.text.strip()
        assert document.text.encode()
    assert all("\n" not in error.message for error in told)
    assert sorted(path.name for path in tmp_path.iterdir()) == [name]  # nothing of an archive is written


def test_a_pipe_that_is_named_is_refused(tmp_path, run, monkeypatch):
    monkeypatch.chdir(tmp_path)
    os.mkfifo("pipe.txt")
    ran = run("ingest", "pipe.txt", "--db", "it.db")
    assert ran.status == 1
    assert "a pipe or a device" in ran.err


BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{chr(98 + n)}: &{chr(98 + n)} [{', '.join([f'*{chr(97 + n)}'] * 9)}]\n" for n in range(8)
)
ENDLESS = ("bomb", "deep", "deep-mappings", "recursive")
BAD_YAML = {
    "bomb": BOMB,
    "deep": "[" * 5_000,
    "deep-mappings": "\n".join(" " * n + "a:" for n in range(1_500)),
    "recursive": "- &a [*a]\n",
    "python": "- !!python/object/apply:os.system [false]\n",
    "nul": "- \0\n",
    "binary": "- !!binary x\n",
    "surrogate": '- "\\ud800"\n',
    "date": "- 99999-99-99\n",
    "null-key": "- {~: x}\n",
    "list-key": "- {[a]: x}\n",
    "number": "1\n",
}


@pytest.mark.parametrize("name", BAD_YAML)
@pytest.mark.parametrize("use", [check_corrections, lambda path, store: apply(store, path)], ids=["check", "apply"])
def test_bad_corrections_are_told(use, name, tmp_path, toy_store):
    db = tmp_path / "it.db"
    db.write_bytes(toy_store.read_bytes())
    path = db.with_suffix(".corrections.yaml")
    path.write_text(BAD_YAML[name], "utf-8")
    told = []
    try:
        told = use(path, db)
    except HcoopError as error:
        told = [error.message]
    assert told or use is not check_corrections
    assert all("it.corrections.yaml" in str(line) for line in told)


@pytest.mark.parametrize("name", BAD_YAML)
def test_bad_data_is_told(name, tmp_path, run):
    shutil.copytree(resources.data_dir(), tmp_path / "data")
    (tmp_path / "data/gazetteer/countries.yaml").write_text(BAD_YAML[name], "utf-8")
    ran = run("check", "--data", str(tmp_path / "data"), "--db", str(tmp_path / "it.db"))
    assert (ran.status, "countries.yaml" in ran.out) == (1, True)
    if name in ENDLESS:
        ran = run("ingest", str(SEEDS), "--data", str(tmp_path / "data"), "--db", str(tmp_path / "it.db"))
        assert (ran.status, "countries.yaml" in ran.err) == (1, True)
