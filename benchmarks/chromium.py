"""Chromium without a window, for the benchmark of the report and its tests; the system's own, by Playwright."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

# As root and without a network; Playwright gives each start an empty profile of its own.
FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)
READY = "() => document.documentElement.classList.contains('ready')"


def where() -> str | None:
    """Return the path of Chromium, which the variable CHROMIUM may tell; null if there is none."""
    return os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")


@contextmanager
def started() -> Iterator[Any]:
    """Give a Chromium that is started, and close it."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only what opens a browser needs it

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=where(), args=list(FLAGS))
        try:
            yield browser
        finally:
            browser.close()


def opened(context: Any, page: Path, address: str = "") -> Any:
    """Open a report in a context of a browser and return it when it can be used."""
    tab = context.new_page()
    tab.goto(page.resolve().as_uri() + address)
    tab.wait_for_function(READY)
    return tab
