"""Reports of real corpora, opened in a real browser: Debian's Chromium, driven by Playwright."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from hcoop.ingest import ingest

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))

from reports import written

import chromium

GOLD = Path(__file__).parents[1] / "gold/practice/texts"
Look = Callable[..., Any]


@pytest.fixture(scope="session")
def gold_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of the annotated practice texts as they are really extracted; not to be written."""
    store = tmp_path_factory.mktemp("report") / "gold.db"
    outcome = ingest(store, [GOLD], processes=1)
    assert outcome.events > 60
    return store


@pytest.fixture(scope="session")
def gold_events(gold_store: Path, tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    """The events of that store as `hcoop timeline` has them."""
    import hcoop

    with hcoop.open(gold_store) as corpus:
        return corpus.timeline()


@pytest.fixture(scope="session")
def gold_page(gold_store: Path) -> Path:
    """The report of that store."""
    return written(gold_store.with_name("gold.html"), "--db", str(gold_store))


@pytest.fixture(scope="package")
def browser() -> Iterator[Any]:
    """Chromium, without a window."""
    pytest.importorskip("playwright.sync_api", reason="Playwright is not installed (group dev)")
    if not chromium.where():
        pytest.skip("there is no Chromium: apt-get install chromium, or name one in CHROMIUM")
    with chromium.started() as browser:
        yield browser


@pytest.fixture
def look(browser: Any) -> Iterator[Look]:
    """Open a page and wait until it is ready; at the end nothing may have gone wrong or been asked of the network."""
    contexts, trouble = [], []

    def opened(path: Path, address: str = "", **options: Any) -> Any:
        context = browser.new_context(reduced_motion="reduce", **options)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: trouble.append(message.text) if message.type in ("error", "warning") else 0)
        page.on("pageerror", lambda error: trouble.append(str(error)))
        page.on("dialog", lambda dialog: trouble.append(f"dialog {dialog.message}"))
        page.on("request", lambda request: trouble.append(request.url) if request.resource_type != "document" else 0)
        page.goto(path.resolve().as_uri() + address)
        if options.get("java_script_enabled", True):
            page.wait_for_function(chromium.READY)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert trouble == []
