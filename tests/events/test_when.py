"""When an event takes place: the date in reach that is its own."""

import pytest
from telling import cases

SIGNED = "Cho Ray Hospital and the University of Sydney signed an agreement on nursing"
PROJECT = "project on maternal health of the Korea International Cooperation Agency in Quang Tri Province"
# Cases that are read wrongly as yet.
KNOWN_FAULTS = {"the clause's own"}
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
    "a founding is not the day": (
        "Cho Ray Hospital, founded in 1900, and the University of Sydney signed an agreement on nursing on May 13.",
        "2019-05-13"),
    "an interval": (
        "Hue Central Hospital and Kanazawa University Hospital held a workshop on stroke care from May 7 to 9.",
        "2019-05-07/2019-05-09"),
    "since": (f"The {PROJECT} has been running since 2016.", "2016/.."),
    "from year to year": (f"The {PROJECT} ran from 2012 to 2016.", "2012/2016"),
    "a duration from its end": (
        "A delegation of Kanazawa University Hospital yesterday wrapped up a three-day working visit to Hue Central "
        "Hospital.",
        "2019-05-12/2019-05-14"),
    "a duration from its start": (
        "A delegation of Kanazawa University Hospital on Monday began a three-day working visit to Hue Central "
        "Hospital.",
        "2019-05-13/2019-05-15"),
    "a plan": (
        "Cho Ray Hospital and the University of Sydney will sign an agreement on nursing on June 3.", "2019-06-03"),
    "the clause's own": (
        "Cho Ray Hospital, which received a scanner in 2015, signed an agreement on nursing with the University of "
        "Sydney on May 13.",
        "2019-05-13"),
}


@pytest.mark.parametrize(("text", "date"), cases(WHEN, KNOWN_FAULTS))
def test_date(tell, text, date):
    dates = [event.date for event in tell(text)]
    assert dates[-1:] == [date]
    assert dates.count(date) == 1


def test_a_weekday_without_a_publication_date_is_no_date(tell):
    assert [event.date for event in tell(f"{SIGNED} on Monday.", published=None)] == [None]


def test_a_publication_date_is_no_event_date(tell):
    assert [event.date for event in tell(f"title: {SIGNED}", f"{SIGNED}.")] == [None]


@pytest.mark.parametrize(("text", "basis"), [
    (f"{SIGNED} on May 13, 2019.", "stated"), (f"{SIGNED} on May 13.", "relative"), (f"{SIGNED}.", "none")])
def test_basis(tell, text, basis):
    assert [event.date_basis for event in tell(text)] == [basis]
