"""Expressions are tried only where they can match, and match as if they were tried everywhere."""

import re
from dataclasses import fields

import pytest

from hcoop import lexicon
from hcoop.events.expressions import Expression
from hcoop.events.modality import modality
from hcoop.events.phrasing import piece_pattern, pieces
from hcoop.events.reference import reference
from hcoop.events.runs import parts
from hcoop.events.times import times
from hcoop.events.words import wording

NEEDED = {
    "signed": {"signed"},
    "sign(?:ed|s)": {"signed", "signs"},
    "sign(?:ed)?": {"sign"},
    r"\bthe (?:\w+ )?(?:hospitals|schools)\b": {"hospitals", "schools"},
    "went +to Hanoi": {"to Hanoi"},
    "(?:a|the)?": set(),
    r"\w+": set(),
    "(?!not)held(?= in)": {"held"},
}


@pytest.mark.parametrize("pattern", NEEDED)
def test_what_a_match_needs_is_told_from_the_expression(pattern):
    assert Expression(pattern).needed == NEEDED[pattern]


def compiled():
    known = lexicon.load()
    for rules in (modality, reference, times):
        found = known.compiled(rules)
        yield from (value for f in fields(found) if isinstance(value := getattr(found, f.name), Expression))


def sentences():
    cues = (cue for entry in lexicon.load().folder("event_types").values() for cue in entry["cues"])
    return [sentence.lower() for cue in cues for sentence in cue["examples"]]


def test_nothing_is_missed():
    texts = sentences()
    for expression in compiled():
        plain = re.compile(expression.pattern)
        for text in texts:
            wanted = [found.span() for found in plain.finditer(text)]
            assert [found.span() for found in expression.finditer(text)] == wanted
            assert (expression.search(text) is None) == (plain.search(text) is None)


MASKED = ("HHH trained PPP on care", "HHHtrained PPP", "HPtrained on", "the HHHHHH, PPP taught NN in HH", "HHH of PPP")
RUNS = ("PARTY .. {train} .. (on|in)", "PARTY .. {train}", "BODY,? {train}", "PARTY .. PARTNER")


@pytest.mark.parametrize("source", RUNS)
def test_a_run_of_masks_is_found_as_letter_by_letter(source):
    words = lexicon.load().compiled(wording)
    plain = re.compile("".join(piece_pattern(piece, words) for piece in pieces(source)))
    once = re.compile("".join(part for _, part in parts(source, words)))
    for text in MASKED:
        assert [m.span() for m in once.finditer(text)] == [m.span() for m in plain.finditer(text)], text
