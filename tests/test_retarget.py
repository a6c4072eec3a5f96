"""Another sector by YAML alone, the worked profile of docs/retarget/education on its own three texts; another home."""

import json
import shutil
from pathlib import Path

import pytest

from hcoop import check, extraction, lexicon
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


LAO = {
    "home: VN": "home: LA",
    "home_names: [Vietnam, Viet Nam, VN, Vietnamese Government, Government of Vietnam]":
        "home_names: [Laos, Lao Government]",
    "{of: Vietnam, host: Viet Nam, consulates: Ho Chi Minh City, beginnings: [Viet]}":
        "{of: Laos, host: Laos, consulates: Luang Prabang, beginnings: [Lao]}",
}
LAO_MINISTRY = """organisations:
- {id: la-moh, name: Ministry of Health, kind: ministry, country: LA, city: null, aliases: [Lao Ministry of Health],
   weak_aliases: [Ministry of Health]}
"""


@pytest.fixture(scope="module")
def lao(tmp_path_factory):
    """The data with Laos as home, and one body of it that is known."""
    folder = tmp_path_factory.mktemp("lao") / "data"
    shutil.copytree(ROOT / "data", folder, ignore=shutil.ignore_patterns("articles"))
    profile = (folder / "profile.yaml").read_text("utf-8")
    for old, new in LAO.items():
        assert old in profile
        profile = profile.replace(old, new)
    (folder / "profile.yaml").write_text(profile, "utf-8")
    (folder / "gazetteer/organisations.yaml").write_text(LAO_MINISTRY, "utf-8")
    return lexicon.load(folder)


@pytest.mark.parametrize(("sentence", "sides", "countries", "city"), [
    ("The French Embassy handed over ten ventilators to Mahosot Hospital in Vientiane on May 11, 2022.",
     {("Mahosot Hospital", "home"), ("Embassy of France in Laos", "partner")}, ("FR",), "Vientiane"),
    ("The Ministry of Health signed a memorandum of understanding with the Vietnamese Ministry of Health on "
     "tuberculosis control on May 10, 2022.",
     {("Ministry of Health", "home"), ("Ministry of Health of Viet Nam", "partner")}, ("VN",), None),
    ("Bach Mai Hospital of Hanoi trained twelve doctors of Savannakhet Provincial Hospital in March 2022.",
     {("Savannakhet Hospital", "home"), ("Bach Mai Hospital", "partner")}, ("VN",), "Savannakhet"),
])
def test_another_country_is_home_by_yaml_alone(lao, sentence, sides, countries, city):
    (event,) = extraction.extract(f"Health workers meet partners\n\n{sentence}\n", lexicon=lao).events
    assert {(party.name, party.side) for party in event.participants} == sides
    assert (event.countries, event.city) == (countries, city)
