"""The page on paper, in the dark, on a phone, for screen readers, and without scripts."""

import pytest
from reports import written

PHONES = [(320, 640), (390, 844)]


def accessible(page):
    """Return what axe-core finds, of any impact, as (rule, where)."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed (group dev)").Axe()
    rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    violations = axe.run(page, options={"runOnly": rules}).response["violations"]
    return [(v["id"], v["impact"], [node["target"] for node in v["nodes"]][:3]) for v in violations]


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 390)])
def test_axe_finds_nothing(look, gold_page, scheme, width):
    page = look(gold_page, color_scheme=scheme, viewport={"width": width, "height": 800})
    page.select_option("#type", "agreement")
    page.locator("#rows .toggle").first.click()
    page.locator("summary").first.click()
    assert accessible(page) == []


@pytest.mark.parametrize(("width", "height"), PHONES)
def test_a_phone_never_scrolls_sideways(look, gold_page, width, height):
    page = look(gold_page, viewport={"width": width, "height": height}, has_touch=True, is_mobile=True)
    page.locator("#rows .toggle").first.click()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    small = page.locator("#rows .toggle, #filters select, #filters input").evaluate_all(
        "all => all.filter((one) => one.getBoundingClientRect().height < 20).length"
    )
    assert small == 0


def test_it_is_dark_where_the_reader_is(look, gold_page):
    page = look(gold_page, color_scheme="dark")
    style = page.evaluate_handle("getComputedStyle(document.documentElement)")
    assert brightness(style.evaluate("style => style.backgroundColor")) < 40
    assert brightness(style.evaluate("style => style.color")) > 200


def brightness(colour):
    return sum(map(int, colour.removeprefix("rgb(").rstrip(")").split(",")[:3])) / 3


def test_paper_has_every_event_open_and_no_control(look, gold_page, gold_events):
    page = look(gold_page)
    page.select_option("#type", "agreement")
    page.emulate_media(media="print")
    agreements = [event for event in gold_events if event["type"] == "agreement"]
    page.wait_for_function("n => document.querySelectorAll('#rows .detail').length === n", arg=len(agreements))
    assert page.locator("blockquote mark").count() >= len(agreements)
    assert [name for name in ("nav", "#q", "#country", "#pager", ".skip", "summary") if page.is_visible(name)] == []
    assert page.is_visible("#chips")
    page.emulate_media(media="screen")
    page.wait_for_function("() => document.querySelectorAll('#rows .detail').length === 0")
    assert page.pdf().startswith(b"%PDF")


def test_a_mail_program_without_scripts_shows_the_events(look, gold_page, gold_events):
    page = look(gold_page, java_script_enabled=False)
    assert page.inner_text(".figures div:first-child dd") == str(len(gold_events))
    assert page.locator("article blockquote").count() >= min(100, len(gold_events))
    assert not page.is_visible("#filters")
    assert "the latest 100 of" in page.inner_text("main")


def test_corrections_and_what_is_unknown_are_shown(look, run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    run("ingest")
    event = run("timeline", "--limit", "1", "--format", "csv").out.splitlines()[1].split(",")[0]
    assert run("correct", event, "--set", "date=2016-01-20", "--note", "<b>as told</b>", "--by", "Lan").status == 0
    page = look(written(tmp_path / "page.html"), f"#event={event}")
    assert "corrected by a person" in page.locator(f"#e-{event} .date").text_content()
    told = page.locator(f"#d-{event}").inner_text()
    assert "Date: was 2016-01-19, by Lan on" in told
    assert "<b>as told</b>" in told
    assert page.locator("#rows .date .unknown").first.inner_text() == "no date told"
    assert "have no date that tells a year" in page.inner_text(".unsure")


def test_a_store_without_events_says_so(look, toy_store, tmp_path):
    page = look(written(tmp_path / "none.html", "--db", str(toy_store), "--since", "2090"))
    assert "no event that fits" in page.inner_text("#rows")
    assert page.inner_text("#count") == "0 events"
    assert accessible(page) == []
