"""Word lists as trees of letters find what a plain list of alternatives finds."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hcoop.events.phrases import Phrases
from hcoop.events.wordlists import either, word_pattern

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


PHRASES = st.lists(st.from_regex(r"[abc][ab -]{0,3}[abc*]", fullmatch=True), min_size=1)


@given(PHRASES, st.text("ab c-,_A", max_size=40))
def test_phrases_find_what_their_pattern_does(words, text):
    expected = [match.span() for match in word_pattern(words).finditer(text)]
    assert [match.span() for match in Phrases(words).all(text)] == expected


@given(PHRASES, st.lists(st.text("ab c-,_A", max_size=20)))
def test_phrases_are_counted_in_several_texts_as_in_each(words, texts):
    phrases = Phrases(words)
    assert phrases.counts(texts) == [len(phrases.all(text)) for text in texts]


def test_last():
    assert Phrases(["a*"]).last("ab ac")[0] == "ac"
    assert Phrases(["x"]).last("ab ac") is None
