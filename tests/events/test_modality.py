"""What is a fact, what runs, what is planned, and what is no event at all."""

import pytest
from telling import cases

COMPLETED = [
    "On Monday JICA and Cho Ray Hospital held a ceremony to hand over ten ventilators to Hue Central Hospital.",
    "Patients have new hope, as Cho Ray Hospital and the University of Sydney signed an agreement on Monday.",
    "Cho Ray Hospital and the University of Sydney signed a memorandum of understanding on nursing on Monday.",
    "A memorandum of understanding on nursing was signed by Cho Ray Hospital and the University of Sydney on Monday.",
    "Cho Ray Hospital has signed an agreement with the University of Sydney on the training of nurses.",
    "After two years of talks, Bach Mai Hospital and Lyon University Hospital finally put their signatures to an "
    "agreement.",
    "Japan donated 20 ambulances to the Ministry of Health on May 13.",
    "The Ministry of Health on May 13 received 20 ambulances from Japan.",
    "Twenty ambulances worth 2 million USD were handed over to Hue Central Hospital by the Korea International "
    "Cooperation Agency on Monday.",
    "Health Minister Nguyen Van An received Cuban Ambassador Maria Lopez in Hanoi on Monday to talk about vaccines.",
    "While receiving Cuban Ambassador Maria Lopez in Hanoi on Monday, Health Minister Nguyen Van An was glad.",
    "Viet Nam needs more vaccines, Health Minister Nguyen Van An told Cuban Ambassador Maria Lopez at a meeting in "
    "Hanoi on Monday.",
    "On Monday, Hue Central Hospital and Kanazawa University Hospital jointly held a workshop on stroke care.",
    "Health Minister Nguyen Van An made the request at a meeting with JICA Representative Ken Sato in Hanoi on Monday.",
    "Australia has shared 1.5 million doses of vaccine with Viet Nam for its nurses.",
    "In 2019 Hue Central Hospital supported Japan with over 1.2 million masks.",
    "At the request of Hue Central Hospital, JICA sent two experts to it on Monday to train nurses.",
    "The World Bank on Monday approved US$70 million to help Viet Nam build district hospitals.",
    "The Asian Development Bank approved 70 million USD in financing for district hospitals in Viet Nam on Monday.",
    # Of several sectors one is that of the register.
    "The provinces of Quang Tri and Laos' Salavan signed an agreement on trade, tourism and health care on Monday.",
    # What is asked for at a meeting does not undo the meeting.
    "Health Minister Nguyen Van An has proposed that Cuba send more nurses while receiving Cuban Minister of Public "
    "Health Jose Perez in Hanoi on Monday.",
    "Hue Central Hospital called on Cuba to send more nurses at a reception for Cuban Ambassador Lopez on Monday.",
    "Health Minister Nguyen Van An hoped that Cuba would send more nurses at a meeting with Ambassador Maria Lopez of "
    "Cuba on Monday.",
    "Hanoi would help with nursing in Laos, the Ministry of Health told Lao Minister of Health Somphone Keo on Monday.",
]
PLANNED = [
    "The United States on Monday announced assistance of 1.5 million USD to help Viet Nam contain dengue.",
    "A second phase of the JICA project on nursing at Cho Ray Hospital was approved for June 2021.",
    "The Korea International Cooperation Agency has announced to supply cold boxes to Hue Central Hospital in June.",
    "China pledged on Monday to donate three million doses of vaccine to the Ministry of Health.",
    "The University of Sydney agreed to take in two nurses of Cho Ray Hospital a year from 2021.",
    "On Thursday Cho Ray Hospital is due to sign a memorandum on nursing with the University of Sydney.",
    "Cho Ray Hospital and the University of Sydney will sign a memorandum of understanding on nursing on May 20.",
    "Cho Ray Hospital is to sign a contract with the University of Sydney on May 20.",
    "A contract between Cho Ray Hospital and the University of Sydney is due to be signed on May 20.",
    "Japan will donate 20 ambulances to Hue Central Hospital in June.",
    "Twenty ambulances from Japan will be shipped to Da Nang and handed over to Hue Central Hospital on June 3.",
    "On June 3 the rector of the University of Sydney will visit Hanoi and sign an agreement on nursing with Cho Ray "
    "Hospital.",
    "Cho Ray Hospital is scheduled to send ten doctors to the University of Sydney for training in September.",
]
ONGOING = [
    "Doctors of Seoul National University Hospital have trained 30 nurses of Hue Central Hospital since January.",
    "Since 2015, the Korea International Cooperation Agency has been running a project on maternal health in Quang "
    "Tri Province.",
    "Ten nurses of Hue Central Hospital are attending a six-month course at Kanazawa University Hospital.",
]
NOTHING = {
    "a title of honour": "Hanoi Medical University on Monday awarded Ken Sato of the University of Sydney an Honorary "
                         "Professorship for his part in the cooperation programme of the two universities.",
    "a founding abroad": "Based in Ohio, Operation Smile was launched 27 years ago and has a presence in 50 countries "
                         "in addition to Vietnam, where its nurses often go.",
    "a request for something": "Cho Ray Hospital on Monday made the request to JICA to donate ten ventilators.",
    "an honour": "The Ministry of Health on Monday presented its medal to surgeon Joel Leroy of IRCAD of France.",
    "a count": "This is the University of Sydney's fourth mission to Cho Ray Hospital since 2015.",
    "a hope": "Cho Ray Hospital hopes to sign an agreement with the University of Sydney on nursing.",
    "a need": "Hue Central Hospital needs more equipment from Japan, its director said on Monday.",
    "a wish": "The director said Cho Ray Hospital would like to sign an agreement with the University of Sydney.",
    "a call": "The minister urged Japan to donate more ambulances to Hue Central Hospital.",
    "a call on": "The minister called on Japan to donate more ambulances to Hue Central Hospital.",
    "a proposal": "Hue Central Hospital proposed that Kanazawa University Hospital train its nurses in stroke care.",
    "a possibility": "Hue Central Hospital could receive 20 ambulances from Japan.",
    "a shared possibility": "Ten nurses of Hue Central Hospital may be chosen in June and trained at Kanazawa "
                            "University Hospital.",
    "a condition": "If Japan donates the ambulances, Hue Central Hospital will be able to reach more patients.",
    "a readiness": "Kanazawa University Hospital is ready to train nurses of Hue Central Hospital.",
    "negation": "Cho Ray Hospital has not signed an agreement with the University of Sydney.",
    "never": "Cho Ray Hospital never received the 20 ambulances from Japan.",
    "failure": "Cho Ray Hospital and the University of Sydney failed to sign an agreement on nursing on Monday.",
    "cancelled": "The signing of an agreement between Cho Ray Hospital and the University of Sydney was cancelled "
                 "on Monday.",
    "called off": "A workshop that Hue Central Hospital and Kanazawa University Hospital were to hold on Monday was "
                  "called off.",
    "quoted words": '"I remember the day in 2003 when Cho Ray Hospital signed an agreement with the University of '
                    'Sydney," the nurse said.',
    "domestic": "Cho Ray Hospital and Hue Central Hospital signed an agreement on nursing on Monday.",
    "another sector": "The Hanoi People's Committee and the city of Lyon signed an agreement on tourism and street "
                      "lighting on Monday.",
    "abroad": "The University of Sydney and Kanazawa University Hospital signed an agreement on nursing on Monday.",
    "a presence": "AstraZeneca has been present at Hue Central Hospital in health care since 1994.",
    "what would be": "Through this project, he said, the cooperation between Hue Central Hospital and Kanazawa "
                     "University Hospital would be further developed.",
    "what help will be": "Accordingly, Kanazawa University Hospital will support Hue Central Hospital in strengthening "
                         "its rescue team, conducting surgery, and diagnosing patients.",
    "put off": "A visit of experts of Kanazawa University Hospital to Hue Central Hospital on Monday was put off.",
    "training of those who came": "Surgeons of Hue Central Hospital, several of whom were trained in Japan, "
                                  "worked in the villages on Monday.",
    "a life": "Born in Hue in 1931, he worked at Hue Central Hospital and in 1953 went to China to study acupuncture.",
    "an opinion": "On a visit to Kanazawa University Hospital from Hue Central Hospital last March I saw quiet wards.",
    "a foreign patient": "At Hue Central Hospital a Korean tourist on Monday thanked the doctors who performed surgery "
                         "on him in April.",
    "a patient from abroad": "A 12-year-old boy from Laos is recovering from surgery performed by doctors of Hue "
                             "Central Hospital on Monday.",
    "foreign things": "Cho Ray Hospital and Hue Central Hospital on Monday signed an agreement on a cancer centre with "
                      "German radiotherapy protocols and a US linear accelerator scanner.",
    "statistics": "Viet Nam imported medicines worth 300 million USD from France in 2018.",
    "praise of projects": "The head of Hue Central Hospital spoke highly of JICA's projects which help its patients.",
    "praise": "The minister praised the contribution of French doctors to the health of the people of Hue.",
}


@pytest.mark.parametrize("sentence", COMPLETED)
def test_facts(tell, sentence):
    assert [event.status for event in tell(sentence)] == ["completed"]


@pytest.mark.parametrize("sentence", PLANNED)
def test_firm_plans(tell, sentence):
    assert [event.status for event in tell(sentence)] == ["planned"]


@pytest.mark.parametrize("sentence", ONGOING)
def test_what_runs(tell, sentence):
    assert [event.status for event in tell(sentence)] == ["ongoing"]


@pytest.mark.parametrize(("sentence", "status"), [
    ("In 2017, Hue Central Hospital and JICA jointly implemented a project on nursing.", "completed"),
    ("In 2017, Hue Central Hospital and JICA launched a project on nursing.", "ongoing"),
])
def test_what_was_carried_out_in_a_year_is_over(tell, sentence, status):
    assert [event.status for event in tell(sentence)] == [status]


@pytest.mark.parametrize("sentence", cases(NOTHING))
def test_no_event(tell, sentence):
    assert [(event.type, event.status) for event in tell(sentence)] == []


@pytest.mark.parametrize("sentence", [
    "The university has given more than 10 billion USD to fight dengue in over 140 countries.",
    "The province plans to build a block of 600 beds in 2020 with funds from government bonds.",
    "The rate of women giving birth with the help of trained nurses rose from 71 percent in 2012 to 89 percent.",
    "The University of Sydney was founded in 1850 by William Wentworth.",
    "Half a million Australian tourists visit Hue Central Hospital each year.",
    "On May 14, the delegation visited the Embassy of Viet Nam in Sydney.",
])
def test_what_is_no_cooperation(tell, sentence):
    told = tell("Hue Central Hospital and the University of Sydney signed an agreement on nursing on Monday.", sentence)
    assert [event.type for event in told] == ["agreement"]


@pytest.mark.parametrize("sentence", [
    "Hue Central Hospital has used the technique since 2015 after its nurses were trained at Cho Ray Hospital.",
    "Japan and Laos have given each other ambulances since 2015, while Viet Nam buys its own.",
    "Pfizer opened a clinic for stroke patients in Hai Phong in 2015.",
])
def test_what_others_do_among_themselves_is_no_event(tell, sentence):
    told = tell("Hue Central Hospital and Kobe University Hospital signed a deal on nursing on Monday.", sentence)
    assert [event.type for event in told] == ["agreement"]


def test_a_hope_does_not_hide_the_fact_beside_it(tell):
    [event] = tell("The two hospitals hope for more exchanges.", "Hue Central Hospital and Kanazawa University "
                                                                 "Hospital signed an "
                   "agreement on nursing on Monday, and the director hopes it will help patients.")
    assert (event.type, event.status, event.date) == ("agreement", "completed", "2019-05-13")


def test_what_a_partner_does_every_year_is_no_event(tell):
    told = tell("K Hospital and Gustave Roussy signed an agreement on nursing on Monday.",
                "Founded in 1926, Gustave Roussy treats 45,000 patients a year.")
    assert [event.type for event in told] == ["agreement"]


def test_experience_is_no_event_beside_a_plan(tell):
    told = tell("Cho Ray Hospital signed a memorandum of understanding with the Lyon University Hospital on Monday.",
                "In the next three years the French hospital, which has done more than 700 liver transplants, will "
                "train surgeons of Cho Ray Hospital.")
    assert "completed" not in [event.status for event in told if event.type != "agreement"]
