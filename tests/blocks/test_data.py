"""The layout data: its examples match, its counter-examples do not, and it is as its schema says."""

import re
from typing import Any

import pytest

from hcoop import lexicon, schema
from hcoop.blocks.layout import compile_layout
from hcoop.text import fold, unmark

LAYOUT = lexicon.load()["layout"]
ENTRIES = [pytest.param(role, entry, fold, id=entry["pattern"][:40]) for role, entries in LAYOUT["lines"].items()
           for entry in entries]
ENTRIES += [pytest.param("", entry, unmark if part == "teasers" else fold, id=entry["pattern"][:40])
            for part in ("digests", "indexes", "author_notes", "record", "teasers") for entry in LAYOUT[part]]


@pytest.mark.parametrize(("role", "entry", "form"), ENTRIES)
def test_examples(role: str, entry: dict[str, Any], form: Any) -> None:
    pattern = re.compile(entry["pattern"])
    assert [text for text in entry["examples"] if not pattern.match(form(text))] == []
    assert [text for text in entry.get("not", []) if pattern.match(form(text))] == []


@pytest.mark.parametrize("role", LAYOUT["lines"])
def test_no_body_line_looks_like_another_role(role: str) -> None:
    layout = compile_layout(lexicon.load())
    lines = [text for entry in LAYOUT["lines"][role] for text in entry["examples"]]
    assert all(layout.role_of(fold(line)) for line in lines)


@pytest.mark.parametrize("name", ["layout", "outlets"])
def test_schema(name: str) -> None:
    assert schema.validator(f"data/{name}").errors(lexicon.load()[name]) == []


def test_marks_are_one_outlets() -> None:
    marks = [fold(mark) for outlet in lexicon.load()["outlets"] for mark in {fold(m) for m in outlet["marks"]}]
    assert sorted(marks) == sorted(set(marks))
