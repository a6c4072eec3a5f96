"""The examples in the data hold: `hcoop check` says the same with file and line."""

from hcoop import lexicon
from hcoop.check.examples import check_cues, check_instruments


def test_every_cue_finds_its_examples_and_nothing_it_must_not():
    assert [str(problem) for problem in check_cues(lexicon.load())] == []


def test_every_instrument_is_told_by_its_examples():
    assert [str(problem) for problem in check_instruments(lexicon.load())] == []
