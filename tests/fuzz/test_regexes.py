"""No expression keeps hcoop busy for ever on a hostile text."""

import subprocess
import sys
from pathlib import Path

import pytest
from regexes import slow


def test_no_expression_is_worse_than_quadratic():
    script = Path(__file__).with_name("regexes.py")
    ran = subprocess.run([sys.executable, script], capture_output=True, text=True, check=True)
    number, *found = ran.stdout.splitlines()
    assert int(number.split()[0]) > 700
    assert found == []


@pytest.mark.parametrize("pattern", ["(a+)+$", r"(\w*\s*)*x", "a*a*a*b"])
def test_those_that_are_would_be_found(pattern):
    assert slow(pattern)
