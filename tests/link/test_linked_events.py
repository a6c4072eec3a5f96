"""Which reports tell one event, what they add up to, and what is kept apart."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from telling_of import event, linked, report

ONE = {
    "the same day": (event(), event()),
    "a month, then the day": (event(date="2019-05"), event()),
    "a year recalled": (event(), event(date="2019", importance="side")),
    "no year": (event(date="XXXX-05-20", date_basis="none"), event()),
    "no date, as news": (event(date=None, date_basis="none"), event()),
    "the country alone": (event(), event(partners=["Japan"])),
    "a meeting for a signing": (event(), event(type="meeting")),
    "both undated, as news": (event(date=None, date_basis="none"), event(date=None, date_basis="none")),
}
APART = {
    "another hospital": (event(), event(home=["Bach Mai Hospital"])),
    "another partner": (event(), event(partners=["Osaka Hospital"])),
    "another country": (event(), event(partners=["France"], countries=["FR"])),
    "a week later": (event(), event(date="2019-05-27")),
    "gifts of two days": (event(type="aid"), event(type="aid", date="2019-05-21", quote="other words of another gift")),
    "a plan": (event(), event(status="planned")),
    "gifts of other sums": (
        event(type="aid", amounts=[{"value": 1e6, "currency": "USD", "text": "$1m"}], partners=["Japan"]),
        event(type="aid", amounts=[{"value": 3e4, "currency": "USD", "text": "$30,000"}]),
    ),
    "a yearly conference": (event(type="conference", date="2018-05-21"), event(type="conference")),
    "a gift and a course": (event(type="aid", topics=["dental"]), event(type="training")),
}


@pytest.mark.parametrize("why", ONE)
def test_reports_of_one_event_are_one_record(why):
    one, other = ONE[why]
    assert len(linked(report("a", one), report("b", other)).events) == 1


@pytest.mark.parametrize("why", APART)
def test_two_events_are_two_records(why):
    one, other = APART[why]
    assert len(linked(report("a", one), report("b", other)).events) == 2


def test_what_an_article_tells_apart_stays_apart():
    assert len(linked(report("a", event(), event()), report("b", event())).events) == 2


def test_a_recollection_that_may_be_of_two_events_joins_neither():
    spring, autumn = event(), event(date="2019-10-02")
    recalled = report("c", event(date="2019", importance="side"), published="2020-01-01")
    found = linked(report("a", spring), report("b", autumn, published="2019-10-03"), recalled)
    assert len(found.events) == 3


def test_two_events_under_one_id_stay_two():
    told = report("a", event(id="0123"), event(id="0123", partners=["Osaka Hospital"]))
    assert set(linked(told).events) == {"0123", "0123-2"}


def test_reports_add_up():
    first = event(date="2019-05", topics=["nursing"], city="Ho Chi Minh City", quote="They agreed")
    second = event(topics=["dental", "nursing"], instrument="mou", quote="Both signed")
    (record,) = linked(report("a", first, published="2019-05-22"), report("b", second)).events.values()
    assert (record["date"], record["instrument"], record["city"]) == ("2019-05-20", "mou", "Ho Chi Minh City")
    assert [party["organisation"] for party in record["participants"]] == ["vn-choray", "jp-kobe-hospital"]
    assert set(record["topics"]) == {"dental", "nursing"}
    assert [(e["article"], e["quote"]) for e in record["evidence"]] == [("b", "Both signed"), ("a", "They agreed")]
    assert (record["reported"], record["conflicts"], len(record["members"])) == ("2019-05-21", [], 2)
    assert record["id"] == min(record["members"])
    assert "the same partner: jp-kobe-hospital" in record["reasons"][0]["because"]


def test_what_reports_disagree_on_is_kept():
    one, other = event(city="Hue", quote="they signed it all"), event(city="Hanoi", date="2019-05-21", people=[])
    for found in (one, other):
        found["quote"] = "both hospitals signed their agreement about nurses"
    (record,) = linked(report("a", one), report("b", other)).events.values()
    assert {conflict["field"] for conflict in record["conflicts"]} == {"city", "date"}
    assert record["conflicts"][0]["values"] == [{"value": "Hanoi", "article": "b"}, {"value": "Hue", "article": "a"}]


TERMS = [
    (["P5Y", "P5Y"], "P5Y", False), (["P5Y", None], "P5Y", False), (["P5Y", "P3Y"], "P3Y", True),
    (["P5Y", "2019/2024"], "2019/2024", False), (["2019/2024", "../2024"], "../2024", False),
    (["2019/2024", "../2023"], "../2023", True), ([None, None], None, False),
]


@pytest.mark.parametrize(("terms", "term", "differ"), TERMS)
def test_the_term_is_that_of_the_reports_which_may_differ(terms, term, differ):
    reports = [report(name, event(term=told)) for name, told in zip("ab", terms, strict=True)]
    (record,) = linked(*reports).events.values()
    assert record["term"] == term
    assert [conflict["field"] for conflict in record["conflicts"]] == ["term"] * differ


@pytest.mark.parametrize("partner", ["Kobe Hospital", "Japan"])
def test_a_fact_fulfils_its_plan(partner):
    plan = event(status="planned", date="2019-06", partners=[partner])
    found = linked(report("a", plan), report("b", event(date="2019-06-12"), published="2019-06-13")).events
    (later,) = [record for record in found.values() if record["relations"]]
    (earlier,) = [record for record in found.values() if record["status"] == "planned"]
    assert later["relations"] == [{"kind": "fulfils", "event": earlier["id"]}]


@pytest.mark.parametrize("fact", [event(date="2019-05-02"), event(partners=["Osaka Hospital"], date="2019-06-12"),
                                  event(date="2022-06-12")])
def test_what_came_before_or_is_another_fulfils_nothing(fact):
    plan = event(status="planned", date="2019-06")
    found = linked(report("a", plan), report("b", fact, published="2022-06-13")).events
    assert [record["relations"] for record in found.values()] == [[], []]


DATES = ("2019-05-20", "2019-05-21", "2019-05", "2019", "XXXX-05-20", "2019-05-18/2019-05-21", "2018/..", None)
EVENTS = st.builds(
    lambda type, status, date, home, partner, city, importance: event(
        [home] if home else [], [partner], type=type, status=status, date=date, city=city, importance=importance
    ),
    st.sampled_from(["agreement", "aid", "meeting"]),
    st.sampled_from(["completed", "planned"]),
    st.sampled_from(DATES),
    st.sampled_from(["Cho Ray Hospital", "Bach Mai Hospital", None]),
    st.sampled_from(["Kobe Hospital", "Osaka Hospital", "Japan"]),
    st.sampled_from(["Hue", None]),
    st.sampled_from(["main", "side"]),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(EVENTS, min_size=1, max_size=3), min_size=2, max_size=8), st.randoms())
def test_the_order_of_articles_is_nothing(told, random):
    reports = [report(f"a{n}", *events) for n, events in enumerate(told)]
    before = linked(*reports)
    random.shuffle(reports)
    after = linked(*reports)
    assert json.dumps(before.events) == json.dumps(after.events)
    assert before == after
    for record in before.events.values():
        articles = [piece["article"] for piece in record["evidence"]]
        assert len(articles) == len(set(articles)) == len(record["members"])
