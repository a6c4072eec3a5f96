"""What is signed at a visit, and told one by one: its time, its partner, and who pays for what was told before."""

import pytest

VISIT = "Malaysian Deputy Prime Minister Hamdan Zulkifli held talks with Deputy Prime Minister Vo Thinh on Monday."


def told(events):
    return [(event.type, event.date, {party.name for party in event.participants}) for event in events]


def test_one_of_several_documents_is_of_their_day(tell):
    events = tell(
        "Five documents were exchanged between Malaysia and Vietnam on Monday.",
        "They include a memorandum of understanding between Cho Ray Hospital and the University of Malaya on nursing.",
        "The drug company Pharmaniaga of Malaysia and Hue Central Hospital signed a letter of intent on drugs.")
    assert told(events) == [
        ("agreement", "2019-05-13", {"Cho Ray Hospital", "University of Malaya"}),
        ("agreement", "2019-05-13", {"Hue Central Hospital", "Pharmaniaga"})]
    assert events[0].instrument == "mou"


def test_what_is_signed_after_the_talks_is_of_their_day_and_not_of_its_term(tell):
    [event] = tell(VISIT, "After the talks, they saw the signing of a plan of cooperation between the Ministry of "
                          "Health and the Ministry of Health of Malaysia on medicines in the period 2020-2022.")
    assert (event.type, event.date) == ("agreement", "2019-05-13")


def test_what_is_written_in_a_document_signed_is_no_hope_for_the_signing(tell):
    [event] = tell("Nurses will cross the border, if all goes as written in the minutes which Cho Ray Hospital and the "
                   "University of Sydney signed on Monday.")
    assert (event.type, event.status, event.date) == ("agreement", "completed", "2019-05-13")


def test_a_grant_and_the_notes_to_this_effect_are_one(tell):
    [event] = tell("Japan will give 1.05 billion yen to equip Cho Ray Hospital. Notes to this effect were exchanged on "
                   "Monday by the Ministry of Health and Japanese Ambassador Kenji Mori.")
    assert (event.type, event.status, event.date) == ("agreement", "completed", "2019-05-13")


def test_a_press_conference_is_no_conference(tell):
    assert not tell("At a joint press conference on Monday, the University of Sydney thanked Cho Ray Hospital.")


@pytest.mark.parametrize("pays", [
    "The Department of Health of Hue will run it and the Global Fund will pay for it with US$4 million.",
    "It will be run by the Department of Health of Hue and funded by the Global Fund."])
def test_who_will_pay_for_a_project_told_before_is_its_partner(tell, pays):
    [event] = tell(f"A project to prevent HIV among miners will start in Hue next January. {pays}")
    assert (event.type, event.status, event.date) == ("project", "planned", "2020-01")
    assert {party.name for party in event.participants} == {
        "Hue Department of Health", "Global Fund to Fight AIDS, Tuberculosis and Malaria"}


def test_what_is_followed_in_a_study_that_somebody_funds_is_research(tell):
    [event] = tell("Cho Ray Hospital has followed 200 patients since 2015 in a study financed by the University of "
                   "Sydney.")
    assert (event.type, event.date) == ("research", "2015/..")


def test_a_page_that_opens_with_another_sector_is_of_it(tell):
    assert not tell(
        "title: New Zealand helps to breed a healthier dragon fruit",
        "A dragon fruit that resists disease came out of work by a fruit institute of Hue and New Zealand on Monday.",
        "Its specialists treated sick plants and gave the Department of Agriculture of Hue a laboratory for viruses.",
        "At the workshop, the two institutes signed a memorandum of understanding on new varieties.")


def test_whose_gift_it_is_may_follow_the_handover(tell):
    [event] = tell("The handover of ventilators for Cho Ray Hospital and Bach Mai Hospital was held on Monday.",
                   "This is a project of the Japanese Government with non-refundable aid.")
    assert (event.type, event.date, event.countries) == ("aid", "2019-05-13", ("JP",))
    assert {party.name for party in event.participants} == {"Cho Ray Hospital", "Bach Mai Hospital", "Japan"}


def test_where_a_ceremony_takes_place_is_no_party(tell):
    [event] = tell("At a ceremony taking place in Hanoi-based Bach Mai Hospital, Deputy Minister of Health Le Van An "
                   "on Monday handed over ten ventilators to Lao Ambassador Sengphet Houngboungnuang.")
    assert [party.name for party in event.participants if party.side == "home"] == ["Ministry of Health"]


def test_what_a_caption_tells_is_not_spoken_of_in_the_text(tell):
    events = tell("The Hue Department of Health gave ten ventilators to Savannakhet Province of Laos on Monday.",
                  "caption: The delegation gives books to the Pakse School of Nursing of Laos.",
                  "Doctors gave medicines on Tuesday.")
    partners = {party.name for event in events for party in event.participants if party.side == "partner"}
    assert partners == {"Savannakhet"}


def test_when_something_named_was_opened_needs_no_partner(tell):
    [event] = tell("Cho Ray Hospital and JICA signed an agreement on nursing on Monday.",
                   "Nurses of Hue Central Hospital, opened in 1990, will come too.")
    assert event.type == "agreement"


def test_what_somebody_was_the_director_of_takes_no_part(tell):
    [event] = tell("Health Minister Le Van An on Monday received Ann Lee of Gavi, former head of the Wellcome Trust.")
    assert [party.name for party in event.participants] == ["Ministry of Health", "Gavi, the Vaccine Alliance"]
