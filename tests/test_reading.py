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
OTHER = (
    "The weather was fine on the first day of the fair, and the streets of the old town were full of people until late. "
    "Traders from the villages around had brought fruit, cloth and pottery, which sold well, as they told this paper.\n\n"
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
    files = {
        "a.docx": making.word("Alpha day", [OTHER]),
        "b.eml": making.message("Beta day", OTHER, attached={"c.pdf": making.pdf([["Gamma day", OTHER], ["The end."]])}).as_bytes(),
        "d.warc.gz": making.warc([("https://paper.example/1", f"<h1>Delta day</h1><p>{OTHER}".encode(), "200 OK",
                                   {"Content-Type": "text/html"})], packed=True),
        "e.xml": making.feed([{"url": "https://paper.example/2", "title": "Epsilon day", "summary": OTHER,
                               "published": "2020-01-02T03:04:05+07:00"}]),
        "f.zip": making.packed({"g.txt": f"Zeta day\n\n{OTHER}".encode()}),
        "broken.pdf": b"%PDF-1.7 and no more",
    }
    for name, data in files.items():
        Path("press", name).write_bytes(data)
    outcome = ingest(DB, [Path("press")])
    assert (outcome.new, outcome.articles, outcome.without_article) == (5, 6, 0)
    assert [error.message.partition(" ")[0] for error in outcome.rejected] == ["press/broken.pdf"]
    with Store(DB) as store:
        rows = store.rows("SELECT title, published, path FROM articles WHERE canonical ORDER BY path")
    assert [(row["title"], row["path"]) for row in rows][:5] == [
        ("Alpha day", "press/a.docx"), ("Beta day", "press/b.eml"), ("Gamma day", "press/b.eml/c.pdf"),
        ("Delta day", "press/d.warc.gz:1"), ("Epsilon day", "press/e.xml:1")]
    assert rows[5]["path"] == "press/f.zip/g.txt"
    assert [row["published"] for row in rows] == [None, "2020-03-04T23:30", None, None, "2020-01-02T03:04", None]
    assert ingest(DB, [Path("press")]).unchanged == 5


@pytest.mark.usefixtures("work_dir")
def test_a_message_with_its_own_date_keeps_it(run):
    text = f"A pact in the south\n\nPublished: 3 May 2019\n\n{NEWS}\n\n{OTHER}"
    Path("a.eml").write_bytes(making.message("A pact in the south", text).as_bytes())
    (line,) = run("extract", "a.eml").out.splitlines()
    assert json.loads(line)["article"]["published"] == "2019-05-03"
