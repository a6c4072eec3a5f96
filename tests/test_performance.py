"""What the benchmarks of speed are made of: their corpus, their clock, their tables."""

import re
import runpy
import subprocess
import sys
from pathlib import Path

import pytest

from hcoop import lexicon

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))

from performance import corpus, memory, timing
from performance.tables import ratio, table, times

BENCHMARKS = Path(__file__).parents[1] / "benchmarks"
# It runs in an environment of its own, with the pipeline that hcoop is held against.
APART = {"baseline.py"}


def test_the_corpus_is_the_same_each_time_and_each_article_another(tmp_path):
    texts = list(corpus.texts(20))
    assert texts == list(corpus.texts(20))
    assert len(set(texts)) == 20
    assert texts != list(corpus.texts(20, seed=2))
    assert [path.read_text("utf-8") for path in corpus.write(tmp_path, 20)] == texts


def test_a_rare_word_is_in_one_article():
    assert len({corpus.rare_word(index) for index in range(5000)}) == 5000
    whole = [corpus.article(index, length=30_000) for index in range(3)]
    assert [corpus.rare_word(1) in text.split() for text in whole] == [False, True, False]


def test_calls_are_counted_much_alike_each_time():
    from calls import extract, report
    from hcoop.records import Document, Source

    source = Source("article.txt", "0" * 64, "text/plain", "utf-8")
    documents = [Document(text=text, source=source) for text in corpus.texts(3)]
    known = lexicon.load()
    assert extract(documents, known) > 3
    told = [re.match(r"(\d+) calls an article", report(documents, known).splitlines()[-1]) for _ in range(2)]
    one, other = (int(count[1]) for count in told if count)
    assert abs(one - other) <= 0.01 * one  # the collector of garbage calls too, now and then


def test_commands_take_turns(tmp_path):
    told = tmp_path / "told"
    append = "import sys; open(sys.argv[1], 'a').write(sys.argv[2])"
    commands = {name: [sys.executable, "-c", append, str(told), name] for name in "ab"}
    assert list(timing.by_turns(commands, 2)) == ["a", "b"]
    assert told.read_text() == "ababab"  # the first round warms the caches


def test_memory_is_that_of_all_processes():
    child = "import subprocess, sys; subprocess.run([sys.executable, '-c', sys.argv[1]])"
    holds = "import time; held = bytearray(60_000_000); held[::4096] = b'x' * len(held[::4096]); time.sleep(1)"
    _, most = memory.run([sys.executable, "-c", child, holds])
    assert most > 60_000_000 or sys.platform != "linux"
    with pytest.raises(subprocess.CalledProcessError):
        memory.run([sys.executable, "-c", "raise SystemExit(1)"])


def test_tables():
    made = table("Title", ("a", "b"), [(1, "x")], "Note.")
    assert made == "### Title\n\n| a | b |\n| --- | --- |\n| 1 | x |\n\nNote.\n"
    assert (times(0.1234), times(75.4), ratio(3, 2), ratio(1, 0)) == ("123 ms", "75 s", "1.50", "-")


@pytest.mark.parametrize("name", sorted(path.name for path in BENCHMARKS.glob("*.py") if path.name not in APART))
def test_every_benchmark_can_be_loaded(name):
    told = runpy.run_path(str(BENCHMARKS / name), run_name="loaded")
    assert told["__doc__"]
