"""The examples that stand beside every cue: sentences that it must and must not match."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from hcoop.events.cues import Match, compile_cues, find_cues
from hcoop.events.labels import instruments
from hcoop.events.modality import modality
from hcoop.events.named import Named
from hcoop.events.scenes import Scene, build_scenes
from hcoop.events.tense import status
from hcoop.lexicon import Lexicon
from hcoop.mentions.dates import find_dates
from hcoop.mentions.organisations import find_organisations
from hcoop.mentions.people import find_people
from hcoop.mentions.places import find_places
from hcoop.records import Article, Block, Source


@dataclass(frozen=True, slots=True)
class Failure:
    """An example that a cue should have matched, or a `not:` sentence that it did match."""

    file: str
    cue: str
    sentence: str
    message: str


def failing_examples(lexicon: Lexicon) -> Iterator[Failure]:
    """Yield the examples of `data/event_types/` that do not hold."""
    for name, entry in lexicon.folder("event_types").items():
        for cue in entry["cues"]:
            for sentence, message in _failing(cue, lexicon):
                yield Failure(f"event_types/{name}.yaml", cue["id"], sentence, message)


def _failing(cue: Mapping[str, Any], lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    for sentence in cue["examples"]:
        if cue["id"] not in told_by(sentence, lexicon):
            yield sentence, "the cue does not match its example"
    for sentence in cue.get("not") or ():
        if cue["id"] in told_by(sentence, lexicon):
            yield sentence, "the cue matches a sentence that it must not"


def told_by(sentence: str, lexicon: Lexicon) -> set[str]:
    """Return the ids of the cues that tell a fact or a plan in one sentence."""
    return {match.cue.id for _, match in _told(sentence, lexicon)}


def told_instruments(sentence: str, lexicon: Lexicon) -> set[str]:
    """Return the ids of the instruments of which one sentence tells that they were or will be signed."""
    labels = lexicon.compiled(instruments)
    signed = ((scene, match) for scene, match in _told(sentence, lexicon) if match.cue.type.signed)
    told = ((scene.words(match.start, match.end), match.trigger_start - match.start) for scene, match in signed)
    kinds = (labels.nearest(words, at) for words, at in told)
    return {kind for kind in kinds if kind}


def _told(sentence: str, lexicon: Lexicon) -> Iterator[tuple[Scene, Match]]:
    rules, cues = lexicon.compiled(modality), lexicon.compiled(compile_cues)
    for scene in scenes_of(sentence, lexicon):
        for match in find_cues(scene, cues):
            if status(match, scene, rules):
                yield scene, match


def scenes_of(text: str, lexicon: Lexicon) -> list[Scene]:
    """Return the scenes of a text that is all body."""
    article = Article(
        id="", title=None, standfirst=None, published=None, author=None, agency=None, outlet=None, dateline=None,
        section=None, language="en", url=None, text=text, blocks=(Block(0, len(text), "body"),),
        source=Source(None, "", "text/plain", None))
    places = find_places(article, lexicon)
    organisations = find_organisations(article, places, lexicon)
    people = find_people(article, organisations, lexicon)
    dates = find_dates(text, None, lexicon)
    return build_scenes(article, Named(organisations, people, places, dates), lexicon)
