"""What stands for an organisation already named: "the hospital", "his ministry", "the Korean institute"."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from hcoop.lexicon import Lexicon
from hcoop.mentions.gazetteer import Match, Matcher, Name
from hcoop.mentions.organisations.bodies import Body
from hcoop.mentions.organisations.context import Mentioned, Surroundings
from hcoop.mentions.organisations.words import words
from hcoop.records import Span

_HOME = "VN"
_WORDS_BEFORE = re.compile(r"(?:[\w'.-]+ ){1,5}$")
_WORD = re.compile(r"[\w'.-]+")
_OF_SOMETHING = re.compile(r"-\w| (?:of|for) [a-z]")
_TITLE_AFTER = re.compile(r" ([A-Z][a-z]+)")


class _Phrase(NamedTuple):
    start: int
    end: int
    noun: str
    places: Sequence[Mentioned]
    own: bool


class Again:
    """Finds definite mentions and gives each to the last fitting organisation named before it."""

    def __init__(self, lexicon: Lexicon) -> None:
        data = lexicon["organisation_kinds"]
        self._kinds: dict[str, set[str]] = {}
        for kind, nouns in data["called_again"].items():
            for noun in nouns:
                self._kinds.setdefault(noun, set()).add(kind)
        forms = ((noun, form) for noun in self._kinds for form in (noun, noun[0].upper() + noun[1:]))
        self._nouns = Matcher(Name(form, noun, form.isupper()) for noun, form in forms)
        self._determiners = frozenset(data["again_words"])
        self._modifiers = frozenset(data["again_modifiers"])
        self._home_nouns = frozenset(data["home_nouns"])
        self._titles = lexicon.compiled(words).titles

    def join(self, bodies: list[Body], plain: str, around: Surroundings) -> None:
        """Add to the bodies the places at which the text stands for them by a noun."""
        named = sorted((span.start, span.end, at) for at, body in enumerate(bodies) for span in body.mentions)
        taken = bytearray(len(plain))
        for start, end, _ in named:
            taken[start:end] = b"\x01" * (end - start)
        found: list[tuple[int, int, int]] = []
        for match in self._nouns.find(plain):
            free = not any(taken[match.start : match.end]) and not _OF_SOMETHING.match(plain, match.end)
            phrase = self._phrase(match, plain, around) if free else None
            chosen = self._antecedent(phrase, bodies, [*named, *found]) if phrase else None
            if phrase and chosen is not None:
                found.append((phrase.start, phrase.end, chosen))
                bodies[chosen].mentions.append(Span(phrase.start, phrase.end))

    def _phrase(self, match: Match[str], plain: str, around: Surroundings) -> _Phrase | None:
        """Return the noun with "the" and what stands between, or None if it is not said which one is meant."""
        noun = match.value
        begin = max(0, match.start - 60)
        chain = _WORDS_BEFORE.search(plain[begin : match.start])
        first, start, own = match.start, None, False
        for word in reversed(list(_WORD.finditer(chain[0])) if chain else []):
            at = match.start - len(chain[0]) + word.start() if chain else 0
            if word[0].lower() in self._determiners:
                start, own = at, word[0].lower() not in {"the", "this", "that"}
                break
            if not self._modifies(word[0]) and not any(m.start <= at < m.end for m in around.within(at - 25, at + 1)):
                break
            first = at
        places = [m for m in around.within(first, match.start) if m.end <= match.start]
        if start is None and not places and not self._is_office(match, plain):
            return None
        return _Phrase(
            places[0].start if start is None and places else first if start is None else start,
            match.end,
            noun,
            places,
            own,
        )

    def _modifies(self, word: str) -> bool:
        return word.removesuffix("'s") in self._modifiers or word in self._modifiers

    def _is_office(self, match: Match[str], plain: str) -> bool:
        # "Hospital Director Nguyen Khanh Toan"
        after = _TITLE_AFTER.match(plain, match.end)
        return plain[match.start].isupper() and after is not None and after[1] in self._titles

    def _antecedent(self, phrase: _Phrase, bodies: list[Body], named: Iterable[tuple[int, int, int]]) -> int | None:
        kinds = self._kinds[phrase.noun]
        before = sorted((mention for mention in named if mention[0] < phrase.start), reverse=True)
        fitting = [at for _, _, at in before if bodies[at].kind in kinds and _agrees(bodies[at], phrase.places)]
        if not phrase.own and not phrase.places and phrase.noun in self._home_nouns:
            # The press says "the hospital" of the one at home and "the Korean hospital" of the other.
            return next((at for at in fitting if bodies[at].country == _HOME), fitting[0] if fitting else None)
        return fitting[0] if fitting else None


def _agrees(body: Body, places: Iterable[Mentioned]) -> bool:
    return all(
        place.country == body.country
        if place.kind == "country"
        else place.name == body.city or place.name.lower() in body.name.lower()
        for _, _, place in places
    )
