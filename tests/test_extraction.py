"""The extraction of one text from Python: the same whatever the form of its letters and line ends."""

import unicodedata

import pytest

import hcoop
from hcoop.errors import UnreadableError

TEXT = (
    "HUẾ — Huế Central Hospital and the University of Lyon signed an agreement on nursing on Monday.\n"
    "Ten nurses of Huế will go to Lyon for a course of three months, said the director of the hospital.\n"
)


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_letters_and_line_ends_do_not_matter(form, end):
    found = hcoop.extract(unicodedata.normalize(form, TEXT).replace("\n", end), published="2020-03-04")
    assert found.article.text == TEXT
    assert [event.date for event in found.events if event.type == "agreement"] == ["2020-03-02"]
    for event in found.events:
        assert all(TEXT[cited.start : cited.end] == cited.quote for cited in event.evidence)


@pytest.mark.parametrize("text", ["", "  \n", "Home | News | Health"])
def test_a_text_without_an_article_is_told(text):
    with pytest.raises(UnreadableError, match="holds no article") as caught:
        hcoop.extract(text)
    assert caught.value.hint


def test_cities_are_those_of_events_and_where_something_is_done():
    text = (
        "Hue Central Hospital and the University of Lyon trained nurses in Quang Tri on Monday. "
        "Da Nang has a hospital of its own for such patients, which opened in the spring of last year.\n"
    )
    assert hcoop.extract(text, published="2020-03-04").cities == ("Hue", "Quang Tri")
