"""What stands for an organisation already named: "the hospital", "his ministry", "the Korean institute"."""

import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from hcoop.lexicon import Lexicon
from hcoop.mentions.gazetteer import Match, Matcher, Name
from hcoop.mentions.organisations.bodies import Body
from hcoop.mentions.organisations.context import Mentioned, Surroundings
from hcoop.mentions.organisations.words import words
from hcoop.records import Span

_WORD_END = re.compile(r"[\w'.-]+$")
_END = re.compile(r'[.?!] |\n|\." ')
# "the 700-bed hospital"
_MEASURE = re.compile(r"\d[\d,.]*-[a-z]+")
_REACH = 60
_MOST = 5
_NEAR = 1000
_ARTICLE = 5
_TITLE_AFTER = re.compile(r" ([A-Z][a-z]+)")


class _Said(NamedTuple):
    """A mention at `[start:end]` of the body with that index."""

    start: int
    end: int
    body: int


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
        self._pointing, self._owners = frozenset(data["again_words"]), frozenset(data["again_owners"])
        self._modifiers = frozenset(data["again_modifiers"])
        self._home, self._home_nouns = lexicon["profile"]["home"], frozenset(data["home_nouns"])
        self._else = re.compile(rf"-\w| (?:(?:of|for) [A-Za-z]|(?:{'|'.join(data['again_not'])})\b)")
        self._titles = lexicon.compiled(words).titles

    def join(self, bodies: list[Body], plain: str, around: Surroundings) -> None:
        """Add to the bodies the places at which the text stands for them by a noun."""
        named = sorted(_Said(span.start, span.end, at) for at, body in enumerate(bodies) for span in body.mentions)
        taken = bytearray(len(plain))
        for said in named:
            taken[said.start : said.end] = b"\x01" * (said.end - said.start)
        for match in self._nouns.find(plain):
            free = not any(taken[match.start : match.end]) and not self._else.match(plain, match.end)
            phrase = self._phrase(match, plain, around) if free else None
            chosen = self._antecedent(phrase, bodies, named, plain) if phrase else None
            if phrase and chosen is not None:
                insort(named, _Said(phrase.start, phrase.end, chosen))
                bodies[chosen].mentions.append(Span(phrase.start, phrase.end))

    def _phrase(self, match: Match[str], plain: str, around: Surroundings) -> _Phrase | None:
        """Return the noun with "the" and what stands between, or None if it is not said which one is meant."""
        first, start, own = match.start, None, False
        for word in reversed(_words_before(plain, match.start)):
            at = first - 1 - len(word)
            if word.lower() in self._pointing | self._owners:
                start, own = at, word.lower() in self._owners
                break
            if not self._modifies(word) and not any(m.start <= at < m.end for m in around.within(at - 25, at + 1)):
                break
            first = at
        places = [m for m in around.within(first, match.start) if m.end <= match.start]
        if start is None and not places and not self._is_office(match, plain):
            return None
        return _Phrase(
            places[0].start if start is None and places else first if start is None else start,
            match.end,
            match.value,
            places,
            own,
        )

    def _modifies(self, word: str) -> bool:
        if word in self._modifiers or _MEASURE.fullmatch(word):
            return True
        # "the city's hospital", but "the university's hospital" is another than "the university hospital".
        owner = word.removesuffix("'s")
        return owner in self._modifiers and owner not in self._kinds

    def _is_office(self, match: Match[str], plain: str) -> bool:
        # "Hospital Director Nguyen Khanh Toan"
        after = _TITLE_AFTER.match(plain, match.end)
        return plain[match.start].isupper() and after is not None and after[1] in self._titles

    def _antecedent(self, phrase: _Phrase, bodies: list[Body], named: Sequence[_Said], plain: str) -> int | None:
        kinds = self._kinds[phrase.noun]
        fitting = [
            said
            for said in reversed(named[: bisect_left(named, (phrase.start,))])
            if bodies[said.body].kind in kinds and _agrees(bodies[said.body], phrase.places, self._home)
        ]
        if not fitting:
            return None
        if not phrase.own and not phrase.places and phrase.noun in self._home_nouns:
            at_home = [said for said in fitting if bodies[said.body].country == self._home]
            return _of_home(phrase, fitting, at_home or fitting, bodies, plain).body
        return _called_so(phrase, fitting, bodies)[0].body


def _called_so(phrase: _Phrase, fitting: Sequence[_Said], bodies: list[Body]) -> Sequence[_Said]:
    """Return those named not far before whose name has the noun, else all: "the institute" is rather an institute."""
    noun = phrase.noun.lower().replace("centre", "center")
    near = (said for said in fitting if said.start > phrase.start - _NEAR)
    return [
        said for said in near if noun in " ".join(bodies[said.body].aliases).lower().replace("centre", "center")
    ] or fitting


def _words_before(plain: str, start: int) -> list[str]:
    """Return up to five words that stand before an offset with single spaces between, in order."""
    *words, none = plain[max(0, start - _REACH) : start].split(" ")
    found: list[str] = []
    for word in reversed(words if none == "" else []):
        last = _WORD_END.search(word)
        if last:
            found.insert(0, last[0])
        if last is None or last[0] != word or len(found) == _MOST:
            break
    return found


def _of_home(
    phrase: _Phrase, fitting: Sequence[_Said], at_home: Sequence[_Said], bodies: list[Body], plain: str
) -> _Said:
    """Return which one "the hospital" is: the press says so of the one at home and "the Korean hospital" of the other.

    It is the other's only where the sentence before began with it. Of two in a sentence it is the first, its subject.
    """
    begin = _sentence(plain, phrase.start)
    last = [said for said in fitting if _sentence(plain, begin - 2) <= said.start < begin]
    if last and plain[begin - 1] != "\n" and last[-1].start - _sentence(plain, begin - 2) < _ARTICLE:
        return last[-1]
    home = _called_so(phrase, at_home, bodies)
    there = _sentence(plain, home[0].start)
    if there == begin:
        return home[0]
    return next(
        (said for said in reversed(home) if said.start >= there and not plain.startswith("'s ", said.end)), home[0]
    )


def _sentence(plain: str, at: int) -> int:
    """Return where the sentence of an offset begins."""
    ends = _ends(plain)
    return ends[bisect_right(ends, max(at, 0)) - 1]


@lru_cache(maxsize=8)
def _ends(plain: str) -> tuple[int, ...]:
    """Return where the sentences of a text begin, the first at 0; a look back for each would take its whole length."""
    return (0, *[match.end() for match in _END.finditer(plain)])


def _agrees(body: Body, places: Iterable[Mentioned], home: str) -> bool:
    return all(
        place.country == body.country
        if place.kind == "country" or place.country != home
        else place.name == body.city or place.name.lower() in body.name.lower()
        for _, _, place in places
    )
