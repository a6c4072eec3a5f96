"""The floors that accuracy must not fall below, and the measure itself on a toy record."""

import sys
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))

from scoring import article, floors, runs
from scoring.gold import FOLDERS, read
from scoring.names import names_of, norm, same
from scoring.outcome import Figures, figures
from scoring.pairing import pair

TEXT = "Cho Ray Hospital and the University of Sydney signed a memorandum of understanding in Hue on May 4, 2018."
GOLD: dict[str, Any] = {
    "text": "toy.txt",
    "article": {"title": None, "published": "2018-05-05", "author": None, "agency": "VNA", "dateline": None},
    "relevant": "true", "countries": ["AU"], "cities": ["Hue"], "topics": ["nursing"],
    "organisations": [{"name": "Cho Ray Hospital", "aliases": []},
                      {"name": "University of Sydney", "aliases": ["Sydney"]}],
    "people": [],
    "events": [{"type": "agreement", "importance": "main", "status": "completed", "instrument": "mou",
                "date": "2018-05-04", "city": "Hue", "countries": ["AU"], "vietnamese": ["Cho Ray Hospital"],
                "foreign": ["University of Sydney"], "quote": "signed a memorandum of understanding"}]}
FOUND: dict[str, Any] = {
    "article": {**GOLD["article"], "published": "2018-05-05T10:00", "text": TEXT},
    "relevant": True, "countries": ["AU"], "cities": ["Huế"], "topics": ["nursing"],
    "organisations": [{"name": "Chợ Rẫy hospital", "aliases": []}, {"name": "The University of Sydney", "aliases": []}],
    "people": [],
    "events": [{"type": "agreement", "status": "completed", "instrument": "mou", "date": "2018-05-04", "city": "Hue",
                "countries": ["AU"], "participants": [{"name": "Cho Ray Hospital", "side": "home"},
                                                      {"name": "Sydney", "side": "partner"}],
                "evidence": [{"start": 0, "end": len(TEXT), "quote": TEXT}]}]}


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_no_measure_falls_below_its_floor(folder: Path) -> None:
    golds = list(read(folder))
    shown = runs.column(folder.name, golds, runs.extractions(golds))
    fallen = floors.below(shown, floors.read()[folder.name])
    lost = "\n".join(floors.new_faults(shown, frozenset(fallen)))
    assert not fallen, f"(figure, floor): {fallen}\nwrong now and not before (texts held out are not told):\n{lost}"


def scored(**changed: Any) -> dict[str, Figures]:
    """Return the figures of the toy record, with keys of its one event changed."""
    found = deepcopy(FOUND)
    found["events"][0] |= changed
    return figures(article.score(found, GOLD))


def test_what_is_as_asked_for_is_right_throughout() -> None:
    assert {measure: figure.f1 for measure, figure in scored().items() if figure.f1 < 1} == {}


@pytest.mark.parametrize(("changed", "wrong"), [
    ({"date": "2018-05"}, {"events.date", "events.strict"}),
    ({"status": "planned"}, {"events.status"}),
    ({"instrument": "minutes"}, {"events.instrument"}),
    ({"city": None}, {"events.city"}),
    ({"type": "project", "instrument": None}, {"events.type", "events.strict", "events.instrument"}),
    ({"countries": ["AU", "FR"]}, {"events.countries", "events.strict"}),
    ({"participants": [{"name": "Sydney", "side": "partner"}]}, {"events.home", "events.strict"}),
    ({"evidence": [{"start": 0, "end": 7, "quote": "Cho Raj"}]}, {"evidence.exact"}),
    ({"evidence": []}, {"evidence.exact"}),
    ({"type": "meeting"}, {"events", "events.main", "events.strict"}),
])
def test_each_slip_costs_its_measures(changed: dict[str, Any], wrong: set[str]) -> None:
    assert {measure for measure, figure in scored(**changed).items() if figure.f1 < 1} == wrong


def test_no_extraction_is_all_missing() -> None:
    shown = figures(article.score(None, GOLD))
    assert shown["articles"].f1 == shown["events"].recall == shown["organisations"].recall == 0


@pytest.mark.parametrize(("one", "other", "alike"), [
    ("Bệnh viện Chợ Rẫy", "Benh vien Cho Ray", True),
    ("The University Medical Centre", "university medical center", True),
    ("Ho Chi Minh City Department of Health", "HCM City department of health", True),
    ("Government of Viet Nam", "Vietnam", True),
    ("University of Sidney", "University of Sydney", True),
    ("Bach Mai Hospital", "Viet Duc Hospital", False),
    ("WHO", "WTO", False),
])
def test_names_are_compared_as_readers_do(one: str, other: str, alike: bool) -> None:
    assert same(names_of({"name": one, "aliases": None}), names_of(other)) is alike
    assert norm(norm(one)) == norm(one)


def test_the_likest_are_paired_first_and_each_once() -> None:
    paired = pair([1, 5, 9], [5, 6], lambda f, g: max(0, 3 - abs(f - g)))
    assert (paired.pairs, paired.extra, paired.missing) == ([(5, 5)], [1, 9], [6])


def test_changes_between_runs_tell_items_but_not_those_held_out() -> None:
    before, now = article.score(FOUND, GOLD), article.score(FOUND | {"topics": ["surgery"]}, GOLD)
    assert list(runs.changes(before, now, frozenset())) == [
        "- toy.txt: topics: nursing", "- toy.txt: topics: surgery (too many)"]
    assert list(runs.changes(now, before, frozenset({"toy.txt"}))) == ["+ 2 won in texts held out"]


def test_a_saved_run_is_read_as_it_was(tmp_path: Path) -> None:
    run = runs.Column("toy", 1, article.score(FOUND, GOLD))
    runs.save([run], tmp_path / "run.json")
    assert runs.load(tmp_path / "run.json") == {"toy": run.outcomes}


def test_floors_only_rise() -> None:
    run = runs.Column("toy", 1, article.score(FOUND | {"countries": ["AU", "FR"]}, GOLD))
    known = floors.raised(run, {"topics": 0.5, "countries": 0.9})
    assert (known["topics"], known["countries"]) == (1.0, 0.9)
    assert floors.below(run, known) == {"countries": (pytest.approx(2 / 3), 0.9)}
    assert {**floors.raised(run, {})}["countries"] == 0.66
