"""The data of the page as text: plain JSON while it is small, packed where it is not."""

import base64
import json
import zlib
from dataclasses import dataclass

from hcoop.output.clean import clean
from hcoop.output.report.columns import Columns
from hcoop.output.report.passages import Passages, cited_spans
from hcoop.query.report import Report
from hcoop.query.table import Row

# How many characters around the evidence are tried, the most first; null is the whole article.
_AROUND = (None, 600, 400, 300, 200, 150, 120, 90, 70, 50, 35, 20, 0)
# Below this many bytes the data stay JSON, which other programs can read in the page.
_PLAIN = 500_000


@dataclass(frozen=True, slots=True)
class Payload:
    """The data as they stand in the page; `packed` if they are raw deflate in base64.

    `around` is how many characters of the articles stand on each side of evidence, null for whole articles.
    """

    text: str
    packed: bool
    around: int | None


def payload_of(report: Report, room: int) -> Payload:
    """Return the data of a report with as much of the articles' texts as fits into `room` bytes.

    If nothing fits, it has the evidence alone and is as large as that is.
    """
    columns, cited = Columns(report), cited_spans(report.events)
    data = columns.data() | {"sites": [[site.name, site.latitude, site.longitude] for site in report.sites]}

    def tried(around: int | None) -> Payload:
        passages = Passages(cited, report.articles, around)
        articles = [_article(report.articles[identity], columns, passages) for identity in cited]
        evidence = passages.evidence(report.events)
        return _written({**data, "articles": articles, "evidence": evidence, "around": around}, around, room)

    best, low, high = None, 0, len(_AROUND) - 1
    while low <= high:
        middle = (low + high) // 2
        last = tried(_AROUND[middle])
        if len(last.text.encode()) <= room:
            best, high = last, middle - 1
        else:
            low = middle + 1
    return best or last


def _written(data: Row, around: int | None, room: int) -> Payload:
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    if len(text.encode()) <= min(_PLAIN, room):
        return Payload(_inert(text), False, around)
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    return Payload(base64.b64encode(packer.compress(text.encode()) + packer.flush()).decode(), True, around)


def _inert(text: str) -> str:
    """Return JSON that no parser of HTML takes for the end of the script, or for markup."""
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _article(article: Row, columns: Columns, passages: Passages) -> list[object]:
    """Return id, title, outlet, day, address, file, original, length in characters, and the passages of an article."""
    url = article["url"] or ""
    return [
        article["id"],
        clean(article["title"] or ""),
        clean(article["outlet"] or ""),
        columns.published(article["id"]),
        clean(url) if url.startswith(("https://", "http://")) else "",
        clean((article["path"] or "").replace("\\", "/").rpartition("/")[2]),
        article["copy_of"] or "",
        len(article["text"]),
        passages.written(article["id"]),
    ]
