"""Lines that could be read in more ways than can be tried are read in one."""

import subprocess
import sys

import pytest

LINES = {
    "menu": "health" + "          photo/>" * 40,
    "photograph": "in the hospital, photo " + "a" * 500 + "!",
}
CODE = """
import sys
from hcoop import lexicon
from hcoop.blocks.layout import compile_layout
known = lexicon.load()
print(repr(known.compiled(compile_layout).role_of(sys.argv[1])))
"""
# Seconds after which a line is taken never to end; one that ends takes a thousandth.
HANGS = 60


@pytest.mark.slow
@pytest.mark.parametrize("line", LINES.values(), ids=LINES)
def test_such_a_line_is_read_to_its_end(line):
    ran = subprocess.run([sys.executable, "-c", CODE, line], capture_output=True, text=True, check=True, timeout=HANGS)
    assert ran.stdout.strip() in ("''", "'caption'")
