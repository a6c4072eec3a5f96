"""Words are found again in a text that has changed around them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hcoop.corrections.anchors import anchor_of, find, is_telling
from hcoop.corrections.record import Anchor

TEXT = "On Monday Cho Ray Hospital signed.\nOn Friday Cho Ray Hospital, in Saigon, hosted guests.\n"
SECOND = (TEXT.index("Cho", 20), TEXT.index(", in"))
CHANGED = {
    "the same": (TEXT, SECOND[0]),
    "words before": ("A new first line.\n" + TEXT, SECOND[0] + 18),
    "words around": (TEXT.replace("Monday", "Tuesday").replace("guests", "visitors"), SECOND[0] + 1),
    "the first taken out": (TEXT.replace("On Monday Cho Ray Hospital signed.\n", ""), SECOND[0] - 35),
    "wrapped lines": (TEXT.replace("Cho Ray ", "Cho\n  Ray "), SECOND[0] + 4 - 1 + 0),
}


@pytest.mark.parametrize("change", CHANGED)
def test_the_place_with_the_same_words_around_is_found(change):
    text, start = CHANGED[change]
    found = find(anchor_of(TEXT, *SECOND), text)
    assert found is not None
    assert text[slice(*found)].split() == ["Cho", "Ray", "Hospital"]
    assert text[found[1] :].startswith(", in Saigon")
    assert found[0] - start in (0, -1)


def test_words_that_are_gone_are_not_found():
    assert find(anchor_of(TEXT, *SECOND), TEXT.replace("Ray", "Rey")) is None


@pytest.mark.parametrize(
    ("anchor", "telling"),
    [
        (Anchor("JICA", "money from ", " for a ward"), True),
        (Anchor("JICA", "said ", " and others"), False),
        (Anchor("JICA"), False),
        (Anchor("The unit was built with money from JICA for a ward"), True),
    ],
)
def test_few_words_in_another_article_need_the_same_around(anchor, telling):
    text = "The unit was built with money from JICA for a ward."
    found = find(anchor, text)
    assert found is not None
    assert is_telling(anchor, text, *found) is telling


@given(st.text(), st.text(min_size=1), st.text(), st.text())
def test_what_is_anchored_is_found(before, words, after, changed):
    text = before + words + after
    anchor = anchor_of(text, len(before), len(before) + len(words))
    assert find(anchor, text) is not None
    start, end = find(anchor, changed + text)
    assert (changed + text)[start:end] == words
