"""Writers: untrusted text is harmless, CSV runs no formula, a terminal gets colours and anything else none."""

import csv
import io
import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hcoop.output import WRITERS, write
from hcoop.output.clean import clean, clean_lit
from hcoop.output.terminal import draw
from hcoop.query.table import Column, Lit, Page, Table

COLUMNS = [
    Column("id", "id"),
    Column("title", "title", lambda row: Lit(row["title"], ((0, 3),)), wide=True),
    Column("events", "events", bar=True),
]


def table(title="a title", events=2):
    return Table(COLUMNS, [{"id": "abc", "title": title, "events": events}])


def written(format, content):
    stream = io.StringIO()
    write(content, stream, format)
    return stream.getvalue()


class Terminal(io.StringIO):
    def isatty(self):
        return True


HOSTILE = [
    "\x1b[31mred\x1b[0m",
    "\x1b]0;title\x07",
    "\x9b31m",
    "a\rb",
    "a\x08b",
    "\u202egnp.exe",
    "\u2066x\u2069",
    "[red]a[/b] :smile:",
]


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("format", WRITERS)
def test_text_steers_no_terminal(text, format):
    told = written(format, table(text))
    assert not set(told) & set("\x1b\x9b\x07\x08\r\u202e\u2066")
    if format in ("json", "jsonl"):
        assert json.loads(told) in (
            [{"id": "abc", "title": text, "events": 2}],
            {"id": "abc", "title": text, "events": 2},
        )


@pytest.mark.parametrize("text", HOSTILE)
def test_text_is_no_markup_on_a_terminal(text, monkeypatch):
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("NO_COLOR", "1")
    stream = Terminal()
    draw(table(text), stream)
    assert clean(text) in re.sub(r"\x1b\[[0-9;]*m", "", stream.getvalue())


@given(st.text())
def test_cleaning_keeps_what_is_lit(text):
    marked = text + "lit" + text
    found = clean_lit(Lit(marked, ((len(text), len(text) + 3),)))
    ((start, end),) = found.spans
    if clean(marked) == clean(text) + "lit" + clean(text):
        assert found.text[start:end] == "lit"


FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1"]


@pytest.mark.parametrize("text", FORMULAS)
def test_csv_runs_no_formula(text):
    rows = list(csv.reader(io.StringIO(written("csv", table(text)))))
    assert rows[1][1][0] in "' "


def test_csv_keeps_numbers():
    assert "-2" in written("csv", table(events=-2))


EMPTY = {"json": "[]\n", "jsonl": "", "csv": "id,title,events\n", "table": "(nothing found)\n"}


@pytest.mark.parametrize("format", EMPTY)
def test_nothing_is_written_as_nothing(format):
    assert written(format, Table(COLUMNS, [])) == EMPTY[format]


def test_plain_text_is_never_cut():
    assert "word " * 200 + "end" in written("table", table("word " * 200 + "end"))


@pytest.mark.parametrize(("term", "coloured"), [("xterm-256color", True), ("dumb", False)])
def test_a_terminal_gets_colours_if_it_can(term, coloured, monkeypatch):
    monkeypatch.setenv("TERM", term)
    monkeypatch.delenv("NO_COLOR", raising=False)
    stream = Terminal()
    write(table(), stream, "table")
    assert ("\x1b[" in stream.getvalue()) == coloured


def test_no_colour_if_it_is_not_wanted(monkeypatch):
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("NO_COLOR", "1")
    stream = Terminal()
    write(table(), stream, "table")
    assert "\x1b[3" not in stream.getvalue()


def test_a_page_is_one_record():
    page = Page({"id": "abc", "a": [1]}, [Lit("some text")])
    assert json.loads(written("json", page)) == page.record
    assert written("csv", page).splitlines() == ["field,value", "id,abc", "a,1"]
    assert written("table", page) == "some text\n"
