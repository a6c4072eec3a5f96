"""Folding keeps lengths and changes each letter as if it stood alone; YAML is read as PyYAML would, scalars as text."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from hcoop.lexicon import _TextLoader, parse_yaml
from hcoop.text import fold, unmark

LETTERS = st.text(st.sampled_from("aZđĐéỆ’“–ßẞæÆœŒØ€漢ю \t`"), max_size=30)


@pytest.mark.parametrize("change", [unmark, fold])
@given(text=LETTERS)
def test_letters_change_as_they_do_alone(change, text):
    assert change(text) == "".join(map(change, text))


@pytest.mark.parametrize(
    "text",
    [
        "", "a: NO\nb: 12:30\nc: 010\n", "- {a: ~, b: null}\n- [x, [y]]\n", "a: &one {k: 1}\nb: {<<: *one, z: 2}\n",
        "~: none\n", "a: !!int 3\n", "a: 1\na: 2\n",
    ],
)
def test_yaml_is_read_as_by_its_library(text):
    assert parse_yaml(text) == yaml.load(text, Loader=_TextLoader)


def test_deep_yaml_is_read():
    read, deep = parse_yaml("[" * 2000 + "]" * 2000), 0
    while read:
        read, deep = read[0], deep + 1
    assert deep == 1999


def test_what_is_named_twice_is_one():
    read = parse_yaml("a: &one [x]\nb: *one\n")
    assert read["a"] is read["b"]
