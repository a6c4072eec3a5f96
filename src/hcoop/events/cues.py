"""Cues: the phrasings of `data/event_types/` by which the press tells that something happened, and where they match."""

import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field

from hcoop.events.anchors import anchors, needs
from hcoop.events.event_types import EventType, event_types
from hcoop.events.phrasing import pieces
from hcoop.events.runs import parts
from hcoop.events.scenes import Scene
from hcoop.events.words import Wording, wording
from hcoop.lexicon import Lexicon

_FLAGS = ("nominal", "weak", "secondary", "joins", "says_who", "lasting", "carried_out", "receives", "together",
          "care", "setting")


@dataclass(slots=True, eq=False)
class Cue:
    """One phrasing: an expression over masked text whose group `trigger` is the word that carries tense.

    `needs` are sets of words of each of which a sentence must have one, in this order; those of the first begin the
    match if `opens` is true. A weak cue is a noun alone; it counts where the sentence names a partner and a time, and
    no other cue tells an event. A secondary cue, such as "financed by", gives way to any other of its clause; if it
    joins, "supplied by", its partner joins the event told before; if it says who, "it was organised by", it never
    tells an event of its own. A lasting cue, "launched a project", tells of what still runs; one of what was carried
    out only if no earlier year is told. The subject of a cue that receives is who is given to; of one that tells of
    doing together it tells nothing. A cue of care tells of what is done for the sick, which is another gift than goods.
    `status` is what a cue says of itself, whatever its tense.
    """

    id: str
    type: EventType
    expression: str
    needs: tuple[frozenset[str], ...]
    opens: bool
    nominal: bool
    weak: bool
    secondary: bool
    joins: bool
    says_who: bool
    lasting: bool
    carried_out: bool
    receives: bool
    together: bool
    care: bool
    setting: bool
    status: str | None
    _compiled: re.Pattern[str] | None = field(default=None, init=False, repr=False)

    @property
    def pattern(self) -> re.Pattern[str]:
        """The compiled expression: made when it is tried first, since few articles need more than some of them."""
        if self._compiled is None:
            self._compiled = re.compile(self.expression)
        return self._compiled


# Made by the dozen in each article, so it is not frozen: that would make it several times as slow to make.
@dataclass(slots=True, eq=False)
class Match:
    """A cue found in a sentence: the whole words and the trigger, as offsets into the article's text, end exclusive."""

    cue: Cue
    start: int
    end: int
    trigger_start: int
    trigger_end: int


# What a word tells: a bit for each set of needed words that it is one of, and the cues that it leads to, each with the
# bits of what that needs.
Clue = tuple[int, tuple[tuple[Cue, int], ...]]
Cues = Mapping[str, Clue]


def compile_cues(lexicon: Lexicon) -> Cues:
    """Read every cue of `data/event_types/`; return them by the words of which one must stand in the sentence."""
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
    bits: dict[str, int] = dict.fromkeys(by_word, 0)
    for need, bit in sets.items():
        for word in need:
            bits[word] = bits.get(word, 0) | bit
    return {word: (told, tuple((cue, sum(sets[need] for need in dict.fromkeys(cue.needs)))
                               for cue in by_word.get(word, ())))
            for word, told in bits.items()}


def _verb(source: Mapping[str, str], words: Wording) -> re.Match[str] | None:
    """Return the piece of a cue that is its trigger: the first class of verbs."""
    if source.get("weak") == "true":
        return None
    return next((piece for piece in pieces(source["pattern"]) if piece["words"] in words.verbs), None)


def _compile(source: Mapping[str, str], type_: EventType, verb: re.Match[str] | None, words: Wording) -> Cue:
    at, written = verb.start() if verb else None, parts(source["pattern"], words)
    body = "".join(f"(?P<trigger>{part})" if piece.start() == at else part for piece, part in written)
    expression = rf"(?<![a-z0-9-]){body if verb else f'(?P<trigger>{body})'}(?![a-z0-9])"
    flags = {flag: source.get(flag) == "true" for flag in _FLAGS}
    certain, opens = needs(source["pattern"], words)
    return Cue(source["id"], type_, expression, certain, opens, status=source.get("status"), **flags)


def find_cues(scene: Scene, cues: Cues) -> list[Match]:
    """Return the cues that match a sentence, in order of the words that led to them."""
    clues = [cues[word] for word in dict(scene.tokens) if word in cues]
    lacking = ~0
    for bits, _ in clues:
        lacking &= ~bits
    # A cue to which several words lead counts where the first of them does.
    likely = {cue: None for _, led_to in clues for cue, needs in led_to if not needs & lacking}
    return [_match(found, cue, scene) for cue in likely if len(cue.needs) < 2 or _are_in_order(cue.needs, scene)
            for found in (_openings(cue, scene) if cue.opens else cue.pattern.finditer(scene.masked))]


def _are_in_order(needs: Sequence[Set[str]], scene: Scene) -> bool:
    """Tell whether one of the words of each set stands behind one of the set before."""
    at, last, wanted = 0, len(needs) - 1, needs[0]
    for word, _ in scene.tokens:
        if word in wanted:
            if at == last:
                return True
            at += 1
            wanted = needs[at]
    return False


def _openings(cue: Cue, scene: Scene) -> list[re.Match[str]]:
    """Return what `finditer` would, trying only the words that can open the cue."""
    end, first, listed = 0, cue.needs[0], []
    for word, start in scene.tokens:
        if word in first and start >= end and (found := cue.pattern.match(scene.masked, start)):
            listed.append(found)
            end = found.end()
    return listed


def _match(first: re.Match[str], cue: Cue, scene: Scene) -> Match:
    found, at = _nearest(first, cue, scene) if cue.type.gift else first, scene.start
    start, end = found.span("trigger")
    return Match(cue, at + found.start(), at + found.end(), at + start, at + end)


def _nearest(found: re.Match[str], cue: Cue, scene: Scene) -> re.Match[str]:
    """Return the last match of a gift that ends where one does: "gave a van" in "grant managers said it gave a van"."""
    while found.start("trigger") == found.start():
        inner = cue.pattern.search(scene.masked, found.start() + 1, found.end())
        if inner is None or inner.end() != found.end():
            break
        found = inner
    return found
