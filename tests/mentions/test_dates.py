import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hcoop import edtf
from hcoop.lexicon import load
from hcoop.mentions.dates import find_dates
from hcoop.mentions.dates.examples import check_examples
from hcoop.records import Span

PUBLISHED = "2023-06-14"  # a Wednesday

FOUND = {
    "signed on January 19": ["2023-01-19"],
    "on January 3": ["2023-01-03"],
    "by the deal of 24th November 2017": ["2017-11-24"],
    "18:00 | 25/06/2020 Cooperation": ["2020-06-25"],
    "SourceVietnamPlus04/12/2022": ["2022-12-04"],
    "Mar 20, 2020,17:57": ["2020-03-20"],
    "UpdateM 3/26/2022 2:44:23 PM": ["2022-03-26"],
    "Tuesday, 13/06/2023, 10:05 [GMT+7]": ["2023-06-13"],
    "2023-06-12T09:43": ["2023-06-12"],
    "on 14 and 15/6": ["2023-06-14/2023-06-15"],
    "from 12-15/06/2023": ["2023-06-12/2023-06-15"],
    "on 3, 4 and 5 July": ["2023-07-03/2023-07-05"],
    "on April 4 and 5 and attended": ["2023-04-04/2023-04-05"],
    "on March 4 and 20 doctors": ["2023-03-04"],
    "from May 21 to 26": ["2023-05-21/2023-05-26"],
    "January 31-February 2": ["2023-01-31/2023-02-02"],
    "Nov 18-Dec 19, 2015": ["2015-11-18/2015-12-19"],
    "from November to February 2017": ["2016-11/2017-02"],
    "trained from September to November.": ["2022-09/2022-11"],
    "50 years of ties (1973-2023)": ["1973/2023"],
    "Over 2019 and 2020 it trained": ["2019/2020"],
    "in 2007 and 2009": ["2007", "2009"],
    "from 2015 to the present": ["2015/.."],
    "since the late 1980s": ["1980/.."],
    "by the end of next year": ["../2024"],
    "by June 30": ["2023-06-30"],
    "They met on December 2": ["2022-12-02"],
    "They will meet on December 2": ["2023-12-02"],
    "They are set to meet on December 2": ["2023-12-02"],
    "They are expected to meet on December 2": ["2023-12-02"],
    "On December 2 it is due to sign a pact": ["2023-12-02"],
    "On December 2, the hospital will open": ["2023-12-02"],
    "On December 2 it said the hospital will open": ["2022-12-02"],
    "On December 2 Minister Tien said Hue will open it": ["2022-12-02"],
    "In August 1998, two fires broke out on Aug. 7": ["1998-08", "1998-08-07"],
    "They agreed to meet in October": ["2023-10"],
    "They agreed in October to meet": ["2022-10"],
    "In October they plan to meet": ["2023-10"],
    "in March, May and July 2019": ["2019-03", "2019-05", "2019-07"],
    "in December and January 2016": ["2015-12", "2016-01"],
    "Friday the 13th": ["2023-10-13"],
    "this year's third quarter": ["2023-07/2023-09"],
    "in the summer of last year": ["2022-06/2022-08"],
    "by year's end": ["../2023"],
    "from 2016 up to 2018": ["2016/2018"],
    "no later than 2030": ["../2030"],
    "the last two weeks of March 2022": ["2022-03"],
    "early Nineties, in '98 and the 19th century": ["199X", "1998", "18XX"],
    "in 6/14/2023": ["2023-06-14"],
    "the previous year": ["2022"],
    "Built in 2004; three years later in 2007 it was opened": ["2004", "2007", "2007"],
    "until December 31, 2025": ["../2025-12-31"],
    "since July, and it will stay": ["2022-07/.."],
    "around 2016": ["2016~"],
    "It will be opened in September": ["2023-09"],
    "The study, which will end in March, is financed by the bank": ["2024-03"],
    "It was opened in September": ["2022-09"],
    "The sides will sign on Friday": ["2023-06-16"],
    "They are to be treated under an agreement signed in Hanoi on Friday": ["2023-06-09"],
    "The agreement will be signed in Hanoi on Friday": ["2023-06-16"],
    "The mission will last until Friday": ["2023-06-16"],
    "The sides signed on Friday": ["2023-06-09"],
    "today": ["2023-06-14"],
    "on Wednesday": ["2023-06-14"],
    "last Wednesday": ["2023-06-07"],
    "from Thursday to Monday": ["2023-06-08/2023-06-12"],
    "They are visiting Hanoi from Wednesday to Friday": ["2023-06-14/2023-06-16"],
    "last week": ["2023-06-05/2023-06-11"],
    "in the last week of May": ["2023-05"],
    "in the last quarter of 2022": ["2022-10/2022-12"],
    "in the first half of June": ["2023-06"],
    "the third quarter": ["2022-07/2022-09"],
    "is scheduled for the third quarter": ["2023-07/2023-09"],
    "this summer": ["2023-06/2023-08"],
    "two weeks ago": ["2023-05-29/2023-06-04"],
    "in March last year": ["2022-03"],
    "Signed in October 2004. Three years later": ["2004-10", "2007"],
    "On May 3 they met, the previous day they had not.": ["2023-05-03", "2023-05-02"],
}
NOT_FOUND = [
    "It may take long, and may march on", "May I ask", "open 24/7", "call 115", "1,900 people", "2000 beds",
    "a 1500-bed hospital", "Decree 64/2021/ND-CP", "Law 70/2020/QH14", "Decision No. 2016", "COVID-19",
    "in 11/24 districts", "120/80", "$2016", "Tel: +86 2010-2015-86", "Hotline: 1900 2115",
    "over the past three years", "in recent years", "on Fridays", "every Monday", "a three-year project",
    "the second phase", "the 31st SEA Games", "aged 45", "Hospital 30/4 in Hanoi", "on 3/2 Street", "2019-nCoV",
    "April Smith spoke", "in the last year", "the day before", "a year earlier", "at the end of the day",
    "version 2.0.2016", "USA Today", "2015-1-32",
]


@pytest.mark.parametrize(("text", "values"), FOUND.items())
def test_dates_are_found_and_completed(text, values):
    assert [mention.edtf for mention in find_dates(text, PUBLISHED)] == values


@pytest.mark.parametrize("text", NOT_FOUND)
def test_what_is_no_date_is_left(text):
    assert find_dates(text, PUBLISHED) == []


@pytest.mark.parametrize(("text", "values"), {
    "on September 23": ["XXXX-09-23"],
    "on September 23. Net zero by 2050.": ["XXXX-09-23", "../2050"],
    "yesterday, on Monday, last year": [],
    "On December 11. They met on Wednesday. It hosted the 2024 annual conference.": ["2024-12-11", "2024"],
    "On December 11. They met on Thursday. It hosted the 2024 annual conference.": ["XXXX-12-11", "2024"],
    "Signed on March 3, 2020. On March 5 they met.": ["2020-03-03", "2020-03-05"],
    "Ties since February 3, 1950. In 2020 they met; on March 5 they signed.": ["1950-02-03/..", "2020", "XXXX-03-05"],
    "The 2019 forum was held on March 5.": ["2019", "2019-03-05"],
}.items())
def test_without_a_publication_date_only_the_text_completes(text, values):
    assert [mention.edtf for mention in find_dates(text)] == values


@pytest.mark.parametrize(("reference", "text", "values"), [
    ("2016", "on May 3", ["2016-05-03"]),
    ("2016", "yesterday in last month, last year", ["2015"]),
    ("2016-02", "last month, in November, on Friday", ["2016-01", "2015-11"]),
    ("2016-01-20T09:43", "yesterday", ["2016-01-19"]),
    ("2014/2016", "yesterday on May 3", ["XXXX-05-03"]),
    ("not a date", "on May 3", ["XXXX-05-03"]),
])
def test_a_vague_publication_date_completes_what_it_can(reference, text, values):
    assert [mention.edtf for mention in find_dates(text, reference)] == values


@pytest.mark.parametrize(("text", "basis", "conflict"), [
    ("on June 13, 2023", "stated", False),
    ("on June 13", "relative", False),
    ("Monday, June 13", "relative", True),
    ("June 13, 2023 (Tuesday)", "stated", False),
    ("June 13, 2023 (Friday)", "stated", True),
])
def test_basis_and_conflict_are_told(text, basis, conflict):
    (mention,) = find_dates(text, PUBLISHED)
    assert (mention.basis, mention.conflict) == (basis, conflict)


def test_spans_limit_the_search_and_carry_the_story_on():
    text = "Signed on May 3, 2019.\nMenu: June 2001\nA day later they left."
    parts = [Span(0, 22), Span(39, len(text))]
    found = find_dates(text, PUBLISHED, spans=parts)
    assert [mention.text for mention in found] == ["May 3, 2019", "A day later"]
    assert [mention.edtf for mention in found] == ["2019-05-03", "2019-05-04"]


def test_every_example_in_the_language_file_holds():
    assert [str(problem) for problem in check_examples(load())] == []


WORDS = [
    "on", "in", "by", "since", "until", "from", "to", "between", "and", "the", "last", "next", "this", "early",
    "of", "Monday", "Fri", "May", "March", "Jan.", "2016", "1999", "31", "29", "0", "12", "24/7", "Q3", "first",
    "quarter", "half", "year", "week", "ago", "later", "day", "days", "two", "25/06/2020", "2016-02-30", ",",
    ".", "-", "(", ")", "'", "/", ":", "\n\n", "today", "1990s", "'80s", "th", "5000", "years", "decade",
    "century", "going", "to",
]
REFERENCES = [None, "2016-02-29", "2016-12", "0001-01-01", "9999-12-31", "2016"]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=14), st.sampled_from(REFERENCES))
def test_every_mention_is_exact_ordered_and_valid(words, reference):
    text = " ".join(words)
    end = 0
    for mention in find_dates(text, reference):
        assert text[mention.start:mention.end] == mention.text
        assert mention.start >= end
        assert edtf.is_valid(mention.edtf)
        assert (mention.basis == "none") == ("XXXX" in mention.edtf)
        end = mention.end


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=80), st.none() | st.dates(min_value=date(1, 1, 1)).map(str))
def test_wild_text_is_read_without_failing(text, reference):
    assert all(text[mention.start:mention.end] == mention.text for mention in find_dates(text, reference))


@pytest.mark.parametrize("text", [text for text in FOUND if not re.search(r"\dT\d", text)])
def test_another_reader_of_edtf_accepts_what_is_found(text):
    oracle = pytest.importorskip("edtf")
    assert all(oracle.parse_edtf(mention.edtf) is not None for mention in find_dates(text, PUBLISHED))
