"""Whole pages as papers of many kinds print them, around one body: what their headers and tails say."""

from typing import Any

import pytest

from hcoop import lexicon
from hcoop.blocks import articles
from hcoop.records import Document, Source

LEAD = ("The Ninh Binh General Hospital and a clinic in Ghent have agreed to train twenty nurses together "
        "over three years, they said on Monday.")
MORE = "The nurses will spend a year in Belgium and then teach their colleagues in the province."
BODY = f"{LEAD}\n\n{MORE}\n\nThe clinic pays for the journey."
LONG = f"{LEAD} {MORE} " * 3
TITLE = "Ninh Binh hospital and Belgian clinic to train nurses"
SAPO = "Twenty nurses from the northern province will learn in Ghent how to look after the old."
DAY = "2018-06-05"

PAGES: list[tuple[str, dict[str, Any]]] = [
    # Titles
    ("NINH BINH HOSPITAL AND BELGIAN CLINIC TO TRAIN NURSES\nJune 5, 2018\n{body}",
     {"title": TITLE.upper(), "published": DAY}),
    ("Nurses wanted\nJune 5, 2018\n{body}", {"title": "Nurses wanted", "published": DAY}),
    ("Will Belgian nurses come to Ninh Binh?\nJune 5, 2018\n{body}",
     {"title": "Will Belgian nurses come to Ninh Binh?", "published": DAY}),
    ("{title}.\nJune 5, 2018\n{body}", {"title": f"{TITLE}.", "published": DAY}),
    ("{title} - Nhan Dan Online\n{title}\nJune 5, 2018\n{body}", {"title": TITLE, "published": DAY}),
    ("{title} | Vietnam+ (VietnamPlus)\nJune 5, 2018\n{body}", {"title": TITLE, "published": DAY}),
    ("big-win88 club | bonus today\n{title} - big-win88\n{body}", {"title": TITLE}),
    ("Dak Lak Online\n{title} - Dak Lak Online\nJune 5, 2018\n{body}", {"title": TITLE, "published": DAY}),
    ("ScandAsia.com - News for the Nordic community\n{title}\nJune 5, 2018\n{body}",
     {"title": TITLE, "published": DAY}),
    ("Thanh Nien News | The latest from Vietnam\n{title}\nJune 5, 2018\n{body}", {"title": TITLE, "published": DAY}),
    ("The Korea Herald\n피터빈트\n{title}\nBy Park Seo-yeon\nPublished : June 5, 2018 - 15:21\n    • Link copied\n"
     "Nurses wave on Monday. (KOICA) Nurses wave on Monday. (KOICA)\nNINH BINH - {body}",
     {"title": TITLE, "author": "Park Seo-yeon", "published": f"{DAY}T15:21", "dateline": "NINH BINH"}),
    ("U.S. Embassy & Consulate in Vietnam\n{title}\nBy U.S. Mission Vietnam\nJune 5, 2018\n{body}",
     {"title": TITLE, "published": DAY}),
    ("{title}\nBy Thu Ha | June 5, 2018\n• Twenty nurses are to be trained\n• The clinic pays for the journey\n{body}",
     {"title": TITLE, "author": "Thu Ha", "published": DAY}),
    ("{title}\nPublication Date : 05-06-2018\nViet Nam News/Asia News Network\nNINH BINH - {body}",
     {"title": TITLE, "published": DAY, "dateline": "NINH BINH"}),
    # Dates
    ("{title}\nVIETNAM, June 5 -\nNINH BINH — {body} — VNS",
     {"title": TITLE, "published": "XXXX-06-05", "agency": "VNS", "dateline": "NINH BINH"}),
    ("{title}\nNinh Binh, 5 June (VNA) - {body}",
     {"title": TITLE, "published": "XXXX-06-05", "agency": "VNA", "dateline": "Ninh Binh"}),
    ("{title}\nNinh Binh – 5 June 2018: {body}", {"title": TITLE, "published": DAY, "dateline": "Ninh Binh"}),
    ("{title}\nTranslated by KIM OANH June 5, 2018 14:05\n{body}", {"title": TITLE, "published": f"{DAY}T14:05"}),
    ("{title}\nAll News 10:00 June 05, 2018\nSEOUL, June 5 (Yonhap) -- {body}",
     {"title": TITLE, "published": f"{DAY}T10:00", "agency": "Yonhap", "dateline": "SEOUL"}),
    ("{title}\nPublished: 10:00, 05/06/2018 | Updated: 12:00, 06/06/2018\n{body}",
     {"title": TITLE, "published": f"{DAY}T10:00"}),
    ("{title}\nSok Dara | Publication date 05 June 2018 | 10:00 ICT\n{body}",
     {"title": TITLE, "author": "Sok Dara", "published": f"{DAY}T10:00"}),
    # Names of papers are neither agencies nor authors
    ("{title}\nDA NANG Today\nPublished: June 5, 2018\n{body}", {"title": TITLE, "published": DAY}),
    ("{title}\nTuoi Tre    05 Jun 2018 08:30 GMT+7\n{body}", {"title": TITLE, "published": f"{DAY}T08:30"}),
    ("{title}\nBy Thu Ha, Thanh Nien News\nTuesday, June 5, 2018 08:15     Email     Print\n{body}",
     {"title": TITLE, "author": "Thu Ha", "published": f"{DAY}T08:15"}),
    # Writers
    ("VIEWPOINT\n{title}\nBy Pham Duc Lan *\nJune 5, 2018\n{body}\n*Pham Duc Lan is a former nurse of the hospital.",
     {"title": TITLE, "author": "Pham Duc Lan", "published": DAY}),
    ("{title}\nJune 5, 2018\n{body}\n*Peter Vandamme is a teacher in Ghent. The opinions expressed are his own.",
     {"title": TITLE, "author": "Peter Vandamme", "published": DAY}),
    ("{title}\nJune 5, 2018\n{body}\nGraham Whitlock\nThe writer, a Canadian, teaches English in Hue.",
     {"title": TITLE, "author": "Graham Whitlock", "published": DAY}),
    ("{title}\nBy Peter Vandamme, professor of nursing at a university\nJune 5, 2018\n{body}",
     {"title": TITLE, "author": "Peter Vandamme", "published": DAY}),
    ("{title}\nBy Le Nga in Hanoi\nJune 5, 2018\n{body}", {"title": TITLE, "author": "Le Nga", "published": DAY}),
    ("{title}\nJune 5, 2018\n{sapo} Thu Ha reports.\n{body}", {"title": TITLE, "author": "Thu Ha", "published": DAY}),
    ("{title}\n*By Thu Ha*\n**June 5, 2018**\n{body}", {"title": TITLE, "author": "Thu Ha", "published": DAY}),
    ("{title}\nJune 5, 2018\n{body}\nNews, photo: Thanh Huong",
     {"title": TITLE, "author": "Thanh Huong", "published": DAY}),
    ("{title}\nJune 5, 2018\n{body}\nBài, ảnh: THU SUONG",
     {"title": TITLE, "author": "Thu Suong", "published": DAY}),
    ("{title}\nJune 5, 2018\n{body}\nPrint   Back   Top\nOlder news\nA bridge is opened",
     {"title": TITLE, "published": DAY}),
    ("{title}\nJune 5, 2018\nWhat is missing?\n{body}\nThank you very much!\nLinh Pham",
     {"title": TITLE, "author": "Linh Pham", "published": DAY}),
    ("Interview: 'Nurses are the heart of it'\nJune 5, 2018\nReporter: What is agreed?\nNguyen Van An: {body}\n"
     "Reporter: Who pays?\nNguyen Van An: The clinic.\nReporter: And then?\nNguyen Van An: We shall see.",
     {"title": "Interview: 'Nurses are the heart of it'", "published": DAY}),
    # Pages on one line
    ("{title} {title} By Ngo Quang June 5, 2018 The ward. Photo: NDO NDO – {long}",
     {"title": TITLE, "author": "Ngo Quang", "published": DAY, "agency": "NDO"}),
    ("{title} {title} June 5, 2018 by Vietmaz {long}Read full this story", {"title": TITLE, "published": DAY}),
    ("{title} {title} By Thu Ha June 5, 2018 Nurses. Photo: Le Toan HÀ NỘI — {long}",
     {"title": TITLE, "author": "Thu Ha", "published": DAY, "dateline": "HÀ NỘI"}),
    ("{title} June 5, 2018 | 10:00 {long}", {"title": TITLE, "published": f"{DAY}T10:00"}),
    ("{long}On June 5, 2018 | 10:00 it began.", {}),
]


@pytest.mark.parametrize(("page", "wanted"), PAGES)
def test_page(page: str, wanted: dict[str, str]) -> None:
    text = page.format(title=TITLE, body=BODY, sapo=SAPO, long=LONG)
    (article,) = articles(Document(text, Source(None, "", "text/plain", "utf-8")), lexicon.load())
    fields = ("title", "author", "published", "agency", "dateline")
    assert {name: value for name in fields if (value := getattr(article, name))} == wanted


WRAPPED = """Ninh Binh hospital and Belgian clinic to train
nurses together

By Thu Ha
June 5, 2018

The Ninh Binh General Hospital and a clinic in Ghent have agreed
to train twenty nurses together over three years, they said on
Monday.

The nurses will spend a year in Belgium and then teach their
colleagues in the province, according to the director of the
hospital. The clinic pays for the journey, and the province for
the rooms.
"""


@pytest.mark.parametrize("title", ["Ninh Binh hospital and Belgian clinic to train nurses together",
                                   "NINH BINH HOSPITAL AND BELGIAN CLINIC TO TRAIN NURSES TOGETHER"])
def test_hard_line_breaks(title: str) -> None:
    head = title.rpartition(" nurses ")[0] or title.rpartition(" NURSES ")[0]
    text = f"{head}\n{title[len(head) + 1:]}\n{WRAPPED.split(chr(10), 2)[2]}"
    (article,) = articles(Document(text, Source(None, "", "text/plain", "utf-8")), lexicon.load())
    assert (article.title, article.author, article.published) == (title, "Thu Ha", DAY)
    assert [block.role for block in article.blocks] == ["title", "byline", "date", "body", "body"]
