"""Asking: the query language, entities, filters, dates, order."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hcoop.errors import UsageError
from hcoop.query import dates
from hcoop.query.filters import make_filter
from hcoop.query.parse import And, Field, Not, Or, Phrase, Word, parse
from hcoop.query.search import search_articles, search_events
from hcoop.query.timeline import timeline

KOBE, LYON, OSAKA, LEEDS, TWO = "kobe-nurses", "lyon-valve", "osaka-plan", "leeds-visit", "two-hospitals"

PARSED = {
    "nurses": Word("nurses"),
    "two words": And((Word("two"), Word("words"))),
    "a AND b": And((Word("a"), Word("b"))),
    '"a phrase"': Phrase("a phrase"),
    '"not closed': Phrase("not closed"),
    "nurs*": Word("nurs", prefix=True),
    "-not": Not(Word("not")),
    "NOT this": Not(Word("this")),
    "a OR b c": Or((Word("a"), And((Word("b"), Word("c"))))),
    "(a OR b) c": And((Or((Word("a"), Word("b"))), Word("c"))),
    "-(a b)": Not(And((Word("a"), Word("b")))),
    "country:France": Field("country", "France"),
    'city:"Da Nang"': Field("city", "Da Nang"),
    "org:JICA": Field("organisation", "JICA"),
    "date:2016..2020": Field("date", "2016..2020"),
    "AP-HP": Word("AP-HP"),
    "12:30": Word("12:30"),
    "OR": None,
    "https://a.b": Word("https://a.b"),
    ") a (": Word("a"),
}


@pytest.mark.parametrize("query", PARSED)
def test_queries_are_read(query):
    if PARSED[query] is None:
        with pytest.raises(UsageError, match="no word"):
            parse(query)
    else:
        assert parse(query) == PARSED[query]


NOT_READ = {
    "": "no word",
    "!!! ...": "no word",
    "contry:France": "no field",
    "date:soon": "no date",
    "date:2016-13": "no date",
    "country:Narnia": "no country",
    "a " * 200: "too long",
    "date:..": "no range",
}


@pytest.mark.parametrize("query", NOT_READ)
def test_what_cannot_be_read_is_said_with_a_hint(query, store):
    with pytest.raises(UsageError, match=NOT_READ[query]) as raised:
        search_articles(store, query, make_filter(store, {}))
    assert raised.value.hint


FOUND = {
    "Japan": {KOBE, OSAKA},
    "Japanese": {KOBE, OSAKA},
    "JICA": {OSAKA},
    "Hospices Civils de Lyon": {LYON},
    "France": {LYON},
    "Hue": {LYON},
    "Huế": {LYON},
    "hue": {LYON},
    "Danang": {LYON, OSAKA},
    "Đà Nẵng": {LYON, OSAKA},
    "Saigon": {LEEDS},
    "Can Tho": {KOBE},
    "nurs*": {KOBE},
    '"cancer patients"': {OSAKA},
    '"patients cancer"': set(),
    "hospital -Japan": {LYON, TWO},
    "Kobe OR Leeds": {KOBE, LEEDS},
    "country:JP": {KOBE, OSAKA},
    "type:agreement": {KOBE},
    "topic:oncology OR person:Martin": {OSAKA, LYON},
    "date:2019..2020": {KOBE, OSAKA},
    "date:2020..2019": {KOBE, OSAKA},
    "date:2020..": {OSAKA, TWO},
    "Japan cancer": {OSAKA},
    "-hospital": {LEEDS},
    'outlet:"Viet Nam News"': {OSAKA, TWO},
    "zzz": set(),
}


def names(table):
    return {row["path"].removeprefix("articles/").removesuffix(".txt") for row in table.rows}


@pytest.mark.parametrize("query", FOUND)
def test_search_finds(query, store):
    assert names(search_articles(store, query, make_filter(store, {}))) == FOUND[query]


@pytest.mark.parametrize(
    "spellings",
    [("Hue", "Huế", "HUẾ"), ("Da Nang", "Đà Nẵng", "Danang"), ("HCMC", "HCM City", "Ho Chi Minh City", "Saigon")],
)
def test_a_city_is_found_and_ranked_alike_under_each_of_its_names(spellings, store):
    answers = [search_articles(store, spelling, make_filter(store, {})).rows for spelling in spellings]
    assert [[{**row, "snippet": None} for row in rows] for rows in answers] == [
        [{**row, "snippet": None} for row in answers[0]]
    ] * len(spellings)
    assert answers[0]


def test_the_words_are_lit_and_so_is_what_is_named(store):
    row = next(iter(search_articles(store, "Huế valve", make_filter(store, {})).rows))
    text = row["snippet"]["text"]
    assert {text[s:e] for s, e in row["snippet"]["highlights"]} >= {"Huế Central Hospital", "valve"} or "Huế" in text
    assert "valve" in {text[s:e] for s, e in row["snippet"]["highlights"]}


FILTERED = [
    ({"country": ["France"]}, {"technology_transfer"}),
    ({"country": ["French", "UK"]}, {"technology_transfer", "meeting"}),
    ({"city": ["HCMC"]}, {"meeting"}),
    ({"city": ["Ho Chi Minh City"]}, {"meeting"}),
    ({"city": ["danang"], "country": ["JP"]}, {"facility"}),
    ({"city": ["danang"], "country": ["FR"]}, set()),
    ({"organisation": ["Kobe"]}, {"agreement"}),
    ({"person": ["tanaka"]}, {"agreement"}),
    ({"topic": ["nursing", "oncology"]}, {"agreement", "facility"}),
    ({"status": ["planned"]}, {"facility"}),
    ({"outlet": ["hanoi times"]}, {"agreement"}),
    ({"type": ["meeting"]}, {"meeting"}),
]


@pytest.mark.parametrize(("given", "types"), FILTERED)
def test_filters_leave(given, types, store):
    assert {row["type"] for row in timeline(store, make_filter(store, given)).rows} == types


DATED = {
    ("2019", None): ["agreement", "facility"],
    (None, "2018-11"): ["technology_transfer"],
    ("2018-11-30", "2019-03-12"): ["technology_transfer", "agreement"],
    ("2021", None): [],
}


@pytest.mark.parametrize("days", DATED)
def test_dates_leave_what_may_be_of_that_time(days, store):
    assert [row["type"] for row in timeline(store, make_filter(store, {}, *days)).rows] == DATED[days]


UNKNOWN = {
    "country": ("Frence", "France"),
    "city": ("Hanoy", "Hanoi"),
    "organisation": ("Kobe Universty Hospital", "Kobe University Hospital"),
    "type": ("agrement", "Agreement"),
    "topic": ("oncolgy", "Cancer"),
    "status": ("done", "completed"),
}


@pytest.mark.parametrize("kind", UNKNOWN)
def test_an_unknown_value_is_refused_with_what_was_meant(kind, store):
    given, meant = UNKNOWN[kind]
    with pytest.raises(UsageError, match=f'no {kind} "{given}"') as raised:
        make_filter(store, {kind: [given]})
    assert meant in raised.value.hint


def test_events_come_in_order_of_time_the_undated_last(store):
    rows = list(timeline(store, make_filter(store, {})).rows)
    assert [row["date"] for row in rows] == ["2018-11", "2019-03-12", None, "XXXX-09-23"]


def test_a_limit_cuts(store):
    everything = make_filter(store, {})
    assert len(list(search_articles(store, "hospital", everything, 1).rows)) == 1
    assert len(list(timeline(store, everything, 2).rows)) == 2


def test_events_are_searched_too(store):
    everything = make_filter(store, {})
    assert {row["type"] for row in search_events(store, "Japan", everything).rows} == {"agreement", "facility"}
    assert {row["type"] for row in search_events(store, "valve", everything).rows} == {"technology_transfer"}


INTERVALS = {
    "2016": ("2016-01-01", "2016-12-31"),
    "2016-02": ("2016-02-01", "2016-02-29"),
    "2016..": ("2016-01-01", None),
    "..2016-05": (None, "2016-05-31"),
    "2018..2016": ("2016-01-01", "2018-12-31"),
}


@pytest.mark.parametrize("text", INTERVALS)
def test_ranges_are_inclusive_at_their_precision(text):
    assert dates.interval(text) == INTERVALS[text]


WILD = st.one_of(
    st.text(max_size=40),
    st.lists(
        st.sampled_from(
            [
                "Japan",
                "OR",
                "AND",
                "NOT",
                "NEAR",
                "-",
                "(",
                ")",
                '"',
                "*",
                "date:",
                "country:",
                "country:JP",
                "a'b",
                "a:b",
                "\x00",
                "đ",
                "^",
                "{",
                ";--",
            ]
        ),
        max_size=12,
    ).map(" ".join),
    st.lists(st.sampled_from(["-(", "(", ")", "Kobe", " OR ", "-"]), max_size=60).map("".join),
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(query=WILD, events=st.booleans())
def test_any_text_is_a_query_or_a_usage_error(query, events, store):
    ask = search_events if events else search_articles
    try:
        rows = list(ask(store, query, make_filter(store, {}), 5).rows)
    except UsageError:
        rows = []
    assert len(rows) <= 5
