"""Who takes part, on which side; who only looks on or speaks."""

import pytest
from telling import cases

# What the text says; home side; partner side.
PARTIES = {
    "who pays by their government": (
        "Cho Ray Hospital on Monday received ten ventilators bought by the World Health Organization with funding from "
        "the Government of Norway.",
        {"Cho Ray Hospital"}, {"World Health Organization", "Norway"}),
    "ministers": (
        "Minister of Health Nguyen Van An held talks on vaccines with Cuban Minister of Public Health Maria Lopez in "
        "Havana on Monday.",
        {"Ministry of Health"}, {"Ministry of Public Health of Cuba"}),
    "coordination": (
        "Cho Ray Hospital and the University of Sydney signed an agreement on nursing on Monday.",
        {"Cho Ray Hospital"}, {"University of Sydney"}),
    "three in a row": (
        "Cho Ray Hospital, Hue Central Hospital and the University of Sydney signed an agreement on nursing on Monday.",
        {"Cho Ray Hospital", "Hue Central Hospital"}, {"University of Sydney"}),
    "between": (
        "An agreement on nursing between Cho Ray Hospital and the University of Sydney was signed on Monday.",
        {"Cho Ray Hospital"}, {"University of Sydney"}),
    "passive with by": (
        "Hue Central Hospital was given 20 ventilators by the Korea International Cooperation Agency on Monday.",
        {"Hue Central Hospital"}, {"Korea International Cooperation Agency"}),
    "apposition": (
        "The University of Sydney, a long-standing partner, and Cho Ray Hospital, the largest in the south, signed "
        "an agreement on nursing.",
        {"Cho Ray Hospital"}, {"University of Sydney"}),
    "an envoy stands for the country": (
        "French Ambassador Jean Dupont handed over 20 ventilators to Hue Central Hospital on Monday.",
        {"Hue Central Hospital"}, {"France"}),
    "a government": (
        "The Japanese Government donated 20 ambulances to Hue Central Hospital on Monday.",
        {"Hue Central Hospital"}, {"Japan"}),
    "a country that gives": (
        "Hungary donated 100,000 doses of vaccine to the Ministry of Health on Monday.",
        {"Ministry of Health"}, {"Hungary"}),
    "an office-holder stands for the body": (
        "Health Minister Nguyen Thi Lan received WHO Representative John Smith in Hanoi on Monday to discuss dengue.",
        {"Ministry of Health"}, {"World Health Organization"}),
    "a director stands for the hospital": (
        "Dr. Tran Van Minh, director of Hue Central Hospital, and Prof. Ken Sato, president of Kanazawa University "
        "Hospital, signed "
        "an agreement on stroke care on Monday.",
        {"Hue Central Hospital"}, {"Kanazawa University Hospital"}),
    "witnesses": (
        "Cho Ray Hospital and the University of Sydney signed an agreement on nursing on Monday in the presence of "
        "officials of the "
        "Ministry of Health and the Embassy of Australia.",
        {"Cho Ray Hospital"}, {"University of Sydney"}),
    "a speaker": (
        "Cho Ray Hospital and the University of Sydney signed an agreement on nursing on Monday, said an official "
        "of the Ministry of Health.",
        {"Cho Ray Hospital"}, {"University of Sydney"}),
    "a brand": (
        "Hue Central Hospital received two Siemens scanners from the Korea International Cooperation Agency on Monday.",
        {"Hue Central Hospital"}, {"Korea International Cooperation Agency"}),
    "made in": (
        "Hue Central Hospital received two German-made scanners from the Korea International Cooperation Agency on "
        "Monday.",
        {"Hue Central Hospital"}, {"Korea International Cooperation Agency"}),
    "a sponsor": (
        "Hue Central Hospital opened a stroke unit built with funding from the Korea International Cooperation "
        "Agency on Monday.",
        {"Hue Central Hospital"}, {"Korea International Cooperation Agency"}),
    "who only comes": (
        "Cho Ray Hospital and the University of Sydney will hold a workshop on stroke in Hanoi on May 20, with the "
        "participation of UNICEF.",
        {"Cho Ray Hospital"}, {"University of Sydney"}),
    "a venue": (
        "The Hue Department of Health said a course for nurses taught by experts of the University of Sydney was held "
        "on Monday at Hue Central Hospital, organised by Hue University of Medicine and Pharmacy.",
        {"Hue University of Medicine and Pharmacy"}, {"University of Sydney"}),
    "what another is part of": (
        "The National Lung Hospital under the Ministry of Health and PATH, a member of the Global Fund, signed an "
        "agreement on tuberculosis on Monday.",
        {"National Lung Hospital"}, {"PATH"}),
    "a foreign city": (
        "The Hai Phong Department of Health and the city of Kitakyushu signed an agreement on emergency care on "
        "Monday.",
        {"Hai Phong Department of Health"}, {"Kitakyushu"}),
}


@pytest.mark.parametrize(("text", "home", "partner"), cases(PARTIES))
def test_parties_of_one_sentence(tell, text, home, partner):
    [event] = tell(text)
    assert names(event, "home") == home
    assert names(event, "partner") == partner


BACK = {
    "the two hospitals": "On Monday, the two hospitals signed an agreement on nursing.",
    "both sides": "Both sides signed an agreement on nursing on Monday.",
    "the two sides": "An agreement on nursing was signed by the two sides on Monday.",
}


@pytest.mark.parametrize("sentence", BACK.values(), ids=BACK)
def test_a_group_points_back(tell, sentence):
    [event] = tell("Hue Central Hospital and Kanazawa University Hospital have been friends for ten years.", sentence)
    assert (event.type, names(event, "home"), names(event, "partner")) == (
        "agreement", {"Hue Central Hospital"}, {"Kanazawa University Hospital"})


def test_who_pays_for_a_mission_told_before_and_who_organises_it_join_it(tell):
    [event] = tell(
        "Surgeons of Kanazawa University Hospital gave 12 children free surgery at Hue Central Hospital on Monday.",
        "The mission was sponsored by UNICEF and organised with the Hue Department of Health.")
    assert names(event, "home") == {"Hue Central Hospital", "Hue Department of Health"}
    assert names(event, "partner") == {"Kanazawa University Hospital", "UNICEF"}


def test_they_who_agree_are_both_sides(tell):
    told = tell("The Hue Department of Health and the city of Lyon met in Hue on Monday.",
                "Over the past year, Hue Central Hospital treated 60 French patients.",
                "They agreed to hold a joint drill for nurses on July 30.")
    assert [event.countries for event in told if event.type == "training"] == [("FR",)]


def test_the_home_country_is_not_the_body_told_before(tell):
    told = tell("JICA and Cho Ray Hospital opened a blood bank on Monday.",
                "Viet Nam has so far received 800,000 doses of vaccine from UNICEF.")
    assert [names(event, "home") for event in told] == [{"Cho Ray Hospital"}, set()]


@pytest.mark.parametrize("who", ["nurses of the northern province of Lao Cai", "residents in Lao Cai"])
def test_people_of_a_place_at_home_are_not_of_the_body_told_before(tell, who):
    told = tell("The Ministry of Health and Kanazawa University signed a deal on nursing on Monday.",
                f"Kanazawa University will offer courses in first aid to {who} in July.")
    assert [names(event, "home") for event in told] == [{"Ministry of Health"}, set()]


def test_two_ministries_are_those_of_the_ministers(tell):
    told = tell("Minister of Health Nguyen Van An and Cuban Minister of Public Health Maria Lopez met in Hanoi on "
                "Monday.", "He thanked Cuba for the vaccines.",
                "In 2015, the two ministries signed an agreement on nursing.")
    assert [(names(event, "home"), names(event, "partner")) for event in told if event.type == "agreement"] == [
        ({"Ministry of Health"}, {"Ministry of Public Health of Cuba"})]


def test_countries_are_those_of_the_partners(tell):
    [event] = tell("Cho Ray Hospital, the University of Sydney and Kanazawa University Hospital held a workshop on "
                   "stroke care on Monday.")
    assert sorted(event.countries) == ["AU", "JP"]


def test_an_international_body_is_int(tell):
    [event] = tell("UNICEF handed over 200 refrigerators for vaccines to the Ministry of Health on Monday.")
    assert event.countries == ("INT",)


@pytest.mark.parametrize(("text", "city"), [
    ("The Ministry of Health and JICA will help hospitals in Hue and Da Nang under an agreement signed in Can Tho on "
     "May 13.", "Can Tho"),
    ("The National Institute of Hygiene and Epidemiology and PATH trained nurses in Thanh Hoa on May 13.", "Thanh Hoa"),
    ("The National Institute of Hygiene and Epidemiology and PATH signed an agreement on vaccines on May 13.", "Hanoi"),
])
def test_city_of_national_bodies_is_where_it_was(tell, text, city):
    assert [event.city for event in tell(text)] == [city]


@pytest.mark.parametrize(("text", "city"), [
    ("Cho Ray Hospital and the University of Sydney signed a deal on nursing in Hanoi on Monday.", "Ho Chi Minh City"),
    ("The Ministry of Health and the University of Sydney signed a deal on nursing in Da Nang on Monday.", "Da Nang"),
    ("The Ministry of Health and the University of Sydney signed a deal on nursing on Monday.", None),
])
def test_city_is_the_seat_of_a_local_party_else_the_place(tell, text, city):
    assert [event.city for event in tell(text)] == [city]


def test_the_dateline_is_where_the_news_is_but_not_what_was_long_before(tell):
    _, before = tell(
        "HANOI - The Ministry of Health and the University of Sydney signed a deal on nursing on Monday.",
        "In 2012, the Vietnam Young Physicians Association and the University of Sydney gave 900 patients free care.",
        dateline="HANOI")
    assert (before.date, before.city) == ("2012", None)


def names(event, side):
    return {party.name for party in event.participants if party.side == side}
