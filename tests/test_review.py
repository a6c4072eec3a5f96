"""`hcoop review`: what is least sure comes first, each answer is saved at once; on a terminal a key is enough."""

import io
import json
import os
import select
import subprocess
import sys
import time
from pathlib import Path

import pytest

pytestmark = pytest.mark.usefixtures("toy_extraction")
FILE = Path("hcoop.corrections.yaml")


@pytest.fixture
def ingested(toy_extraction, work_dir, run):
    assert run("ingest", "articles").status == 0
    return work_dir


@pytest.fixture
def answered(run, monkeypatch):
    """Answer a review by lines: `answered("k", "q")` gives what it prints."""

    def answer(*lines, arguments=()):
        monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
        ran = run("review", "--by", "Lan", *arguments)
        assert ran.status == 0
        return ran

    return answer


def events(run, **wanted):
    found = [json.loads(line) for line in run("export", "events").out.splitlines()]
    return [event for event in found if all(event[field] == value for field, value in wanted.items())]


def test_the_least_sure_comes_first_with_its_words(ingested, answered):
    told = answered("s", "s").out
    assert told.index("1 of 2: the year is not stated") < told.index("2 of 2: no date")
    assert "received guests from Leeds on September 23" in told
    assert told.endswith("0 answered, 2 left\n")
    assert not FILE.exists()


ANSWERS = [
    (["k"], {"date": "XXXX-09-23"}, True),
    (["d", "2023-09-23"], {"date": "2023-09-23"}, False),
    (["D", "9/23", "d", "2023-09"], {"date": "2023-09"}, False),
    (["f", "status=planned"], {"status": "planned"}, False),
    (["f", "", "?", "f", "city=Hue"], {"city": "Hue"}, False),
]


@pytest.mark.parametrize(("lines", "values", "checked"), ANSWERS)
@pytest.mark.usefixtures("ingested")
def test_an_answer_is_saved(lines, values, checked, answered, run):
    assert answered(*lines, "q").out.endswith("1 answered, 1 left\n")
    event = events(run, type="meeting")[0]
    assert {field: event[field] for field in values} == values
    assert bool(event["checked"]) is checked
    assert FILE.read_text("utf-8").count("\n- id: ") == 1


def test_a_wrong_answer_says_why(ingested, answered):
    assert '"9/23" is no date' in answered("d", "9/23", "q").err


def test_what_is_dropped_is_left_out(ingested, answered, run):
    answered("x", "k")
    assert events(run, type="meeting") == []
    assert answered().out == "nothing is unsure\n"


def test_filters_leave_the_rest(ingested, answered):
    assert "1 of 1: no date" in answered("q", arguments=["--city", "Da Nang"]).out


def test_the_end_of_the_input_ends_it(ingested, answered):
    assert answered("k").out.endswith("1 answered, 1 left\n")


class Terminal:
    """A terminal with the review on it."""

    def __init__(self):
        import pty

        self.ours, theirs = pty.openpty()
        self.seen = ""
        command = [sys.executable, "-m", "hcoop", "review", "--by", "Lan"]
        environment = {**os.environ, "TERM": "dumb"}
        self.review = subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, env=environment)
        os.close(theirs)

    def wait_for(self, words):
        """Read until words are shown after those that were waited for before."""
        deadline = time.monotonic() + 30
        while words not in self.seen:
            assert time.monotonic() < deadline, self.seen
            if select.select([self.ours], [], [], 1)[0]:
                self.seen += os.read(self.ours, 65536).decode("utf-8", "replace")
        self.seen = self.seen.partition(words)[2]

    def press(self, keys):
        time.sleep(0.05)  # until single keys are taken
        os.write(self.ours, keys)


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pty")
def test_a_key_is_enough_on_a_terminal(ingested, run):
    terminal = Terminal()
    for words, keys in (
        ("1 of 2", b""),
        ("[q]uit ? ", b"d"),
        ("none): ", b"2023-09-23\n"),
        ("date is 2023-09-23", b""),
        ("2 of 2", b""),
        ("[q]uit ? ", b"q"),
        ("1 answered, 1 left", b""),
    ):
        terminal.wait_for(words)
        terminal.press(keys)
    assert terminal.review.wait(timeout=30) == 0
    os.close(terminal.ours)
    assert events(run, type="meeting")[0]["date"] == "2023-09-23"
