"""Cues: the phrasings of `data/event_types/` by which the press tells that something happened, and where they match."""

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from hcoop.events.anchors import anchors, needs
from hcoop.events.event_types import EventType, event_types
from hcoop.events.phrasing import piece_pattern, pieces
from hcoop.events.scenes import Scene
from hcoop.events.words import Wording, wording
from hcoop.lexicon import Lexicon

_FLAGS = ("nominal", "weak", "secondary", "joins", "says_who", "lasting", "receives", "care")


@dataclass(frozen=True, slots=True, eq=False)
class Cue:
    """One phrasing: an expression over masked text whose group `trigger` is the word that carries tense.

    `needs` are sets of words of each of which a sentence must have one, in this order; those of the first begin the
    match if `opens` is true. A weak cue is a noun alone; it counts where the sentence names a partner and a time, and
    no other cue tells an event. A secondary cue, such as "financed by", gives way to any other of its clause; if it
    joins, "supplied by", its partner joins the event told before; if it says who, "it was organised by", it never tells
    an event of its own. A lasting cue, "launched a project", tells of what still runs. The subject of a cue that
    receives is who is given to. A cue of care tells of what is done for the sick, which is another gift than goods.
    `status` is what a cue says of itself, whatever its tense.
    """

    id: str
    type: EventType
    pattern: re.Pattern[str]
    needs: tuple[frozenset[str], ...]
    opens: bool
    nominal: bool
    weak: bool
    secondary: bool
    joins: bool
    says_who: bool
    lasting: bool
    receives: bool
    care: bool
    status: str | None


@dataclass(frozen=True, slots=True)
class Match:
    """A cue found in a sentence: the whole words and the trigger, as offsets into the article's text, end exclusive."""

    cue: Cue
    start: int
    end: int
    trigger_start: int
    trigger_end: int


@dataclass(frozen=True, slots=True)
class Cues:
    """All cues by the words of which one must stand in the sentence."""

    by_word: Mapping[str, tuple[Cue, ...]]


def compile_cues(lexicon: Lexicon) -> Cues:
    """Compile every cue of `data/event_types/`."""
    words, types = lexicon.compiled(wording), lexicon.compiled(event_types)
    by_word: dict[str, list[Cue]] = {}
    for name, entry in lexicon.folder("event_types").items():
        for source in entry["cues"]:
            verb = _verb(source, words)
            cue = _compile(source, types[name], verb, words)
            for anchor in anchors(source["pattern"], verb and verb["words"], words):
                by_word.setdefault(anchor, []).append(cue)
    return Cues({word: tuple(cues) for word, cues in by_word.items()})


def _verb(source: Mapping[str, str], words: Wording) -> re.Match[str] | None:
    """Return the piece of a cue that is its trigger: the first class of verbs."""
    if source.get("weak") == "true":
        return None
    return next((piece for piece in pieces(source["pattern"]) if piece["words"] in words.verbs), None)


def _compile(source: Mapping[str, str], type_: EventType, verb: re.Match[str] | None, words: Wording) -> Cue:
    parts = [(piece, piece_pattern(piece, words)) for piece in pieces(source["pattern"])]
    at = verb.start() if verb else None
    body = "".join(f"(?P<trigger>{part})" if piece.start() == at else part for piece, part in parts)
    pattern = re.compile(rf"(?<![a-z0-9-]){body if verb else f'(?P<trigger>{body})'}(?![a-z0-9])")
    flags = {flag: source.get(flag) == "true" for flag in _FLAGS}
    certain, opens = needs(source["pattern"], words)
    return Cue(source["id"], type_, pattern, certain, opens, status=source.get("status"), **flags)


def find_cues(scene: Scene, cues: Cues) -> Iterator[Match]:
    """Yield the cues that match a sentence, in order of the words that led to them."""
    tried: set[Cue] = set()
    for word in scene.words_once:
        for cue in cues.by_word.get(word, ()):
            if cue not in tried:
                tried.add(cue)
                if _can_match(cue, scene):
                    yield from _matches(cue, scene)


def _can_match(cue: Cue, scene: Scene) -> bool:
    for need in cue.needs:
        if need.isdisjoint(scene.vocabulary):
            return False
    return len(cue.needs) < 2 or _in_order(cue.needs, scene)


def _in_order(needs: Sequence[Set[str]], scene: Scene) -> bool:
    """Tell whether one of the words of each set stands behind one of the set before."""
    at = 0
    for word, _ in scene.tokens:
        if word in needs[at]:
            at += 1
            if at == len(needs):
                return True
    return False


def _matches(cue: Cue, scene: Scene) -> Iterator[Match]:
    at = scene.start
    for first in _openings(cue, scene) if cue.opens else cue.pattern.finditer(scene.masked):
        found = _nearest(first, cue, scene)
        start, end = found.span("trigger")
        yield Match(cue, at + found.start(), at + found.end(), at + start, at + end)


def _openings(cue: Cue, scene: Scene) -> Iterator[re.Match[str]]:
    """Yield what `finditer` would, trying only the words that can open the cue."""
    end = 0
    for word, start in scene.tokens:
        if start >= end and word in cue.needs[0]:
            found = cue.pattern.match(scene.masked, start)
            if found:
                yield found
                end = found.end()


def _nearest(found: re.Match[str], cue: Cue, scene: Scene) -> re.Match[str]:
    """Return the last match of a gift that ends where one does: "gave a van" in "grant managers said it gave a van"."""
    while cue.type.gift and found.start("trigger") == found.start():
        inner = cue.pattern.search(scene.masked, found.start() + 1, found.end())
        if inner is None or inner.end() != found.end():
            break
        found = inner
    return found
