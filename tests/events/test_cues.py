"""Cues are tried only where they can match, and match as if they were tried everywhere."""

import pytest

from hcoop import lexicon
from hcoop.events.cues import compile_cues, find_cues
from hcoop.events.examples import scenes_of


def every_cue():
    cues = lexicon.load().compiled(compile_cues)
    return {cue for _, led_to in cues.values() for cue, _ in led_to}


def sentences():
    for entry in lexicon.load().folder("event_types").values():
        yield entry["id"], " ".join(sentence for cue in entry["cues"] for sentence in cue["examples"])


@pytest.mark.parametrize(("name", "text"), [*sentences()])
def test_nothing_is_missed(name, text):
    known = lexicon.load().compiled(compile_cues)
    for scene in scenes_of(text, lexicon.load()):
        reached = {cue for word, _ in scene.tokens for cue, _ in known.get(word, (0, ()))[1]}
        # A gift may begin later than its expression does: with the last verb before what is given.
        tried = {(cue.id, found.end()) for cue in reached for found in cue.pattern.finditer(scene.masked)}
        matches = {(m.cue.id, m.end - scene.start) for m in find_cues(scene, known)}
        assert matches == tried, name


def test_most_cues_need_words():
    assert sum(bool(cue.needs) for cue in every_cue()) > len(every_cue()) * 0.8
