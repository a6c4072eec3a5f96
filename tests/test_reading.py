"""From files of other formats to the register: what is read is stored, found and cited."""

import json
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent / "readers"))

import making

from hcoop.ingest import ingest
from hcoop.store.read import Store

DB = Path("it.db")
NEWS = ("On Monday, Cho Ray Hospital and the University of Sydney signed a memorandum of understanding on nursing in "
        "Ho Chi Minh City, the hospital said in a statement that it gave to the press on Tuesday morning.")
TOWNS = ("Alpha", "Beta", "Gamma", "Delta", "Epsilon")
OTHER = (
    "The weather was fine on the first day of the fair, and the streets of the old town were full until late at night. "
    "Traders from villages around it had brought fruit, cloth and pottery, which sold well, as they told us.\n\n"
    "The fair will be held again next spring, when the new market hall is to be ready, said the head of the district. "
    "He thanked the volunteers, who had worked for weeks to make the square clean and safe for all who came to it."
)


def test_evidence_names_its_page(tmp_path, monkeypatch, run):
    monkeypatch.chdir(tmp_path)
    Path("review.pdf").write_bytes(making.pdf([["A review of the press", OTHER], [NEWS], [OTHER]]))
    (line,) = run("extract", "review.pdf").out.splitlines()
    found = json.loads(line)
    (event,) = found["events"]
    (evidence,) = event["evidence"]
    text, pages = found["article"]["text"], found["article"]["pages"]
    assert (evidence["page"], len(pages)) == (2, 3)
    assert pages[1] <= evidence["start"] < evidence["end"] <= pages[2]
    assert text[evidence["start"]:evidence["end"]] == evidence["quote"]
    ingest(DB, [Path("review.pdf")])
    assert "page 2" in run("show", event["id"], "--db", "it.db").out
    assert "1 unchanged" in run("ingest", "review.pdf", "--db", "it.db").out
    Path("review.pdf").unlink()
    assert "1 extracted again" in run("ingest", "--rebuild", "--db", "it.db").out
    (again,) = json.loads(run("timeline", "--json", "--db", "it.db").out)
    assert again["evidence"][0]["page"] == 2


def test_a_folder_of_many_formats(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("press").mkdir()
    titles = {name: f"Health officials visit the fair of {town}" for name, town in zip("abcde", TOWNS, strict=True)}
    paper = making.pdf([[titles["c"], OTHER], ["The end."]])
    page = f"<h1>{titles['d']}</h1><p>{OTHER}".encode()
    entry = {"url": "https://paper.example/2", "title": titles["e"], "summary": OTHER}
    html = {"Content-Type": "text/html"}
    files = {
        "a.docx": making.word(titles["a"], [OTHER]),
        "b.eml": making.message(titles["b"], OTHER, attached={"c.pdf": paper}).as_bytes(),
        "d.warc.gz": making.warc([("https://paper.example/1", page, "200 OK", html)], packed=True),
        "e.xml": making.feed([{**entry, "published": "2020-01-02T03:04:05+07:00"}]),
        "f.zip": making.packed({"g.txt": OTHER.encode()}),
        "broken.pdf": b"%PDF-1.7 and no more",
    }
    for name, data in files.items():
        Path("press", name).write_bytes(data)
    outcome = ingest(DB, [Path("press")])
    assert (outcome.new, outcome.articles, outcome.without_article) == (5, 6, 0)
    assert [error.message.partition(" ")[0] for error in outcome.rejected] == ["press/broken.pdf"]
    with Store(DB) as store:
        rows = store.rows("SELECT title, published, path FROM articles WHERE canonical ORDER BY path")
    assert [(row["title"], row["published"]) for row in rows] == [
        (titles["a"], None), (titles["b"], "2020-03-04T23:30"), (titles["c"], None), (titles["d"], None),
        (titles["e"], "2020-01-02T03:04"), (None, None)]
    assert [row["path"].removeprefix("press/") for row in rows] == [
        "a.docx", "b.eml", "b.eml/c.pdf", "d.warc.gz:1", "e.xml:1", "f.zip/g.txt"]
    assert ingest(DB, [Path("press")]).unchanged == 5


@pytest.mark.usefixtures("work_dir")
def test_a_message_with_its_own_date_keeps_it(run):
    text = f"A pact in the south\n\nPublished: 3 May 2019\n\n{NEWS}\n\n{OTHER}"
    Path("a.eml").write_bytes(making.message("A pact in the south", text).as_bytes())
    (line,) = run("extract", "a.eml").out.splitlines()
    assert json.loads(line)["article"]["published"] == "2019-05-03"


VIETNAMESE = (
    "Bệnh viện Chợ Rẫy và Đại học Sydney đã ký kết biên bản ghi nhớ về đào tạo điều dưỡng tại TP Hồ Chí Minh.\n\n"
    "Theo đó, các điều dưỡng của bệnh viện sẽ được tập huấn tại Úc trong ba năm, với những khóa học về hồi sức.\n"
)


def test_what_is_not_english_is_stored_and_found_but_not_extracted(tmp_path, monkeypatch, run):
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(VIETNAMESE, "utf-8")
    Path("b.txt").write_text(f"{NEWS}\n\n{OTHER}", "utf-8")
    ran = run("ingest", "a.txt", "b.txt", "--db", "it.db")
    assert "2 new, 1 stored but not extracted (vi), 0 rejected; the store holds 2 articles, 1 event" in ran.out
    (found,) = json.loads(run("search", "Chợ Rẫy điều dưỡng", "--json", "--db", "it.db").out)
    assert "đào tạo điều dưỡng" in found["snippet"]["text"]
    (article,) = json.loads(run("show", found["id"], "--format", "json", "--db", "it.db").out.join("[]"))
    assert (article["language"], article["events"], article["organisations"]) == ("vi", [], [])
    told = json.loads(run("ingest", "--rebuild", "--json", "--db", "it.db").out)
    assert told["not_extracted"] == {"vi": 1}
