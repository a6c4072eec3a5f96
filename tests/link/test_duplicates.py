"""Copies of an article, however little was changed, and what is no copy."""

import pytest
from telling_of import linked, report

WORDS = (
    "The Department of Health of Can Tho and a hospital of Kobe signed a memorandum on the care of stroke patients on "
    "Monday morning. Ten doctors and nurses a year are to go to Kobe for three months and see how a stroke unit works "
    "there, while the guests will help the city to lay down which hospital an ambulance should drive to, and by which "
    "road. The director said that most patients come too late for the drug that dissolves a clot, since the rivers are "
    "many and ferries few."
)
CHANGED = {
    "nothing": (WORDS, True),
    "marks and case": (WORDS.replace("Can Tho", "CẦN THƠ"), True),
    "a sentence more": (WORDS + " The city has twenty hospitals and a school of medicine.", True),
    "a correction": (WORDS.replace("Ten doctors", "Twelve doctors"), True),
    "another text": (" ".join(reversed(WORDS.split())), False),
    "half of it": (WORDS[: len(WORDS) // 3], False),
}


@pytest.mark.parametrize("what", CHANGED)
def test_copies(what):
    text, is_copy = CHANGED[what]
    found = linked(report("b", text=WORDS), report("a", text=text, published="2019-05-23")).copies
    assert found == ({"a": "b"} if is_copy else {})


def test_the_first_published_is_the_original_and_the_undated_never():
    reports = [report("a", text=WORDS, published=None), report("b", text=WORDS, published="2019-05-23"),
               report("c", text=WORDS)]
    assert linked(*reports).copies == {"a": "c", "b": "c"}


def test_much_the_same_words_a_year_later_are_another_report():
    later = WORDS.replace("Ten doctors", "Twelve doctors").replace("on Monday", "today").replace("three", "two")
    assert linked(report("a", text=WORDS), report("b", text=later, published="2020-05-21")).copies == {}


def test_a_short_text_is_no_copy():
    assert linked(report("a", text="They signed it."), report("b", text="They signed it.")).copies == {}
