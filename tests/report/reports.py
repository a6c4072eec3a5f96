"""Reports and stores for the tests of this folder."""

import json
from pathlib import Path
from typing import Any

from hcoop.cli.ending import end_with
from hcoop.ingest import ingest

SIGNING = "Hue Central Hospital and the University of Sydney signed a memorandum of understanding on nursing on Monday."


def written(page: Path, *arguments: str) -> Path:
    """Write a report with the command line and return its path."""
    assert end_with(["report", str(page), *arguments]) == 0
    return page


def store_of(folder: Path, *articles: dict[str, Any]) -> Path:
    """Return a store of articles given as JSON lines."""
    lines = folder / "articles.jsonl"
    lines.write_text("".join(json.dumps(article) + "\n" for article in articles), "utf-8")
    outcome = ingest(folder / "own.db", [lines], processes=1)
    assert outcome.articles == len(articles)
    assert outcome.events
    return folder / "own.db"
