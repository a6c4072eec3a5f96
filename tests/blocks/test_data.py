"""The layout data: its examples match, its counter-examples do not, and it is as its schema says."""

from typing import Any

import pytest

from hcoop import lexicon, schema
from hcoop.blocks.examples import failing_examples
from hcoop.blocks.layout import compile_layout
from hcoop.lexicon import Lexicon
from hcoop.text import fold

LAYOUT = lexicon.load()["layout"]


def test_examples() -> None:
    assert list(failing_examples(lexicon.load())) == []


class Broken(Lexicon):
    """A lexicon whose first pattern of navigation is what a test says."""

    def __init__(self, **entry: Any) -> None:
        lines = {**LAYOUT["lines"], "nav": [entry]}
        self._content = {**LAYOUT, "lines": lines}

    def __getitem__(self, name: str) -> Any:
        return self._content


@pytest.mark.parametrize(("entry", "where"), [
    ({"pattern": "home", "examples": ["Home", "House"]}, "/lines/nav/0/examples/1"),
    ({"pattern": "home", "examples": ["Home"], "not": ["Homes"]}, "/lines/nav/0/not/0"),
    ({"pattern": ".*home", "examples": ["At home"], "has": ["house"]}, "/lines/nav/0/examples/0"),
])
def test_examples_that_fail(entry: dict[str, Any], where: str) -> None:
    assert [failure.where for failure in failing_examples(Broken(**entry))] == [where]


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
