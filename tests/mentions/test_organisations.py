import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hcoop import lexicon
from hcoop.mentions.organisations import find_organisations
from hcoop.mentions.places import find_places
from hcoop.records import Article, Organisation, Source


def found(text: str) -> tuple[Organisation, ...]:
    source = Source(None, "0" * 64, "text/plain", "utf-8")
    article = Article("a", None, None, None, None, None, None, None, None, "en", None, text, (), source)
    return find_organisations(article, find_places(article, lexicon.load()), lexicon.load())


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # known ones
        ("Nurses of Chợ Rẫy Hospital came.", {"Cho Ray Hospital": "VN"}),
        ("It was built with JICA aid.", {"Japan International Cooperation Agency": "JP"}),
        ("Ten thousand doses of AstraZeneca vaccine came.", {}),
        ("It went to the health ministry.", {"Ministry of Health": "VN"}),
        ("The Dutch Ministry of Health thanked Viet Nam.", {"Ministry of Health of the Netherlands": "NL"}),
        ("Beds came from the Ben Tre Red Cross.", {"Ben Tre Red Cross Society": "VN"}),
        ("It was told at the 77th World Health Assembly.", {}),
        ("The US-based Smiles Without Limits charity came.", {"Smiles Without Limits": "US"}),
        ("Graz-based Donau Pharma Company came.", {"Donau Pharma Company": "AT"}),
        ("Malaysia's National Heart Institute (IJN) came.", {"National Heart Institute of Malaysia": "MY"}),
        ("The Company for Vaccine and Drug Research No 7 paid.", {"Company for Vaccine and Drug Research No 7": "VN"}),
        ("Aid went to the Ministry of Health Bhutan (MOH).", {"Ministry of Health of Bhutan": "BT"}),
        ("The Central Committee of the Ben Tre Red Cross paid.", {"Ben Tre Red Cross Society": "VN"}),
        # missions
        ("Nurses of the Consulate General of Japan in Da Nang came.", {"Consulate General of Japan in Da Nang": "JP"}),
        ("The Vietnamese Consulate General in Osaka paid.", {"Consulate General of Viet Nam in Osaka": "VN"}),
        ("The Embassy of Vietnam in Stockholm paid.", {"Embassy of Viet Nam in Sweden": "VN"}),
        ("The Ministry of Health of Lesotho grew. Its Department of Nursing and Clinical Medicine paid.",
         {"Ministry of Health of Lesotho": "LS"}),
        # named after people, states and universities
        ("The Omar bin Said Foundation of Qatar paid.", {"Omar bin Said Foundation": "QA"}),
        ("Nurses of King Olaf Hospital in Norway came.", {"King Olaf Hospital": "NO"}),
        ("It was in the hands of King Olaf of Norway.", {}),
        ("The Ministry of Health Bhutan paid.", {"Ministry of Health of Bhutan": "BT"}),
        ("The University of Oslo Hospital of Norway paid.", {"University of Oslo Hospital": "NO"}),
        ("The Fifth Affiliated Hospital of Chongqing Nan'an University in China paid.",
         {"Fifth Affiliated Hospital of Chongqing Nan'an University": "CN"}),
        ("The Third Affiliated Hospital of Lushan University School of Medicine in China paid.",
         {"Third Affiliated Hospital of Lushan University School of Medicine": "CN"}),
        ("Lushan University People's Hospital of China paid.", {"Lushan University People's Hospital": "CN"}),
        # what is said of a field goes with it
        ("The National Institute of Nephrology and Vascular Medicine of Peru paid.",
         {"National Institute of Nephrology and Vascular Medicine": "PE"}),
        ("The Dutch Ministry of Health and National Cancer Institute paid.",
         {"Ministry of Health of the Netherlands": "NL", "National Cancer Institute": "NL"}),
        ("Malaysia's Farmako Bhd and Finland's Terveys Oyj came.", {"Farmako Bhd": "MY", "Terveys Oyj": "FI"}),
        ("The National Centre for Toxic Chemicals and Environmental Treatment came.",
         {"National Center for Toxic Chemicals and Environmental Treatment": "VN"}),
        # heads and what stands before them
        ("It was opened by Long Phu General Hospital on Monday.", {"Long Phu General Hospital": "VN"}),
        ("Visiting Tra Lam Hospital, he was moved.", {"Tra Lam Hospital": "VN"}),
        ("The hospital in Tra Lam was moved.", {}),
        ("A course of the Dong Phu Obstetrics and Pediatrics Hospital began.",
         {"Dong Phu Obstetrics and Pediatrics Hospital": "VN"}),
        ("It gives the Tra Lam Hospital 120 more beds.", {"Tra Lam Hospital": "VN"}),
        ("Nurses of Military Hospital 944 sang.", {"Military Hospital 944": "VN"}),
        # what follows "of" and "for"
        ("The Directorate of Fisheries agreed.", {"Directorate of Fisheries": "VN"}),
        ("A form of the Ministry of Labour, Family and Social Affairs of Austria came.",
         {"Ministry of Labour, Family and Social Affairs": "AT"}),
        ("The Korean Foundation for Rural Medicine and Training paid.",
         {"Korean Foundation for Rural Medicine and Training": "KR"}),
        ("He joined the University of Graz in May.", {"University of Graz": "AT"}),
        # where they are
        ("South Korea's Haneul Hospital sent ten nurses.", {"Haneul Hospital": "KR"}),
        ("The Blue Lamp Society, a charity based in Oslo, paid.", {"Blue Lamp Society": "NO"}),
        ("Kumo General Hospital (Japan) sent ten nurses.", {"Kumo General Hospital": "JP"}),
        ("Hanoi's Tra Lam Hospital sent ten nurses.", {"Tra Lam Hospital": "VN"}),
        ("Osaka prefecture's Nursing Office sent ten nurses.", {"Nursing Office": "JP"}),
        ("Ten nurses of the U.S. Center for Disease Control came.",
         {"US Centers for Disease Control and Prevention": "US"}),
        ("Gavi paid.", {"Gavi, the Vaccine Alliance": "INT"}),
        ("Bayer (Vietnam) Limited Company paid.", {"Bayer": "DE"}),
        ("Nurses of Bayer Vietnam Company Limited came.", {"Bayer": "DE"}),
        ("Forty nurses of the XO School of Medicine came to Denver.", {"XO School of Medicine": "US"}),
        ("Vietnam's Consul-General came.", {}),
        ("It came from the Department of State.", {"US Department of State": "US"}),
        # bodies of a place
        ("In Can Tho, the municipal Department of Health agreed.", {"Can Tho Department of Health": "VN"}),
        ("The People's Committee of Ben Tre province agreed.", {"Ben Tre People's Committee": "VN"}),
        ("The provincial Department of Education and Training of Lai Chau agreed.",
         {"Lai Chau Department of Education and Training": "VN"}),
        ("In Da Lat the city's health department agreed.", {"Lam Dong Department of Health": "VN"}),
        ("Six nurses of Gia Lai's Department of Home Affairs came.", {"Gia Lai Department of Home Affairs": "VN"}),
        ("Sapporo, whose Fire Bureau sent a team, is far.", {"Sapporo Fire Bureau": "JP"}),
        # missions
        ("The Norwegian Embassy in Hanoi paid.", {"Embassy of Norway in Viet Nam": "NO"}),
        ("The Embassy of the Netherlands paid.", {"Embassy of the Netherlands in Viet Nam": "NL"}),
        ("He called at the Embassy of Vietnam in Hungary.", {"Embassy of Viet Nam in Hungary": "VN"}),
        # shared heads
        ("the Tra Lam, Phu Quy and Ben Cat general hospitals will follow",
         {"Tra Lam General Hospital": "VN", "Phu Quy General Hospital": "VN", "Ben Cat General Hospital": "VN"}),
        ("The health departments of Kon Tum and Laos' Attapeu province met.",
         {"Kon Tum Department of Health": "VN", "Attapeu Department of Health": "LA"}),
        ("The Departments of Health of Ha Giang province and Lanfeng prefecture in China's Yunnan province met.",
         {"Ha Giang Department of Health": "VN", "Lanfeng Department of Health": "CN"}),
        ("The health departments of Kon Tum and Attapeu met.", {}),
        ("They came for the United Nations Day of Vesak.", {}),
        ("Health departments of Vietnam and Laos met, and those of Hue on May 5.", {}),
        ("the provincial hospitals of Son La, Dien Bien and Lai Chau", {}),
        ("Vietnamese and Japanese hospitals will follow", {}),
        # told by a description
        ("It came from the Korean company Nuribit last week.", {"Nuribit": "KR"}),
        ("Belgian drugmaker Zelphar agreed.", {"Zelphar": "BE"}),
        ("Zelphar, a pharmaceutical company from Belgium, agreed.", {"Zelphar": "BE"}),
        ("Sweden's Zelphar signed a deal.", {"Zelphar": "SE"}),
        ("Japan's Kansai region is old.", {}),
        ("The Irish charity Boats of Hope paid.", {"Boats of Hope": "IE"}),
        ("Nguyen Van Ngo smiled at Krakow-based Ortolek.", {"Ortolek": "PL"}),
        # other languages
        ("Teams of the Hospices Civils de Dijon came to Hue.", {"Hospices Civils de Dijon": "FR"}),
        ("Ospedale di Tralamo sent nurses to Hue.", {"Ospedale di Tralamo": "IT"}),
        ("Swiss nurses of the Hôpital Tralam came.", {"Hôpital Tralam": "CH"}),
        ("Szpital Kliniczny sent nurses.", {"Szpital Kliniczny": "PL"}),
        # nouns written small
        ("Nurses of Bach Mai hospital came.", {"Bach Mai Hospital": "VN"}),
        ("Nurses of the Hue university came.", {}),
        ("They went to Hiep Hoa medical centre.", {"Hiep Hoa Medical Center": "VN"}),
        ("A Vinh Son commune health station was opened.", {"Vinh Son Commune Health Station": "VN"}),
        ("A Hanoi hospital is new, so is the Hue hospital.", {}),
        # by place and country
        ("St Brannoc's Hospital, Cork, sent nurses.", {"St Brannoc's Hospital": "IE"}),
        ("Nurses of Tralam Hospital came with Norwegian friends. Koreans came too.", {"Tralam Hospital": "NO"}),
        ("Southern Tralam Institute has Danish beds.", {"Southern Tralam Institute": "VN"}),
        ("The Rotary Club of Brisbane paid.", {"Rotary Club of Brisbane": "AU"}),
        ("Hospital of the University of Pennsylvania", {"Hospital of the University of Pennsylvania": "US"}),
        ("Military Hospital 103 of the Lao army is in Vientiane.", {"Military Hospital 103": "LA"}),
        ("Denmark, through its Ministry of Trade and Health, paid.", {"Ministry of Trade and Health": "DK"}),
        ("In Da Nang, the Department of Tourism paid.", {"Da Nang Department of Tourism": "VN"}),
        ("Can Tho City Burns Hospital is new.", {"Can Tho Burns Hospital": "VN"}),
        ("The An Giang Red Cross Society paid.", {"An Giang Red Cross Society": "VN"}),
        # what it was called before
        ("Bach Mai Hospital, formerly known as the Tra Lam Hospital, grew.", {"Bach Mai Hospital": "VN"}),
        ("Tra Lam Pharmaceutical JSC (Tralam Pharm) of Hue grew. It is Tralam Pharm of India's partner.",
         {"Tra Lam Pharmaceutical JSC": "VN"}),
        ("It was Japan's drugmaker Zelphar. The deal is old.", {"Zelphar": "JP"}),
        ("Nurses of VINMEC came.", {"Vinmec": "VN"}),
        ("The city's Maternity and Paediatrics Hospital in Da Nang", {"Da Nang Hospital for Women and Children": "VN"}),
        ("Kobo Prefectural Hospital of Japan grew. Kobo Hospital paid.", {"Kobo Prefectural Hospital": "JP"}),
        ("Nurses of the University of Ulsan, South Korea, and the University of Texas, Austin, came.",
         {"University of Ulsan": "KR", "University of Texas, Austin": "US"}),
        ("In Ha Giang, the provincial Preventive Medicine Centre grew.",
         {"Ha Giang Center for Preventive Medicine": "VN"}),
        ("KPJ Ipoh Specialist Hospital in Malaysia paid.", {"KPJ Ipoh Specialist Hospital": "MY"}),
        ("In Ha Giang province wells were dug. The provincial Department of Home Affairs paid. Can Tho, Can Tho!",
         {"Ha Giang Department of Home Affairs": "VN"}),
        ("The Lung Institute of Tra Lam (LITL) grew. LITL's Asthma Center is full.",
         {"Lung Institute of Tra Lam": "VN"}),
        # none at all
        ("It was paid by the Queen's foundation in Thailand.", {}),
        ("He works at the Tra Lam Convention Center.", {}),
        ("Their Department of Cardiology is full.", {}),
        ("The Faculty of Nursing is full.", {}),
        ("A visit to the Medical Equipment Exhibition was made.", {}),
        ("An MoU on ICU care was signed.", {}),
        ("French experts and the two sides agreed.", {}),
    ],
)  # fmt: skip
def test_organisations_of_a_sentence(text: str, names: dict[str, str]) -> None:
    assert {organisation.name: organisation.country for organisation in found(text)} == names


@pytest.mark.parametrize(
    ("text", "name", "mentions"),
    [
        ("Tra Lam Institute (TLI) grew. TLI has ten beds.", "Tra Lam Institute", ["Tra Lam Institute", "TLI", "TLI"]),
        ("Tra Lam Hospital grew. Nurses like Tra Lam.", "Tra Lam Hospital", ["Tra Lam Hospital", "Tra Lam"]),
        ("Hangang Sacred Heart Hospital in Seoul grew. Nurses of Hangang came, and Hangang Kim.",
         "Hangang Sacred Heart Hospital", ["Hangang Sacred Heart Hospital", "Hangang"]),
        ("Tra Lam Hospital grew. It is on Tra Lam street.", "Tra Lam Hospital", ["Tra Lam Hospital"]),
        ("Tra Lam Hospital grew, and the hospital is new.", "Tra Lam Hospital", ["Tra Lam Hospital", "the hospital"]),
        ("Cho Ray Hospital and Kobe University met. The Japanese university paid.", "Kobe University",
         ["Kobe University", "The Japanese university"]),
        ("The Ministry of Health said so. His ministry will pay.", "Ministry of Health",
         ["Ministry of Health", "His ministry"]),
        ("Cho Ray Hospital met Severance Hospital. The hospital will pay.", "Cho Ray Hospital",
         ["Cho Ray Hospital", "The hospital"]),
        ('Cho Ray Hospital grew.\n\nThe hospital is old.\n"The hospital is mine."', "Cho Ray Hospital",
         ["Cho Ray Hospital", "The hospital", "The hospital"]),
        # the subject of the sentence before rather than who comes later in it
        ("Cho Ray Hospital and Viet Duc Hospital met. The hospital will pay.", "Cho Ray Hospital",
         ["Cho Ray Hospital", "The hospital"]),
        ("The Hanoi Department of Health and Korea's Gangwon Health Department met. The department and AP-HP did.",
         "Hanoi Department of Health", ["Hanoi Department of Health", "The department"]),
        ("Cho Ray Hospital grew. Severance Hospital has 2,000 beds. The hospital is old.", "Severance Hospital",
         ["Severance Hospital", "The hospital"]),
        # the one that is called so
        ("The Korea Tra Lam Institute gave a scanner to K Hospital. Kim Min-ho said his institute was old.",
         "Korea Tra Lam Institute", ["Korea Tra Lam Institute", "his institute"]),
        ("The Hanoi Department of Health grew. The city's health authorities lead the city's medical sector.",
         "Hanoi Department of Health",
         ["Hanoi Department of Health", "The city's health authorities", "the city's medical sector"]),
        ("Viet Tiep Hospital in Hai Phong got ten beds. The port city's hospital will use them.",
         "Viet Tiep Friendship Hospital", ["Viet Tiep Hospital", "The port city's hospital"]),
        ("Tra Lam Hospital in Seoul grew. The Seoul hospital is old.", "Tra Lam Hospital",
         ["Tra Lam Hospital", "The Seoul hospital"]),
        ("The university's hospital helps Cho Ray Hospital.", "Cho Ray Hospital", ["Cho Ray Hospital"]),
        # the acronym of another, under a place
        ("The US Centers for Disease Control and Prevention (CDC) helps the Quang Ninh Centre for Disease Control. "
         "Quang Ninh CDC has ten beds, the CDC none.", "US Centers for Disease Control and Prevention",
         ["US Centers for Disease Control and Prevention", "CDC", "CDC"]),
        ("The Office for Rural Vaccines of Laos (ORVL) paid. ORVL is new.", "Office for Rural Vaccines",
         ["Office for Rural Vaccines", "ORVL", "ORVL"]),
        ("Hue University grew. The school meal project is old.", "Hue University", ["Hue University"]),
        # words glued together
        ("It is of use to the Hanoi Oncology Hospital.The Hanoi Oncology Hospital has it.", "Hanoi Oncology Hospital",
         ["Hanoi Oncology Hospital", "Hanoi Oncology Hospital"]),
        ("Staff of theMinistry of Health came.", "Ministry of Health", ["Ministry of Health"]),
        ("The National Hospital forTropical Diseases grew.", "National Hospital for Tropical Diseases",
         ["National Hospital forTropical Diseases"]),
        ("Doctors of BachMai Hospital and ofCho Ray Hospital met.", "Cho Ray Hospital", ["Cho Ray Hospital"]),
        ("A WHOand UNICEF plan.", "World Health Organization", ["WHO"]),
    ],
)  # fmt: skip
def test_later_mentions(text: str, name: str, mentions: list[str]) -> None:
    organisation = next(one for one in found(text) if one.name == name)
    assert [text[span.start : span.end] for span in organisation.mentions] == mentions


def test_one_body_under_several_names() -> None:
    text = "Hanoi Department of Health agreed. Hanoi Healthcare Department, or the city's health department, signed."
    (department,) = found(text)
    assert (department.id, department.city, department.kind) == ("vn-hn-doh", "Hanoi", "health_department")
    assert {"Hanoi Healthcare Department", "health department"} <= set(department.aliases)


def test_a_namesake_in_another_city_is_another_body() -> None:
    text = "The Vietnam-Cuba Friendship Hospital in Dong Hoi city met the Vietnam-Cuba Friendship Hospital in Hanoi."
    assert [organisation.city for organisation in found(text)] == ["Quang Binh", "Hanoi"]


@settings(max_examples=60)
@given(st.text(alphabet=st.sampled_from("Hospital of ,.'s-()the AnBệnh viện 175\nUniversity&"), max_size=300))
def test_any_text_is_read(text: str) -> None:
    for organisation in found(text):
        assert organisation.name
        assert all(0 <= span.start < span.end <= len(text) for span in organisation.mentions)


@pytest.mark.parametrize(("agency", "country"), [(None, "LA"), ("VNA", "VN")])
def test_a_ministry_of_a_foreign_page_is_of_its_country(agency: str | None, country: str) -> None:
    text = "The Ministry of Health opened a ward in Vientiane. Nurses of Laos came."
    source = Source(None, "0" * 64, "text/plain", "utf-8")
    article = Article("a", None, None, None, None, agency, None, "Vientiane", None, "en", None, text, (), source)
    [body] = find_organisations(article, find_places(article, lexicon.load()), lexicon.load())
    assert body.country == country
