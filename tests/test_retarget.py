"""Another sector by YAML alone: the worked profile of docs/retarget/education on its own three texts."""

import json
import shutil
from pathlib import Path

import pytest

from hcoop import check
from hcoop.check.files import read_folder

ROOT = Path(__file__).parents[1]
EDUCATION = ROOT / "docs/retarget/education"


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    """The data as docs/retarget.md says to make them: a copy, with the files of the profile in it."""
    folder = tmp_path_factory.mktemp("retarget") / "data"
    shutil.copytree(ROOT / "data", folder, ignore=shutil.ignore_patterns("articles"))
    for path in EDUCATION.glob("*.yaml"):
        shutil.copy(path, folder)
    return folder


@pytest.fixture(scope="module")
def store(data, tmp_path_factory):
    from hcoop.ingest import ingest

    path = tmp_path_factory.mktemp("retarget") / "education.db"
    assert ingest(path, [EDUCATION / "articles"], data=data).articles == 3
    return path


def test_the_profile_is_yaml_alone_and_in_order(data):
    files = {path.suffix for path in EDUCATION.rglob("*") if path.is_file()}
    assert files == {".yaml", ".txt"}
    assert [str(problem) for problem in check.check_data(read_folder(data))] == []


def test_its_texts_tell_of_education(run, store):
    told = json.loads(run("timeline", "--db", str(store), "--json").out)
    found = {(event["date"], event["type"], event["city"], tuple(event["countries"])) for event in told}
    assert {
        ("2022-05-12", "agreement", "Da Nang", ("FR",)),
        ("2019-10-01", "aid", "Hai Duong", ("DE",)),
        ("2018-06-20", "meeting", "Hue", ("JP",)),
    } <= found
    topics = {topic for event in told for topic in event["topics"]}
    assert {"higher_education", "scholarships", "vocational", "schools"} <= topics


def test_what_is_of_health_is_left_out(run, store, tmp_path):
    told = json.loads(run("timeline", "--db", str(store), "--json").out)
    assert [event["title"] for event in told if "Hospital" in event["title"]] == []
    run("ingest", "--db", str(tmp_path / "health.db"), str(EDUCATION / "articles"))
    health = json.loads(run("timeline", "--db", str(tmp_path / "health.db"), "--json").out)
    assert any("Hai Duong General Hospital" in event["title"] for event in health)


def test_it_is_called_so(run, store):
    assert "3 of them on education cooperation" in run("summary", "--db", str(store)).out
    rows = [json.loads(line) for line in run("export", "coded-events", "--db", str(store)).out.splitlines()]
    assert {row["context"] for row in rows} == {"education"}


def test_events_carry_purpose_codes_of_education(run, store):
    events = [json.loads(line) for line in run("export", "events", "--db", str(store)).out.splitlines()]
    (agreement,) = (event for event in events if event["type"] == "agreement")
    assert agreement["crs"] == ["11420"]
