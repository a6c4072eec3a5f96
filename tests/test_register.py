"""From articles to the register: what several tell is one record, copies count once, and the order is nothing."""

import json
from itertools import permutations
from pathlib import Path

import pytest

from hcoop.ingest import ingest
from hcoop.store.verify import verify

STORY = (
    "Cho Ray Hospital and the University of Sydney signed a memorandum of understanding on nursing on March 11.\n\n"
    "Under the document, the Australian side will send lecturers to Ho Chi Minh City twice a year and take in young "
    "nurses for courses of three months, while the hospital will open its wards to students from abroad.\n\n"
    "The director of the hospital said that nurses are the first whom a patient sees and the last whom a budget "
    "remembers.\n"
)
TEXTS = {
    "plan.txt": "Nurses to go to Sydney\n\nMarch 1, 2019 - 08:00\n\n"
    "Cho Ray Hospital will sign a memorandum of understanding on nursing with the University of Sydney on March 11.\n",
    "story.txt": "Nurses of two countries join hands\n\nMarch 12, 2019 - 08:00\n\n" + STORY,
    "copy.txt": "Nurses of two countries join hands\n\nMarch 14, 2019 - 10:30\n\n" + STORY + "\nSource: VNA\n",
    "other.txt": "Sydney takes in Vietnamese nurses\n\nMarch 13, 2019 - 09:00\n\n"
    "The University of Sydney and Cho Ray Hospital inked a memorandum of understanding on Monday in Ho Chi Minh City. "
    "Its dean said that the first nurses are awaited in June.\n",
    "recalled.txt": "A ward for the elderly\n\nJune 2, 2021 - 09:00\n\n"
    "Hue Central Hospital received a delegation of doctors from Japan on June 1 and showed them a ward for the old. "
    "Cho Ray Hospital signed a memorandum of understanding on nursing with the University of Sydney in 2019.\n",
}
KINDS = ("articles", "events", "organisations", "people", "places")

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def register(tmp_path_factory):
    """A folder with the texts and the store `it.db` of them all."""
    folder = tmp_path_factory.mktemp("register")
    for name, text in TEXTS.items():
        (folder / name).write_text(text, "utf-8")
    assert ingest(folder / "it.db", [folder]).articles == len(TEXTS)
    return folder


@pytest.fixture
def ask(register, run):
    def asked(*arguments):
        ran = run(*arguments, "--json", "--db", str(register / "it.db"))
        assert ran.status == 0, ran.err
        return json.loads(ran.out)

    return asked


def names(event):
    return {Path(piece["path"]).name for piece in event["evidence"]}


def test_one_event_told_four_times_is_one_record(ask):
    (signed,) = ask("export", "events", "--type", "agreement", "--status", "completed")
    assert names(signed) == {"story.txt", "copy.txt", "other.txt", "recalled.txt"}
    assert (signed["date"], signed["countries"], signed["conflicts"]) == ("2019-03-11", ["AU"], [])
    (plan,) = ask("timeline", "--status", "planned")
    assert signed["relations"] == [{"kind": "fulfils", "event": plan["id"]}]
    assert ask("summary", "--country", "AU")["planned"] == []


def test_each_telling_leads_to_the_event(ask):
    (signed,) = ask("timeline", "--type", "agreement", "--status", "completed")
    assert len(signed["members"]) == 4
    assert {ask("show", member)["id"] for member in signed["members"]} == {signed["id"]}


def test_why_is_told(register, run, ask):
    (signed,) = ask("timeline", "--type", "agreement", "--status", "completed")
    told = run("show", signed["id"], "--why", "--db", str(register / "it.db")).out
    assert told.count("why one: ") == len(signed["reasons"]) == 3
    assert "copies of one article" in told
    assert "carries out: event" in told


def test_a_copy_points_to_its_original_and_counts_once(ask):
    articles = {Path(article["path"]).name: article for article in ask("export", "articles")}
    assert articles["copy.txt"]["duplicates_of"] == articles["story.txt"]["id"]
    assert [name for name, article in articles.items() if article["duplicates_of"]] == ["copy.txt"]
    assert len(ask("search", "lecturers")) == 1
    assert ask("summary")["articles"] == len(TEXTS) - 1


def test_order_and_batches_are_nothing(register, run, tmp_path):
    exports = set()
    for number, order in enumerate([*permutations(TEXTS)][::29]):
        store, cut = tmp_path / f"{number}.db", number % len(order)
        for batch in (order[:cut], order[cut:]):
            if batch:
                ingest(store, [register / name for name in batch])
        assert verify(store) == []
        exports.add("".join(run("export", kind, "--db", str(store)).out for kind in KINDS))
    assert len(exports) == 1


def test_what_is_gone_is_no_longer_evidence(register, run, tmp_path):
    store, folder = tmp_path / "it.db", tmp_path / "texts"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / name).write_text(text, "utf-8")
    ingest(store, [folder])
    for name in TEXTS.keys() - {"other.txt"}:
        (folder / name).unlink()
    ingest(store, [folder])
    (event,) = json.loads(run("export", "events", "--json", "--db", str(store)).out)
    assert names(event) == {"other.txt"}
    assert (event["reasons"], event["relations"], verify(store)) == ([], [], [])


def test_a_corrected_date_counts_for_linking(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name, day, told in (("a", 12, "March 11"), ("b", 30, "March 25")):
        (tmp_path / f"{name}.txt").write_text(
            f"Nurses to go to Sydney\n\nMarch {day}, 2014 - 08:00\n\nCho Ray Hospital and the University of Sydney "
            f"signed a memorandum of understanding on nursing on {told}.\n",
            "utf-8",
        )
    ingest(Path("it.db"), [tmp_path])

    def dates():
        return [event["date"] for event in json.loads(run("timeline", "--json", "--db", "it.db").out)]

    (first, _) = json.loads(run("timeline", "--json", "--db", "it.db").out)
    assert run("correct", first["id"], "--set", "date=2014-03-25", "--by", "Lan", "--db", "it.db").status == 0
    assert dates() == ["2014-03-25"]
    assert run("correct", "--undo", "--db", "it.db").status == 0
    assert dates() == ["2014-03-11", "2014-03-25"]
