"""Pages of sites of many kinds: agencies, wires of releases, organisations, embassies, universities, provinces."""

import pytest

from hcoop import lexicon
from hcoop.blocks import articles
from hcoop.records import Document, Source

TITLE = "Vinh hospital and Belgian clinic to train nurses"
LEAD = "A hospital in Vinh and a clinic in Ghent have agreed to train twenty nurses together, they said on Monday."
REST = ("The nurses will spend a year in Belgium and then teach their colleagues in the province.",
        "Dr Le Thi Hoa, who leads the hospital, thanked the Belgian partners and the Ministry of Health.",
        "The clinic pays for the journey.")
DAY = "2019-06-12"

# What stands above the story, opens it and stands below it; its date, author, agency and dateline.
PAGES = [
    ("BERNAMA\nGENERAL | BUSINESS | POLITICS | SPORTS | WORLD\n{title}\n12/06/2019 08:47 PM\n"
     "From Siti Aminah Osman", "KUALA LUMPUR, June 12 (Bernama) -- ",
     "-- BERNAMA\n\nBERNAMA provides up-to-date and authentic news.",
     (DAY + "T20:47", "Siti Aminah Osman", "Bernama", "KUALA LUMPUR")),
    ("Health\n{title}\n12 June 2019", "KUALA LUMPUR: ", "- Bernama", (DAY, None, "Bernama", "KUALA LUMPUR")),
    ("World\n{title}\nJune 12, 2019, 10:11", "HANOI, June 12. /TASS/. ", "", (DAY + "T10:11", None, "TASS", "HANOI")),
    ("ANTARA News\nHome  Latest News  World\n{title}\nWednesday, 12 June 2019 10:11 WIB", "Jakarta (ANTARA) - ",
     "Reporter: Budi Santoso\nEditor: Rahmad Nasution\nCOPYRIGHT © ANTARA 2019",
     (DAY + "T10:11", "Budi Santoso", "Antara", "Jakarta")),
    ("Prensa Latina\nLatin American News Agency\nEspañol  Português  Français  Italiano  Русский\n"
     "Wednesday, 12 June 2019\n\n{title}", "Hanoi, Jun 12 (Prensa Latina) ", "mem/jha/abo",
     (DAY, None, "Prensa Latina", "Hanoi")),
    ("Xinhua | English.news.cn\nHome  China  World  Asia & Pacific\n{title}\nUpdated: June 12, 2019 21:05 Xinhua",
     "HANOI, June 12 (Xinhua) -- ", "", (DAY + "T21:05", None, "Xinhua", "HANOI")),
    ("{title}\n\nThe New York Times, June 12, 2019\nBy SETH MARTIN", "HANOI, Vietnam, June 12 — ", "",
     (DAY, "Seth Martin", None, "HANOI, Vietnam")),
    ("{title}\n\nNEWS PROVIDED BY\nSaint Luke Clinic\nJun 12, 2019, 09:00 ET\n\nSHARE THIS ARTICLE",
     "GHENT, Belgium, June 12, 2019 /PRNewswire/ -- ", "", (DAY + "T09:00", None, "PRNewswire", "GHENT, Belgium")),
    ("{title}\n\nJune 12, 2019 09:00 AM Eastern Daylight Time", "GHENT, Belgium--(BUSINESS WIRE)--", "",
     (DAY + "T09:00", None, "Business Wire", "GHENT, Belgium")),
    ("{title}", "HANOI, VIETNAM - Media OutReach Newswire - 12 June 2019 - ", "",
     (DAY, None, "Media OutReach Newswire", "HANOI, VIETNAM")),
    ("{title}\n\nDownload logo", "HANOI, Vietnam, June 12, 2019/APO Group/ -- ",
     "Distributed by APO Group on behalf of Embassy of Belgium.", (DAY, None, "APO Group", "HANOI, Vietnam")),
    ("An official website of the United States government\nHere's how you know\n\n{title}\nJune 12, 2019\n"
     "\nA man and a woman pose together holding a plaque", "HANOI, June 11, 2019 – ", "", (DAY, None, None, "HANOI")),
    ("Embassy of Belgium in Viet Nam\nDeutsch | Nederlands | Français | English\nNews\n{title}\n12.06.2019", "", "",
     (DAY, None, None, None)),
    ("Western Pacific Region\nWHO Representative Office\nViet Nam\nYou are here:\n"
     "Viet Nam / Media centre / News releases\n\n{title}\nNews release", "HA NOI, 12 June 2019 – ",
     "For more information please contact:\nMs Le Hoai An\nTel: +84 4 0000 0000", (DAY, None, None, "HA NOI")),
    ("World Health Organization\nEastern Region - Country\nCountries > Viet Nam > Media centre\n\n"
     "{title}\nJoint news release\n\nWHO/Quynh Phan", "HA NOI, 12 June 2019 - ", "", (DAY, None, None, "HA NOI")),
    ("Viet Nam\n\n{title}\n\nNews and Press Release\nSource\n- WHO\nPosted\n12 Jun 2019", "", "",
     (DAY, None, None, None)),
    ("Skip to main content\nViet Nam\n{title}\n\nJune 12, 2019", "Ha Noi, 12 June 2019 – ",
     "Explore More\nBlog\nA new way to count", (DAY, None, None, "Ha Noi")),
    ("Skip to content\nGHENT UNIVERSITY   Access  Contact\nHOME > News > International\n{title}\n2019/06/12", "",
     "Facebook\nPAGE TOP", (DAY, None, None, None)),
    ("Binh Phu Online | English\n17:20 - 12/06/2019\n\n{title}", "BP- ", "M. Van",
     (DAY + "T17:20", "M. Van", "BP", None)),
    ("September 18, 2024 | 02:09 GMT +7\n\n• Click to copy\nWednesday- 10:31, 12/06/2019\n\n{title}", "(VAN) ", "",
     (DAY + "T10:31", None, "VAN", None)),
    ("Wednesday, June 12, 2019\n\n{title}", "",
     "Posted by Karen Smith at 10:15 AM\n\nNo comments:\n\nPost a Comment", (DAY, "Karen Smith", None, None)),
    ("Vietnam Briefing\n{title}\nJune 12, 2019 Posted by Vietnam Briefing Written by Vu Nguyen Hanh\n"
     "Reading Time: 5 minutes", "", "About us\nVietnam Briefing is published by a firm of advisers in Asia.",
     (DAY, "Vu Nguyen Hanh", None, None)),
    ("Embassy of Japan in Vietnam\nPress Release\n\n{title}\n\nJune 12, 2019\nEmbassy of Japan in Vietnam", "", "",
     (DAY, None, None, None)),
    ("Asian Development Bank\nHome / News & Events / News Releases\n{title}\nNews Release | 12 June 2019",
     "HA NOI, VIET NAM (12 June 2019) — ", "", (DAY, None, None, "HA NOI, VIET NAM")),
    ("The Nation Thailand\nASEAN\n{title}\nJune 12, 2019\nBy The Nation", "", "", (DAY, None, None, None)),
    ("{title}\n\nAsia\n12 Jun 2019 10:20AM (Updated: 13 Jun 2019 08:00AM)", "HANOI: ", "Source: AFP/nh",
     (DAY + "T10:20", None, "AFP", "HANOI")),
    ("Share\n{title}\nJun 12 2019", "Hanoi, Jun 12 (PTI) ", "", (DAY, None, "PTI", "Hanoi")),
    ("Kyodo News+\n{title}\nKYODO NEWS - Jun 12, 2019 - 10:20 | All, World", "HANOI - ", "==Kyodo",
     (DAY + "T10:20", None, "Kyodo", "HANOI")),
    ("{title}\n12/06/2019", "Hanoi, (VNA) - ", "Vietnam News Agency. All rights reserved.",
     (DAY, None, "VNA", "Hanoi")),
    ("News\n{title}\nFirst Published: June 12, 2019 | 10:20\nLast Updated: June 14, 2019", "", "",
     (DAY + "T10:20", None, None, None)),
    ("Start / About us / News and media / News\n\n{title}\nSubmitted by admin on Wed, 06/12/2019 - 10:20", "", "",
     (DAY + "T10:20", None, None, None)),
]


@pytest.mark.parametrize(("above", "mark", "below", "told"), PAGES)
def test_page(above: str, mark: str, below: str, told: tuple[str | None, ...]) -> None:
    text = "\n\n".join([above.format(title=TITLE), mark + LEAD, *REST, below])
    (article,) = articles(Document(text, Source(None, "", "text/plain", "utf-8")), lexicon.load())
    assert article.title == TITLE
    assert (article.published, article.author, article.agency, article.dateline) == told
    assert [text[block.start:block.end] for block in article.blocks if block.role == "body"] == [LEAD, *REST]


@pytest.mark.parametrize("line", ["From Hanoi", "From Vinh Long", "From Hanoi to Ghent"])
def test_from_a_place_is_no_byline(line: str) -> None:
    text = "\n\n".join([TITLE, line, LEAD, *REST])
    (article,) = articles(Document(text, Source(None, "", "text/plain", "utf-8")), lexicon.load())
    assert article.author is None


def test_an_agency_below_a_digest_is_that_of_each_story() -> None:
    stories = [f"{head} nurses in Vinh\n\nVINH — {LEAD}\n\n{REST[0]}" for head in ("Belgians teach", "Danes visit")]
    text = "\n\n".join(["NEWS IN BRIEF", *stories, "— VNS"])
    found = articles(Document(text, Source(None, "", "text/plain", "utf-8")), lexicon.load())
    assert [article.agency for article in found] == ["VNS", "VNS"]
