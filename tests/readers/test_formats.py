"""Every format, read from files that other people's tools made."""

import gzip
import io
import random
import sys
import zipfile
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import making
import pytest
from fpdf import FPDF
from making import FIRST, PAGE, SECOND, TEXT, TITLE

from hcoop.errors import UnreadableError
from hcoop.readers import leaves, read, read_leaf, walk
from hcoop.records import Document


def written(path: Path, data: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def one(path: Path) -> Document:
    (document,) = read(path)
    assert [document] == in_parts(path)[0]
    return document


def told(path: Path) -> tuple[list[Document], list[str]]:
    """What a file gives, and the messages about what cannot be read in it."""
    errors: list[UnreadableError] = []
    documents = list(read(path, errors.append))
    assert all(error.hint for error in errors)
    assert (documents, {str(error) for error in errors}) == in_parts(path)
    return documents, [error.message.replace(str(path), "") for error in errors]


def in_parts(path: Path) -> tuple[list[Document], set[str]]:
    """What the parts of a file give, each read by itself, and the messages."""
    errors: list[UnreadableError] = []
    with path.open("rb") as stream:
        parts = list(leaves(stream, str(path), path.stat().st_size, errors.append))
    documents = []
    for part in parts:
        try:
            documents += read_leaf(part, errors.append)
        except UnreadableError as error:
            errors.append(error)
    return documents, {str(error) for error in errors}


def test_pdf_with_its_pages(tmp_path: Path) -> None:
    path = written(tmp_path / "a.pdf", making.pdf([[TITLE, FIRST], [SECOND], ["The end of it."]]))
    document = one(path)
    assert (document.source.media_type, document.source.encoding) == ("application/pdf", None)
    starts = document.pages
    assert (len(starts), starts[0]) == (3, 0)
    assert [document.text[start:].split()[1] for start in starts] == ["cities", "pact", "end"]
    assert " ".join(document.text.split()) == f"{TITLE} {FIRST} {SECOND} The end of it."
    assert document.title is None


def test_pdf_keeps_its_title_though_it_runs_on(tmp_path: Path) -> None:
    path = written(tmp_path / "a.pdf", making.pdf([[FIRST], [SECOND]], title="The Paper - Health"))
    document = one(path)
    assert document.title == "The Paper - Health"
    assert " ".join(document.text.split()) == f"The Paper - Health {FIRST} {SECOND}"
    other = one(written(tmp_path / "b.pdf", making.pdf([[TITLE, FIRST]], title="Microsoft Word - Document1")))
    assert other.title is None


def test_pdf_keeps_its_paragraphs(tmp_path: Path) -> None:
    paper = FPDF()
    paper.add_page()
    paper.set_font("Times", "B", 18)
    paper.multi_cell(0, 10, TITLE, new_x="LMARGIN", new_y="NEXT")
    paper.set_font("Times", size=11)
    for indent, gap in (("", 0), ("     ", 3), ("", 0)):
        paper.multi_cell(0, 5, f"{indent}{FIRST} {SECOND}", new_x="LMARGIN", new_y="NEXT")
        paper.ln(gap)
    text = one(written(tmp_path / "a.pdf", bytes(paper.output()))).text
    assert [" ".join(paragraph.split()) for paragraph in text.split("\n\n")] == [TITLE, *[f"{FIRST} {SECOND}"] * 3]


def test_pdf_keeps_vietnamese_letters(tmp_path: Path) -> None:
    font = next(Path("/usr/share/fonts").rglob("DejaVu*.ttf"), None)
    if font is None:
        pytest.skip("no DejaVu Sans here")
    paper = FPDF()
    paper.add_page()
    paper.add_font("D", fname=str(font))
    paper.set_font("D", size=12)
    paper.multi_cell(0, 6, "Bệnh viện Trung ương Huế đón đoàn Đại học Lyon.")
    path = written(tmp_path / "a.pdf", bytes(paper.output()))
    assert one(path).text.strip() == "Bệnh viện Trung ương Huế đón đoàn Đại học Lyon."


@pytest.mark.parametrize(("data", "message"), [
    (making.scan(), "has no text layer"),
    (making.pdf([[TEXT]], password="secret"), "is protected by a password"),
    (making.pdf([[TEXT]])[:200], "is a damaged PDF file"),
    (b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[2 0 R]/Count 1>>endobj "
     b"trailer<</Root 1 0 R>>", "."),
    (b"", "."),
], ids=["scan", "password", "cut", "loop", "empty"])
def test_pdf_that_cannot_be_read(tmp_path: Path, data: bytes, message: str) -> None:
    with pytest.raises(UnreadableError, match=message):
        one(written(tmp_path / "a.pdf", data))


def test_word(tmp_path: Path) -> None:
    path = written(tmp_path / "a.docx", making.word(TITLE, [FIRST, SECOND], [["Signed", "3 May 2019"]]))
    document = one(path)
    assert document.title == TITLE
    assert document.text == f"{TITLE}\n\n{FIRST}\n\n{SECOND}\n\nSigned | 3 May 2019"


def test_word_that_cannot_be_read(tmp_path: Path) -> None:
    whole = making.word(TITLE, [FIRST])
    inner = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole)) as before, zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            after.writestr(name, b" " * 200_000_000 if name == "word/document.xml" else before.read(name))
    for data, message in ((whole[:300], "no Word file"), (b"text", "no Word file"), (inner.getvalue(), "unpacks to"),
                          (making.packed({"a.txt": b"x"}), "damaged Word file"), (making.word("", []), "no text")):
        with pytest.raises(UnreadableError, match=message):
            one(written(tmp_path / "a.docx", data))


def test_a_message_with_its_attachments(tmp_path: Path) -> None:
    attached = {
        "scan.pdf": making.pdf([[FIRST]]), "../../evil.docx": making.word(TITLE, [SECOND]), "logo.png": b"\x89PNG"
    }
    path = written(tmp_path / "a.eml", making.message(f"Fwd: {TITLE}", TEXT, attached=attached).as_bytes())
    mail, scan, word = read(path)
    assert (mail.title, mail.sent, mail.published) == (TITLE, "2020-03-04T23:30", None)
    assert mail.text.strip() == TEXT.strip()
    assert [document.source.path for document in (mail, scan, word)] == [
        str(path), f"{path}/scan.pdf", f"{path}/evil.docx"]
    assert (scan.pages, scan.sent) == ((0,), None)


def test_a_message_in_html_and_one_in_another(tmp_path: Path) -> None:
    inner = making.message("Second", "See the page.", html=PAGE)
    outer = making.message("First", FIRST)
    outer.add_attachment(inner)
    first, second = read(written(tmp_path / "a.eml", outer.as_bytes()))
    assert first.text.strip() == FIRST
    assert (second.title, second.source.media_type) == (TITLE, "text/html")
    assert SECOND in second.text


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "windows-1258"])
def test_a_message_in_an_older_encoding(tmp_path: Path, charset: str) -> None:
    made = making.message("Infirmières", "x")
    made.set_content("Six infirmières de Hué sont parties pour Gand, où elles étudieront.", charset=charset)
    document = one(written(tmp_path / "a.eml", made.as_bytes()))
    assert document.text.strip() == "Six infirmières de Hué sont parties pour Gand, où elles étudieront."
    assert document.title == "Infirmières"


def test_a_mailbox_goes_on_after_a_bad_message(tmp_path: Path) -> None:
    path = tmp_path / "press.mbox"
    messages = [making.message(f"News {n}", f"{TEXT}\n\nFrom {n} on it is so.\n") for n in range(3)]
    messages[1].set_content(" \n")
    making.mbox(path, messages)
    documents, errors = told(path)
    assert [document.title for document in documents] == ["News 0", "News 2"]
    assert "\nFrom 2 on it is so." in documents[1].text
    assert documents[1].source.path == f"{path}:3"
    assert not errors


def test_what_is_no_mail(tmp_path: Path) -> None:
    for name, message in (("a.mbox", "is no mailbox"), ("a.eml", "is no message"), ("a.mhtml", "is no message")):
        with pytest.raises(UnreadableError, match=message):
            list(read(written(tmp_path / name, b"\n\njust some text, and no more\n")))


def test_a_page_saved_as_one_file(tmp_path: Path) -> None:
    made = making.message(TITLE, "x")
    made["Snapshot-Content-Location"] = "https://paper.example/1"
    made.clear_content()
    made.make_related()
    made.add_related(PAGE, subtype="html")
    made.add_related("body {color: red}", subtype="css")
    document = one(written(tmp_path / "a.mhtml", made.as_bytes()))
    assert (document.title, document.url, document.source.media_type) == (TITLE, "https://paper.example/1", "text/html")
    assert "color: red" not in document.text


RECORDS = [
    ("https://paper.example/1", PAGE.encode(), "200 OK", {"Content-Type": "text/html; charset=utf-8"}),
    ("https://paper.example/2", gzip.compress(PAGE.encode()), "200 OK",
     {"Content-Type": "text/html", "Content-Encoding": "gzip"}),
    ("https://paper.example/3", b"<p>moved", "301 Moved", {"Content-Type": "text/html"}),
    ("https://paper.example/4.png", b"\x89PNG", "200 OK", {"Content-Type": "image/png"}),
    ("https://paper.example/5.pdf", making.pdf([[FIRST]]), "200 OK", {"Content-Type": "application/pdf"}),
]


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz"])
def test_a_web_archive(tmp_path: Path, name: str) -> None:
    path = written(tmp_path / name, making.warc(RECORDS, packed=name.endswith("gz")))
    documents = list(read(path))
    assert [document.url for document in documents] == [f"https://paper.example/{n}" for n in ("1", "2", "5.pdf")]
    assert [document.source.path for document in documents] == [f"{path}:{n}" for n in (1, 2, 5)]
    assert [document.title for document in documents] == [TITLE, TITLE, None]


def test_a_damaged_web_archive_gives_what_it_can(tmp_path: Path) -> None:
    whole = making.warc(RECORDS[:2], packed=True)
    documents, errors = told(written(tmp_path / "a.warc.gz", whole[:-40]))
    assert len(documents) == 1
    assert errors
    assert all("is damaged" in error for error in errors)
    for data in (b"", b"no archive at all\n" * 20):
        with pytest.raises(UnreadableError):
            list(read(written(tmp_path / "b.warc", data)))


ENTRIES = [
    {"url": "https://paper.example/1", "title": TITLE, "published": "2020-01-02T03:04:05+07:00", "summary": FIRST,
     "content": f"<p>{FIRST}</p><p>{SECOND}</p>"},
    {"url": "https://paper.example/2", "title": "Nurses &amp; doctors", "published": "2020-01-03T08:00:00+07:00",
     "summary": f"<b>{SECOND}</b>"},
]


@pytest.mark.parametrize(("name", "atom"), [("a.rss", False), ("a.atom", True), ("a.xml", False), ("b.xml", True)])
def test_a_feed(tmp_path: Path, name: str, atom: bool) -> None:
    path = written(tmp_path / name, making.feed(ENTRIES, atom))
    first, second = read(path)
    assert (first.title, first.url, first.published, first.author) == (
        TITLE, "https://paper.example/1", "2020-01-02T03:04", "Lan Anh")
    assert FIRST in first.text
    assert SECOND in first.text
    assert (second.source.path, SECOND in second.text) == (f"{path}:2", True)
    assert first.source.media_type == ("application/atom+xml" if atom else "application/rss+xml")


@pytest.mark.parametrize(("data", "message"), [
    (b"", "no RSS or Atom feed"),
    (b"<html><p>text", "no RSS or Atom feed"),
    (b"<rss version='2.0'><channel></channel></rss>", "feed without entries"),
    (b"<?xml version='1.0' encoding='UTF\xd48'?><rss version='2.0'></rss>", "damaged feed"),
])
def test_what_is_no_feed(tmp_path: Path, data: bytes, message: str) -> None:
    with pytest.raises(UnreadableError, match=message):
        one(written(tmp_path / "a.xml", data))


ENTITIES = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "x" * 10}">' for n in range(10))


@pytest.mark.parametrize("declared", [ENTITIES, '<!ENTITY e9 SYSTEM "file:///etc/passwd">'])
def test_entities_of_feeds_bring_nothing(tmp_path: Path, declared: str) -> None:
    markup = f"<!DOCTYPE r [{declared}]><rss version='2.0'><channel><item><title>&e9;</title></item></channel></rss>"
    try:
        documents, _ = told(written(tmp_path / "a.xml", markup.encode()))
    except UnreadableError:
        documents = []
    assert not any("root:" in document.text or len(document.text) > 1000 for document in documents)


def test_an_archive_is_read_like_a_folder(tmp_path: Path) -> None:
    files = {
        "b.txt": TEXT.encode(), "deep/a.html": PAGE.encode(), "deep/a_files/ad.html": PAGE.encode(),
        "__MACOSX/b.txt": b"x", ".hidden.txt": b"x", "logo.png": b"\x89PNG", "../../up.txt": TEXT.encode(),
        "box.zip": making.packed({"c.txt": TEXT.encode()}), "d.txt.gz": making.gzipped(TEXT.encode()), "bad.txt": b"",
    }
    path = written(tmp_path / "press.zip", making.packed(files))
    documents, errors = told(path)
    assert [str(document.source.path).removeprefix(str(path)) for document in documents] == [
        "/up.txt", "/b.txt", "/box.zip/c.txt", "/d.txt.gz", "/deep/a.html"]
    assert errors == ["/bad.txt is empty"]


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.jsonl", "a.pdf", "a.docx", "a.eml", "a.mbox", "a.xml", "a.zip"])
def test_anything_may_be_packed(tmp_path: Path, name: str) -> None:
    made = {
        "a.txt": TEXT.encode(), "a.html": PAGE.encode(), "a.pdf": making.pdf([[FIRST]]),
        "a.docx": making.word(TITLE, [FIRST]), "a.eml": making.message(TITLE, TEXT).as_bytes(),
        "a.jsonl": b'{"text": "One."}\n', "a.xml": making.feed(ENTRIES[:1]),
        "a.zip": making.packed({"c.txt": TEXT.encode()}),
        "a.mbox": b"From me\nSubject: x\n\n" + TEXT.encode(),
    }
    plain = one(written(tmp_path / name, made[name]))
    path = written(tmp_path / f"{name}.gz", making.gzipped(made[name]))
    found = one(path)
    assert list(walk([tmp_path])) == [tmp_path / name, path]
    assert str(found.source.path).startswith(f"{path}")
    assert replace(found, source=plain.source) == plain


def test_bombs_end_early(tmp_path: Path) -> None:
    zeros = making.gzipped(bytes(300_000_000))
    bomb = making.packed({f"{n}.jsonl.gz": zeros for n in range(3)})
    _, errors = told(written(tmp_path / "a.zip", bomb))
    assert "unpacks to more than 200 times" in errors[-1]
    deep = TEXT.encode()
    for _ in range(8):
        deep = making.packed({"a.zip" if deep != TEXT.encode() else "a.txt": deep})
    assert told(written(tmp_path / "b.zip", deep)) == ([], ["/a.zip" * 5 + " is packed more than 5 times"])
    with pytest.raises(UnreadableError, match="too many for one article"):
        one(written(tmp_path / "c.txt.gz", making.gzipped(b"a" * 70_000_000)))


def test_damaged_archives(tmp_path: Path) -> None:
    whole = making.packed({"a.txt": TEXT.encode(), "b.txt": TEXT.encode()})
    spoilt = bytearray(whole)
    spoilt[45:60] = b"\xff" * 15
    documents, errors = told(written(tmp_path / "a.zip", bytes(spoilt)))
    assert (len(documents), len(errors)) == (1, 1)
    assert "/a.txt is damaged" in errors[0]
    for name, data in (("b.zip", whole[:60]), ("c.txt.gz", making.gzipped(TEXT.encode())[:-12]), ("d.txt.gz", b"none")):
        with pytest.raises(UnreadableError):
            one(written(tmp_path / name, data))


def test_the_parts_of_a_saved_page_are_no_articles(tmp_path: Path) -> None:
    saved = PAGE.replace("<html", "<!-- saved from url=(0023)https://paper.example/1 -->\n<html")
    for folder in ("A page_files", "B.files", "other_files"):
        written(tmp_path / folder / "ad.html", PAGE.encode())
    for page in ("A page.html", "B.htm"):
        written(tmp_path / page, saved.encode())
    skipped: list[UnreadableError] = []
    found = list(walk([tmp_path], skipped.append))
    assert [path.relative_to(tmp_path).as_posix() for path in found] == ["A page.html", "B.htm", "other_files/ad.html"]
    assert ["holds the parts of" in error.message for error in skipped] == [True, True]
    assert one(found[0]).url == "https://paper.example/1"


def test_other_xml_is_left_alone(tmp_path: Path) -> None:
    written(tmp_path / "sitemap.xml", b"<?xml version='1.0'?><urlset></urlset>")
    written(tmp_path / "feed.xml", making.feed(ENTRIES))
    written(tmp_path / "all.tar.gz", making.gzipped(b"x"))
    skipped: list[UnreadableError] = []
    assert [path.name for path in walk([tmp_path], skipped.append)] == ["feed.xml"]
    assert len(skipped) == 2


@pytest.mark.parametrize(("name", "library", "extra"), [
    ("a.pdf", "pypdfium2", "pdf"), ("a.docx", "docx", "docx"), ("a.warc", "fastwarc.warc", "warc"),
    ("a.rss", "feedparser", "feeds"),
])
def test_without_its_library_a_format_says_how_to_get_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, library: str, extra: str
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    data = {"a.docx": making.word(TITLE, [FIRST]), "a.rss": making.feed(ENTRIES)}.get(name, b"%PDF-1.7")
    with pytest.raises(UnreadableError) as caught:
        list(read(written(tmp_path / name, data)))
    assert caught.value.hint == f"python -m pip install 'hcoop[{extra}]'"


def test_bombs_in_web_archives_end_early(tmp_path: Path) -> None:
    bomb = ("https://paper.example/1", gzip.compress(bytes(100_000_000)), "200 OK",
            {"Content-Type": "text/plain", "Content-Encoding": "gzip"})
    documents, errors = told(written(tmp_path / "a.warc", making.warc([bomb, *RECORDS[:1]] * 4)))
    assert [document.title for document in documents] == [TITLE] * len(documents)
    assert ":1 has more than" in errors[0]
    assert "unpacks to more than 200 times" in errors[-1]


@pytest.mark.parametrize("name", ["a.pdf", "a.docx", "a.eml", "a.mbox", "a.warc", "a.xml", "a.zip"])
def test_damage_is_told_as_such(tmp_path: Path, name: str) -> None:
    mail = making.message(TITLE, TEXT, html=PAGE).as_bytes()
    whole = {
        "a.pdf": making.pdf([[TITLE, FIRST]]), "a.docx": making.word(TITLE, [FIRST]), "a.eml": mail,
        "a.mbox": b"From me\n" + mail + b"\n\nFrom me\n" + mail, "a.warc": making.warc(RECORDS[:2]),
        "a.xml": making.feed(ENTRIES), "a.zip": making.packed({"a.txt": TEXT.encode(), "b.html": PAGE.encode()}),
    }[name]
    chance = random.Random(5)
    for _ in range(60):
        data = bytearray(whole)
        for _ in range(chance.choice([1, 5, 40])):
            at = chance.randrange(len(data))
            data[at : at + chance.choice([0, 1, 30])] = chance.randbytes(chance.choice([0, 1, 9]))
        path = written(tmp_path / name, bytes(data))
        with suppress(UnreadableError):
            documents, _ = told(path)
            assert all(document.text.strip() for document in documents)
