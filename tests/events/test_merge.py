"""One event told in several places of an article is one; two events stay two."""

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


def test_several_instruments_of_one_sentence(tell):
    events = tell("Cho Ray Hospital on May 13 signed agreements on nursing with the University of Sydney and "
                  "Kanazawa University Hospital.")
    assert [event.countries for event in events] == [("AU",), ("JP",)]


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


def test_evidence_is_exact(tell):
    lines = [LEAD, "Japan donated 20 ambulances to Hue Central Hospital on May 13."]
    text = "\n".join(lines) + "\n"
    spans = [span for event in tell(*lines) for span in event.evidence]
    assert spans
    assert all(text[span.start:span.end] == span.quote for span in spans)
