"""Nothing that an article says is active in any format: no formula, no markup, no script, no line of a calendar."""

import io
import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hcoop.output import write
from hcoop.output.exchange import writer
from hcoop.query.export import columns
from hcoop.query.table import Table

FORMULAS = ["=1+1", "+cmd|' /C calc'!A0", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", '=HYPERLINK("http://x","y")']
HOSTILE = [
    *FORMULAS,
    "</script><script>alert(1)</script>",
    "<!-- ]]> &amp; <b>",
    "a\x00b\x1b[31m\x07\x08",
    "\u202egnp.exe \u2066x\u2069 \ufffe\uffff",
    "x\r\nBEGIN:VEVENT\r\nUID:evil\r\nATTACH:http://x\r\nEND:VEVENT",
    "a,b;c\\n\\,d:" + "đ" * 200,
    "http://example.org/#a",
    "mailto:x@example.org",
]  # fmt: skip


def written(format, table):
    stream = io.BytesIO()
    writer(format)(table, stream)
    return stream.getvalue()


def in_a_table(text):
    return Table(columns.columns("id", "title"), [{"id": "1", "title": text}])


@pytest.mark.parametrize("text", HOSTILE)
def test_a_spreadsheet_holds_text(text):
    openpyxl = pytest.importorskip("openpyxl")
    sheet = openpyxl.load_workbook(io.BytesIO(written("xlsx", in_a_table(text))))["rows"]
    cell = sheet["B2"]
    assert (cell.data_type, cell.hyperlink) == ("s", None)
    assert not set(cell.value) & set("\x00\x1b\x07\x08\u202e\u2066\ufffe")


@pytest.mark.parametrize("text", FORMULAS)
def test_csv_holds_no_formula(text):
    stream = io.StringIO()
    write(in_a_table(text), stream, "csv")
    assert re.search(r"^1,\"?['  ]", stream.getvalue(), re.MULTILINE)


def edge(text):
    end = {"": text, "_name": text, "_kind": None}
    row = {f"{side}{part}": value for side in ("source", "target") for part, value in end.items()}
    return Table([], [{**row, "target": f"{text}2", "events": 1, "topics": [text]}])


@pytest.mark.parametrize("text", HOSTILE)
def test_graphml_holds_text(text):
    networkx = pytest.importorskip("networkx")
    told = written("graphml", edge(text))
    assert b"<script" not in told
    graph = networkx.parse_graphml(told.decode())
    assert graph.number_of_edges() == 1
    assert set(next(iter(graph.edges(data=True)))[2]) == {"events", "topics"}


@pytest.mark.parametrize("text", HOSTILE)
def test_json_ld_ends_no_script_and_keeps_its_value(text):
    told = written("jsonld", Table([], [{"@type": "Event", "name": text}])).decode()
    assert not set(told) & set("<>&\x00\x1b\u202e")
    assert json.loads(told)["@graph"] == [{"@type": "Event", "name": text}]


@pytest.mark.parametrize("text", HOSTILE)
def test_geojson_keeps_its_value(text):
    table = Table([], [{"name": text, "latitude": None, "longitude": None}])
    told = written("geojson", table).decode()
    assert not set(told) & set("\x00\x1b\u202e")
    assert json.loads(told)["features"][0] == {"type": "Feature", "geometry": None, "properties": {"name": text}}


def day(text):
    days = {"start": "2016-01-19", "end": "2016-01-19", "stamp": "2016-01-20", "status": "CONFIRMED"}
    said = {"summary": text, "description": text, "location": text, "categories": [text]}
    return Table([], [{"uid": "1@hcoop", **said, **days}])


@pytest.mark.parametrize("text", HOSTILE)
def test_a_calendar_has_one_event_and_short_lines(text):
    icalendar = pytest.importorskip("icalendar")
    told = written("ics", day(text))
    events = icalendar.Calendar.from_ical(told).walk("VEVENT")
    assert [str(event["uid"]) for event in events] == ["1@hcoop"]
    assert "attach" not in events[0]
    assert all(len(line) <= 75 for line in told.split(b"\r\n"))
    assert not set(told.decode()) & set("\x00\x1b\x07\u202e")


@settings(deadline=None, max_examples=60)
@given(st.text())
def test_any_text_can_be_written(text):
    pytest.importorskip("icalendar")
    networkx = pytest.importorskip("networkx")
    openpyxl = pytest.importorskip("openpyxl")
    icalendar = pytest.importorskip("icalendar")
    assert networkx.parse_graphml(written("graphml", edge(text)).decode()).number_of_edges() == 1
    assert openpyxl.load_workbook(io.BytesIO(written("xlsx", in_a_table(text))))["rows"].max_row >= 1
    assert len(icalendar.Calendar.from_ical(written("ics", day(text))).walk("VEVENT")) == 1
