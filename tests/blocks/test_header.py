"""Headers and tails as pages have them, around the same body."""

import pytest

from hcoop import lexicon
from hcoop.blocks import articles
from hcoop.blocks.written import written_on
from hcoop.records import Article, Document, Source

BODY = ("A hospital in Vinh and a clinic in Ghent have agreed to train twenty nurses together, they said on Monday.\n"
        "The nurses will spend a year in Belgium and then teach their colleagues in the province.\n"
        "The clinic pays for the journey.")
TITLE = "Vinh hospital and Belgian clinic to train nurses"


def read(text: str) -> Article:
    (article,) = articles(Document(text, Source(None, "", "text/plain", "utf-8")), lexicon.load())
    return article


DATES = [
    ("Jan 20, 2016 / 09:43", "2016-01-20T09:43"),
    ("May 25, 2018 - 18:30", "2018-05-25T18:30"),
    ("18:00 | 25/06/2020 Cooperation", "2020-06-25T18:00"),
    ("Published: June 13, 2014", "2014-06-13"),
    ("Published : Dec. 18, 2022 - 14:59", "2022-12-18T14:59"),
    ("January 11, 2019, 11:25 [GMT+7]", "2019-01-11T11:25"),
    ("January 29, 2012 9:23 PM GMT+7", "2012-01-29T21:23"),
    ("ClockWednesday, 06/06/2018 10:32", "2018-06-06T10:32"),
    ("Wednesday, 30/07/2025 11:46 (GMT+7)", "2025-07-30T11:46"),
    ("Updated: 09:19, 08/09/2020", "2020-09-08T09:19"),
    ("Ngày đăng : 08:05, 03/04/2019", "2019-04-03T08:05"),
    ("Thứ tư, 03/07/2024 10:50", "2024-07-03T10:50"),
    ("Update3/26/2024 2:44:23 PM", "2024-03-26T14:44"),
    ("Update3/6/2024 2:44:23 PM", "2024-03-06T14:44"),
    ("Friday, Mar 20, 2020,17:57 (GMT+7)", "2020-03-20T17:57"),
    ("Monday, August 29,2016", "2016-08-29"),
    ("Monday, 6th March, 2017", "2017-03-06"),
    ("23-Jan-15, Tuoi Tre News", "2015-01-23"),
    ("Chủ Nhật, 1 tháng 5, 2016", "2016-05-01"),
    ("Thứ Hai, ngày 12 tháng 8 năm 2019, 07:15", "2019-08-12T07:15"),
    ("January 20, 2020 | 10:00 am GMT+7", "2020-01-20T10:00"),
    ("June 12, 2023 | 10:00", "2023-06-12T10:00"),
    ("23:56' 04/05/2008 (GMT+7)", "2008-05-04T23:56"),
    ("2019-11-30 15:40:11", "2019-11-30T15:40"),
    ("2019-11-30T15:40:11+07:00", "2019-11-30T15:40"),
    ("12:05 pm, 3 October 2017", "2017-10-03T12:05"),
    ("12/08/2015 15:12:40", "2015-08-12T15:12"),
    ("05.03.2013 | 08:00", "2013-03-05T08:00"),
    ("Thu, 8 Dec 2022, 09:00", "2022-12-08T09:00"),
    ("Sat, 09/10/2021 - 08:22", "2021-10-09T08:22"),
    ("Posted at: Thursday, 17/05/2018", "2018-05-17"),
    ("Last updated: Saturday, April 08, 2017 | 15:30:00", "2017-04-08T15:30"),
    ("Cập nhật: 10h35 | 14/11/2018", "2018-11-14T10:35"),
    ("Wednesday, 05/15/2019 10:00", "2019-05-15T10:00"),
    ("09/14/2021", "2021-09-14"),
    ("Submitted by webmaster on Wed, 06/12/2019 - 10:20", "2019-06-12T10:20"),
    ("Thursday, 06/12/2018", "2018-12-06"),
    ("First published: June 12, 2019", "2019-06-12"),
    ("VietnamPlus04/12/2025", "2025-12-04"),
    ("Released at: 23:55, 05/12/2014 Healthcare Sector", "2014-12-05T23:55"),
    ("Sep 30th, 2019", "2019-09-30"),
    ("(18/06/2019 - 09:10)", "2019-06-18T09:10"),
    ("VOV5 - Wednesday, March 7, 2018 | 16:32:11", "2018-03-07T16:32"),
    ("07:30 AM, 02/11/2018", "2018-11-02T07:30"),
    ("Cập nhật lúc 08:09, Thứ Hai, 04/05/2015 (GMT+7)", "2015-05-04T08:09"),
    ("Post on: 22/11/2018", "2018-11-22"),
    ("10h30' 22/11/2018", "2018-11-22T10:30"),
    ("05-11-2018 10:30:00 AM", "2018-11-05T10:30"),
    ("Nov. 22, 2018, 10:30 a.m.", "2018-11-22T10:30"),
    ("NOVEMBER 22, 2018", "2018-11-22"),
    ("Update: June, 12/2019 - 09:00", "2019-06-12T09:00"),
    ("Published Date: 12/06/2019", "2019-06-12"),
    ("12 June 2019 | News release", "2019-06-12"),
    ("12/06/2019 - 1,204 views", "2019-06-12"),
    ("Created on Wednesday, 12 June 2019 03:11", "2019-06-12T03:11"),
]


@pytest.mark.parametrize(("line", "published"), DATES)
@pytest.mark.parametrize("page", ["{title}\n\n{date}\n\n{body}", "{date}\n{title}\n{body}"])
def test_date(page: str, line: str, published: str) -> None:
    article = read(page.format(title=TITLE, date=line, body=BODY))
    assert (article.title, article.published) == (TITLE, published)


def test_no_date_is_made_up() -> None:
    assert read(f"{TITLE}\n{BODY}").published is None
    assert read(f"{TITLE}\n{BODY}\nThe first agreement was signed on June 5, 2017.").published is None
    assert read(f"31/02/2019 10:00\n{TITLE}\n{BODY}").published is None
    assert read(f"{TITLE}\nSigning date: 12/06/2019\n{BODY}").published is None


HEADERS = [
    ("By Nguyen Tuan\n{title}\nJune 3, 2017 - 07:50", {"author": "Nguyen Tuan"}),
    ("{title}\nBy Nguyễn Thị Bình\nJune 3, 2017", {"author": "Nguyễn Thị Bình"}),
    ("{title}\nby Thong Dat", {"author": "Thong Dat"}),
    ("{title}\nBy Minh Chau and Thu Ha | June 12, 2023", {"author": "Minh Chau, Thu Ha"}),
    ("{title}\nNgoc Mai 15:06, 2022/12/23", {"author": "Ngoc Mai"}),
    ("{title}\nBy DA NANG Today / DA NANG Today\nJanuary 11, 2019, 11:25 [GMT+7]", {"author": None}),
    ("{title}\nDA NANG Today\nPublished: June 13, 2014", {"author": None, "agency": None, "outlet": "Da Nang Today"}),
    ("{title}\nPosted by Thu Ha on June 12, 2019", {"author": "Thu Ha", "published": "2019-06-12"}),
    ("{title}\nJune 12, 2019 by Thu Ha", {"author": "Thu Ha", "section": None}),
    ("{title}\nBy Le Nga   May 5, 2019 | 10:00 am GMT+7", {"author": "Le Nga", "published": "2019-05-05T10:00"}),
    ("Society\n{title}\nJune 3, 2017", {"section": "Society"}),
    ("Home / Health\n{title}\nJune 3, 2017", {}),
    ("Health & Lifestyle\n{title}", {"section": "Health & Lifestyle"}),
    ("Vietnam Investment Review\n{title}\nJune 3, 2017", {"outlet": "Vietnam Investment Review", "agency": None}),
    ("{title}\n{title}\nJune 3, 2017", {}),
    ("# {title}\n\nJune 3, 2017", {}),
    (".\n\n{title}\n\nPublished: June 13, 2014", {"published": "2014-06-13"}),
    ("{title}\nJune 3, 2017\nA nurse in Ghent. — Photo courtesy of the clinic", {}),
    ("{title}\nJune 3, 2017\nA nurse of the clinic shows how to lift a patient\nViet Nam News", {}),
    ("U.S. Embassy & Consulate in Vietnam\nHome | News & Events | Press Release\n{title}\n"
     "By U.S. Mission Vietnam | 5 MINUTE READ | July 4, 2022", {"published": "2022-07-04"}),
    ("JavaScript is off. Please enable to view full site.\n{title}\nMarch 20, 2019, 11:42 GMT+7", {
        "published": "2019-03-20T11:42"}),
    ("VUFO-NGO Resource Centre Vietnam\n{title}\nSubmitted by webmaster on October 29, 2012 - 09:48", {
        "published": "2012-10-29T09:48"}),
    ("Tuesday, April 16,2024 - 23:58 GMT+7\nHome | News | Trade | Health\n{title}\nMonday, August 29,2016", {
        "published": "2016-08-29"}),
    ("{title}\nPublished: June 3, 2017 - Updated: June 5, 2017", {"published": "2017-06-03"}),
    ("{title}\nUpdated: June 5, 2017\nPublished: June 3, 2017", {"published": "2017-06-03"}),
    ("Thursday, 08/11/2024\nHotline: 0204 3 000 000\nNational | World | Sports | Health\n{title}", {"published": None}),
]


@pytest.mark.parametrize(("header", "wanted"), HEADERS)
def test_header(header: str, wanted: dict[str, str | None]) -> None:
    article = read(f"{header.format(title=TITLE)}\n\n{BODY}")
    assert article.title == TITLE
    assert {field: getattr(article, field) for field in wanted} == wanted
    assert [block.role for block in article.blocks if block.role in ("body", "standfirst")][-2:] == ["body", "body"]


TAILS = [
    ("Hieu Nguyen", "Hieu Nguyen"),
    ("THANH BINH", "Thanh Binh"),
    ("PHUONG TRA - THU HA", "Phuong Tra, Thu Ha"),
    ("Thanh Binh, Le Hoa", "Thanh Binh, Le Hoa"),
    ("NGOC LAN\nTHU HA", "Ngoc Lan, Thu Ha"),
    ("By Thanh An - Translated by Anh Quan", "Thanh An"),
    ("By Thanh An – Translated by Anh Quan\n\nOther news\nGold price edges down", "Thanh An"),
    ("By SGGP - Translated by Uyen Phuong", None),
    ("By staff writers - Translated by Tan Nghia", None),
    ("Translated by Trung Thanh", None),
    ("Translated by Trung Anh – Tran Hoai", None),
    ("C. Dan\nTranslated by N.T", "C. Dan"),
    ("Story: Minh Van\nPhoto: Phan Thanh", "Minh Van"),
    ("Story and photos: Minh Van", "Minh Van"),
    ("By Minh Van", "Minh Van"),
    ("Reported by Thu Ha", "Thu Ha"),
    ("Dr. Ha Thien Vuong\nThe author is a retired physician. The views are his own.", "Ha Thien Vuong"),
    ("By Lee Ji-yoon (jylee@example.com)\nKorea Herald correspondent", "Lee Ji-yoon"),
    ("Source: VNA", None),
    ("VNA", None),
    ("Vietnamplus", None),
    ("Bac Giang Newspaper", None),
    ("Related\nHanoi hospital opens\nHue doctors go abroad", None),
    ("Nguyễn Thị Hồng Vân", "Nguyễn Thị Hồng Vân"),
    ("Thu Hà - Đức Anh", "Thu Hà, Đức Anh"),
    ("Minh Hai (Translated by Ngoc Diep)", "Minh Hai"),
    ("By NGUYEN VAN AN", "Nguyen Van An"),
    ("Compiled by Ngoc Anh", "Ngoc Anh"),
    ("Thu Ha/VNA", "Thu Ha"),
    ("Nguyen Van An, MD, PhD", "Nguyen Van An"),
    ("By Thu Bảo", "Thu Bảo"),
    ("By Thu Bao", "Thu Bao"),
    ("To Thi Hoai", "To Thi Hoai"),
    ("Nguyen The Anh", "Nguyen The Anh"),
    ("Ma Van Khang", "Ma Van Khang"),
    ("Báo Bắc Giang", None),
    ("By Mong Binh – The Saigon Times Daily", "Mong Binh"),
    ("Reported by Minh Van, translated by Thu Ha", "Minh Van"),
    ("Tags: nurse, Ghent, Vinh", None),
    ("Minh Khang\nTags: nurse, Ghent", "Minh Khang"),
    ("(Thu Ha – Le Nga)", "Thu Ha, Le Nga"),
    ("(Photo)", None),
    ("Ministry of Health", None),
]


@pytest.mark.parametrize(("tail", "author"), TAILS)
def test_tail(tail: str, author: str | None) -> None:
    article = read(f"{TITLE}\nJune 3, 2017 - 10:00\n{BODY}\n\n{tail}")
    assert article.author == author
    assert [block.role for block in article.blocks].count("body") == 3


OPENINGS = [
    ("HÀ NỘI — ", "HÀ NỘI", None),
    ("HCM CITY — ", "HCM CITY", None),
    ("HCM CITY (VNS) — ", "HCM CITY", "VNS"),
    ("THỪA THIÊN-HUẾ — ", "THỪA THIÊN-HUẾ", None),
    ("BÀ RỊA–VŨNG TÀU — ", "BÀ RỊA–VŨNG TÀU", None),
    ("Long An (VNA) – ", "Long An", "VNA"),
    ("Ho Chi Minh City (VNA) - ", "Ho Chi Minh City", "VNA"),
    ("Phnom Penh (VNA) –", "Phnom Penh", "VNA"),
    ("Hanoi, March 6 (VNA) – ", "Hanoi", "VNA"),
    ("Hanoi (VNA)😼 - ", "Hanoi", "VNA"),
    ("(VEN) - ", None, "VEN"),
    ("(VOVworld) – ", None, "VOVWORLD"),
    ("(VOVWORLD)-", None, "VOVWORLD"),
    ("VOV.VN - ", None, "VOV"),
    ("NDO – ", None, "NDO"),
    ("NDO/VNA - ", None, "NDO"),
    ("PANO – ", None, "PANO"),
    ("VGP – ", None, "VGP"),
    ("TTH.VN - ", None, "TTH"),
    ("HNN.VN - ", None, "HNN"),
    ("(TTH Portals) - ", None, "TTH Portals"),
    ("(HPO) - ", None, "HPO"),
    ("(BTO) - ", None, "BTO"),
    ("BDO - ", None, "BDO"),
    ("AsemconnectVietnam - ", None, "AsemconnectVietnam"),
    ("VietNamNet Bridge – ", None, "VietNamNet"),
    ("THE HANOI TIMES — ", None, "The Hanoi Times"),
    ("HCMC – ", "HCMC", None),
    ("HANOI, Vietnam - ", "HANOI, Vietnam", None),
    ("HANOI, June 5 (Xinhua) -- ", "HANOI", "Xinhua"),
    ("SEOUL, Oct. 10 (Yonhap) -- ", "SEOUL", "Yonhap"),
    ("VIETNAM, September 25 - QUẢNG BÌNH — ", "QUẢNG BÌNH", None),
    ("Hanoi — ", "Hanoi", None),
    ("Ha Noi (VNS) - ", "Ha Noi", "VNS"),
    ("Hanoi, 12 June 2019 – ", "Hanoi", None),
    ("Vientiane, (12 June 2019) -- ", "Vientiane", None),
    ("HANOI, June 5, 2019 -- ", "HANOI", None),
    ("Ba Ria – Vung Tau (VNA) – ", "Ba Ria – Vung Tau", "VNA"),
    ("Tokyo (VNA/VOV) - ", "Tokyo", "VNA"),
    ("Quảng Ninh — ", "Quảng Ninh", None),
    ("HCM City — ", "HCM City", None),
    ("QMG - ", None, "QMG"),
    ("(Baonghean.vn) - ", None, "Baonghean"),
    ("(VNS) ", None, "VNS"),
    ("Havana (PL) ", "Havana", "Prensa Latina"),
    ("Hanoi – 30 June 2018: ", "Hanoi", None),
    ("HA NOI, June 5, 2018, ", "HA NOI", None),
    ("[Hanoi, 5 June 2018] ", "Hanoi", None),
    ("Geneva/Hanoi, 5 June 2018 - ", "Geneva/Hanoi", None),
    ("HCM CITY, Vietnam, June 5, 2018 /PRNewswire/ -- ", "HCM CITY, Vietnam", "PRNewswire"),
    ("", None, None),
]


@pytest.mark.parametrize(("mark", "place", "agency"), OPENINGS)
@pytest.mark.parametrize("header", [f"{TITLE}\nJune 3, 2017 - 10:00\n", ""])
def test_opening(header: str, mark: str, place: str | None, agency: str | None) -> None:
    article = read(f"{header}{mark}{BODY}")
    assert (article.dateline, article.agency) == (place, agency)
    assert article.title == (TITLE if header else None)
    first = next(block for block in article.blocks if block.role == "body")
    assert article.text[first.start:].startswith("A hospital in Vinh")


NO_OPENINGS = [
    "Vietnam – Japan relations have grown since the two countries' doctors began to work together in 1992.",
    "Hospital fees - a worry for many families - are to be paid by the foundation, its director said on Monday.",
    "WHO experts – six of them – arrived in Vinh on Monday to look at the nursing school and its pupils.",
    "Mr. Nam - the director of the hospital - thanked the Belgian clinic for its help in the past five years.",
    "COVID-19 - the disease that closed the ward - is no longer seen in the hospital, its director said on Monday.",
    "Hanoi – Lao Cai trains carry the nurses to the highlands, where they work with Belgian doctors for a month.",
    "Vietnam News Agency (VNA) Director General Nguyen Van An received the guests from Ghent on Monday in Hanoi.",
    "Ghent Clinic, 5 June 2018: forty nurses from Vinh are to be trained, its director said in a letter to them.",
    "UNICEF – the United Nations Children's Fund – has given the hospital in Vinh forty beds, its director said.",
]


@pytest.mark.parametrize("lead", NO_OPENINGS)
def test_no_opening(lead: str) -> None:
    article = read(f"{TITLE}\n{lead}\n{BODY}")
    assert (article.dateline, article.agency) == (None, None)


CLOSINGS = [
    (" — VNS", "VNS"),
    (" -VNA", "VNA"),
    (" –VNA", "VNA"),
    ("–VNA", "VNA"),
    (" - AVI", "AVI"),
    ("./.", None),
    ("/.", None),
    ("./.\nVNA", "VNA"),
    ("\nVNA/VNP", "VNA"),
    ("\nVNA/CVN", "VNA"),
    ("\nSource: VNA", "VNA"),
    ("\nTUOITRENEWS", "Tuoi Tre News"),
    (" — VNS.", "VNS"),
    (" (VNA)", "VNA"),
    ("\nVNS", "VNS"),
    ("\n— VNS", "VNS"),
    ("\n(VNA)", "VNA"),
    ("\nBy VNA - Translated by Mai Huong", "VNA"),
    ("\nThu Ha/VOV", "VOV"),
    (" VNS", "VNS"),
]


@pytest.mark.parametrize(("mark", "agency"), CLOSINGS)
def test_closing(mark: str, agency: str | None) -> None:
    article = read(f"{TITLE}\nJune 3, 2017 - 10:00\n{BODY}{mark}\nHanoi opens clinic\nHue sends doctors abroad")
    assert article.agency == agency
    assert [block.role for block in article.blocks][-2:] == ["related", "related"]
    assert [block.role for block in article.blocks].count("body") == 3


def test_the_clock_of_a_page_counts_where_there_is_no_other_date() -> None:
    clock = "Thursday, March 14, 2019 - 10:30 GMT+7\n\nHome  Politics  Business  Society  Health  Culture\n\n"
    assert read(f"{clock}{TITLE}\n\n{BODY}").published == "2019-03-14T10:30"
    assert read(f"{clock}{TITLE}\n\n12/03/2019 08:00\n\n{BODY}").published == "2019-03-12T08:00"


def test_spaces_that_lost_their_markup_end_no_line() -> None:
    assert read(f"{TITLE}\n\n12/03/2019 08:00\n\n{BODY}\n\nNHAT MINH&nbsp;\n&nbsp;\nComment (0)").author == "Nhat Minh"


@pytest.mark.parametrize("above", [
    f"{TITLE}\nJune 13, 2024\n\nTwo officials in suits stand in front of a wall of screens\n",
    f"{TITLE}\nJune 13, 2024\n[Photo] Nurses of both hospitals queue outside a school. KT/Sen Vichet\n",
    "Monday, 17 June 2024\n70th Anniversary of Liberation ASEAN 2020 Startup city WORDS ON THE STREET\n\nNEWS / HUE\n\n"
    f"June 13, 2024 / 10:22\n\n{TITLE}\n",
    f"14TH NATIONAL CONGRESS Hanoi's green transport health forum 2026\n\nJune 13, 2024 / 10:22\n\n{TITLE}\n",
])
def test_no_strap_and_no_words_of_a_picture_are_the_title(above: str) -> None:
    article = read(f"{above}\n{BODY}")
    assert (article.title, (article.published or "")[:10]) == (TITLE, "2024-06-13")


@pytest.mark.parametrize(("line", "author"), [
    ("Petra Kővári · 13 June 2024 Politics", "Petra Kővári"),
    ("June 13, 2024 / 10:22\n\nAnh Duong", "Anh Duong"),
])
def test_writers_beside_dates_and_called_like_pictures(line: str, author: str) -> None:
    assert read(f"{TITLE}\n\n{line}\n\n{BODY}").author == author


@pytest.mark.parametrize(("published", "told"), [
    ("June 13, 2024", "2024-06-12"), ("June 12, 2024", "2024-06-12"), ("November 30, 2024", "2024-11-30"),
])
def test_the_day_of_a_dateline_is_today(published: str, told: str) -> None:
    article = read(f"{TITLE}\n{published}\n\nVINH, June 12, 2024 – {BODY}")
    assert written_on(article, lexicon.load()) == told


@pytest.mark.parametrize(("end", "published"), [
    ("VNA 16/08/2018 17:32", "2018-08-16T17:32"), ("VNA 14:02 | 02/12/2022", "2022-12-02T14:02")])
def test_an_agency_and_a_date_sign_a_story(end: str, published: str) -> None:
    article = read(f"{TITLE}\n{BODY}\n\n{end}")
    assert (article.published, article.agency) == (published, "VNA")
