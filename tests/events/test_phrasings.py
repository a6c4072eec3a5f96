"""The phrasings of `data/` find their examples, and nothing that they must not."""

import re

import pytest

from hcoop import lexicon
from hcoop.events.event_types import FLAGS
from hcoop.events.phrasing import phrasing
from hcoop.events.words import wording

FILES = ("modality", "reference", "times")


def entries():
    for file in FILES:
        for name, entry in lexicon.load()[file].items():
            for number, part in enumerate(entry if isinstance(entry, list) else [entry]):
                if "patterns" in part:
                    yield pytest.param(part, id=f"{file}-{name}-{number}")


def found(entry, text):
    known = lexicon.load()
    return re.search(phrasing(entry, known.compiled(wording)), text) is not None


@pytest.mark.parametrize("entry", [*entries()])
def test_phrasing(entry):
    assert [text for text in entry["examples"] if not found(entry, text)] == []
    assert [text for text in entry.get("not", ()) if found(entry, text)] == []


def test_every_trait_is_one_of_some_type():
    types = lexicon.load().folder("event_types").values()
    assert {trait for entry in types for trait in entry["traits"]} == set(FLAGS)
