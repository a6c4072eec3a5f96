"""An article of another day of publication: its relative dates are read again, and what was extracted is kept."""

import json
from pathlib import Path

import pytest

TEXT = Path(__file__).parent / "texts/busan-signed-ven.txt"
FOLLOWS = "follows from the day of publication"


@pytest.fixture
def ingested(tmp_path, run, monkeypatch):
    """A folder with a store of one article, which tells of a signing "on Thursday", 12 May 2016."""
    monkeypatch.chdir(tmp_path)
    Path("press").mkdir()
    (Path("press") / TEXT.name).write_bytes(TEXT.read_bytes())
    assert run("ingest", "press").status == 0


def event(run):
    [found] = json.loads(run("timeline", "--json").out)
    return found


def corrected(run, *arguments):
    ran = run("correct", *arguments, "--by", "Lan")
    assert (ran.status, ran.err) == (0, "")


def nothing(run):
    return


def rebuilt(run):
    assert run("ingest", "--rebuild").status == 0


def anew(run):
    Path("hcoop.db").unlink()
    assert run("ingest", "press").status == 0


DAYS = [
    ("2017-05-20", "2017-05-18", "relative", ["date"]),
    ("2016-05-14", "2016-05-12", "relative", []),
    ("none", None, "none", ["date", "date_basis"]),
]


@pytest.mark.usefixtures("ingested")
@pytest.mark.parametrize("then", [nothing, rebuilt, anew])
@pytest.mark.parametrize("case", DAYS)
def test_relative_dates_are_those_of_the_day(case, then, run):
    published, date, basis, fields = case
    before = event(run)
    corrected(run, before["evidence"][0]["article"], "--set", f"published={published}", "--note", "as printed")
    then(run)
    after = event(run)
    assert (after["id"], after["date"], after["date_basis"]) == (before["id"], date, basis)
    assert [(mark["field"], mark["extracted"]) for mark in after["corrected"]] == [(f, before[f]) for f in fields]
    assert {mark["note"] for mark in after["corrected"]} <= {f"{FOLLOWS}: as printed"}
    told = json.loads(run("show", before["evidence"][0]["article"], "--json").out)
    assert [(found["date"], found["corrected"]) for found in told["events"]] == [(date, after["corrected"])]
    assert [mark["field"] for mark in told["corrected"]] == ["published"]
    assert [found["edtf"] for found in told["dates"]] == ([date] if date else [])


@pytest.mark.usefixtures("ingested")
def test_a_date_that_is_given_goes_before_and_all_can_be_taken_back(run):
    before = event(run)
    corrected(run, before["evidence"][0]["article"], "--set", "published=2017-05-20")
    corrected(run, before["id"], "--set", "date=2017-05-19")
    marks = {mark["field"]: mark for mark in event(run)["corrected"]}
    assert (event(run)["date"], marks["date"]["extracted"], marks["date"]["note"]) == ("2017-05-19", "2016-05-12", None)
    told = json.loads(run("show", before["evidence"][0]["article"], "--json").out)["events"][0]
    assert (told["date"], told["corrected"][0]["extracted"]) == ("2017-05-19", "2016-05-12")
    assert run("correct", "--undo").status == 0
    assert event(run)["date"] == "2017-05-18"
    assert run("correct", "--undo").status == 0
    assert event(run) == before


@pytest.mark.usefixtures("ingested")
def test_what_is_of_another_day_is_another_event(run):
    """Two reports of the signing are one event until one of them is of another year."""
    other = TEXT.with_name("busan-signed.txt")
    (Path("press") / other.name).write_bytes(other.read_bytes())
    assert run("ingest", "press").status == 0
    signed = json.loads(run("timeline", "--type", "agreement", "--json").out)
    assert len(signed) == 1
    article = next(piece["article"] for piece in signed[0]["evidence"] if "ven" in piece["path"])
    corrected(run, article, "--set", "published=2017-05-20")
    dates = [found["date"] for found in json.loads(run("timeline", "--type", "agreement", "--json").out)]
    assert dates == ["2016-05-12", "2017-05-18"]
