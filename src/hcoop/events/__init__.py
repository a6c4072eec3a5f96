"""Events: who did, agreed or firmly plans what with whom, when and where, with the sentences that say so."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from hcoop.events.candidate import Candidate
from hcoop.events.describe import describe
from hcoop.events.discourse import Reader
from hcoop.events.merge import merge, settle
from hcoop.events.scenes import Named, build_scenes
from hcoop.events.topics import instruments
from hcoop.lexicon import Lexicon
from hcoop.records import Article, Event

_SEVERAL = re.compile(r"\b(?:memoranda|memorandums|mous|agreements|contracts|letters|deals|accords|documents|protocols|pacts)\b")

__all__ = ["Named", "find_events"]


def find_events(article: Article, named: Named, lexicon: Lexicon) -> tuple[Event, ...]:
    """Return the cooperation events that an article reports, in order of the text."""
    scenes = build_scenes(article, named, lexicon)
    types: Mapping[str, Any] = lexicon.folder("event_types")
    candidates = Reader(article, named, scenes, lexicon).candidates()
    for candidate in candidates:
        if candidate.type == "agreement":
            candidate.instrument = _instrument(candidate, lexicon)
    candidates = [part for candidate in candidates for part in _parts(candidate)]
    merged = merge(settle(candidates, {name: int(entry["order"]) for name, entry in types.items()}))
    return tuple(describe(article, candidate, scenes, merged, lexicon) for candidate in merged)


def _parts(candidate: Candidate) -> list[Candidate]:
    """Return one candidate a partner where a sentence tells of several instruments: "signed agreements with A and B"."""
    partners = [p for p in candidate.parties if not p.home and p.named]
    words = candidate.scene.words(candidate.match.start, candidate.match.end)
    if candidate.type != "agreement" or len(partners) < 2 or not _SEVERAL.search(words):
        return [candidate]
    homes = [p for p in candidate.parties if p.home]
    return [replace(candidate, parties=[*homes, partner]) for partner in partners]


def _instrument(candidate: Candidate, lexicon: Lexicon) -> str:
    """Return the kind of instrument whose words stand nearest to the trigger."""
    match, scene = candidate.match, candidate.scene
    words = scene.words(match.start, match.end + 40)
    return lexicon.compiled(instruments).nearest(words, match.trigger_start - match.start) or "agreement"
