"""The thread of two sides: what comes first and last, what was signed, what stayed a plan."""

import pytest

from hcoop.query.pairs import pairs
from hcoop.query.thread import thread


def event(id, date=None, reported="2019-06-01", *, status="completed", home="Hue Hospital", partner="Kobe", **more):
    named = [(name, side) for name, side in ((home, "home"), (partner, "partner")) if name]
    parties = [{"name": name, "side": side, "country": None, "organisation": name.lower(), "person": None}
               for name, side in named]
    return {
        "id": id, "type": "meeting", "status": status, "date": date, "reported": reported, "instrument": None,
        "term": None, "city": "Hue", "topics": [], "countries": ["JP"], "people": [], "participants": parties,
        "evidence": [{"published": reported}], **more,
    }


CONTACTS = [
    ([event("a", "2018-05"), event("b", "2017")], "b", "a"),
    ([event("a", None, "2019-06-01"), event("b", None, "2018-01-01")], "b", "a"),
    ([event("a", None, "2019-06-01"), event("b", "2019-06-02")], "a", "b"),
    # What is to last beyond its report is known to go on until then.
    ([event("a", "2017/2025", "2018-01-01"), event("b", "2019-05-20")], "a", "b"),
    ([event("a", "2016/..", "2020-01-01"), event("b", "2019-05-20")], "a", "a"),
    ([event("a", "2018", status="planned"), event("b", "2019")], "b", "b"),
    ([event("a", "2018", status="planned")], None, None),
    ([event("a", "XXXX-09-23", None)], "a", "a"),
]


@pytest.mark.parametrize(("events", "first", "last"), CONTACTS)
def test_first_and_last_contact(events, first, last):
    told = thread(events, ())
    found = [contact and contact["event"] for contact in (told["first_contact"], told["last_contact"])]
    assert found == [first, last]


def test_instruments_stand_in_order_of_time_with_their_terms():
    signed = {"type": "agreement", "instrument": "mou"}
    told = thread([event("a", "2018", **signed, term="P5Y"), event("b", "2016", **signed), event("c", "2017")], ())
    assert [(found["event"], found["term"]) for found in told["instruments"]] == [("b", None), ("a", "P5Y")]
    planned = thread([event("a", "2018", status="planned", **signed)], ())
    assert (planned["instruments"], planned["agreements"]) == ([], 0)


def test_what_was_carried_out_is_no_open_plan():
    plans = [event("a", "2018", status="planned"), event("b", "2020", status="planned")]
    assert [plan["event"] for plan in thread(plans, {"a"})["unfulfilled"]] == ["b"]


def test_people_places_and_topics_come_by_frequency():
    lan, minh = {"name": "Lan", "person": "1"}, {"name": "Minh", "person": "2"}
    told = thread([event("a", people=[lan, minh], city=None, topics=["x"]), event("b", people=[minh, minh])], ())
    assert [(person["name"], person["events"]) for person in told["people"]] == [("Minh", 2), ("Lan", 1)]
    assert (told["places"], told["topics"], told["events"]) == (["Hue"], ["x"], 2)


SIDES = [
    ({}, [("hue hospital", "kobe")]),
    ({"partner": None}, [("hue hospital", "country:JP")]),
    ({"home": None}, [("country:VN", "kobe")]),
    ({"partner": None, "countries": ["JP", "KR"]}, [("hue hospital", "country:JP"), ("hue hospital", "country:KR")]),
]


@pytest.mark.parametrize(("told", "ends"), SIDES)
def test_a_country_stands_for_a_side_without_a_body(told, ends):
    found = pairs([event("a", **told)], "VN", {"JP": "Japan"})
    assert [(pair.source.id, pair.target.id) for pair in found] == ends
    assert [pair.named for pair in found] == [not any("country:" in end for end in both) for both in ends]
