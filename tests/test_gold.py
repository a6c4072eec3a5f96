"""The gold records themselves: every key, closed list, date and quote of theirs."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))

from hcoop import edtf, lexicon, readers
from hcoop.text import fold
from scoring import gold as records
from scoring.gold import Gold

GOLD = [gold for folder in records.FOLDERS for gold in records.read(folder)]
KEYS = ["text", "url", "article", "relevant", "countries", "cities", "organisations", "people", "topics", "events"]
PAGE = ["title", "published", "author", "agency", "dateline", "language"]
EVENT = {"type", "importance", "status", "date", "city", "countries", "vietnamese", "foreign", "quote"}


def each() -> pytest.MarkDecorator:
    return pytest.mark.parametrize("gold", GOLD, ids=lambda gold: gold.path.stem)


def events() -> Iterator[tuple[Gold, dict[str, Any]]]:
    yield from ((gold, event) for gold in GOLD for event in gold.record["events"])


@pytest.fixture(scope="module")
def closed() -> dict[str, set[str]]:
    known = lexicon.load()
    countries = {entry["code"] for entry in known["gazetteer/countries"]}
    return {
        "country": countries | {"INT"},
        "topic": {entry["id"] for entry in known["topics"]},
        "type": set(known.folder("event_types")),
        "instrument": {entry["id"] for entry in known["instruments"]},
        "city": {entry["name"] for entry in known["gazetteer/places"] if entry["country"] == "VN"},
    }


@each()
def test_has_its_keys_and_is_named_as_its_text(gold: Gold) -> None:
    assert list(gold.record) == KEYS
    assert list(gold.record["article"]) == PAGE
    assert gold.path.stem == gold.text.stem


@each()
def test_values_are_of_the_closed_lists(gold: Gold, closed: dict[str, set[str]]) -> None:
    record = gold.record
    assert record["relevant"] in ("true", "false")
    assert set(record["countries"]) <= closed["country"] - {"VN"}
    assert set(record["cities"]) <= closed["city"]
    assert set(record["topics"]) <= closed["topic"]
    assert {body["country"] for body in record["organisations"]} <= closed["country"] | {None}


@each()
def test_what_is_not_relevant_has_no_events(gold: Gold) -> None:
    told = [gold.record[key] for key in ("countries", "cities", "topics", "events")]
    assert gold.record["relevant"] == "true" or not any(told)
    assert gold.record["relevant"] == "false" or gold.record["events"]


@each()
def test_page_is_in_the_text(gold: Gold) -> None:
    text, page = decoded(gold), gold.record["article"]
    assert page["title"] is None or squeezed(page["title"]) in squeezed(text)
    assert page["dateline"] is None or page["dateline"] in text
    assert page["published"] is None or edtf.is_valid(page["published"])
    for name in (page["author"] or "").split(", "):
        assert squeezed(name) in squeezed(text)


@each()
def test_organisations_and_people_stand_once_and_in_the_text(gold: Gold) -> None:
    text = squeezed(decoded(gold))
    for kind in ("organisations", "people"):
        entries = gold.record[kind]
        assert len({entry["name"] for entry in entries}) == len(entries)
        assert [entry["name"] for entry in entries if not is_named(entry, text)] == []


def test_events_have_their_keys_and_closed_values(closed: dict[str, set[str]]) -> None:
    for gold, event in events():
        assert set(event) == EVENT | ({"instrument"} if event["type"] == "agreement" else set()), gold.path
        assert event["type"] in closed["type"], gold.path
        assert event.get("instrument", "mou") in closed["instrument"], gold.path
        assert event["importance"] in ("main", "side"), gold.path
        assert event["status"] in ("completed", "ongoing", "planned"), gold.path
        assert set(event["countries"]) <= closed["country"] - {"VN"}, gold.path
        assert event["city"] is None or event["city"] in closed["city"], gold.path


def test_dates_of_events_are_edtf() -> None:
    wrong = [(gold.path.name, event["date"]) for gold, event in events()
             if event["date"] is not None and not edtf.is_valid(event["date"])]
    assert wrong == []


def test_quotes_are_words_of_their_text() -> None:
    wrong = [(gold.path.name, event["quote"]) for gold, event in events()
             if squeezed(event["quote"]) not in squeezed(decoded(gold)) or not 40 <= len(event["quote"]) <= 160]
    assert wrong == []


def test_countries_and_cities_of_events_are_those_of_the_record() -> None:
    for gold, event in events():
        assert set(event["countries"]) <= set(gold.record["countries"]), gold.path
        assert event["city"] is None or event["city"] in gold.record["cities"], gold.path


def is_named(entry: dict[str, Any], text: str) -> bool:
    return any(squeezed(name) in text for name in [entry["name"], *entry.get("aliases", ())])


def decoded(gold: Gold) -> str:
    return next(readers.read(gold.text)).text


def squeezed(text: str) -> str:
    return re.sub(r"\s+", " ", fold(text))
