"""When an event takes place: the date in reach that is its own."""

import pytest
from telling import cases

SIGNED = "Cho Ray Hospital and the University of Sydney signed an agreement on nursing"
PROJECT = "project on maternal health of the Korea International Cooperation Agency in Quang Tri Province"
# Cases that are read wrongly as yet.
KNOWN_FAULTS: set[str] = set()
WHEN = {
    "a day": (f"{SIGNED} on May 13.", "2019-05-13"),
    "a weekday": (f"{SIGNED} on Monday.", "2019-05-13"),
    "yesterday": (f"{SIGNED} yesterday.", "2019-05-14"),
    "a year": (f"{SIGNED} in 2014.", "2014"),
    "a month": (f"{SIGNED} in November 2016.", "2016-11"),
    "before the verb": (
        "On May 13, Cho Ray Hospital signed an agreement on nursing with the University of Sydney.", "2019-05-13"),
    "no time": (f"{SIGNED}.", None),
    "a term is not the day": (f"{SIGNED} for the 2019-2023 period.", None),
    "a day and a term": (f"{SIGNED} for 2019-2023 on May 13.", "2019-05-13"),
    "a year of a term": (f"{SIGNED} for 2020.", None),
    "a year of work together": (f"{SIGNED} for their cooperation in 2020.", None),
    "a day of counting": ("As of May 1, Japan had given 20 ambulances to Hue Central Hospital.", None),
    "a clause beside it": (
        "Leaders of the Ministry of Health asked for ten ambulances in June and July, as they met experts of JICA late "
        "on Monday.", "2019-05-13"),
    "a founding is not the day": (
        "Cho Ray Hospital, founded in 1900, and the University of Sydney signed an agreement on nursing on May 13.",
        "2019-05-13"),
    "an interval": (
        "Hue Central Hospital and Kanazawa University Hospital held a workshop on stroke care from May 7 to 9.",
        "2019-05-07/2019-05-09"),
    "since": (f"The {PROJECT} has been running since 2016.", "2016/.."),
    "from year to year": (f"The {PROJECT} ran from 2012 to 2016.", "2012/2016"),
    "a course that opens and takes place": (
        "Hue Central Hospital and Kanazawa University Hospital opened a course in nursing on May 13. Taking place from "
        "May 13 to May 17, the course of Hue Central Hospital and Kanazawa University Hospital is in English.",
        "2019-05-13/2019-05-17"),
    "what was announced then": (
        "Kanazawa University Hospital on May 13 announced that it will present beds to Hue Central Hospital.", None),
    "what was announced then, for June": (
        "Kanazawa University Hospital said on May 13 that it will present ten beds to Hue Central Hospital in June.",
        "2019-06"),
    "the deal took place": (f"{SIGNED}. The deal took place on May 13.", "2019-05-13"),
    "years of what was talked of": (
        "Leaders of the Ministry of Health met experts of JICA, discussing support to nurses from 2020 to 2021.", None),
    "a duration from its end": (
        "A delegation of Kanazawa University Hospital yesterday wrapped up a three-day working visit to Hue Central "
        "Hospital.",
        "2019-05-12/2019-05-14"),
    "a duration from its start": (
        "A delegation of Kanazawa University Hospital on Monday began a three-day working visit to Hue Central "
        "Hospital.",
        "2019-05-13/2019-05-15"),
    "a duration until its end": (
        "A delegation of Kanazawa University Hospital on Monday began a three-day visit to Hue Central Hospital until "
        "May 15.",
        "2019-05-13/2019-05-15"),
    "a whole unit": (
        "Doctors of Kanazawa University Hospital examined children free of charge at Hue Central Hospital during a "
        "week-long mission that ended on May 12.",
        "2019-05-06/2019-05-12"),
    "a ceremony told later with its day": (
        f"{SIGNED}. Speaking at the signing ceremony in Hue on May 13, Professor Ken Sato praised the nurses.",
        "2019-05-13"),
    "a day that names the ceremony": (
        f"{SIGNED}. At the May 13 signing ceremony, Professor Ken Sato praised the nurses.", "2019-05-13"),
    "a relative clause has a time of its own": (
        "Cho Ray Hospital on Monday held a ceremony to receive ten ventilators donated by the Australian Government "
        "that arrived last week.", "2019-05-13"),
    "years of a strategy that was talked of": (
        "Leaders of the Ministry of Health met experts of Gavi to discuss present and future support to nurses under "
        "its strategy for middle-income countries in the 2021-2025 and 2026-2030 periods.", None),
    "two days in a row": (
        "Hue Central Hospital and Kanazawa University Hospital held a workshop on stroke last Thursday and Friday.",
        "2019-05-09/2019-05-10"),
    "a season": (
        "Hue Central Hospital and Kanazawa University Hospital held a workshop on stroke care last autumn.", "2018"),
    "a plan": (
        "Cho Ray Hospital and the University of Sydney will sign an agreement on nursing on June 3.", "2019-06-03"),
    "when it was said is not the day": (
        "The University of Sydney trained 20 nurses of Cho Ray Hospital, said Dr. Nguyen Van An on Monday.", None),
    "when a newspaper reported it is not the day": (
        "The University of Sydney trained 20 nurses of Cho Ray Hospital, the paper reported on Monday.", None),
    "what is to come is not the day": (
        f"{SIGNED}, for which a clinic will open on June 3.", None),
    "a plan from then on": (
        "The University of Sydney will train 20 nurses of Cho Ray Hospital a year from 2020.", "2020/.."),
    "when it was done, though told since": (
        "The Korea International Cooperation Agency has been active in health since 1998, when it equipped the blood "
        "bank of Cho Ray Hospital.", "1998"),
    "of two clauses": (
        "The University of Sydney trained 20 nurses of Cho Ray Hospital, while its old ward was closed in May 2018.",
        None),
    "between commas": (
        "Norway, which has been a partner since 1997, gave scanners to Hue Central Hospital in 2006.", "2006"),
    "started and will last": (
        "The mission, organised by Operation Smile and Hue Central Hospital, started on Monday and will last until "
        "Friday.", "2019-05-13/2019-05-17"),
    "an academic year": (f"{SIGNED} for the academic years 2019-2022.", None),
    "what still runs": ("Since 2012 Kanazawa University has been training nurses at Cho Ray Hospital.", "2012/.."),
    "today": ("Today, Hue Central Hospital and Kanazawa University Hospital opened a clinic.", "2019-05-15"),
    "the clause's own": (
        "Cho Ray Hospital, which received a scanner in 2015, signed an agreement on nursing with the University of "
        "Sydney on May 13.",
        "2019-05-13"),
}


WORKSHOP = "Hue Central Hospital and Kanazawa University Hospital held a workshop on stroke care"
GOING_ON = {
    "took place": (f"{WORKSHOP}. It took place on May 13.", "2019-05-13"),
    "by its noun": (f"{WORKSHOP}. The two-day workshop was held on May 12-13.", "2019-05-12/2019-05-13"),
    "both ends": (f"{WORKSHOP}. It began on May 13 and will run until May 16.", "2019-05-13/2019-05-16"),
    "an end": (f"{WORKSHOP} from May 13. The workshop ends on May 16.", "2019-05-13/2019-05-16"),
    "a reduced clause": (
        "Kanazawa University Hospital is training 20 nurses of Hue Central Hospital. Begun in May 2018, it goes on.",
        "2018-05/.."),
    "beside its noun": (f"{WORKSHOP}. The workshop on May 13 drew 300 nurses.", "2019-05-13"),
    "soon over": (f"{WORKSHOP}. It opened on May 13.", "2019-05-13"),
    "an end told first": (
        "Hue Central Hospital and Kanazawa University Hospital on May 14 wrapped up a course on stroke care. "
        "During the course, which started on May 2, 40 nurses were trained.", "2019-05-02/2019-05-14"),
    "a length told first": (
        "Kanazawa University Hospital is holding a five-day course on stroke care at Hue Central Hospital. "
        "The course opened on May 13.", "2019-05-13/2019-05-17"),
    "what is looked back on": (
        "Hue Central Hospital and Kanazawa University Hospital held talks on stroke care on May 13. "
        "At the talks, the two sides looked back on the epidemic of 2014.", "2019-05-13"),
    "another noun": (f"{WORKSHOP} on May 13. The survey will run until 2021.", "2019-05-13"),
    "another subject": (f"{WORKSHOP}. The city was founded on May 13, 1899.", None),
    "of an occasion": (
        "Doctors gathered in Hue on Thursday for a workshop on stroke care. "
        "The workshop is organised by Hue Central Hospital and Kanazawa University Hospital.", "2019-05-09"),
}
VISIT = "A delegation of Kanazawa University Hospital paid a visit to Hue Central Hospital from May 7 to 9."
MADE = {
    "signed": ("The two hospitals signed an agreement on nursing.", "2019-05-07/2019-05-09"),
    "of before": ("The two hospitals had signed an agreement on nursing.", None),
    "of late": ("Over the past two years, the two hospitals signed an agreement on nursing.", None),
}
NEWS = f"{SIGNED} on May 13. "
BESIDE_NEWS = {
    "at the signing": "The university gave the hospital ten ventilators at the signing ceremony.",
    "the same day": "The university gave the hospital ten ventilators on the same day.",
    "concluding": "Concluding the talks, the university gave the hospital ten ventilators.",
    "in the course of": "In the course of the visit the university gave the hospital ten ventilators.",
}


@pytest.mark.parametrize(("text", "date"), cases(GOING_ON, set()))
def test_a_later_sentence_tells_the_time(tell, text, date):
    assert [event.date for event in tell(text)] == [date]


@pytest.mark.parametrize(("text", "date"), cases(MADE, set()))
def test_what_is_signed_during_a_visit_has_its_days(tell, text, date):
    assert [event.date for event in tell(VISIT, text) if event.type == "agreement"] == [date]


@pytest.mark.parametrize("text", BESIDE_NEWS.values(), ids=BESIDE_NEWS)
def test_beside_the_news(tell, text):
    assert [(event.type, event.date) for event in tell(NEWS + text)][-1] == ("aid", "2019-05-13")


@pytest.mark.parametrize(("words", "date"), [("On the eve of", "2019-05-12"), ("The day after", "2019-05-14")])
def test_a_day_beside_the_news(tell, words, date):
    text = f"{words} the signing, the university gave the hospital ten ventilators."
    assert [(event.type, event.date) for event in tell(NEWS + text)][-1] == ("aid", date)


@pytest.mark.parametrize(("text", "date"), cases(WHEN, KNOWN_FAULTS))
def test_date(tell, text, date):
    dates = [event.date for event in tell(text)]
    assert dates[-1:] == [date]
    assert dates.count(date) == 1


def test_a_project_told_again_has_its_span(tell):
    [event] = tell(f"A {PROJECT} ended on May 13.", "The project was carried out from May 2015 to April 2019.")
    assert (event.date, event.status) == ("2015-05/2019-04", "completed")


def test_what_runs_to_a_later_year_has_not_ended(tell):
    [event] = tell(f"A {PROJECT} was launched on May 13.",
                   "The project, which will run until 2024, costs 3 million USD.")
    assert (event.date, event.status) == ("2019-05-13/2024", "ongoing")


def test_a_gift_on_the_occasion_of_a_closing_has_its_day(tell):
    told = tell(f"A {PROJECT} ended on May 13.", "The project was carried out from May 2015 to April 2019.",
                "On the occasion, the agency handed over two ambulances to the Quang Tri General Hospital.")
    assert [event.date for event in told if event.type == "aid"] == ["2019-05-13"]


def test_a_weekday_without_a_publication_date_is_no_date(tell):
    assert [event.date for event in tell(f"{SIGNED} on Monday.", published=None)] == [None]


def test_a_publication_date_is_no_event_date(tell):
    assert [event.date for event in tell(f"title: {SIGNED}", f"{SIGNED}.")] == [None]


@pytest.mark.parametrize(("text", "basis"), [
    (f"{SIGNED} on May 13, 2019.", "stated"), (f"{SIGNED} on May 13.", "relative"), (f"{SIGNED}.", "none")])
def test_basis(tell, text, basis):
    assert [event.date_basis for event in tell(text)] == [basis]
