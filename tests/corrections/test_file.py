"""The file of corrections: added to, taken from, read with its lines; what people wrote by hand stays."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hcoop.corrections.file import append, beside, read, remove
from hcoop.corrections.record import Anchor, Correction
from hcoop.errors import HcoopError

ANCHOR = Anchor(
    'signed: a memorandum # on "nursing"\n  in Huế', "On Monday ", " - they said", "0123456789ab", "a/b.txt"
)
DATE = Correction("", "event", "set", ANCHOR, "Lan", "2026-11-22", "null", "e1", "agreement", {"date": "2016-01-19"})
MERGE = Correction("", "person", "merge", ANCHOR, "Ngô, B.", "2026-11-23", None, "p1", None, {}, Anchor("Joel"))
DROP = Correction("", "article", "drop", ANCHOR, "true", "2026-11-23", "- not: health")


def test_what_is_written_is_read(tmp_path):
    path = tmp_path / "c.yaml"
    written = [append(path, correction) for correction in (DATE, MERGE, DROP, DROP)]
    assert read(path) == (written, [])
    assert len({correction.id for correction in written}) == 4
    assert [path.read_text("utf-8").splitlines()[c.line - 1] for c in written] == [f"- id: {c.id}" for c in written]


@given(st.text(st.characters(exclude_categories=["Cs"])), st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_any_text_is_kept(tmp_path_factory, value, words):
    path = tmp_path_factory.mktemp("any") / "c.yaml"
    given = replace(DATE, by=words, note=words, fields={"title": value}, anchor=Anchor(words, value or "", value or ""))
    written = append(path, given)
    assert read(path) == ([written], [])


def test_comments_and_order_survive(tmp_path):
    path = tmp_path / "c.yaml"
    first = append(path, DATE)
    by_hand = "# by hand, since the site is gone\n- what: organisation\n  drop: true\n  by: Bà\n  date: 2020-01-02\n"
    by_hand += "  anchor:\n    exact: |-\n      JICA\n# the end"
    path.write_text(path.read_text("utf-8") + by_hand, "utf-8")
    last = append(path, DROP)
    entries, problems = read(path)
    assert problems == []
    assert [entry.what for entry in entries] == ["event", "organisation", "article"]
    assert entries[1].anchor == Anchor("JICA")
    remove(path, first)
    remove(path, read(path)[0][1])
    text = path.read_text("utf-8")
    assert "# by hand" in text
    assert "# the end" in text
    assert [(c.id, c.action) for c in read(path)[0]] == [(entries[1].id, "drop")]
    assert last.id not in text


BAD = {
    "no action": ("- {what: event, anchor: {exact: x}, by: a, date: 2020-01-01}", ":1: /0: "),
    "two actions": ("- {what: event, drop: true, keep: true, anchor: {exact: x}, by: a, date: 2020-01-01}", ":1: /0: "),
    "a kind": ("\n- {what: place, drop: true, anchor: {exact: x}, by: a, date: 2020-01-01}", ":2: /0/what: "),
    "a key": (
        "- {what: event, drop: true, anchor: {exact: x, y: z}, by: a, date: 2020-01-01}",
        "/0/anchor/y: no such key",
    ),
    "a key that is null": ("- ?", ":1: /0: "),
    "no list": ("what: event", "is not of types"),
}


@pytest.mark.parametrize("kind", BAD)
def test_what_is_wrong_is_told_with_its_line_and_the_rest_is_read(kind, tmp_path):
    text, told = BAD[kind]
    path = tmp_path / "c.yaml"
    path.write_text(text + "\n", "utf-8")
    if text.lstrip().startswith("-"):
        append(path, DATE)
    entries, problems = read(path)
    assert any(told in str(problem) for problem in problems)
    assert len(entries) == int(text.lstrip().startswith("-"))


@pytest.mark.parametrize("text", ["{what: event}", "[]\n", "- a: [", "just words", "caf\xe9"])
def test_a_file_that_is_no_list_of_entries_is_left_alone(text, tmp_path):
    path = tmp_path / "c.yaml"
    path.write_text(text, "latin-1")
    with pytest.raises(HcoopError, match=r"c\.yaml"):
        append(path, DATE)
    assert path.read_text("latin-1") == text


def test_no_file_is_no_corrections(tmp_path):
    assert read(tmp_path / "none.yaml") == ([], [])
    assert beside(tmp_path / "press.db") == tmp_path / "press.corrections.yaml"
