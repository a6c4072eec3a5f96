import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hcoop import lexicon
from hcoop.mentions.organisations import find_organisations
from hcoop.mentions.people import find_people
from hcoop.mentions.people.examples import check_examples
from hcoop.mentions.places import find_places
from hcoop.records import Article, Person, Source


def found(text: str, author: str | None = None) -> tuple[Person, ...]:
    source = Source(None, "0" * 64, "text/plain", "utf-8")
    article = Article("a", None, None, None, author, None, None, None, None, "en", None, text, (), source)
    places = find_places(article, lexicon.load())
    return find_people(article, find_organisations(article, places, lexicon.load()), lexicon.load())


@pytest.mark.parametrize(
    ("text", "people"),
    [
        # names by nation
        ("It was told by Nguyễn Thị Ánh Tuyết yesterday.", [("Nguyễn Thị Ánh Tuyết", None)]),
        ("Seo Min-jun said it was late.", [("Seo Min-jun", None)]),
        ("Prof Marieke van der Berg smiled.", [("Marieke van der Berg", "Professor")]),
        ("Dr Lin Mei-hua smiled.", [("Lin Mei-hua", "Doctor")]),
        ("Dr Angela Park smiled in Angela Park.", [("Angela Park", "Doctor")]),
        ("Rectors Anna Keller and Trần Văn Bảo smiled.", [("Anna Keller", "Rector"), ("Trần Văn Bảo", "Rector")]),
        ("It paid for the Dong Thap Muoi malaria programme.", []),
        # titles of many cultures
        ("Mayor Datuk Seri Dr Farah Wan Osman smiled. Dr Farah Wan sat.", [("Farah Wan Osman", "Mayor")]),
        ("Governor Tan Sri Jamal bin Rashid smiled.", [("Jamal bin Rashid", "Governor")]),
        ("Tan Sri Lanka smiled.", []),
        ("Rector Dato' Seri Aminah binti Yusof smiled.", [("Aminah binti Yusof", "Rector")]),
        ("It was Sheikh Saif bin Tariq Al Noor who paid.", [("Saif bin Tariq Al Noor", None)]),
        ("Director Sheikh Nadia smiled.", [("Sheikh Nadia", "Director")]),
        ("Samdech Sok Rithy and Khun Malee Suksan met Dra. Inés del Río Vega.",
         [("Sok Rithy", None), ("Malee Suksan", None), ("Inés del Río Vega", "Doctor")]),
        ("Major-General Trần Văn Bảo and Prime Minister Hun Sen smiled.",
         [("Trần Văn Bảo", None), ("Hun Sen", "Prime Minister")]),
        ("Zahra Malik Noor (L, 2nd), president of a fund, smiled.", [("Zahra Malik Noor", "President")]),
        # in the office of the one before
        ("Dean Anna Keller and her Chinese colleague Huang Jiayi sat.",
         [("Anna Keller", "Dean"), ("Huang Jiayi", "Dean")]),
        ("A colleague, Anna Keller, smiled.", [("Anna Keller", "Colleague")]),
        # agencies
        ("Prensa Latina said so, and Agence France-Presse wrote of it.", []),
        # roles before and after
        ("Director Paul Keller smiled.", [("Paul Keller", "Director")]),
        ("Deputy Minister of Health Trần Văn Bảo smiled.", [("Trần Văn Bảo", "Deputy Minister")]),
        ("US Chargé d'Affaires Anna Keller smiled.", [("Anna Keller", "Charge d'Affaires")]),
        ("Norwegian Ambassador Kari Dahl smiled.", [("Kari Dahl", "Ambassador of Norway")]),
        ("Chargé d'Affaires Anna Keller smiled.", [("Anna Keller", "Charge d'Affaires")]),
        ("Anna Keller, head of the burns ward, smiled.", [("Anna Keller", "Head of the burns ward")]),
        ("Anna Keller, who heads the burns team, smiled.", [("Anna Keller", "Head of the burns team")]),
        ("Lê Văn Đạt (left), deputy director of the fund, smiled.", [("Lê Văn Đạt", "Deputy Director")]),
        ('"It rains," said Anna Keller.', [("Anna Keller", None)]),
        ("Vice Chairman H'Lan Kbuor smiled.", [("H'Lan Kbuor", "Vice Chairman")]),
        ("British Ambassador Gareth Ward smiled.", [("Gareth Ward", "Ambassador of the United Kingdom")]),
        ("Chairman Ba Dinh Ward smiled.", []),
        ("Director General Anna Keller smiled.", [("Anna Keller", "Director General")]),
        ("Assoc. Prof. Anna Keller smiled.", [("Anna Keller", "Associate Professor")]),
        ("Anna Keller, who leads the team, smiled.", [("Anna Keller", "Team leader")]),
        ("Anna Keller, who leads urology, smiled.", [("Anna Keller", "Head of urology")]),
        ("The youngest patient, six-month-old Le Van Bao, slept.", [("Le Van Bao", "Patient")]),
        ("Le Van Bao, 66, a retired nurse, smiled.", [("Le Van Bao", "Retired Nurse")]),
        ("Anna Keller, a rubber tapper aged 47, smiled.", [("Anna Keller", "Rubber tapper")]),
        ("Le Van Bao, 66, of Tra Lam commune smiled.", [("Le Van Bao", None)]),
        ("Consul General of Hungary Anna Keller smiled.", [("Anna Keller", "Consul General of Hungary")]),
        ("The US Head of Mission Anna Keller smiled.", [("Anna Keller", "Head of Mission of the United States")]),
        ("It was signed by their directors, Le Van Bao and Anna Keller.",
         [("Le Van Bao", "Director"), ("Anna Keller", "Director")]),
        # no people of the article
        ("It is on Ton That Tung street.", []),
        ("Nguyen Tri Phuong Hospital is full.", []),
        ("A view of the gate. (Photo: Tran Van Bao)", []),
        ("It is in Ha Giang and Quang Ninh.", []),
        ("Tet and Covid-19 came together.", []),
        ("They met in Ho Chi Minh City.", []),
    ],
)
def test_people_of_a_sentence(text: str, people: list[tuple[str, str | None]]) -> None:
    assert [(person.name, person.role) for person in found(text)] == people


@pytest.mark.parametrize(
    ("text", "organisation"),
    [
        # an office at the head of a paragraph is not in what the article names first
        ("UNICEF paid.\nDeputy Minister Le Van Bao smiled.", None),
        ("UNICEF helped Cho Ray Hospital.\nDirector Le Van Bao smiled.", "Cho Ray Hospital"),
        ("Director of Cho Ray Hospital Le Van Bao smiled.", "Cho Ray Hospital"),
        ("Cho Ray Hospital Director Le Van Bao smiled.", "Cho Ray Hospital"),
        ("Cho Ray Hospital's deputy director, Le Van Bao, smiled.", "Cho Ray Hospital"),
        ("Le Van Bao, director of Cho Ray Hospital, smiled.", "Cho Ray Hospital"),
        ("Cho Ray Hospital grew. Director of the hospital Le Van Bao smiled.", "Cho Ray Hospital"),
        ("Le Van Bao, who works at Cho Ray Hospital, smiled.", "Cho Ray Hospital"),
        ("Chairman of the People's Committee of Long An province Le Van Bao smiled.", "Long An People's Committee"),
        ("Cho Ray Hospital grew. Le Van Bao came by bus.", None),
        ("Nurses thank Cho Ray Hospital\nPrime Minister Le Van Bao smiled.", None),
        ("Cho Ray Hospital grew. Retired surgeon Le Van Bao came.", None),
        ("Dr Le Van Bao, who spoke for Cho Ray Hospital, smiled.", "Cho Ray Hospital"),
        ("Cho Ray Hospital grew. \"Good,\" said Le Van Bao, its deputy director.", "Cho Ray Hospital"),
        ("Cho Ray Hospital, whose director, Le Van Bao, smiled, grew.", "Cho Ray Hospital"),
        ("Minister Le Van Bao of Viet Nam's Ministry of Health smiled.", "Ministry of Health"),
        ("A team of Cho Ray Hospital under the Ministry of Health, led by Le Van Bao, came.", "Cho Ray Hospital"),
    ],
)
def test_their_organisation(text: str, organisation: str | None) -> None:
    (person,) = found(text)
    assert (person.name, person.organisation) == ("Le Van Bao", organisation)


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("Dr Le Van Bao came. Bao smiled.", ["Le Van Bao", "Bao"]),
        ("Dr Anna Keller came. Ms. Keller smiled.", ["Anna Keller", "Keller"]),
        ("Director Seo Min-jun came. Mr. Seo smiled.", ["Seo Min-jun", "Seo"]),
        ("Minister Rosa Diaz Leyva came. Diaz Leyva smiled.", ["Rosa Diaz Leyva", "Diaz Leyva"]),
    ],
)
def test_short_names_join(text: str, mentions: list[str]) -> None:
    (person,) = found(text)
    assert [text[span.start : span.end] for span in person.mentions] == mentions


def test_the_author_is_left_out() -> None:
    assert found("By Le Van Bao. It rained.", author="Le Van Bao") == ()


def test_the_expressions_match_their_examples() -> None:
    assert list(check_examples(lexicon.load())) == []


@settings(max_examples=60)
@given(st.text(alphabet=st.sampled_from("Dr. Nguyễn Văn A,of the-'s(Director)\nsaid"), max_size=200))
def test_any_text_is_read(text: str) -> None:
    for person in found(text):
        assert person.name == text[person.mentions[0].start : person.mentions[0].end].replace("\n", " ")
