"""Who takes part, on which side; who only looks on or speaks."""

import pytest
from telling import cases

# What the text says; home side; partner side.
PARTIES = {
    "who pays by their government": (
        "Cho Ray Hospital on Monday received ten ventilators bought by the World Health Organization with funding from "
        "the Government of Norway.",
        {"Cho Ray Hospital"}, {"World Health Organization", "Norway"}),
    "a state beside a company of its own": (
        "The U.S. Government and Pfizer donated 5,000 tablets to Hue Central Hospital on Monday.",
        {"Hue Central Hospital"}, {"Pfizer", "United States"}),
    "a company whose side of two is told": (
        "The American side has helped too: Pfizer gave 5,000 tablets to Hue Central Hospital on Monday.",
        {"Hue Central Hospital"}, {"Pfizer"}),
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
    "a counterpart": (
        "Minister of Health Nguyen Van An and her Thai counterpart Somsak Wongchai signed an agreement on nursing on "
        "Monday.",
        {"Ministry of Health"}, {"Ministry of Health of Thailand"}),
    "a part of a part": (
        "The Military Medical Department under the General Department of Logistics and the University of Sydney signed "
        "an agreement on nursing on Monday.",
        {"Military Medical Department"}, {"University of Sydney"}),
    "whose rooms they are": (
        "The Government of Japan handed over 20 ventilators to Hue Central Hospital at the headquarters of the Red "
        "Cross Society of Japan on Monday.",
        {"Hue Central Hospital"}, {"Japan"}),
    "names joined by and": (
        "An agreement on nursing was signed by the Ministry of Health and Family Health International (FHI) on Monday.",
        {"Ministry of Health"}, {"FHI 360"}),
    "counterparts stand for their states": (
        "The Ministry of National Defence on Monday presented masks and test kits to its Lao and Cambodian "
        "counterparts.",
        {"Ministry of National Defence"}, {"Laos", "Cambodia"}),
    "a prime minister stands for the state, not his city": (
        "President Nguyen Van An had a meeting with Cuban Prime Minister Juan Perez in Havana on Monday "
        "about vaccines.",
        set(), {"Cuba"}),
    "ministries of two states": (
        "The Vietnamese and Cambodian health ministries signed an agreement on malaria on Monday.",
        set(), {"Cambodia"}),
    "a ministry written small": (
        "UNICEF handed over 200 refrigerators for vaccines to the health ministry on Monday.",
        {"Ministry of Health"}, {"UNICEF"}),
    "ministers behind their names": (
        "Maria Lopez, Minister of Public Health of Cuba, met Tran Van An, Vice Minister of Health, in Hanoi on "
        "Monday.",
        {"Ministry of Health"}, {"Ministry of Public Health of Cuba"}),
    "a minister before a dash": (
        "Cuban Deputy Minister of Health – Ms. Maria Lopez met Deputy Minister of Health Tran Van An on Monday.",
        {"Ministry of Health"}, {"Ministry of Health of Cuba"}),
    "a chargé d'affaires stands for the country": (
        "U.S. Chargé d'Affaires John Smith handed over 20 ventilators to Hue Central Hospital on Monday.",
        {"Hue Central Hospital"}, {"United States"}),
    "doses of a maker": (
        "The Ministry of Health on Monday received 500,000 doses of AstraZeneca from Japan.",
        {"Ministry of Health"}, {"Japan"}),
    "a vaccine produced by a maker": (
        "The Ministry of Health on Monday received 500,000 doses of vaccine produced by AstraZeneca from Japan.",
        {"Ministry of Health"}, {"Japan"}),
    "a prefecture": (
        "The Hai Phong Department of Health and Fukuoka Prefecture signed an agreement on emergency care on Monday.",
        {"Hai Phong Department of Health"}, {"Fukuoka"}),
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


def test_two_states_that_act_by_name_are_not_the_body_told_before(tell):
    told = tell("Hue Central Hospital received a team of the University of Sydney on Monday.",
                "Korea and Viet Nam signed a memorandum of understanding on health care in 2018.")
    assert [names(event, "home") for event in told if event.type == "agreement"] == [set()]


def test_the_team_is_that_of_the_partner_told_before(tell):
    told = tell("A tall man was there with ten volunteers of the New Zealand-Viet Nam Health Trust.",
                "From May 2 to 12, the team gave courses in trauma care to 86 nurses of Hue Central Hospital.")
    assert [names(event, "partner") for event in told] == [{"New Zealand-Viet Nam Health Trust"}]
def test_a_maker_is_not_taken_up_as_a_partner(tell):
    [event] = tell("The first doses of AstraZeneca vaccine were given in Hue in March.",
                   "Hue Central Hospital received 500,000 doses from Japan on May 13.",
                   "The hospital signed an agreement on vaccines with Japan on the same day.")[-1:]
    assert names(event, "partner") == {"Japan"}


def test_what_happens_in_another_city_is_not_the_hospitals(tell):
    events = tell("Surgeons of Operation Smile operated on 20 children at Hue Central Hospital for free in April.",
                  "In March Operation Smile operated on 30 children in Da Nang free of charge.")
    assert [names(event, "home") for event in events] == [{"Hue Central Hospital"}, set()]


def test_a_university_is_not_its_hospital(tell):
    events = tell("Hue Central Hospital signed an agreement on nursing with Kyushu University Hospital on May 13.",
                  "The Hue Department of Health has surveyed 3,000 people together with Kyushu University since 2018.")
    assert names(events[-1], "partner") == {"Kyushu University"}


def test_the_first_word_of_a_hospital_abroad_is_short_for_it(tell):
    [event] = tell("Hangang Sacred Heart Hospital is known in Seoul for the care of burns.",
                   "On May 13 five surgeons from Hangang operated on nine children at Hue Central Hospital for free.")
    assert names(event, "partner") == {"Hangang Sacred Heart Hospital"}


def test_a_minister_is_of_the_field_that_is_told(tell):
    event = tell("The Ministry of Health signed an agreement on hospitals with Japan on May 10.",
                 "Deputy Minister of Finance Tran Van An received a grant for the health of children from the "
                 "Japanese Government on May 13.")[-1]
    assert names(event, "home") == {"Ministry of Finance"}


def test_an_office_at_the_head_of_a_line_is_not_of_the_body_above(tell):
    [event] = tell("title: Viet Nam receives doses of AstraZeneca",
                   "Prime Minister Tran Van An wrapped up a three-day trip to Japan on Monday for talks on health.")
    assert names(event, "partner") == {"Japan"}


NEWS = "JICA gave ten ventilators to Hue Central Hospital on May 10."
AT_HOME = {
    "a gift of a firm at home": "On May 11 the hospital received two ambulances from the Vingroup Corporation.",
    "one hospital helps another": "Cho Ray Hospital trained 30 doctors of Da Nang Hospital in May.",
    "a hospital not spoken of": "In March Bac Giang General Hospital was given 20 monitors.",
    "own money": "Hue Central Hospital had opened a new ward with its own money on April 3.",
}


@pytest.mark.parametrize("sentence", AT_HOME.values(), ids=AT_HOME)
def test_what_is_done_at_home_takes_up_no_partner(tell, sentence):
    assert [event.date for event in tell(NEWS, sentence)] == ["2019-05-10"]


def test_visitors_are_those_spoken_of_though_they_give_to_another_body(tell):
    event = tell(NEWS, "Hue Central Hospital has 2,000 beds.",
                 "Two days later the visitors handed over 20 monitors at Bac Giang General Hospital.")[-1]
    assert (names(event, "home"), names(event, "partner")) == (
        {"Bac Giang General Hospital"}, {"Japan International Cooperation Agency"})


def test_who_signs_where_a_delegation_was_is_the_partner(tell):
    event = tell(NEWS, "A delegation of KOICA was in Hue city on May 12, where the University of Sydney signed an "
                       "agreement on nursing with Hue Central Hospital.")[-1]
    assert names(event, "partner") == {"University of Sydney"}


def test_patients_are_no_home_side_of_a_signing(tell):
    event = tell(NEWS, "An agreement on the care of patients from Hue was signed with Japan on May 13.")[-1]
    assert names(event, "home") == {"Hue Central Hospital"}


def test_care_abroad_is_given_to_those_who_live_there(tell):
    [event] = tell("A team of the Dak Nong Department of Health gave free check-ups to 500 villagers in Mondulkiri on "
                   "May 8.")
    assert (names(event, "partner"), event.countries) == ({"Mondulkiri"}, ("KH",))


def test_a_city_in_which_people_met_is_no_party(tell):
    [event] = tell("Deputy Health Minister Tran Van An had working sessions with foreign partners in Geneva on May 13.",
                   "He met officials of the World Health Organization in Geneva on May 13.")
    assert names(event, "partner") == {"World Health Organization"}


def test_a_signing_may_be_in_another_city_than_its_hospitals(tell):
    events = tell("Japan gave ten monitors to Ca Mau General Hospital on May 10.",
                  "A contract on medicines was signed with the Japanese Government in Ho Chi Minh City on May 13.")
    assert [names(event, "home") for event in events] == [{"Ca Mau General Hospital"}] * 2


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


def test_a_body_whose_session_it_is_takes_no_part(tell):
    [event] = tell("Deputy Health Minister Le Van Tam met Lao Deputy Minister of Health Somphone Keo on Monday, on the "
                   "occasion of the 40th session of the Vietnam - Laos Inter-governmental Committee.")
    assert [party.name for party in event.participants if party.side == "home"] == ["Ministry of Health"]


@pytest.mark.parametrize(("text", "city"), [
    ("Cho Ray Hospital and the University of Sydney signed a deal on nursing in Hanoi on Monday.", "Ho Chi Minh City"),
    ("The Ministry of Health and the University of Sydney signed a deal on nursing in Da Nang on Monday.", "Da Nang"),
    ("The Ministry of Health and the University of Sydney signed a deal on nursing on Monday.", None),
])
def test_city_is_the_seat_of_a_local_party_else_the_place(tell, text, city):
    assert [event.city for event in tell(text)] == [city]


@pytest.mark.parametrize(("ceremony", "city"), [
    ("At the signing ceremony in Da Nang, Professor Ken Sato praised the nurses.", "Da Nang"),
    ("The ceremony took place in Can Tho.", "Can Tho"),
    ("Nurses were trained at a course in Can Tho.", None),
    ("At the signing ceremony Professor Ken Sato praised the nurses of Can Tho.", None),
])
def test_city_is_that_of_the_ceremony_told_behind(tell, ceremony, city):
    news = "The Ministry of Health and the University of Sydney signed a deal on nursing on Monday."
    assert [event.city for event in tell(news, "Forty nurses are to learn.", ceremony)] == [city]


def test_the_dateline_is_where_the_news_is_but_not_what_was_long_before(tell):
    _, before = tell(
        "HANOI - The Ministry of Health and the University of Sydney signed a deal on nursing on Monday.",
        "In 2012, the Vietnam Young Physicians Association and the University of Sydney gave 900 patients free care.",
        dateline="HANOI")
    assert (before.date, before.city) == ("2012", None)


def names(event, side):
    return {party.name for party in event.participants if party.side == side}
