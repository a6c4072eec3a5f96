import json
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hcoop import lexicon
from hcoop.blocks import articles, is_index
from hcoop.records import Document, Source

LEXICON = lexicon.load()
BODY = ("The hospital and the clinic will exchange six nurses a year, their directors said on Monday.\n"
        "The first of them will leave for Ghent in May.")


def document(text: str, **stated: str) -> Document:
    return Document(text, Source(None, "", "text/plain", "utf-8"), **stated)


def test_what_the_file_states_wins() -> None:
    text = f"Nurses to be exchanged\nJune 3, 2017 - 10:00\n{BODY}\nMinh Van"
    (article,) = articles(document(text, title="Nurses to be exchanged", published="2017-06-02", author="Thu Ha",
                                   outlet="The Post", section="Health", language="en"), LEXICON)
    assert (article.title, article.published, article.author, article.outlet, article.section) == (
        "Nurses to be exchanged", "2017-06-02", "Thu Ha", "The Post", "Health")
    assert article.blocks[0].role == "title"


def test_a_stated_title_need_not_be_in_the_text() -> None:
    (article,) = articles(document(BODY, title="Nurses to be exchanged"), LEXICON)
    assert article.title == "Nurses to be exchanged"
    assert [block.role for block in article.blocks] == ["body", "body"]


@pytest.mark.parametrize(("url", "outlet"), [
    ("https://en.vietnamplus.vn/a-b-post1.vnp", "VietnamPlus"),
    ("https://vietnamnews.vn/society/1/a.html", "Viet Nam News"),
    ("https://fakevietnamnews.vn/a", None),
    (None, None),
])
def test_outlet_by_address(url: str | None, outlet: str | None) -> None:
    source = Source(None, "", "text/plain", "utf-8")
    (article,) = articles(Document(BODY, source, url=url), LEXICON)
    assert article.outlet == outlet


@pytest.mark.parametrize(("text", "language"), [
    (BODY, "en"),
    ("Le ministère de la Santé et la ville de Lyon ont signé un accord sur la formation.", "fr"),
    ("El hospital de la capital y los médicos de Cuba han firmado un acuerdo para la formación.", "es"),
    ("Das Krankenhaus und die Klinik haben sich auf den Austausch mit der Stadt geeinigt.", "de"),
    ("Bệnh viện và phòng khám đã ký kết thỏa thuận về đào tạo điều dưỡng cho các tỉnh trong năm nay tại Hà Nội.", "vi"),
    ("L'ospedale e il ministero della Salute hanno firmato un accordo con la città di Lione per la formazione.", "it"),
    ("O hospital e o ministério da Saúde assinaram um acordo com a cidade de Lião para a formação dos médicos.", "pt"),
    ("Het ziekenhuis en het ministerie hebben een akkoord getekend met de stad Gent over de opleiding.", "nl"),
    ("Rumah sakit dan kementerian telah menandatangani perjanjian dengan kota Lyon untuk pelatihan perawat.", "id"),
    ("Sjukhuset och ministeriet har undertecknat ett avtal med staden Lyon om utbildning av det nya laget.", "sv"),
    ("Szpital i ministerstwo podpisały umowę z miastem Lyon, że szkolenie pielęgniarek odbędzie się na wiosnę.", "pl"),
    ("Spitalul și ministerul au semnat un acord cu orașul Lyon pentru formarea de asistente care să lucreze.", "ro"),
    ("Hastane ve bakanlık, hemşirelerin eğitimi için Lyon şehri ile bir anlaşma imzaladı ve bu yıl başlıyor.", "tr"),
    ("Больница и министерство здравоохранения подписали соглашение с городом Лион о подготовке медсестёр.", "ru"),
    ("医院和卫生部与里昂市签署了关于护士培训的协议。" * 5, "zh"),
    ("病院と保健省は看護師の研修についてリヨン市と協定を結んだ。" * 4, "ja"),
    ("병원과 보건부는 간호사 교육에 관해 리옹시와 협정을 체결했다." * 4, "ko"),
    ("โรงพยาบาลและกระทรวงสาธารณสุขลงนามในข้อตกลงกับเมืองลียง" * 2, "th"),
    ("ໂຮງໝໍ ແລະ ກະຊວງສາທາລະນະສຸກ ໄດ້ລົງນາມໃນຂໍ້ຕົກລົງ ກັບ ເມືອງລີອົງ" * 2, "lo"),
    (f"{BODY} Bệnh viện và phòng khám đã ký kết thỏa thuận về đào tạo điều dưỡng.", "en"),
    ("0123 4567 89 12 34 56 78 9101112 1314 1516 1718 1920 2122 2324 2526 2728 2930 3132 3334 3536.", "und"),
])
def test_language(text: str, language: str) -> None:
    (article,) = articles(document(text), LEXICON)
    assert article.language == language


def test_ids_come_from_the_text() -> None:
    (first,), (again,) = articles(document(BODY), LEXICON), articles(document(BODY), LEXICON)
    assert first.id == again.id
    assert len(first.id) == 12
    (other,) = articles(document(BODY + " They will stay a year."), LEXICON)
    assert other.id != first.id


def test_each_story_of_a_digest_has_an_id_of_its_own() -> None:
    story = ("{} hospital sends nurses\nThe hospital has sent six nurses to Ghent, its director said on Monday.\n"
             "They left in May.\n")
    one, two = (articles(document(f"NEWS IN BRIEF\n{story.format('Vinh')}{story.format(other)}"), LEXICON)
                for other in ("Hue", "Da Lat"))
    assert [article.title for article in one] == ["Vinh hospital sends nurses", "Hue hospital sends nurses"]
    assert one[0].id == two[0].id
    assert one[1].id != two[1].id


def test_a_story_below_a_menu_that_names_the_archive_is_no_list() -> None:
    story = "The nurses came back from Ghent on Monday. They had been there for a year.\n"
    page = f"News\nLetters\nArchive\n\nThe nurses who came back\n{story * 4}\nA year of cold mornings\n{story * 4}"
    (article,) = articles(document(page), LEXICON)
    assert article.text.count(story.strip()) == 8


@given(st.text(max_size=400))
@settings(max_examples=150, deadline=None)
def test_any_text_is_laid_out(text: str) -> None:
    found = articles(document(text), LEXICON)
    assert is_index(document(text), LEXICON) == (not found)


LINES = st.sampled_from([
    "Home | News | Health | Sports", "By Thu Ha", "June 3, 2017 - 10:00", "31/12/2019", "", "Hue hospital opens ward",
    "|", "VNA", "HUẾ — The hospital has opened a ward with French aid, its director said.", "Related",
    "A ward. — VNS Photo Thu Hà", "The ward has twenty beds and was paid for by a foundation in Lyon. — VNS",
    "Translated by Nam", "Source: VNA", "date 2020-01-02 Hue", "Country: France", "Health", "hue hospital opens ward",
    "\u200b", "▶ More", "A ward (Photo: VNA)Hue (VNA) – The ward is open./.",
])


@given(st.lists(LINES, max_size=25))
@settings(max_examples=150, deadline=None)
def test_blocks_cover_any_page(lines: list[str]) -> None:
    text = "\n".join(lines)
    for article in articles(document(text), LEXICON):
        end = 0
        for block in article.blocks:
            assert not text[end:block.start].strip(" \n\u200b")
            assert end <= block.start < block.end
            end = block.end
        assert not text[end:].strip(" \n\u200b")


@given(st.lists(LINES, min_size=12, max_size=40), st.booleans())
@settings(max_examples=60, deadline=None)
def test_any_page_on_one_line_is_laid_out(lines: list[str], twice: bool) -> None:
    text = " ".join(lines[:4] + lines if twice else lines)
    assert len(articles(document(text), LEXICON)) <= 1


@pytest.mark.parametrize("text", [
    "a" * 200_000, "( " * 50_000, "By " * 40_000, "12/" * 50_000, "A | " * 40_000, "Photo: " * 30_000, "— " * 60_000,
    "VNA " * 40_000, "HANOI " * 30_000, "x\n" * 30_000, "(Photo: a)B" * 15_000, "1" * 200_000, "Hanoi, " * 30_000,
], ids=lambda text: json.dumps(text[:10]))
def test_hostile_text_comes_to_an_end(text: str) -> None:
    assert len(articles(document(text), LEXICON)) <= 1


def test_order_of_documents_does_not_matter() -> None:
    texts = [f"{name} nurses\n{BODY}" for name in ("Hue", "Vinh", "Da Lat")]
    forward = [articles(document(text), LEXICON) for text in texts]
    random.Random(1).shuffle(texts)
    assert all(articles(document(text), LEXICON) in forward for text in texts)


def test_a_page_may_be_wrong_about_its_language() -> None:
    source = Source(None, "", "text/html", "utf-8")
    (article,) = articles(Document(BODY, source, language="vi"), LEXICON)
    assert article.language == "en"
