"""Cues: the phrasings by which the press tells that something happened, from `data/event_types/`, and where they match."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from hcoop.events.words import Wording, alternatives, wording
from hcoop.lexicon import Lexicon

# Letters that stand for a mention in a masked sentence; see scenes.py.
MASKS = {
    "HOME": "H", "PARTNER": "P", "BODY": "HPU", "PERSON": "N", "COUNTRY": "C", "ABROAD": "CF", "VIETNAM": "V",
    "DATE": "D", "PARTY": "HPUN", "FOREIGN": "PCF", "ANY": "HPUNCFV",
}
_TOKEN = re.compile(r"\{(?P<words>\w+)\}|(?P<gap> *\.\.\.? *)|(?P<mask>[A-Z]{4,})|(?P<number>#)|(?P<space> +)|(?P<other>.)")


@dataclass(frozen=True, slots=True)
class Cue:
    """One phrasing: an expression over masked text whose group `trigger` is the word that carries tense.

    A weak cue is a noun alone; it counts where the sentence names a partner and a time, and no other cue tells an event.
    A secondary cue, such as "financed by", gives way to any other of its clause; if it joins, "supplied by", its partner
    joins the event told before. A lasting cue, "launched a
    project", tells of what still runs. `status` is what a cue says of itself, whatever its tense.
    """

    id: str
    type: str
    pattern: re.Pattern[str]
    anchors: frozenset[str]
    nominal: bool
    weak: bool
    secondary: bool
    joins: bool
    lasting: bool
    status: str | None


@dataclass(frozen=True, slots=True)
class Match:
    """A cue found in a sentence: the whole words and the trigger, as offsets into the article's text."""

    cue: Cue
    start: int
    end: int
    trigger_start: int
    trigger_end: int


@dataclass(frozen=True, slots=True)
class Cues:
    """All cues by the words that can begin them."""

    by_word: dict[str, tuple[Cue, ...]]


def compile_cues(lexicon: Lexicon) -> Cues:
    """Compile every cue of `data/event_types/`."""
    words = lexicon.compiled(wording)
    by_word: dict[str, list[Cue]] = {}
    for name, entry in lexicon.folder("event_types").items():
        for cue in entry["cues"]:
            compiled = _compile(cue, name, words)
            for anchor in compiled.anchors:
                by_word.setdefault(anchor, []).append(compiled)
    return Cues({word: tuple(cues) for word, cues in by_word.items()})


def _compile(cue: dict[str, str], type_: str, words: Wording) -> Cue:
    tokens = list(_TOKEN.finditer(cue["pattern"].strip()))
    weak = cue.get("weak") == "true"
    verb = None if weak else next((token for token in tokens if token["words"] in words.verbs), None)
    pieces = [f"(?P<trigger>{_piece(token, words)})" if token is verb else _piece(token, words) for token in tokens]
    body = "".join(pieces) if verb else f"(?P<trigger>{''.join(pieces)})"
    anchors = _first_words(words.forms[verb["words"]]) if verb else _openings(cue["pattern"], words)
    pattern = re.compile(r"(?<![a-z0-9-])" + body + r"(?![a-z0-9])")
    return Cue(cue["id"], type_, pattern, anchors, cue.get("nominal") == "true", weak, cue.get("secondary") == "true", cue.get("joins") == "true", cue.get("lasting") == "true", cue.get("status"))


def _first_words(forms: Iterable[str]) -> frozenset[str]:
    return frozenset(re.split(r"[ -]", form)[0] for form in forms)


def _openings(source: str, words: Wording) -> frozenset[str]:
    """Return the words that can begin a pattern without a verb class: those of its first group, word class or word."""
    head = re.sub(r"^(?:\([^()]*\)\? *)+", "", source)
    first = head[1:head.index(")")].split("|") if head.startswith("(") else [head.split(" ")[0]]
    forms = (form for part in first for form in (words.forms[part.strip("{}")] if part.startswith("{") else [part]))
    return _first_words(forms)


def _piece(token: re.Match[str], words: Wording) -> str:
    if token["words"]:
        return alternatives(words.forms[token["words"]])
    if token["gap"]:
        reach = 220 if "..." in token["gap"] else 90
        return rf"(?![a-z0-9])[^;]{{1,{reach}}}?(?<![a-z0-9])"
    if token["mask"]:
        return f"[{MASKS[token['mask']]}]+"
    if token["number"]:
        return f"(?:{words.number})"
    return " +" if token["space"] else token["other"]


def find_cues(masked: str, offset: int, cues: Cues) -> Iterator[Match]:
    """Yield the cues that match a masked sentence which begins at `offset` of the article."""
    tried: set[str] = set()
    for word in re.findall(r"[a-z0-9]+", masked):
        for cue in cues.by_word.get(word, ()):
            if cue.id in tried:
                continue
            tried.add(cue.id)
            for found in cue.pattern.finditer(masked):
                trigger = found.span("trigger")
                yield Match(cue, offset + found.start(), offset + found.end(), offset + trigger[0], offset + trigger[1])
