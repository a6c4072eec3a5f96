"""A command that is told to end leaves nothing half done, says nothing, and ends by the signal."""

import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from held import contents
from running import HCOOP

pytestmark = [
    pytest.mark.slow, pytest.mark.skipif(sys.platform == "win32", reason="processes end otherwise there"),
]
STORE = Path("hcoop.db")
LINE = json.dumps({"text": Path(__file__).read_text("utf-8")}).encode() + b"\n"


def ended(by: int, *words: str) -> subprocess.CompletedProcess[bytes]:
    """Begin an ingest of a line and of what never comes, and end it by a signal while it writes the store."""
    with subprocess.Popen(
        [*HCOOP, "ingest", "-", *words], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as ran:
        ran.stdin.write(LINE)
        ran.stdin.flush()
        while not Path("hcoop.db-wal").exists():
            assert ran.poll() is None, ran.stderr.read()
            time.sleep(0.05)
        ran.send_signal(by)
        # Read to their ends, which come when no process that it began is there any more.
        out, err = ran.stdout.read(), ran.stderr.read()
    return subprocess.CompletedProcess(ran.args, ran.returncode, out, err)


@pytest.mark.parametrize("by", [signal.SIGTERM, signal.SIGHUP], ids=lambda by: by.name)
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_an_ingest_that_is_told_to_end_leaves_the_store_as_it_was(by, jobs, work_dir, toy_store):
    STORE.write_bytes(toy_store.read_bytes())
    before = contents(STORE)
    ran = ended(by, "articles", "--jobs", jobs)
    assert (ran.returncode, ran.stdout, ran.stderr) == (-by, b"", b"")
    assert contents(STORE) == before
    assert [path.name for path in Path().glob("hcoop.*")] == ["hcoop.db"]


def test_a_first_ingest_that_is_told_to_end_leaves_no_store(work_dir):
    ran = ended(signal.SIGTERM, "articles")
    assert (ran.returncode, ran.stdout, ran.stderr) == (-signal.SIGTERM, b"", b"")
    assert list(Path().glob("hcoop.*")) == []


def test_what_nohup_begins_goes_on(work_dir):
    with subprocess.Popen(
        ["nohup", *HCOOP, "ingest", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as ran:
        while not Path("hcoop.db-wal").exists():
            assert ran.poll() is None, ran.stderr.read()
            time.sleep(0.05)
        ran.send_signal(signal.SIGHUP)
        out, err = ran.communicate(LINE)
    assert (ran.returncode, err) == (0, b""), out
    assert STORE.exists()
