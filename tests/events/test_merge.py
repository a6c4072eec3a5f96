"""One event told in several places of an article is one; two events stay two."""

import pytest

TITLE = "title: Hue hospital, Kanazawa University Hospital sign agreement on nursing"
LEAD = "Hue Central Hospital and Kanazawa University Hospital signed an agreement on nursing in Hue on May 13."


def brief(events):
    return [(event.type, event.status, event.date) for event in events]


def test_headline_lead_caption_and_body_tell_one_signing(tell):
    events = tell(TITLE, "caption: Leaders of Hue Central Hospital and Kanazawa University Hospital sign the "
                         "agreement.", LEAD,
                  "Under the agreement, Kanazawa University Hospital will train 20 nurses a year.",
                  "The agreement was signed by the directors of the two hospitals.")
    assert brief(events) == [("agreement", "completed", "2019-05-13")]


def test_every_sentence_that_tells_it_is_evidence(tell):
    [event] = tell(LEAD, "The agreement was signed by the directors of Hue Central Hospital and Kanazawa University "
                         "Hospital.")
    assert len(event.evidence) == 2


def test_a_signing_absorbs_the_meeting_around_it(tell):
    events = tell("A delegation of Kanazawa University Hospital visited Hue Central Hospital on May 13.",
                  "On the occasion, Hue Central Hospital and Kanazawa University Hospital signed an agreement on "
                  "nursing.")
    assert brief(events) == [("agreement", "completed", "2019-05-13")]


def test_what_is_put_on_paper_absorbs_the_promise_before_it(tell):
    events = tell("The Asian Development Bank will lend Viet Nam 60 million USD to train rural nurses.",
                  "The bank and the Ministry of Health signed an agreement to this effect in Hanoi on May 13.")
    assert brief(events) == [("agreement", "completed", "2019-05-13")]


def test_aid_of_many_years_absorbs_no_meeting(tell):
    told = tell("Deputy Prime Minister Le Van An met the head of the Global Fund in Hanoi on May 13.",
                "The fund has committed 173 million USD to fight malaria in Viet Nam between 2016 and 2021.")
    assert [event.type for event in told] == ["meeting", "aid"]


def test_a_standfirst_told_in_full_stands_though_the_body_tells_other_things(tell):
    told = tell(f"standfirst: {LEAD}",
                "In 2017, Lyon University Hospital trained 20 nurses of the Hue Department of Health.")
    assert [event.type for event in told] == ["agreement", "training"]


def test_a_meeting_with_others_stands_beside_a_signing(tell):
    events = tell(LEAD, "On May 14, leaders of the Hue Department of Health received a delegation of Lyon "
                        "University Hospital "
                        "to discuss stroke care.")
    assert brief(events) == [("agreement", "completed", "2019-05-13"), ("meeting", "completed", "2019-05-14")]


def test_an_agreement_with_each_partner_is_an_event(tell):
    events = tell("Cho Ray Hospital signed a memorandum of understanding on nursing with the University of Sydney "
                  "on May 13.",
                  "On the same day it signed a contract on stroke care with Kanazawa University Hospital.")
    assert [(event.instrument, event.countries, event.date) for event in events] == [
        ("mou", ("AU",), "2019-05-13"), ("contract", ("JP",), "2019-05-13")]


def test_of_many_documents_the_one_on_health_counts(tell):
    [event] = tell("The Ministry of Health and the Ministry of Health of Cuba on May 13 signed two agreements on trade "
                   "and tourism and a memorandum of understanding on vaccines.")
    assert event.instrument == "mou"


def test_several_instruments_of_one_sentence(tell):
    events = tell("Cho Ray Hospital on May 13 signed agreements on nursing with the University of Sydney and "
                  "Kanazawa University Hospital.")
    assert [event.countries for event in events] == [("AU",), ("JP",)]


def test_what_became_of_a_gift_is_the_gift(tell):
    events = tell("The Ministry of Health received 90,000 doses of vaccine from Poland in Hanoi on Monday.",
                  "The consignment landed at the airport on Saturday, the Polish Embassy said.")
    assert brief(events) == [("aid", "completed", "2019-05-13")]


def test_a_gift_announced_is_dated_by_its_coming(tell):
    events = tell("The Polish Government on Monday announced that it would give Viet Nam 90,000 doses of vaccine.",
                  "The vaccines are expected to arrive in Hanoi in late June.")
    assert brief(events) == [("aid", "planned", "2019-06")]


def test_a_gift_just_announced_is_a_plan(tell):
    events = tell("The Polish Government on Monday announced that it would give Viet Nam 90,000 doses of vaccine.")
    assert [event.status for event in events] == ["planned"]


def test_plan_and_fact_stay_two(tell):
    events = tell("Japan donated 20 ambulances to Hue Central Hospital on May 13.",
                  "Japan will donate 30 ventilators to Hue Central Hospital in September.")
    assert brief(events) == [("aid", "completed", "2019-05-13"), ("aid", "planned", "2019-09")]


def test_care_and_goods_stay_two(tell):
    events = tell("Surgeons of Operation Smile operated on 40 children at Hue Central Hospital free of charge.",
                  "Operation Smile also gave Hue Central Hospital an ultrasound machine.")
    assert [event.type for event in events] == ["aid", "aid"]


def test_an_agreement_is_what_a_memorandum_is_called_again(tell):
    events = tell("Hue Central Hospital and Kanazawa University Hospital signed a memorandum of understanding on "
                  "May 13.", "The agreement, signed by the directors of Hue Central Hospital and Kanazawa University "
                             "Hospital, is on nursing.")
    assert [(event.instrument, event.date) for event in events] == [("mou", "2019-05-13")]


def test_who_pays_for_the_project_tells_no_other_one(tell):
    events = tell("From October, USAID will carry out a project on tuberculosis with the National Lung Hospital. "
                  "USAID has earmarked 3 million USD for the project, which is to run until 2027.")
    assert brief(events) == [("project", "planned", "2019-10/..")]


def test_what_runs_for_years_is_not_the_gift_of_the_day(tell):
    events = tell("Doosan Vina gave a monitor to Hue Central Hospital.",
                  "The charity programme of Doosan Vina at Hue Central Hospital has been giving free care since 2009.")
    assert [event.date for event in events] == [None, "2009/.."]


def test_a_dated_standfirst_tells_what_the_body_does_not(tell):
    events = tell("title: China to give doses",
                  "standfirst: China pledged on May 13 to donate two million doses to the Ministry of Health.",
                  "The Chinese foreign minister met officials of the Ministry of Health on May 12.")
    assert "aid" in [event.type for event in events]


def test_a_sum_is_of_one_time(tell):
    events = tell("A project of UNICEF and JICA was launched in Hue by Hue Central Hospital on May 13.",
                  "JICA ran a project at Hue Central Hospital in 2004.",
                  "UNICEF ran a project at Hue Central Hospital in 2009.")
    assert [event.date for event in events] == ["2019-05-13", "2004", "2009"]


def test_gifts_of_two_years_stay_two(tell):
    events = tell("Japan donated 20 ambulances to Hue Central Hospital on May 13.",
                  "In 2012 Japan donated ten ventilators to Hue Central Hospital.")
    assert brief(events) == [("aid", "completed", "2019-05-13"), ("aid", "completed", "2012")]


def test_what_is_told_of_a_country_is_not_what_one_of_its_bodies_does_elsewhere(tell):
    told = tell("The Ministry of Health thanked Japan for having trained hundreds of nurses.",
                "Hue Central Hospital and Kanazawa University have trained nurses since 2015.")
    assert [(event.date, event.participants[0].name) for event in told] == [
        (None, "Ministry of Health"), ("2015/..", "Hue Central Hospital")]


@pytest.mark.parametrize(("words", "dates"), [
    ("The three-year contract was signed on May 3.", ["2019-05-03"]),
    ("A three-year contract with the university was signed on May 3.", [None, "2019-05-03"]),
])
def test_what_was_signed_just_before_may_be_called_something_else(tell, words, dates):
    told = tell("Hue Central Hospital and Kobe University have concluded a memorandum on nursing.", words)
    assert [event.date for event in told] == dates


def test_what_has_run_for_years_is_not_what_has_run_since_this_month(tell):
    told = tell("Since May 6, Kanazawa University Hospital has given 300 patients of Hue Central Hospital glasses.",
                "Since 2011 Kanazawa University Hospital has given 9,000 pairs of glasses to patients in Hue.")
    assert [event.date for event in told] == ["2019-05-06/..", "2011/.."]


@pytest.mark.parametrize("words", [
    "in 2009. It was renewed in 2014.", "in 2009, which was renewed in 2014.",
    "in 2009. It was later extended in 2014.",
])
def test_a_renewal_is_an_agreement_of_its_own(tell, words):
    told = tell(f"Cho Ray Hospital and Kanazawa University signed a memorandum of understanding on nursing {words}")
    assert [(event.instrument, event.date) for event in told] == [("mou", "2009"), ("mou", "2014")]


@pytest.mark.parametrize("words", ["in 2009. It was extended until 2014.", "in 2009. Its school was renewed in 2014."])
def test_a_term_or_another_thing_renewed_is_none(tell, words):
    told = tell(f"Cho Ray Hospital and Kanazawa University signed a memorandum of understanding on nursing {words}")
    assert [event.date for event in told] == ["2009"]


def test_evidence_is_exact(tell):
    lines = [LEAD, "Japan donated 20 ambulances to Hue Central Hospital on May 13."]
    text = "\n".join(lines) + "\n"
    spans = [span for event in tell(*lines) for span in event.evidence]
    assert spans
    assert all(text[span.start:span.end] == span.quote for span in spans)
