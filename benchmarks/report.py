#!/usr/bin/env python3
"""How large a report is, how long it takes to write, and how fast it answers in Chromium.

usage: report.py [--articles 5 10000] [--db STORE] [--images FOLDER]

For 5 articles the seeds in data/articles are taken, for another number that many articles mixed from sentences of the
annotated texts; --db measures a store that is there. --images writes the pictures of the README instead.
"""

import argparse
import json
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from time import perf_counter
from typing import Any

import chromium
from hcoop.cli.ending import end_with
from hcoop.ingest import ingest
from mixing import mixed

ROOT = Path(__file__).parents[1]
SEEDS = 5
PHONE = {"viewport": {"width": 390, "height": 844}, "device_scale_factor": 2}
DESK = {"viewport": {"width": 1240, "height": 1990}}
SHEET = {"viewport": {"width": 1240, "height": 640}, "color_scheme": "dark"}
PAINTED = "() => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))"


def options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, nargs="+", default=[SEEDS, 10_000])
    parser.add_argument("--db", type=Path, help="a store to measure instead")
    parser.add_argument("--images", type=Path, help="the folder for pictures of the seeds' report")
    return parser.parse_args()


def store_of(articles: int, folder: Path) -> Path:
    """Make the store of so many articles and return its path."""
    store = folder / f"{articles}.db"
    if articles == SEEDS:
        ingest(store, [ROOT / "data/articles"])
        return store
    lines = folder / f"{articles}.jsonl"
    with lines.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(article) + "\n" for article in mixed(articles))
    ingest(store, [lines])
    return store


def timed(what: str, act: Callable[[], object]) -> Any:
    start = perf_counter()
    found = act()
    print(f"  {what:<28} {perf_counter() - start:6.2f} s")
    return found


def measured(store: Path, folder: Path) -> None:
    """Write the report of a store, then do in a browser what a reader does."""
    page = folder / "report.html"
    timed("written", lambda: end_with(["report", str(page), "--db", str(store)]))
    with chromium.started() as browser:
        tab = timed("opened and ready", lambda: chromium.opened(browser.new_context(), page))
        for what, act in deeds(tab):
            timed(what, lambda act=act: (act(), tab.evaluate(PAINTED)))


def deeds(tab: Any) -> Iterator[tuple[str, Callable[[], object]]]:
    yield "a country chosen", lambda: tab.select_option("#country", index=1)
    yield "all countries again", lambda: tab.select_option("#country", "")
    yield "first search", lambda: searched(tab, "nurses training")
    yield "second search", lambda: searched(tab, "hospital")
    yield "search cleared", lambda: searched(tab, "")
    yield "sorted by who with whom", lambda: tab.click('th[data-sort="who"] button')
    yield "sorted by date", lambda: tab.click('th[data-sort="date"] button')
    yield "an event opened", lambda: tab.click("#rows .toggle >> nth=0")


def searched(tab: Any, words: str) -> None:
    """Search, and wait for the answer; the page itself waits 0.25 s for more letters where there are many events."""
    tab.fill("#q", words)
    tab.wait_for_function("words => (new URLSearchParams(location.hash.slice(1)).get('q') ?? '') === words", arg=words)


def pictures(store: Path, folder: Path, images: Path) -> None:
    """Write the pictures of the README."""
    page = folder / "report.html"
    end_with(["report", str(page), "--db", str(store)])
    with chromium.started() as browser:
        desk = chromium.opened(browser.new_context(reduced_motion="reduce", **DESK), page)
        desk.screenshot(path=images / "report.png")
        event = desk.get_attribute("#rows tr.event >> nth=4", "id")[2:]
        dark = browser.new_context(reduced_motion="reduce", **SHEET)
        chromium.opened(dark, page, f"#event={event}").screenshot(path=images / "report-evidence.png")
        phone = browser.new_context(reduced_motion="reduce", **PHONE)
        chromium.opened(phone, page).screenshot(path=images / "report-phone.png")


def main() -> None:
    chosen = options()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if chosen.images:
            pictures(store_of(SEEDS, folder), folder, chosen.images)
            return
        for store in [chosen.db] if chosen.db else [store_of(number, folder) for number in chosen.articles]:
            print(store.name if chosen.db else f"{store.stem} articles")
            measured(store, folder)


if __name__ == "__main__":
    main()
