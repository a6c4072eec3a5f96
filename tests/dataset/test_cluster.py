"""The same inputs give the same bytes in one process, in several and on a cluster, whatever happens to any of them."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import making
import pytest
import s3fs
from google_storage import google_server
from machines import cluster, contents, lines_of, manifest, wait_until

import toy

pytestmark = [pytest.mark.slow, pytest.mark.skipif(sys.platform == "win32", reason="kills processes by signals")]

ARTICLES = [path.read_text("utf-8") for path in sorted(toy.ARTICLES.iterdir())][:3]
SMALL = "--partition-bytes", "1000"


def write_press(folder: Path, *fated: str) -> None:
    """Articles as text, as lines, in an archive of the web; those that are fated are in each of them once."""
    texts = [*fated, *ARTICLES]
    folder.mkdir()
    for number, text in enumerate(texts):
        (folder / f"{number}.txt").write_text(text, "utf-8")
    lines = [json.dumps({"text": f"{text}\nTold {number} times."}) for number in range(3)
             for text in texts[number and len(fated) :]]
    (folder / "all.jsonl").write_text("\n".join(["nonsense", *lines]), "utf-8")
    paragraphs = ["".join(f"<p>{line}</p>" for line in text.split("\n")) for text in texts]
    pages = [f"<html><body><article>{page}</article></body></html>".encode() for page in paragraphs]
    records = [(f"https://paper.example/{at}", page, "200 OK", {"Content-Type": "text/html"})
               for at, page in enumerate(pages)]
    (folder / "crawl.warc.gz").write_bytes(making.warc(records, packed=True))


def started(*arguments: str, env: dict[str, str]) -> subprocess.Popen:
    command = [sys.executable, "-m", "hcoop", "extract", *arguments]
    return subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)


def test_one_process_several_and_a_cluster_give_the_same_bytes(hcoop, dask):
    write_press(Path("press"))
    (Path("press") / "index.html").write_text("<html><body><a href='a'>Health</a></body></html>")
    one = hcoop("extract", "press", "--out", "one", "--jobs", "1", "--timeout", "0", *SMALL)
    several = hcoop("extract", "press", "--out", "several", "--jobs", "2", *SMALL)
    shared = hcoop("extract", "press", "--out", "shared", "--cluster", dask.address, *SMALL)
    assert [ran.status for ran in (one, several, shared)] == [3, 3, 3], shared.err
    assert one.err == several.err == shared.err
    assert len(manifest("one")["partitions"]) > 5
    assert contents("one") == contents("several") == contents("shared")
    printed = hcoop("extract", "press").out.splitlines()
    assert len(printed) == 3 * 5
    assert lines_of("shared") == printed


def test_poisoned_documents_are_set_aside_alone(hcoop, dask):
    write_press(Path("press"), "hangs for ever.", "ends for ever.")
    (Path("press") / "large.txt").write_text("a word " * 20_000)
    limits = "--timeout", "5", "--max-bytes", "100000", *SMALL
    one = hcoop("extract", "press", "--out", "one", "--jobs", "2", *limits)
    shared = hcoop("extract", "press", "--out", "shared", "--cluster", dask.address, *limits)
    assert (one.status, shared.status) == (3, 3)
    assert contents("one") == contents("shared")
    told = [row["message"] for row in json.loads(Path("shared/rejected.json").read_text("utf-8"))]
    counts = {"took more than 5 seconds": 3, "crashed the process": 3, "has more than 100000 bytes": 1, "no JSON": 1}
    assert {words: sum(words in message for message in told) for words in counts} == counts
    assert len(told) == sum(counts.values())
    assert len(lines_of("shared")) == 3 * 5


def test_a_killed_worker_costs_nothing_but_its_partition(hcoop, env, gate):
    write_press(Path("press"))
    (Path("press") / "zz-last.txt").write_text("waits for the gate.\n" + ARTICLES[0], "utf-8")
    waiting = gate.with_name("waiting")
    gate.touch()
    hcoop("extract", "press", "--out", "expected", *SMALL)
    gate.unlink()
    waiting.unlink()
    with cluster(env) as own:
        with started("press", "--out", "shared", "--cluster", own.address, *SMALL, env=env) as driver:
            wanted = len(manifest("expected")["partitions"]) - 1
            done = Path("shared").glob
            wait_until(lambda: waiting.exists() and len(list(done("part-*"))) == wanted, "all but one done")
            before = {path: path.stat() for path in Path("shared").glob("part-*")}
            os.kill(int(waiting.read_text()), signal.SIGKILL)
            wait_until(lambda: len(waiting.read_text().split()) == 2, "another worker at it")
            gate.touch()
            assert driver.wait() == 3
        assert {int(worker) for worker in waiting.read_text().split()} == {worker.pid for worker in own.workers}
    after = {path: path.stat() for path in before}
    assert [(now.st_ino, now.st_mtime_ns) for now in after.values()] == [
        (then.st_ino, then.st_mtime_ns) for then in before.values()
    ]
    assert contents("shared") == contents("expected")


def test_a_lost_scheduler_is_told(hcoop, env, gate):
    gate.unlink(missing_ok=True)
    waiting = gate.with_name("waiting")
    waiting.unlink(missing_ok=True)
    Path("press").mkdir()
    Path("press/zz-last.txt").write_text("waits for the gate.\n" + ARTICLES[0], "utf-8")
    with cluster(env) as own, started("press", "--out", "out", "--cluster", own.address, env=env) as driver:
        wait_until(waiting.exists, "the partition begun")
        own.scheduler.kill()
        _, told = driver.communicate(timeout=60)
        gate.touch()
    assert driver.returncode == 1
    assert told.decode().splitlines()[0] == "hcoop: error: the scheduler is gone"
    assert not manifest("out")["complete"]


def test_a_killed_driver_loses_nothing_that_is_finished(hcoop, env, gate):
    gate.unlink(missing_ok=True)
    waiting = gate.with_name("waiting")
    waiting.unlink(missing_ok=True)
    write_press(Path("press"))
    (Path("press") / "zz-last.txt").write_text("waits for the gate.\n" + ARTICLES[0], "utf-8")
    with started("press", "--out", "out", "--jobs", "1", *SMALL, env=env) as driver:
        wait_until(waiting.exists, "the last partition begun")
        driver.kill()
    assert not manifest("out")["complete"]
    before = {path: path.stat().st_mtime_ns for path in Path("out").glob("part-*")}
    gate.touch()
    ran = hcoop("extract", "press", "--out", "out", *SMALL)
    assert f"({len(before)} finished before)" in ran.out
    assert {path: path.stat().st_mtime_ns for path in before} == before
    assert manifest("out")["complete"]
    assert {path.name for path in Path("out").iterdir()} == {
        "manifest.json", "rejected.json", *(part["file"] for part in manifest("out")["partitions"])
    }


def test_a_cluster_without_hcoop_says_so(hcoop, env):
    write_press(Path("press"))
    with cluster({**env, "PYTHONPATH": str(Path(__file__).parent / "bare")}) as own:
        ran = hcoop("extract", "press", "--out", "out", "--cluster", own.address)
    assert (ran.status, Path("out").exists()) == (1, False)
    assert f"the cluster at {own.address} cannot run hcoop" in ran.err
    assert "hint: python -m pip install 'hcoop[cluster]' wherever" in ran.err


def test_s3_in_and_out_on_a_cluster(hcoop, dask, s3, env):
    write_press(Path("press"))
    store = s3fs.S3FileSystem(key="someone", secret="secret", endpoint_url=env["AWS_ENDPOINT_URL"])
    store.mkdir("corpus")
    store.put("press/", "corpus/press/", recursive=True)
    ran = hcoop("extract", "s3://corpus/press", "--out", "s3://corpus/out", "--cluster", dask.address, *SMALL)
    assert ran.status == 3, ran.err
    again = hcoop("extract", "s3://corpus/press", "--out", "s3://corpus/out", "--jobs", "1", *SMALL)
    parts = len(store.glob("corpus/out/part-*"))
    assert f"{parts} partitions ({parts} finished before)" in again.out
    store.get("corpus/out/", "out/", recursive=True)
    printed = hcoop("extract", "press").out.splitlines()
    assert [row.replace("s3://corpus/press", "press") for row in lines_of("out")] == printed
    store.pipe("corpus/press/0.txt", Path("press/1.txt").read_bytes())
    changed = hcoop("extract", "s3://corpus/press", "--out", "s3://corpus/out", *SMALL)
    assert f"{parts} partitions ({parts - 1} finished before)" in changed.out
    assert len(store.glob("corpus/out/part-*", refresh=True)) == parts
    stored = hcoop("ingest", "--records", "s3://corpus/out", "--db", "it.db")
    assert f"{parts} new" in stored.out, stored.err
    missing = hcoop("extract", "s3://corpus/nowhere", "s3://no-bucket/a.jsonl", "--out", "s3://corpus/none")
    assert missing.status == 1
    assert missing.err.count("does not exist") == 2


def test_google_in_and_out(hcoop, env, monkeypatch):
    write_press(Path("press"))
    objects = {f"corpus/press/{path.name}": path.read_bytes() for path in Path("press").iterdir()}
    with google_server(objects) as address:
        monkeypatch.setitem(env, "STORAGE_EMULATOR_HOST", address)
        monkeypatch.setitem(env, "GCSFS_EXPERIMENTAL_ZB_HNS_SUPPORT", "false")  # which asks by gRPC
        ran = hcoop("extract", "gs://corpus/press", "--out", "gs://corpus/out", *SMALL)
        again = hcoop("extract", "gs://corpus/press", "--out", "gs://corpus/out", *SMALL)
    parts = sum(name.startswith("corpus/out/part-") for name in objects)
    assert ran.err == again.err
    assert f"{parts} partitions ({parts} finished before)" in again.out
    Path("out").mkdir()
    for name, data in objects.items():
        Path(Path(name).parent.name, Path(name).name).write_bytes(data)
    printed = hcoop("extract", "press").out.splitlines()
    assert [row.replace("gs://corpus/press", "press") for row in lines_of("out")] == printed
