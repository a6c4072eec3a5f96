"""Word lists as trees of letters find what a plain list of alternatives finds."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hcoop.events.wordlists import either, last, word_pattern

WORDS = st.lists(st.text("ab c-", min_size=1, max_size=5).filter(lambda word: word == word.strip()), min_size=1)


@given(WORDS, st.text("ab c-", max_size=30))
def test_a_tree_finds_the_longest_word(words, text):
    plain = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    assert re.findall(either(words, {}), text) == re.findall(plain, text)


@pytest.mark.parametrize(
    ("words", "text", "found"),
    [
        (["health*"], "healthcare and health", ["healthcare", "health"]),
        (["care", "care for"], "care  for patients", ["care  for"]),
        (["aid"], "aids, first-aid, aid", ["aid"]),
        (["x-ray*"], "an x-ray and x-rays", ["x-ray", "x-rays"]),
    ],
)
def test_word_pattern(words, text, found):
    assert word_pattern(words).findall(text) == found


def test_last():
    assert last(re.compile("a."), "ab ac") is not None
    assert last(re.compile("a."), "ab ac")[0] == "ac"
    assert last(re.compile("x"), "ab ac") is None
