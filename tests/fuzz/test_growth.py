"""What makes texts to hurt expressions makes such, and what looks for those that never end finds them."""

import subprocess
import sys
from itertools import islice
from pathlib import Path

import pytest
from growth import endless, of_all, steeper, superlinear
from pumps import Pump, pumps

from hcoop import lexicon
from hcoop.sentences import Sentences

# Two ways to read a letter, a word or what is made of both: such as stood in the code and the data once.
SLOW = [
    r"(?:a|a)+$", r"(?:save|copy|save| )+$", r"(?:[A-Z][\w&-]*\w|[A-Z]{2,}| )*x",
    r"(?:[A-Z]\w*[ ,]*(?:and )?){2,10}$",
]  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("pattern", SLOW)
def test_those_that_do_not_end_are_found(pattern, monkeypatch):
    monkeypatch.setattr("growth._ENDLESS", 1)
    assert list(endless([(pattern, 0)])) == [pattern]


@pytest.mark.parametrize("pattern", ["a++$", "(?>a|b)+c", "[a-z]+ [A-Z]", "(?:one|two)+"])
def test_those_that_end_are_not(pattern):
    assert list(endless([(pattern, 0)])) == []


def test_a_text_leads_to_the_loop_and_fills_it():
    tried = pumps(r"from (?:Hanoi|Hue)+ [0-9]*x")
    assert {"from ", "from Hanoi"} <= {pump.before for pump in tried} | {pump.unit for pump in tried}
    assert Pump("from ", "Hue", "\x00") in tried
    assert Pump("from Hanoi ", "1", "!") in tried
    assert [len(pump.text(1000)) in range(980, 1002) for pump in tried] == [True] * len(tried)


def test_what_takes_more_than_in_proportion_is_found(monkeypatch):
    monkeypatch.setattr("growth._QUICK", 0)
    tried = of_all([("(?:ab)*c", 0)])[:1]
    squared = list(islice(superlinear(tried, lambda text: [text.count("zz") for _ in range(len(text) // 20)]), 1))
    assert squared == tried


# Seconds after which the look at all expressions is taken never to end; it takes a small part of it.
HANGS = 1800


@pytest.mark.slow
def test_every_expression_ends_on_texts_of_its_own():
    """How fast the time grows is told by the script alone: other work on the machine changes it."""
    script = Path(__file__).with_name("growth.py")
    ran = subprocess.run([sys.executable, script, "0"], capture_output=True, text=True, check=True, timeout=HANGS)
    number, *found = ran.stdout.splitlines()
    assert int(number.split()[0]) > 700
    assert [line for line in found if line.startswith("endless: ")] == []


@pytest.mark.parametrize("unit", ["N", "a ", " ", "A-", "1,"])
def test_sentences_are_short(unit):
    spans = Sentences(lexicon.load()).split(unit * 10_000)
    assert max((span.end - span.start for span in spans), default=0) <= 2_000


@pytest.mark.slow
def test_what_takes_time_by_a_high_power_is_found(monkeypatch):
    monkeypatch.setattr("growth._ENDLESS", 1)
    assert list(steeper([("[a-z]*b[a-z]*c[a-z]*d[a-z]*e", 0)]))
