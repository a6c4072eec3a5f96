import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hcoop.errors import UnreadableError
from hcoop.readers import FORMATS, Leaf, lines_of, read, read_leaf, walk
from hcoop.readers.dates import edtf
from hcoop.records import Document

TEXT = "Huế nurses go to Ghent\n\nSix nurses of Huế will leave for Ghent in May."


def one(path: Path) -> Document:
    (document,) = read(path)
    return document


@pytest.mark.parametrize(("data", "encoding"), [
    (TEXT.encode(), "utf-8"),
    (TEXT.encode("utf-8-sig"), "utf-8"),
    (TEXT.encode("utf-16"), "utf-16"),
    (b"\xfe\xff" + TEXT.encode("utf-16-be"), "utf-16"),
    (TEXT.encode("utf-32"), "utf-32"),
    (TEXT.replace("\n", "\r\n").encode(), "utf-8"),
    (TEXT.replace("\n", "\r").encode(), "utf-8"),
    (TEXT.replace("ế", "e\u0302\u0301").encode(), "utf-8"),
])
def test_text(tmp_path: Path, data: bytes, encoding: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    document = one(path)
    assert (document.text, document.source.encoding, document.source.media_type) == (TEXT, encoding, "text/plain")
    assert document.source.path == str(path)
    assert len(document.source.sha256) == 64


def test_an_older_encoding_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    text = "Le ministère de la Santé a envoyé des infirmières à Gand, où elles étudient déjà depuis l'été dernier. " * 4
    path.write_bytes(text.encode("cp1252"))
    document = one(path)
    assert document.text == text
    assert document.source.encoding != "utf-8"


@pytest.mark.parametrize(("name", "data", "message"), [
    ("a.txt", b"", "is empty"),
    ("a.txt", b" \n\t\n", "is empty"),
    ("a.txt", b"\xef\xbb\xbf\n", "is empty"),
    ("a.txt", b"\x00\x01\x02" * 50, "is a binary file"),
    ("a.txt", b"%PDF-1.7\nabc", "is a binary file"),
    ("a.txt", "Huế và Đà Nẵng\n".encode() + b"\xff tail", ":2: invalid UTF-8 at byte"),
    ("a.txt", "Huế và Đà Nẵng".encode()[:-4] + b"\xe1\xba", "invalid UTF-8"),
    ("a.txt", b"\xff\xfe\x00", "is broken UTF-16"),
    ("a.html", b"<html><body><p> </p></body></html>", "without text"),
    ("a.html", b"", "is empty"),
    ("a.odt", b"PK", "unknown format (.odt)"),
    ("noname", b"text", "unknown format (no suffix)"),
    ("a.jsonl", b"{", ":1: no JSON"),
    ("a.jsonl", b"[1]", ":1: no JSON object"),
    ("a.jsonl", b'{"title": "x"}', ":1: neither text nor html"),
    ("a.jsonl", b'{"text": 5}', ":1: text is no text"),
    ("a.jsonl", b'{"text": "x", "published": "soon"}', ":1: published is no date: 'soon'"),
    ("a.jsonl", b'\n\n{"text": "\\ud800"}', ":3: text holds half a character"),
    ("a.jsonl", b'{"text": "\xff"}', ":1: invalid UTF-8"),
    ("a.jsonl", b"[" * 100_000, ":1: no JSON"),
    ("a.jsonl", b'{"html": "<br>"}', ":1 is an HTML page without text"),
])
def test_unreadable(tmp_path: Path, name: str, data: bytes, message: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(UnreadableError) as caught:
        list(read(path))
    assert message in caught.value.message
    assert str(path) in caught.value.message
    assert caught.value.hint
    assert "\n" not in caught.value.message


def test_missing_path_and_folder(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="does not exist"):
        list(read(tmp_path / "no.txt"))
    with pytest.raises(UnreadableError, match="does not exist"):
        list(read(tmp_path / "no.odt"))
    with pytest.raises(UnreadableError, match="is a folder"):
        list(read(tmp_path))


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="permissions bind only ordinary users")
def test_permission(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT)
    path.chmod(0)
    with pytest.raises(UnreadableError, match="may not be read"):
        list(read(path))


def test_markdown_keeps_its_marks(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("# Title\n\nText.")
    assert (one(path).text, one(path).source.media_type) == ("# Title\n\nText.", "text/markdown")


LINES = [
    {"text": "One.\r\nTwo.", "title": "A", "published": "2016-01-20", "author": "Lan", "url": "https://a",
     "outlet": "P"},
    {"text": "Three."},
    {"html": "<title>Four</title><p>Nurses of the hospital left for Ghent in May, the director said.</p>"},
]


def test_json_lines(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"\xef\xbb\xbf" + b"\n\n".join(json.dumps(line).encode() for line in LINES) + b"\n")
    first, second, third = read(path)
    assert (first.text, first.title, first.published, first.author, first.url, first.outlet) == (
        "One.\nTwo.", "A", "2016-01-20", "Lan", "https://a", "P")
    assert (second.text, second.title, second.source.path) == ("Three.", None, f"{path}:3")
    assert (third.title, third.source.media_type) == ("Four", "text/html")
    assert "Nurses of the hospital" in third.text
    assert first.source.sha256 != second.source.sha256


def _read(line: Leaf, errors: list[UnreadableError]) -> list[Document]:
    try:
        return list(read_leaf(line, errors.append))
    except UnreadableError as error:
        errors.append(error)
        return []


def test_a_bad_line_does_not_stop_the_others() -> None:
    errors: list[UnreadableError] = []
    stream = io.BytesIO(b'{"text": "One."}\nnot json\n{"text": "Two."}\n')
    documents = [document for line in lines_of(stream, "stdin", errors.append) for document in _read(line, errors)]
    assert [document.text for document in documents] == ["One.", "Two."]
    assert [error.message.partition(": ")[0] for error in errors] == ["stdin:2"]


PAGE = """<!DOCTYPE html><html lang="en-US"><head><title>Two cities sign - The Paper</title>
<meta property="og:site_name" content="The Paper"><link rel="canonical" href="https://paper.example/1">
{head}</head><body><nav><a href="/">Home</a></nav><article><h1>Two cities sign health pact</h1>
<p>Huế and Lyon signed a pact on Monday in the presence of both mayors, who spoke warmly of it.</p>
<p>The pact runs for five years and covers the training of nurses and doctors in emergency care.</p></article>
</body></html>"""
LINKED = """<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [{"@type": "WebSite"},
{"@type": ["NewsArticle"], "headline": "Two cities sign health pact", "datePublished": "2019-05-03T08:00:00+07:00",
"author": [{"@type": "Person", "name": "Lan Anh"}, {"name": "Thu Ha"}], "articleSection": "Health",
"publisher": {"name": "The Paper"}, "mainEntityOfPage": {"@id": "https://paper.example/2"}}]}</script>"""
META = """<meta name="author" content="Lan Anh"><meta property="article:published_time" content="2019-05-03 08:00">
<meta property="og:title" content="Two cities sign health pact">"""


@pytest.mark.parametrize(("head", "wanted"), [
    (LINKED, (
        "Two cities sign health pact", "2019-05-03T08:00", "Lan Anh, Thu Ha", "https://paper.example/2", "Health")),
    (META, ("Two cities sign health pact", "2019-05-03T08:00", "Lan Anh", "https://paper.example/1", None)),
    ('<script type="application/ld+json">{broken</script>' + META, (
        "Two cities sign health pact", "2019-05-03T08:00", "Lan Anh", "https://paper.example/1", None)),
    ("", ("Two cities sign health pact", None, None, "https://paper.example/1", None)),
    ('<meta name="author" content="admin"><meta name="date" content="nonsense">', (
        "Two cities sign health pact", None, None, "https://paper.example/1", None)),
])
def test_html(tmp_path: Path, head: str, wanted: tuple[str | None, ...]) -> None:
    path = tmp_path / "a.html"
    path.write_text(PAGE.format(head=head), "utf-8")
    document = one(path)
    assert (document.title, document.published, document.author, document.url, document.section) == wanted
    assert (document.outlet, document.language) == ("The Paper", "en")
    assert document.text.count("Two cities sign health pact") == 1
    assert "Huế and Lyon signed a pact on Monday" in document.text
    assert "Home" not in document.text


def test_html_says_its_encoding(tmp_path: Path) -> None:
    path = tmp_path / "a.htm"
    path.write_bytes('<meta charset="windows-1252"><p>Le ministère a envoyé six infirmières à Gand.'.encode("cp1252"))
    assert "ministère" in one(path).text


@pytest.mark.parametrize("markup", [
    "<p>Nurses left for Ghent." + "<div>" * 5000,
    "<p>Nurses left for Ghent." * 3000,
    "<p>Nurses left for Ghent.<!-- " + "x" * 100_000,
    "<p>Nurses left for Ghent.<script>" * 200,
    "Nurses left for Ghent.",
    "<<<<<>>>> <p>Nurses left for Ghent. &#xFFFFFFF; &bogus;",
    "<?xml version='1.0' encoding='utf-16'?><html><p>Nurses left for Ghent.</html>",
    "<p>Nurses left for Ghent." + "a" * 3_100_000,
], ids=range(8))
def test_hostile_html(tmp_path: Path, markup: str) -> None:
    path = tmp_path / "a.html"
    path.write_text(markup)
    assert "Nurses left for Ghent." in one(path).text


@given(st.binary(max_size=300))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@pytest.mark.parametrize("suffix", FORMATS)
def test_any_bytes_are_read_or_refused(tmp_path: Path, suffix: str, data: bytes) -> None:
    path = tmp_path / f"a{suffix}"
    path.write_bytes(data)
    try:
        documents = list(read(path))
    except UnreadableError:
        documents = []
    assert all(document.text.strip() and "\r" not in document.text for document in documents)


@pytest.mark.parametrize(("stated", "wanted"), [
    ("2016-01-20", "2016-01-20"),
    ("2016-01", "2016-01"),
    ("2016", "2016"),
    ("2016-01-20T09:43:10Z", "2016-01-20T09:43"),
    ("2016-01-20 09:43", "2016-01-20T09:43"),
    ("20/01/2016", "2016-01-20"),
    ("03/02/2016 10:00", "2016-02-03T10:00"),
    ("January 20, 2016", "2016-01-20"),
    ("Wed, 20 Jan 2016 09:43:00 +0700", "2016-01-20T09:43"),
    ("2016-13-01", None),
    ("yesterday", None),
    ("10:00", None),
    ("January 20", None),
    ("", None),
])
def test_stated_dates(stated: str, wanted: str | None) -> None:
    assert edtf(stated) == wanted


def test_walk(tmp_path: Path) -> None:
    for name in ("b.txt", "a.html", ".hidden.txt", "c.odt", "deep/d.jsonl", ".git/e.txt", "named.odt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    (tmp_path / "deep" / "up").symlink_to(tmp_path)
    skipped: list[UnreadableError] = []
    found = list(walk([tmp_path / "named.odt", tmp_path, tmp_path / "b.txt"], skipped.append))
    names = [path.relative_to(tmp_path).as_posix() for path in found]
    assert names == ["named.odt", "a.html", "b.txt", "deep/d.jsonl"]
    told = "\n".join(error.message for error in skipped)
    assert ".hidden.txt is hidden" in told
    assert ".git is hidden" in told
    assert "c.odt is of an unknown format" in told
    assert "up is a folder that contains itself" in told
    assert len(skipped) == 5


def test_reading_text_imports_no_html_parser(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, "utf-8")
    code = ("import sys; from pathlib import Path; from hcoop.readers import read; list(read(Path(sys.argv[1])));"
            "print([name for name in ('lxml', 'trafilatura', 'charset_normalizer', 'yaml') if name in sys.modules])")
    done = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, check=True)
    assert done.stdout.strip() == b"[]"
