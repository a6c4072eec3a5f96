"""Which names of several articles are of one body, and which are kept apart."""

import pytest
from telling_of import body, linked, report

ONE = {
    "word order": (body("Kyoto Hospital", "JP"), body("Hospital of Kyoto", "JP")),
    "a variant": (body("Kyoto Cancer Centre", "JP"), body("Kyoto Cancer Center", "JP")),
    "a legal form": (body("Zuellig Co Ltd", "SG", kind="company"), body("Zuellig", "SG", kind="company")),
    "marks": (body("Hùng Vương Maternity Hospital"), body("Hung Vuong Maternity Hospital")),
    "an acronym": (body("Kobe Medical Center", "JP", aliases=["KMCX"]), body("KMCX", "JP", kind="company")),
    "an old name": (body("Jeonbuk Hospital", "KR", aliases=["Chonbuk Hospital"]), body("Chonbuk Hospital", "KR")),
    "a misprint": (body("Niigata University Hospital", "JP"), body("Nigata University Hospital", "JP")),
    "letters changed about": (body("Hiroshima Red Cross", "JP"), body("Hirohsima Red Cross", "JP")),
    "no country": (body("Kobe Medical School", None), body("Kobe Medical School", "JP")),
    "a known body under another name": (body("Cho Ray Hospital", id="vn-choray"), body("Hospital Cho Ray")),
}
APART = {
    "two cities": (body("General Hospital", city="Hue"), body("General Hospital", city="Hanoi")),
    "two countries": (
        body("Ministry of Health", "LA", kind="ministry"), body("Ministry of Health", "KH", kind="ministry")
    ),
    "numbers": (body("Children Hospital 1"), body("Children Hospital 2")),
    "a subsidiary": (body("Merck", "DE", kind="company"), body("Merck Healthcare Vietnam", "DE", kind="company")),
    "kinds": (body("Kyoto University", "JP", kind="university"), body("University of Kyoto", "JP")),
    "short words": (body("Kobe Hospital Fund", "JP"), body("Kure Hospital Fund", "JP")),
    "two known bodies": (body("Cho Ray Hospital", id="vn-choray"), body("Cho Ray Hospital", id="jica")),
    "a known namesake in another city": (body("Cho Ray Hospital", city="Hanoi"),
                                         body("Cho Ray Hospital", id="vn-choray", city="Hue")),
    "an alias that says nothing": (body("Kobe Nursing Hospital", "JP", aliases=["Hospital"]), body("Hospital", "JP")),
}


def identities(one, other):
    found = linked(report("a", organisations=[one]), report("b", organisations=[other])).organisations
    return found["a", one["id"]], found["b", other["id"]]


@pytest.mark.parametrize("why", ONE)
def test_one_body_has_one_id(why):
    one, other = identities(*ONE[why])
    assert one == other


@pytest.mark.parametrize("why", APART)
def test_two_bodies_have_two(why):
    one, other = identities(*APART[why])
    assert one != other


def test_what_an_article_tells_apart_stays_apart():
    one, other = body("Kyoto Hospital", "JP"), body("Hospital of Kyoto", "JP")
    found = linked(report("a", organisations=[one, other])).organisations
    assert len(set(found.values())) == 2


def test_an_acronym_of_two_bodies_is_of_neither():
    two = [body("Kobe Medical Center", "JP", aliases=["KMC"]), body("Kure Medical Clinic", "JP", aliases=["KMC"])]
    found = linked(report("a", organisations=two), report("b", organisations=[body("KMC", "JP")])).organisations
    assert len(set(found.values())) == 3


def test_namesakes_are_told_apart_by_their_cities():
    assert identities(*APART["two cities"]) == ("vn-general-hospital-hue", "vn-general-hospital-hanoi")
