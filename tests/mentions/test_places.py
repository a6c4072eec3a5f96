import pytest
from hypothesis import given
from hypothesis import strategies as st

from hcoop import lexicon
from hcoop.mentions.places import find_places
from hcoop.records import Article, Block, Place, Source


def found(text: str, blocks: tuple[Block, ...] = ()) -> tuple[Place, ...]:
    source = Source(None, "0" * 64, "text/plain", "utf-8")
    article = Article("a", None, None, None, None, None, None, None, None, "en", None, text, blocks, source)
    return find_places(article, lexicon.load())


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("French nurses reached Huế on Monday.", [("France", "FR"), ("Hue", "VN")]),
        ("The RoK and Viet Nam share notes.", [("South Korea", "KR"), ("Viet Nam", "VN")]),
        ("HCMC, HCM City and Saigon are one.", [("Ho Chi Minh City", "VN")]),
        ("Wards in Nha Trang are full.", [("Khanh Hoa", "VN")]),
        ("A ward in Thua Thien - Hue was painted.", [("Hue", "VN")]),
        ("Ventilators came from Lyon.", [("Lyon", "FR")]),
        ("They gave US$375,000 for beds.", []),
        ("Give us a hand, they said.", []),
        ("The US team came back.", [("United States", "US")]),
        ("Ms Nguyen Thi Hue was the first.", []),
        ("Pham Long An walked home.", []),
        ("She trained in Long An.", [("Long An", "VN")]),
        ("Chairwoman Thai Huong spoke.", []),
        ("The Thai team spoke.", [("Thailand", "TH")]),
        ("Michael Jordan visited.", []),
        ("Medics from Jordan visited.", [("Jordan", "JO")]),
        ("Vietnam-Germany Friendship Hospital has 900 beds.", []),
        ("Vietnam-Germany trade grew.", [("Viet Nam", "VN"), ("Germany", "DE")]),
        ("Southeast Asian countries met.", []),
        ("They learn Japanese at night.", []),
        ("It cost US 500,000 and US $2 million.", []),
        ("The Dutch, the Danes and the Poles came.", [("Netherlands", "NL"), ("Denmark", "DK"), ("Poland", "PL")]),
        # cities of one name in several countries
        ("Nurses left Hamilton.", [("Hamilton", "CA")]),
        ("Nurses left Hamilton, New Zealand.", [("Hamilton", "NZ"), ("New Zealand", "NZ")]),
        ("A Spanish team left Valencia.", [("Spain", "ES"), ("Valencia", "ES")]),
        (
            "Boston and Cambridge are in Massachusetts.",
            [("Boston", "US"), ("Cambridge", "US"), ("Massachusetts", "US")],
        ),
        ("Canadian nurses left London.", [("Canada", "CA"), ("London", "GB")]),
        ("Nurses left Melbourne, Florida.", [("Melbourne", "US"), ("Florida", "US")]),
    ],
)
def test_places_of_a_sentence(text: str, places: list[tuple[str, str]]) -> None:
    assert [(place.name, place.country) for place in found(text)] == places


def test_mentions_are_exact_and_demonyms_count() -> None:
    text = "Korean doctors left Seoul. The Koreans liked South Korea's new laws."
    korea = next(place for place in found(text) if place.country == "KR" and place.kind == "country")
    assert [text[span.start : span.end] for span in korea.mentions] == ["Korean", "Koreans", "South Korea"]


def test_a_district_of_two_provinces_is_of_the_one_named() -> None:
    assert {place.name for place in found("Chau Thanh district in Tien Giang province")} == {"Tien Giang"}


def test_only_content_and_the_dateline_are_read() -> None:
    text = "Home Japan\nHANOI — Talks went well.\n"
    blocks = (Block(0, 10, "nav"), Block(11, 16, "dateline"), Block(19, len(text) - 1, "body"))
    assert [place.name for place in found(text, blocks)] == ["Hanoi"]


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    assert all(0 <= span.start < span.end <= len(text) for place in found(text) for span in place.mentions)
