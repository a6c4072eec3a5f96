"""No text that is made to hurt an expression keeps it, or extraction, busy for ever."""

import subprocess
import sys
from itertools import islice
from pathlib import Path

import pytest
from growth import endless, of_all, superlinear
from pumps import Pump, pumps

# One of so many texts is tried in an article by each run of the tests, and all by `growth.py` itself.
EACH = 400


@pytest.mark.slow
def test_every_expression_ends_and_no_article_takes_more_than_in_proportion():
    script = Path(__file__).with_name("growth.py")
    ran = subprocess.run([sys.executable, script, str(EACH)], capture_output=True, text=True, check=True)
    told = ran.stdout.splitlines()
    assert [int(line.split()[0]) > least for line, least in zip(told, (650, 100), strict=True)] == [True, True], told


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
