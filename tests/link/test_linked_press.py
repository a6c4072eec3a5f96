"""Eighteen texts of many outlets about the same events: what is one becomes one, and what is not stays apart."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
import yaml

from hcoop.corpus import Corpus
from hcoop.ingest import ingest

LINKED = Path(__file__).parents[1] / "gold/linked"
LINKS = yaml.safe_load((LINKED / "links.yaml").read_text("utf-8"))
EVENTS = {event["id"]: event for event in LINKS["events"]}
SEVERAL = [id_ for id_, event in EVENTS.items() if len(event["members"]) > 1]
APART = [pair for entry in LINKS["apart"] for pair in combinations(entry["ids"], 2)]

Span = tuple[str, int, int]
Record = Mapping[str, Any]


@dataclass(frozen=True)
class Register:
    """What the export of a store holds, by id."""

    events: Mapping[str, Record]
    organisations: Mapping[str, Record]
    articles: Mapping[str, Record]

    def telling(self, wanted: Record) -> list[set[str]]:
        """Return for each member of a gold event the ids of the events of its type that rest on its words."""
        events = [event for event in self.events.values() if event["type"] == wanted["type"]]
        return [{event["id"] for event in events if _rests_on(event["evidence"], spans)} for spans in _words(wanted)]

    def naming(self, wanted: Record) -> list[set[str]]:
        """Return for each member of a gold organisation the ids of those that its form in the text stands for."""
        return [{body["id"] for body in self.organisations.values() if _rests_on(body["mentions"], spans)}
                for spans in _forms(wanted)]

    def known(self, id_: str) -> set[str]:
        """Return the ids of a gold event or organisation: those that all its members share."""
        found = self.telling(EVENTS[id_]) if id_ in EVENTS else self.naming(_body(id_))
        return set.intersection(*found)


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Register:
    path = tmp_path_factory.mktemp("linked") / "linked.db"
    assert ingest(path, [LINKED / "texts"]).rejected == []
    with Corpus(path) as corpus:
        kinds = ("events", "organisations", "articles")
        return Register(*({row["id"]: row for row in corpus.records(kind)} for kind in kinds))


@pytest.mark.parametrize("id_", SEVERAL)
def test_tellings_of_one_event_are_one_record_of_the_best_date(id_: str, register: Register) -> None:
    kept = [register.events[known] for known in register.known(id_)]
    assert (EVENTS[id_]["date"], EVENTS[id_]["countries"]) in [(event["date"], event["countries"]) for event in kept]


@pytest.mark.parametrize("id_", [body["id"] for body in LINKS["organisations"]])
def test_forms_of_one_organisation_are_one_record(id_: str, register: Register) -> None:
    assert len(register.known(id_)) == 1


@pytest.mark.parametrize(("one", "other"), APART, ids=map("-".join, APART))
def test_what_only_resembles_stays_apart(one: str, other: str, register: Register) -> None:
    assert register.known(one) != register.known(other)


@pytest.mark.parametrize("id_", [id_ for id_, event in EVENTS.items() if "fulfils" in event])
def test_what_came_of_a_plan_says_so(id_: str, register: Register) -> None:
    (plan,) = register.known(EVENTS[id_]["fulfils"]) - register.known(id_)
    relations = [relation for known in register.known(id_) for relation in register.events[known]["relations"]]
    assert ("fulfils", plan) in [(relation["kind"], relation["event"]) for relation in relations]


def test_copies_point_to_one_article(register: Register) -> None:
    originals = {id_: row["duplicates_of"] or id_ for id_, row in register.articles.items()}
    names = {id_: Path(row["path"]).name for id_, row in register.articles.items()}
    found = {tuple(sorted((names[one], names[other]))) for one, other in combinations(originals, 2)
             if originals[one] == originals[other]}
    assert found == {tuple(sorted(pair)) for pair in LINKS["duplicates"]}


def _body(id_: str) -> Record:
    return next(body for body in LINKS["organisations"] if body["id"] == id_)


def _rests_on(evidence: Sequence[Record], spans: Sequence[Span]) -> bool:
    return any(Path(e["path"]).name == text and e["start"] < end and start < e["end"]
               for e in evidence for text, start, end in spans)


def _words(event: Record) -> list[list[Span]]:
    return [[span for words in (member["quote"], *member.get("also", ())) for span in _spans(member["text"], words)]
            for member in event["members"]]


def _forms(body: Record) -> list[list[Span]]:
    """Return where each form stands by itself: not within a longer one of another organisation in the same text."""
    return [_alone(member["text"], member["as"]) for member in body["members"]]


def _alone(text: str, form: str) -> list[Span]:
    longer = [span for body in LINKS["organisations"] for member in body["members"]
              if member["text"] == text and len(member["as"]) > len(form) for span in _spans(text, member["as"])]
    return [(name, start, end) for name, start, end in _spans(text, form)
            if not any(left <= start and end <= right for _, left, right in longer)]


def _spans(text: str, words: str) -> list[Span]:
    content = (LINKED / "texts" / text).read_text("utf-8")
    return [(text, found.start(), found.end()) for found in re.finditer(re.escape(words), content)]
