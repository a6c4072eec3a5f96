"""The examples that stand beside every cue: sentences that it must and must not match."""

from collections.abc import Iterator
from dataclasses import dataclass

from hcoop.events.cues import compile_cues, find_cues
from hcoop.events.modality import modality, status
from hcoop.events.scenes import Named, Scene, build_scenes
from hcoop.events.topics import instruments
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
            for sentence in cue["examples"]:
                if cue["id"] not in told_by(sentence, lexicon):
                    yield Failure(f"event_types/{name}.yaml", cue["id"], sentence, "the cue does not match its example")
            for sentence in cue.get("not") or ():
                if cue["id"] in told_by(sentence, lexicon):
                    yield Failure(f"event_types/{name}.yaml", cue["id"], sentence, "the cue matches a sentence that it must not")


def told_by(sentence: str, lexicon: Lexicon) -> set[str]:
    """Return the ids of the cues that tell a fact or a plan in one sentence."""
    rules = lexicon.compiled(modality)
    return {
        match.cue.id for scene in scenes_of(sentence, lexicon)
        for match in find_cues(scene.masked, scene.start, lexicon.compiled(compile_cues)) if status(match, scene, rules)
    }


def told_instruments(sentence: str, lexicon: Lexicon) -> set[str]:
    """Return the ids of the instruments of which one sentence tells that they were or will be signed."""
    rules, labels, cues = lexicon.compiled(modality), lexicon.compiled(instruments), lexicon.compiled(compile_cues)
    signed = [
        (scene, match) for scene in scenes_of(sentence, lexicon) for match in find_cues(scene.masked, scene.start, cues)
        if match.cue.type == "agreement" and status(match, scene, rules)]
    told = ((scene.words(match.start, match.end), match.trigger_start - match.start) for scene, match in signed)
    kinds = (labels.nearest(words, at) for words, at in told)
    return {kind for kind in kinds if kind}


def scenes_of(text: str, lexicon: Lexicon) -> list[Scene]:
    """Return the scenes of a text that is all body."""
    article = Article(
        id="", title=None, standfirst=None, published=None, author=None, agency=None, outlet=None, dateline=None, section=None,
        language="en", url=None, text=text, blocks=(Block(0, len(text), "body"),), source=Source(None, "", "text/plain", None))
    places = find_places(article, lexicon)
    organisations = find_organisations(article, places, lexicon)
    people = find_people(article, organisations, lexicon)
    dates = find_dates(text, None, lexicon)
    return build_scenes(article, Named(organisations, people, places, dates), lexicon)
