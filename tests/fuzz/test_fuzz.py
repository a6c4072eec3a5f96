"""What is fuzzed keeps its promises: for what Hypothesis makes up, and for what once broke one of them."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from targets import TARGETS

HERE = Path(__file__).parent
KEPT = sorted(path for path in (HERE / "kept").rglob("*") if path.is_file())


@pytest.mark.parametrize("name", TARGETS)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.binary(max_size=400))
def test_promises_hold(name, data):
    TARGETS[name](data)


@pytest.mark.parametrize("path", KEPT, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_what_once_broke_a_promise_does_so_no_more(path):
    TARGETS[path.parent.name](path.read_bytes())


def test_something_is_kept():
    assert {path.parent.name for path in KEPT} >= {"html", "text", "events", "dates"}
