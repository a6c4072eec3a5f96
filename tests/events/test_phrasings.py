"""The phrasings of `data/` find their examples, and nothing that they must not."""

from hcoop import lexicon
from hcoop.events.event_types import FLAGS
from hcoop.events.phrasing_examples import Failure, failing_phrasings
from hcoop.lexicon import Lexicon


def test_the_shipped_phrasings_hold():
    assert list(failing_phrasings(lexicon.load())) == []


def test_an_example_that_does_not_hold_is_told():
    known, signed = lexicon.load(), {"patterns": ["signed"], "examples": ["signed on", "met"], "not": ["was signed"]}
    others = {"modality": {"words": ["signed"]}, "terms": {}, "times": {}}
    broken = Lexicon(known.root, {**others, "reference": {"new": [signed]}})
    assert list(failing_phrasings(broken)) == [
        Failure("reference", "/new/0/examples/1", "met", "no phrasing is found"),
        Failure("reference", "/new/0/not/0", "was signed", "one is found"),
    ]


def test_every_trait_is_one_of_some_type():
    types = lexicon.load().folder("event_types").values()
    assert {trait for entry in types for trait in entry["traits"]} == set(FLAGS)
