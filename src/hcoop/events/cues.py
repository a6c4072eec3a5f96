"""Cues: the phrasings of `data/event_types/` by which the press tells that something happened, and where they match."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import reduce
from operator import or_

from hcoop.events.anchors import anchors, needs
from hcoop.events.event_types import EventType, event_types
from hcoop.events.phrasing import pieces
from hcoop.events.runs import parts
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
    """All cues by the words of which one must stand in the sentence, each with the bits of what it needs.

    `bits` has, by word, a bit for each set of needed words that it is one of.
    """

    by_word: Mapping[str, tuple[tuple[Cue, int], ...]]
    bits: Mapping[str, int]


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
    return _indexed(by_word)


def _indexed(by_word: Mapping[str, Sequence[Cue]]) -> Cues:
    sets = {need: 1 << number for number, need in enumerate(
        dict.fromkeys(need for cues in by_word.values() for cue in cues for need in cue.needs))}
    bits: dict[str, int] = {}
    for need, bit in sets.items():
        for word in need:
            bits[word] = bits.get(word, 0) | bit
    needed = {word: tuple((cue, _sum(sets[need] for need in cue.needs)) for cue in cues)
              for word, cues in by_word.items()}
    return Cues(needed, bits)


def _sum(bits: Iterable[int]) -> int:
    return reduce(or_, bits, 0)


def _verb(source: Mapping[str, str], words: Wording) -> re.Match[str] | None:
    """Return the piece of a cue that is its trigger: the first class of verbs."""
    if source.get("weak") == "true":
        return None
    return next((piece for piece in pieces(source["pattern"]) if piece["words"] in words.verbs), None)


def _compile(source: Mapping[str, str], type_: EventType, verb: re.Match[str] | None, words: Wording) -> Cue:
    at, written = verb.start() if verb else None, parts(source["pattern"], words)
    body = "".join(f"(?P<trigger>{part})" if piece.start() == at else part for piece, part in written)
    pattern = re.compile(rf"(?<![a-z0-9-]){body if verb else f'(?P<trigger>{body})'}(?![a-z0-9])")
    flags = {flag: source.get(flag) == "true" for flag in _FLAGS}
    certain, opens = needs(source["pattern"], words)
    return Cue(source["id"], type_, pattern, certain, opens, status=source.get("status"), **flags)


def find_cues(scene: Scene, cues: Cues) -> list[Match]:
    """Return the cues that match a sentence, in order of the words that led to them."""
    words = dict(scene.tokens)
    has = _sum(cues.bits.get(word, 0) for word in words)
    # A cue to which several words lead counts where the first of them does.
    likely = dict.fromkeys(
        cue for word in words for cue, needs in cues.by_word.get(word, ()) if needs & has == needs)
    return [match for cue in likely if _are_in_order(cue.needs, scene) for match in _matches(cue, scene)]


def _are_in_order(needs: Sequence[Set[str]], scene: Scene) -> bool:
    """Tell whether one of the words of each set stands behind one of the set before."""
    if len(needs) < 2:
        return True
    at, last = 0, len(needs)
    for word, _ in scene.tokens:
        if word in needs[at]:
            at += 1
            if at == last:
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
    end, first, match = 0, cue.needs[0], cue.pattern.match
    for word, start in scene.tokens:
        if word in first and start >= end:
            found = match(scene.masked, start)
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
