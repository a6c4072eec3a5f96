"""The data in the page: exact evidence, a size that is kept, and the same bytes each time."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reports import SIGNING, store_of, written

from hcoop import lexicon
from hcoop.output.clean import clean
from hcoop.output.report import payload as made
from hcoop.output.report.passages import Passages, cited_spans, passages_of
from hcoop.query.filters import make_filter
from hcoop.query.report import report
from hcoop.store.read import Store

AROUND = [None, 300, 40, 0]


@pytest.fixture
def always_packed(monkeypatch):
    monkeypatch.setattr(made, "_PLAIN", 0)


@pytest.fixture(scope="module")
def told(gold_store):
    with Store(gold_store) as store:
        return report(store, make_filter(store, {}), lexicon.load())


def units(text, start, length):
    """Return a stretch of a text by UTF-16 code units, as JavaScript cuts it."""
    return text.encode("utf-16-le")[2 * start:2 * (start + length)].decode("utf-16-le")


@pytest.mark.parametrize("around", AROUND)
def test_evidence_in_the_page_is_the_quote(told, around):
    cited = cited_spans(told.events)
    passages = Passages(cited, told.articles, around)
    texts = [p if isinstance(p, str) else p[0] for identity in cited for p in passages.written(identity)]
    last = 0
    for event, steps in zip(told.events, passages.evidence(told.events), strict=True):
        found = []
        for at in range(0, len(steps), 3):
            last += steps[at]
            found.append(texts[last] if len(steps) == 1 else units(texts[last], steps[at + 1], steps[at + 2]))
        assert found == [clean(piece["quote"]) for piece in event["evidence"]]


@given(st.text(max_size=200), st.data(), st.sampled_from(AROUND))
def test_any_text_keeps_its_evidence(text, data, around):
    cuts = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=6)))
    spans = list(zip(cuts[::2], cuts[1::2], strict=False))
    for passage in passages_of({"text": text, "asides": []}, spans, around) if spans else []:
        for (start, end), (first, last) in passage.marks.items():
            assert units(passage.text, first, last - first) == clean(text[start:end])


def test_a_passage_says_more_than_its_evidence_and_ends_with_words():
    text = "One two three. Four five six. Seven eight nine."
    (passage,) = passages_of({"text": text, "asides": []}, [(15, 29)], 10)
    assert passage.text == "three. Four five six. Seven"
    assert list(passage.marks.values()) == [(7, 21)]


def test_lines_that_are_no_part_of_the_story_are_known():
    text = "menu\nStory begins.\nmore stories"
    (passage,) = passages_of({"text": text, "asides": [(0, 4), (19, 31)]}, [(5, 18)], None)
    assert passage.asides == [0, 2]


@pytest.mark.parametrize("size", [2.0, 0.25, 0.18])
def test_the_page_keeps_to_its_size(gold_store, tmp_path, size):
    page = written(tmp_path / "page.html", "--db", str(gold_store), "--size", str(size))
    assert page.stat().st_size <= size * 1e6


def test_a_page_that_cannot_be_so_small_has_all_events_and_says_so(gold_store, tmp_path, run):
    ran = run("report", str(tmp_path / "page.html"), "--db", str(gold_store), "--size", "0.1")
    assert ran.status == 0
    assert "that is more than the 0.1 MB asked for" in ran.err


@pytest.mark.usefixtures("always_packed")
def test_little_room_leaves_passages_and_says_so(look, gold_store, tmp_path, run):
    path = tmp_path / "page.html"
    whole = written(path, "--db", str(gold_store)).stat().st_size
    ran = run("report", str(path), "--db", str(gold_store), "--size", f"{whole / 1e6 - 0.01:.3f}")
    assert "with whole articles it is more than 0." in ran.err
    page = look(path)
    assert "not the whole articles" in page.inner_text("footer")
    assert page.inner_text("#count").split()[0] == page.inner_text(".figures div:first-child dd")
    page.locator("#rows .toggle").first.click()
    assert page.locator("blockquote mark").count() >= 1
    assert page.locator("summary").count() == 0
    assert "…" in page.locator("blockquote").first.inner_text()


def test_packed_and_plain_pages_show_the_same(look, gold_store, tmp_path, monkeypatch):
    plain = look(written(tmp_path / "plain.html", "--db", str(gold_store)))
    monkeypatch.setattr(made, "_PLAIN", 0)
    packed = look(written(tmp_path / "packed.html", "--db", str(gold_store)))
    assert "data-packed" in (tmp_path / "packed.html").read_text("utf-8")
    assert packed.inner_text("main") == plain.inner_text("main")


def test_plain_data_are_json_for_other_programs(toy_store, tmp_path):
    html = written(tmp_path / "page.html", "--db", str(toy_store)).read_text("utf-8")
    data = json.loads(re.search(r'<script type="application/json" id="data">(.*?)</script>', html)[1])
    assert len(data["ids"]) == 12 * len(data["events"]["type"])
    assert {city for city, _ in data["city"]} >= {"Hue"}


def test_the_same_corpus_gives_the_same_bytes(toy_store, tmp_path):
    pages = [written(tmp_path / f"{n}.html", "--db", str(toy_store)).read_bytes() for n in range(2)]
    assert pages[0] == pages[1]
    assert str(tmp_path).encode() not in pages[0]


def test_a_brief_says_what_it_is_about(toy_store, tmp_path):
    html = written(tmp_path / "brief.html", "--db", str(toy_store), "--country", "Japan", "--title", "Japan & us")
    html = html.read_text("utf-8")
    assert "<h1>Japan &amp; us</h1>" in html
    assert "<span>Country <b>Japan</b></span>" in html


def test_paths_on_this_machine_stay_here(tmp_path):
    (tmp_path / "secret").mkdir()
    store = store_of(tmp_path / "secret", {"text": SIGNING, "published": "2019-03-13"})
    assert b"secret" not in written(tmp_path / "page.html", "--db", str(store)).read_bytes()


def test_an_old_report_stays_until_the_new_one_is_whole(toy_store, tmp_path, run):
    page = tmp_path / "page.html"
    page.write_text("old")
    assert run("report", str(page), "--db", str(tmp_path / "none.db")).status == 1
    assert page.read_text() == "old"
    assert run("report", str(tmp_path / "no/such/folder.html"), "--db", str(toy_store)).status == 1
    assert [path.name for path in Path(tmp_path).iterdir()] == ["page.html"]
