"""What an event is called: its type, its instrument, its topics."""

import pytest
from telling import cases

SIGNED = "Hue Central Hospital and Kanazawa University Hospital signed"
TYPES = [
    ("agreement", f"{SIGNED} an agreement on nursing on Monday."),
    ("meeting", "Leaders of Hue Central Hospital received a delegation of Kanazawa University Hospital on Monday."),
    ("training", "Kanazawa University Hospital trained 20 nurses of Hue Central Hospital in stroke care in April."),
    ("technology_transfer", "With the help of experts of Kanazawa University Hospital, Hue Central Hospital "
                            "performed its first heart "
                            "transplant in April."),
    ("aid", "The Korea International Cooperation Agency donated 20 ventilators to Hue Central Hospital on Monday."),
    ("aid", "Surgeons of Operation Smile performed free surgery on 120 children at Hue Central Hospital in April."),
    ("project", "The Ministry of Health and the Korea International Cooperation Agency launched a project on "
                "maternal health on Monday."),
    ("facility", "Hue Central Hospital and Kanazawa University Hospital opened a stroke centre in Hue on Monday."),
    ("conference", "Hue Central Hospital and Kanazawa University Hospital co-organised a conference on stroke care "
                   "on Monday."),
    ("research", "Hue Central Hospital and Kanazawa University Hospital began a joint study of dengue in 2017."),
]
# Cases that are read wrongly, or not at all, as yet.
KNOWN_FAULTS = {"a regional director"}
HARDER = {
    "what training rests on": (
        "training", "Hanoi Medical University has trained 200 Lao students under an agreement signed between the two "
                    "governments."),
    "separate talks": (
        "meeting", "Vaccines were discussed during separate meetings on Monday between the Ministry of Health and the "
                   "Chinese, Indian and Russian ambassadors."),
    "a course that opens": (
        "training", "Hanoi Medical University opened a master's course in nursing with Umeå University on Monday."),
    "an exhibition that opens": (
        "conference", "An exhibition of medical equipment organised by UNICEF and the Ministry of Health opened in "
                      "Hanoi "
                      "on May 14."),
    "a jubilee": (
        "conference", "The French Embassy and Viet Duc Hospital yesterday marked 25 years of cooperation in surgery "
                      "with a "
                      "seminar."),
    "studied together": (
        "research", "The University of Oxford and the Hospital for Tropical Diseases have studied malaria together "
                    "since "
                    "1991."),
    "tested jointly": (
        "research", "Viet Nam Military Medical University and Kanazawa University Hospital have jointly tested a "
                    "malaria "
                    "drug since 2017."),
    "a sister hospital": (
        "agreement", "In April 2017 Hung Vuong Hospital became a sister hospital of Kobe University Hospital."),
    "a first stone": (
        "facility", "A groundbreaking ceremony for a 150-bed hospital funded by Kuwait was held in Tra Vinh on "
                    "Monday."),
    "paid for": (
        "aid", "A Swiss charity has paid for 120 operations at Can Tho Children's Hospital over the past three years."),
    "what a deal provides": (
        "agreement", "Under a deal inked last Friday, Singapore's Raffles Medical Group will help Hanoi French "
                     "Hospital set "
                     "up a stroke unit."),
    "operations and check-ups by the dozen": (
        "aid", "Surgeons of Operation Smile performed 42 operations and examined 190 children at Hue Central Hospital "
               "in April."),
    "a charitable programme": (
        "aid", "Doctors of Operation Smile and Hue Central Hospital are joining in a humanitarian heart surgery "
               "programme."),
    "handed": (
        "aid", "Kanazawa University Hospital on Monday handed medical equipment worth 200,000 USD to Hue Central "
               "Hospital."),
    "a ceremony to receive": (
        "aid", "A ceremony was held in Hue on Monday to receive 5,000 doses of vaccine produced by Sinopharm as a gift "
               "from the Chinese Government to Hue Central Hospital."),
    "a meeting in a place on a day": (
        "meeting", "Plans were told at a meeting in Hanoi on May 13 between the Ministry of Health and the director of "
                   "JICA."),
    "a hospital ship": (
        "project", "The hospital ship of the US Navy docked in Da Nang on Monday for two weeks of medical care at Hue "
                   "Central Hospital."),
    "a regional director": (
        "meeting", "Deputy Prime Minister Vu Duc Dam received WHO Regional Director Takeshi Kasai in Hanoi on May 14."),
}
INSTRUMENTS = [
    ("mou", "a memorandum of understanding"), ("mou", "an MoU"), ("letter_of_intent", "a letter of intent"),
    ("framework_agreement", "a framework agreement"), ("minutes", "minutes of cooperation"),
    ("minutes", "a minute of discussions"),
    ("contract", "a five-year contract"), ("plan", "a plan of cooperation"), ("other", "a protocol"),
    ("agreement", "a cooperation agreement"), ("agreement", "a deal"),
]
TOPICS = [
    ("nursing", {"nursing"}), ("stroke care", {"neurology"}), ("cancer treatment", {"oncology"}),
    ("telemedicine", {"digital_health"}), ("organ transplants", {"transplantation"}),
    ("dengue", {"infectious_disease"}),
    ("hospital management", {"hospital_management"}), ("traditional medicine", {"traditional_medicine"}),
    ("the health of mothers and children", {"maternal_newborn", "paediatrics"}),
    ("nursing and rehabilitation", {"nursing", "rehabilitation"}),
    ("liver transplants", {"transplantation"}), ("hepatitis", {"infectious_disease"}),
    ("hearing aids", {"rehabilitation", "medical_equipment"}),
    ("digital X-ray systems", {"imaging", "medical_equipment"}),
    ("remote monitoring of patients", {"digital_health"}), ("reagents", {"medical_equipment"}),
    ("free health check-ups", {"primary_care"}), ("road accidents", {"emergency_care"}),
]


@pytest.mark.parametrize(("kind", "text"), TYPES)
def test_type(tell, kind, text):
    assert [event.type for event in tell(text)] == [kind]


@pytest.mark.parametrize(("kind", "text"), cases(HARDER, KNOWN_FAULTS))
def test_type_of_harder_sentences(tell, kind, text):
    assert [event.type for event in tell(text)] == [kind]


@pytest.mark.parametrize(("kind", "words"), INSTRUMENTS)
def test_instrument(tell, kind, words):
    assert [event.instrument for event in tell(f"{SIGNED} {words} on nursing on Monday.")] == [kind]


def test_only_agreements_have_an_instrument(tell):
    [event] = tell("The Korea International Cooperation Agency donated 20 ventilators to Hue Central Hospital on "
                   "Monday.")
    assert event.instrument is None


@pytest.mark.parametrize(("words", "topics"), TOPICS)
def test_topics(tell, words, topics):
    [event] = tell(f"{SIGNED} an agreement on {words} on Monday.")
    assert set(event.topics) == topics


def test_a_headline_with_aids_is_not_about_aids(tell):
    [event] = tell("title: Japan aids Vietnamese hospitals", "Japan gave Hue Central Hospital ten monitors on Monday.")
    assert "hiv" not in event.topics


def test_the_name_of_a_university_gives_no_topic(tell):
    [event] = tell("Hanoi Medical University and the University of Medicine and Dentistry of Tokyo signed an "
                   "agreement on nursing on Monday.")
    assert set(event.topics) == {"nursing"}


def test_contents_told_after_the_signing_give_topics(tell):
    [event] = tell(f"{SIGNED} an agreement on Monday.", "Under the agreement, they will cooperate in stroke care "
                                                        "and nursing.")
    assert set(event.topics) >= {"neurology", "nursing"}


@pytest.mark.parametrize("sentence", [
    "Hue City and the city of Rennes signed an agreement on health care and education on Monday.",
    "The Can Tho People's Committee and the city of Rennes signed an agreement on hospitals on Monday.",
    "The Can Tho People's Committee and the city of Rennes signed an agreement on glasses for pupils on Monday.",
])
def test_an_agreement_that_names_health_is_of_the_sector(tell, sentence):
    assert [event.type for event in tell(sentence)] == ["agreement"]


@pytest.mark.parametrize("sentence", [
    "The Hue Department of Tourism and the city of Rennes signed an agreement on festivals on Monday.",
    "The Hanoi People's Committee received a delegation of the city of Rennes on Monday to discuss bus lines.",
    "Bayer and a company in Dong Nai signed a contract on rice seeds on Monday.",
])
def test_another_sector_is_no_event(tell, sentence):
    assert list(tell(sentence)) == []
