"""Each part of a file, a stream or a page of the net is under the limits by itself, also where the file is small."""

import io
import json
import os
import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import making
import pytest

from hcoop.ingest import ingest
from hcoop.ingest.limits import Limits
from hcoop.ingest.stream import extract_all
from hcoop.readers.formats import READERS
from hcoop.readers.text import read_text
from hcoop.records import Document, Source

DB = Path("it.db")
FATES = {"hangs": lambda: time.sleep(3600), "ends": lambda: os._exit(0)}
TOLD = {"hangs": "took more than 3 seconds", "ends": "crashed"}
GOOD = [
    f"Cho Ray Hospital and the {name} University Hospital signed a memorandum of understanding on nursing in Hanoi on "
    f"Monday. Under the agreement nurses will be trained for {number} years." for number, name in
    enumerate(("Osaka", "Lyon", "Leeds", "Kobe"), 2)
]


def pages(fate: str) -> list[str]:
    """Good pages, and two that do not end well among them, the second and the fifth."""
    return [GOOD[0], f"{fate} once", *GOOD[1:3], f"{fate} again", GOOD[3]]


def mailbox(path: Path, texts: list[str]) -> None:
    making.mbox(path, [making.message("News", " ", html=text) for text in texts])


def archive(path: Path, texts: list[str]) -> None:
    path.write_bytes(making.packed({f"{number}.html": text.encode() for number, text in enumerate(texts)}))


def crawl(path: Path, texts: list[str]) -> None:
    records = [(f"https://paper.example/{number}", text.encode(), "200 OK", {"Content-Type": "text/html"})
               for number, text in enumerate(texts)]
    path.write_bytes(making.warc(records))


def lines(path: Path, texts: list[str]) -> None:
    path.write_text("".join(json.dumps({"html": text}) + "\n" for text in texts), "utf-8")


def packed_lines(path: Path, texts: list[str]) -> None:
    lines(path, texts)
    path.write_bytes(making.gzipped(path.read_bytes()))


def feed(path: Path, texts: list[str]) -> None:
    path.write_bytes(making.feed([
        {"url": f"https://paper.example/{number}", "title": " ", "published": "2016-01-20T09:00:00Z", "summary": text}
        for number, text in enumerate(texts)
    ]))


def message(path: Path, texts: list[str]) -> None:
    attached = {f"{number}.html": text.encode() for number, text in enumerate(texts[1:])}
    path.write_bytes(making.message("News", texts[0] * 3, attached=attached).as_bytes())


# How each is made, and the names of its second part and its fifth.
MADE: dict[str, tuple[Callable[[Path, list[str]], None], tuple[str, str]]] = {
    "a.zip": (archive, ("/1.html", "/4.html")),
    "a.mbox": (mailbox, (":2", ":5")),
    "a.warc": (crawl, (":2", ":5")),
    "a.jsonl": (lines, (":2", ":5")),
    "a.jsonl.gz": (packed_lines, (":2", ":5")),
    "a.rss": (feed, (":2", ":5")),
    "a.eml": (message, ("/0.html", "/3.html")),
}


@pytest.fixture(autouse=True)
def fatal_pages(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Pages that begin with the name of a fate meet it as they are read, others are read as text."""
    monkeypatch.chdir(tmp_path)

    def meet(text: str) -> str:
        FATES.get(text.split(maxsplit=1)[0], lambda: None)()
        return text

    def document(markup: str, source: Source, _name: str) -> Document:
        return Document(meet(re.sub("<[^<>]*>", " ", markup)), source)

    def page(data: bytes, name: str, charset: str | None) -> Iterator[Document]:
        return read_text(meet(data.decode()).encode(), name, charset)

    monkeypatch.setitem(READERS, ".html", page)
    monkeypatch.setattr("hcoop.readers.jsonl.html_document", document)
    monkeypatch.setattr("hcoop.readers.feed.html_document", document)


@pytest.mark.slow
@pytest.mark.parametrize("processes", [1, 2])
@pytest.mark.parametrize("fate", FATES)
@pytest.mark.parametrize("name", MADE)
def test_a_part_of_a_small_file_that_does_not_end_well_is_rejected_alone(name, fate, processes):
    make, bad = MADE[name]
    make(Path(name), pages(fate))
    outcome = ingest(DB, [Path(name)], processes=processes, limits=Limits(timeout=3))
    told = [error.message for error in outcome.rejected]
    assert [message.split()[0] for message in told] == [name + part for part in bad]
    assert all(TOLD[fate] in message for message in told)
    assert (outcome.new, outcome.articles) == (1, 4)


@pytest.mark.slow
@pytest.mark.parametrize("fate", FATES)
def test_a_line_of_a_stream_that_does_not_end_well_is_rejected_alone(fate):
    lines(Path("all"), [*pages(fate), GOOD[0]])
    data = Path("all").read_bytes()
    outcome = ingest(DB, [], io.BytesIO(data), limits=Limits(timeout=3))
    told = [error.message for error in outcome.rejected]
    assert [message.split()[0] for message in told] == ["-:2", "-:5"]
    assert all(TOLD[fate] in message for message in told)
    assert (outcome.new, outcome.unchanged, outcome.articles) == (4, 1, 4)
    again = ingest(DB, [], io.BytesIO(data), limits=Limits(timeout=3))
    assert (again.new, again.unchanged, again.articles, len(again.rejected)) == (0, 5, 4, 2)
    errors: list[Exception] = []
    printed = list(extract_all(["-"], io.BytesIO(data), errors.append, pytest.fail, limits=Limits(timeout=3)))
    assert (len(printed), len(errors)) == (5, 2)
    assert {json.loads(line)["article"]["source"]["path"] for line in printed} == {None}
