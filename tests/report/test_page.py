"""What a reader does with the page: search, filter, sort, open, turn, follow links, with the mouse and with keys."""

import pytest
from reports import SIGNING, written

from hcoop.ingest import ingest
from hcoop.text import fold

ROWS = "#rows tr.event"


def shown(page):
    """Return the number of events that the page says are left."""
    return int(page.inner_text("#count").split()[0].replace(",", ""))


def search(page, query):
    page.fill("#q", query)
    page.wait_for_function("text => new URLSearchParams(location.hash.slice(1)).get('q') === text", arg=query)


def test_the_figures_are_those_of_the_register(look, gold_page, gold_events):
    page = look(gold_page)
    assert page.inner_text(".figures div:first-child dd") == str(len(gold_events))
    assert shown(page) == len(gold_events)
    assert page.locator(ROWS).count() == min(50, len(gold_events))
    codes = {code for event in gold_events for code in event["countries"]}
    assert page.locator("#country option").count() == len(codes) + 1


@pytest.mark.parametrize("field", ["country", "city", "type", "topic", "status"])
def test_a_filter_leaves_the_events_that_have_the_value(look, gold_page, gold_events, field):
    page = look(gold_page)
    value = page.locator(f"#{field} option").nth(2).get_attribute("value")
    page.select_option(f"#{field}", value)
    of = {"country": "countries", "topic": "topics"}.get(field, field)
    wanted = [e for e in gold_events if value in (e[of] if isinstance(e[of], list) else [e[of]])]
    assert shown(page) == len(wanted) > 0
    assert page.locator(ROWS).count() == min(50, len(wanted))
    page.click("#chips button")
    assert shown(page) == len(gold_events)


def test_filters_are_joined_by_and(look, gold_page, gold_events):
    page = look(gold_page)
    page.select_option("#type", "agreement")
    page.select_option("#country", "KR")
    wanted = [e for e in gold_events if e["type"] == "agreement" and "KR" in e["countries"]]
    assert shown(page) == len(wanted)
    page.click("text=Clear all")
    assert shown(page) == len(gold_events)


def test_search_finds_words_phrases_and_names_without_their_marks(look, gold_page, gold_events):
    page = look(gold_page)

    def told(event):
        return fold(" ".join(piece["quote"] for piece in event["evidence"]))

    search(page, '"memorandum of understanding"')
    assert shown(page) >= sum("memorandum of understanding" in told(event) for event in gold_events) > 0
    few = shown(page)
    search(page, '"memorandum of understanding" -nurses')
    assert 0 < shown(page) <= few
    search(page, "Huế")
    marked = shown(page)
    search(page, "hue")
    assert shown(page) == marked > 0
    search(page, "no such words anywhere")
    assert shown(page) == 0
    assert "No event fits" in page.inner_text("#rows")
    page.click("text=Clear the filters")
    assert shown(page) == len(gold_events)


@pytest.mark.parametrize("key", ["who", "type", "city", "status", "source"])
def test_a_heading_sorts_both_ways_with_what_is_unknown_last(look, gold_page, key):
    page = look(gold_page)
    texts = {}
    for direction in ("ascending", "descending"):
        page.click(f'th[data-sort="{key}"] button')
        assert page.get_attribute(f'th[data-sort="{key}"]', "aria-sort") == direction
        assert page.locator("th[aria-sort]").count() == 1
        column = {"who": ".what .toggle"}.get(key, f".{key}")
        texts[direction] = page.locator(f"{ROWS} {column}").all_inner_texts()
    assert texts["ascending"] != texts["descending"]
    known = [fold(text) for text in texts["ascending"] if text != "not told"]
    assert known[0] == min(known)
    assert all(text == "not told" for text in texts["ascending"][len(known):])


def test_dates_stand_newest_first_and_the_undated_last_in_either_direction(look, gold_page, gold_events):
    page = look(gold_page)
    assert page.get_attribute('th[data-sort="date"]', "aria-sort") == "descending"
    page.click('th[data-sort="date"] button')
    assert page.get_attribute('th[data-sort="date"]', "aria-sort") == "ascending"
    ids = page.locator(ROWS).evaluate_all("rows => rows.map((row) => row.id.slice(2))")
    assert ids == [event["id"] for event in gold_events][:50]


def test_the_register_is_turned_in_pages(look, gold_page, gold_events):
    page = look(gold_page)
    assert len(gold_events) > 50
    seen = page.locator(ROWS).evaluate_all("rows => rows.map((row) => row.id)")
    while page.is_enabled("#next"):
        page.click("#next")
        seen += page.locator(ROWS).evaluate_all("rows => rows.map((row) => row.id)")
    assert sorted(seen) == sorted(f"e-{event['id']}" for event in gold_events)
    page.click("#first")
    assert page.inner_text("#page").startswith("Page 1 of ")
    assert page.is_disabled("#previous")


def test_a_year_a_month_and_the_undated_are_chosen_in_the_timeline(look, gold_page, gold_events):
    page = look(gold_page)
    bar = page.locator("#years button:enabled").first
    year, total = bar.get_attribute("aria-label").split(":")[0], bar.locator(".total").inner_text()
    bar.click()
    assert shown(page) == int(total)
    assert page.inner_text("#chips").startswith(year)
    assert page.locator("#years .tick").all_inner_texts()[:3] in (["Jan", "Feb", "Mar"], ["no month", "Jan", "Feb"])
    page.click("#chips button")
    page.click("#years .undated button")
    undated = [event for event in gold_events if not event["date"] or event["date"].startswith("XXXX")]
    assert shown(page) == len(undated)


def test_a_cell_of_the_matrix_a_partner_and_a_dot_of_the_map_filter(look, gold_page):
    page = look(gold_page)
    cell = page.locator("#matrix button").first
    events = int(cell.inner_text())
    cell.click()
    assert shown(page) == events
    page.click("text=Clear all")
    page.locator("#partner-list button").first.click()
    assert shown(page) == int(page.locator("#partner-list .count").first.inner_text().split()[0])
    page.click("#chips button")
    page.locator("#map .dot").first.click(force=True)
    assert shown(page) < page.evaluate("Number(document.querySelector('.figures dd').textContent)")


def test_every_event_opens_to_exactly_its_evidence(look, gold_page, gold_events):
    page = look(gold_page)
    page.emulate_media(media="print")  # where all stand open
    page.wait_for_function("n => document.querySelectorAll('#rows .detail').length === n", arg=len(gold_events))
    opened = page.evaluate(
        """() => [...document.querySelectorAll('#rows .detail')].map((detail) => [detail.id.slice(2),
          [...detail.querySelectorAll('blockquote mark')].map((mark) => mark.textContent).join(' '),
          [...detail.querySelectorAll('dd code')].map((code) => code.textContent)])"""
    )
    found = {identity: (set(lit.split()), codes) for identity, lit, codes in opened}
    for event in gold_events:
        lit, codes = found[event["id"]]
        assert lit == {word for piece in event["evidence"] for word in piece["quote"].split()}
        assert codes == [code for code in (event["date"], event["id"]) if code]


def test_an_address_opens_an_event_on_whichever_page_it_stands(look, gold_page, gold_events):
    event = gold_events[len(gold_events) // 2]["id"]
    page = look(gold_page, f"#event={event}")
    assert page.is_visible(f"#d-{event} blockquote mark")
    assert page.evaluate("document.activeElement.closest('tr').id") == f"e-{event}"


def test_the_whole_article_opens_at_the_words_of_the_event(look, gold_page):
    page = look(gold_page)
    page.locator("#rows .toggle").first.click()
    page.locator("summary").first.click()
    article = page.locator(".article").first
    article.locator("mark").first.wait_for()
    assert len(article.inner_text()) > 500
    mark, frame = article.locator("mark").first.bounding_box(), article.bounding_box()
    assert frame["y"] <= mark["y"] < frame["y"] + frame["height"]


def test_a_choice_is_in_the_address_and_comes_back_with_it(look, gold_page):
    page = look(gold_page)
    page.select_option("#type", "agreement")
    page.click('th[data-sort="city"] button')
    left, address = shown(page), page.url.partition("#")[2]
    again = look(gold_page, f"#{address}")
    assert shown(again) == left
    assert again.input_value("#type") == "agreement"
    assert again.get_attribute('th[data-sort="city"]', "aria-sort") == "ascending"
    again.click("nav a[href='#partners']")
    assert shown(again) == left


DAMAGED = ["#sort=__proto__", "#look=constructor", "#sort=-toString&look=__proto__", "#event=000000000000", "#%00=&&="]


@pytest.mark.parametrize("address", DAMAGED)
def test_an_address_that_is_damaged_does_no_harm(look, gold_page, gold_events, address):
    assert shown(look(gold_page, address)) == len(gold_events)


def test_an_address_may_ask_for_what_is_not_there(look, gold_page):
    assert shown(look(gold_page, "#country=Atlantis")) == 0


def test_all_can_be_done_with_the_keyboard(look, gold_page):
    page = look(gold_page)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the register"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('th').dataset.sort") == "date"
    page.keyboard.press("Space")
    assert page.get_attribute('th[data-sort="date"]', "aria-sort") == "ascending"
    for _ in range(6):
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "toggle"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.getAttribute('aria-expanded')") == "true"
    assert page.locator(".detail").count() == 1
    page.keyboard.press("Enter")
    assert page.locator(".detail").count() == 0
    page.focus("#topics button")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.closest('#topics') !== null")
    assert page.locator("#chips button").count() == 1
    page.focus("#chips button")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "q"


def test_evidence_from_a_file_with_pages_names_the_page(look, tmp_path):
    from fpdf import FPDF

    paper = FPDF()
    paper.set_font("Helvetica", size=11)
    guests = "The city of Hue received many guests this week, and its hospitals were full of visitors from everywhere. "
    for text in ("Hue hosts visitors", guests * 3), (SIGNING, guests * 3):
        paper.add_page()
        for paragraph in text:
            paper.multi_cell(0, 6, paragraph, new_x="LMARGIN", new_y="NEXT")
            paper.ln(4)
    (tmp_path / "paper.pdf").write_bytes(bytes(paper.output()))
    ingest(tmp_path / "own.db", [tmp_path / "paper.pdf"], processes=1)
    page = look(written(tmp_path / "page.html", "--db", str(tmp_path / "own.db")))
    page.locator("#rows .toggle").first.click()
    assert "page 2" in page.inner_text("figcaption")
