"""Inputs into partitions: every line once, under its number; a change of one input changes few partitions."""

import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hcoop.dataset.inputs import Input, find
from hcoop.dataset.lines import Stretch, count
from hcoop.dataset.partitions import partitions, stretches

BY = ("made by this",)


def keys(inputs, target=100_000, made_by=BY):
    return [one.key for one in partitions(inputs, target, {}, made_by)]


@pytest.fixture
def press():
    return [Input(f"press/{number:04}.txt", f"/press/{number:04}.txt", 2500, "2500 1") for number in range(400)]


@settings(deadline=None)
@given(st.lists(st.sampled_from([b"a", b"bc", b"\n", b"\r\n", b"long " * 9])).map(b"".join), st.integers(1, 60))
def test_each_line_is_in_one_stretch_under_its_number(tmp_path_factory, data, target):
    path = tmp_path_factory.getbasetemp() / "lines.jsonl"
    path.write_bytes(data)
    found = Input("lines.jsonl", str(path), len(data), "1")
    cut = stretches(len(data), target)
    lines = {found: [count(found, *part) for part in cut]}
    told = []
    for one in partitions([found], target, lines, BY) if len(data) > target else ():
        (piece,) = one.pieces
        stretch, number = Stretch(io.BytesIO(data), piece.start, piece.end), piece.before
        while line := stretch.readline():
            number += 1
            told.append((number, line))
    if len(data) > target:
        assert told == list(enumerate(io.BytesIO(data), 1))


def test_one_file_more_changes_one_partition_or_cuts_it(press):
    before = keys(press)
    assert 8 < len(before) < 40
    more = Input("press/0100b.txt", "/press/0100b.txt", 2500, "2500 1")
    after = keys([*press[:101], more, *press[101:]])
    assert len(set(after) - set(before)) in (1, 2)
    assert len(set(before) - set(after)) in (1, 2)


@pytest.mark.parametrize("state", ["2500 2", "2501 1"])
def test_a_changed_file_changes_its_partition_alone(press, state):
    changed = [*press[:9], Input("press/0009.txt", "/press/0009.txt", 2500, state), *press[10:]]
    assert len(set(keys(changed)) - set(keys(press))) == 1


def test_another_extractor_changes_all(press):
    assert not set(keys(press)) & set(keys(press, made_by=("made by another",)))


def test_a_large_file_is_a_partition_by_itself(press):
    large = Input("press/a.warc", "/press/a.warc", 1_000_000, "1")
    found = list(partitions([*press[:3], large, *press[3:6]], 100_000, {}, BY))
    assert [len(one.pieces) for one in found] == [3, 1, 3]


def test_files_are_found_once_in_the_order_of_names(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("press/b.txt", "press/a/1.html", "press/.hidden.txt", "press/picture.png", "other.jsonl"):
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text("text")
    Path("bad-\udcff.txt").write_text("text")
    missing = []
    found = list(find(["other.jsonl", "press", "press/b.txt", "nowhere", "bad-\udcff.txt"], missing.append))
    assert [one.name for one in found] == ["other.jsonl", "press/a/1.html", "press/b.txt"]
    assert [one.place for one in found] == [str(tmp_path / one.name) for one in found]
    assert [str(error) for error in missing] == [
        "nowhere does not exist", "the name of bad-\udcff.txt is no UTF-8"
    ]
