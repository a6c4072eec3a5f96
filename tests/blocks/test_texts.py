"""Every class of page layout, in texts of our own: fields of the header and the role of each line."""

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml

from hcoop import lexicon
from hcoop.blocks import articles, is_index
from hcoop.records import Document, Source

TEXTS = Path(__file__).parent / "texts"
FIELDS = ("title", "published", "author", "agency", "dateline", "section", "outlet")
CASES = [pytest.param(case, id=f"{path.stem}:{case['name']}")
         for path in sorted(TEXTS.glob("*.yaml")) for case in yaml.safe_load(path.read_text("utf-8"))]


def document(text: str, **stated: str) -> Document:
    return Document(text, Source(None, "", "text/plain", "utf-8"), **stated)


@pytest.mark.parametrize("case", CASES)
def test_layout(case: dict[str, Any]) -> None:
    found = articles(document(case["text"]), lexicon.load())
    assert [{name: value for name in FIELDS if (value := getattr(article, name))} for article in found] == [
        wanted["fields"] for wanted in case["articles"]]
    assert [[block.role for block in article.blocks] for article in found] == [
        wanted["roles"] for wanted in case["articles"]]
    assert is_index(document(case["text"]), lexicon.load()) == (not case["articles"])


@pytest.mark.parametrize("case", CASES)
def test_blocks_cover_the_text(case: dict[str, Any]) -> None:
    for article in articles(document(case["text"]), lexicon.load()):
        assert article.text == case["text"]
        bounds = [(block.start, block.end) for block in article.blocks]
        assert bounds == sorted(bounds)
        assert all(end <= start for (_, end), (start, _) in pairwise(bounds))
        covered = {at for start, end in bounds for at in range(start, end)}
        assert all(letter.isspace() or at in covered for at, letter in enumerate(case["text"]))


def test_each_class_has_two_texts() -> None:
    classes = {chr(letter) for letter in range(ord("a"), ord("t") + 1)}
    assert classes <= {path.stem[0] for path in TEXTS.glob("*-*.yaml")}
    assert all(len(yaml.safe_load(path.read_text("utf-8"))) >= 2 for path in TEXTS.glob("*.yaml"))
