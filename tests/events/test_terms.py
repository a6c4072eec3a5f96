"""How long what was signed holds."""

import pytest

SIDES = "Hue Central Hospital and Kanazawa University Hospital"
TOLD = [
    ("signed a five-year memorandum of understanding on nursing on Monday.", "P5Y"),
    ("signed a protocol for five (5) years on Monday.", "P5Y"),
    ("signed a 36-month contract on nursing on Monday.", "P3Y"),
    ("signed an 18-month cooperation agreement on Monday.", "P18M"),
    ("signed an agreement on Monday to train nurses for the next three years.", "P3Y"),
    ("signed a memorandum on nursing, with a validity of five years, on Monday.", "P5Y"),
    ("signed an agreement on nursing for the 2016-2020 period on Monday.", "2016/2020"),
    ("signed the minutes on cooperation for 2018-2020 on Monday.", "2018/2020"),
    ("renewed their agreement on nursing for another three years on Monday.", "P3Y"),
    ("signed an agreement on Monday. The MoU is valid for five years.", "P5Y"),
    ("signed an agreement on Monday. Valid until 2029, it covers nursing.", "../2029"),
    ("signed an agreement on nursing on Monday.", None),
    ("signed a memorandum on a two-year course for nurses on Monday.", None),
    ("which have worked together for 20 years, signed a memorandum on Monday.", None),
    ("signed a memorandum on Monday. The hospital has treated heart patients for ten years.", None),
    ("signed a contract on Monday, valid for 0 years.", None),
    ("signed a memorandum on Monday. A five-year-old boy was cured there.", None),
]


@pytest.mark.parametrize(("words", "term"), TOLD)
def test_term(tell, words, term):
    [event] = tell(f"{SIDES} {words}")
    assert (event.term, event.date) == (term, "2019-05-13")


def test_only_what_is_signed_has_a_term(tell):
    [event] = tell("Kanazawa University Hospital trained 20 nurses of Hue Central Hospital in a two-year course.")
    assert (event.type, event.term) == ("training", None)


def test_the_sentence_that_tells_the_term_is_evidence(tell):
    [event] = tell(f"{SIDES} signed an agreement on Monday.", "The document will be in force until the end of 2020.")
    assert event.term == "../2020"
    assert [piece.quote[-12:] for piece in event.evidence] == ["t on Monday.", "end of 2020."]


def test_each_of_two_instruments_has_its_own_term(tell):
    events = tell(
        f"{SIDES} signed a three-year contract on nursing on Monday.",
        "On Tuesday Da Nang Hospital and the Korea International Cooperation Agency signed an agreement on dengue "
        "for the 2019-2024 period.",
    )
    assert [event.term for event in events] == ["P3Y", "2019/2024"]
