"""Names told by what is said of them: "the Korean company Hanwha", "Merck, the drug maker", "Belgium's Janssen"."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from hcoop.lexicon import Lexicon
from hcoop.mentions.gazetteer import Match, Matcher, Name
from hcoop.mentions.organisations.candidate import Candidate
from hcoop.mentions.organisations.context import Surroundings
from hcoop.mentions.organisations.words import words as words_of

_NAME = (
    r"(?:[A-Z][\w&'-]*[\w&]|[A-Z])(?:(?: |(?<=\b[A-Z])\. ?)(?:& |d'|de |du |des |la )?[A-Z][\w&-]*\w)*"
)
_NAMED_APART = re.compile(rf", ({_NAME})")
_OF_NAME = re.compile(r" (?:of|for|without) ([A-Z][\w-]+)")
_ACRONYM = re.compile(r" \(([A-Z][A-Za-z]*[A-Z]\w*)\)")
_REACH = 110


class _Told(NamedTuple):
    """A name and what is said of it; `apart` tells that no noun stands right beside it."""

    start: int
    end: int
    kind: str
    country: str | None
    apart: bool
    acronym: str | None


class Described:
    """Finds names beside the nouns of `described_as`, and after a country's "'s"."""

    def __init__(self, lexicon: Lexicon) -> None:
        data = lexicon["organisation_kinds"]
        self._words = lexicon.compiled(words_of)
        self._kinds = {noun: kind for kind, nouns in data["described_as"].items() for noun in nouns}
        self._nouns = Matcher(Name(noun, noun, noun.isupper()) for noun in self._kinds)
        after, may, owners, links, goes_on, endings = (
            "|".join(data[key])
            for key in (
                "after_owned",
                "may_follow_owned",
                "again_owners",
                "described_links",
                "after_described",
                "describing_endings",
            )
        )
        seated = "|".join(f"-{participle}" for participle in data["place_links"]["participles"])
        self._named = re.compile(rf"(?: (?:{links}))? ({_NAME})")
        self._owner = re.compile(rf"(?:'s|\b(?:{owners}))(?: [a-z][\w-]*)? $")
        self._described = re.compile(rf"[,.]| (?:{goes_on})")
        self._of_country = re.compile(rf"(?:'s|{seated})?(?: [a-z][\w-]*){{0,4}} ?")
        self._owned = re.compile(
            rf"(?:'s|-based) ({_NAME})(?![\w'-])(?! (?:{after})\b)(?=[,.;:)]|$| (?:{may}|[a-z]+ed)\b)", re.MULTILINE
        )
        between = rf"(?!(?:{'|'.join(data['not_described'])})\b)[\w-]+"
        self._before_noun = re.compile(rf"({_NAME}),? (?:an?|the|one of the) (?:{between} (?:and )?){{0,6}}?$")
        self._within = re.compile(rf"\b[Tt]he (?:[\w-]+(?:{seated}) )?({_NAME})(?: [a-z]+(?:{endings}))? $")
        self._not_acronyms = frozenset(data["not_acronyms"])
        self._may_be_of = frozenset(data["may_be_of"])
        self._never = self._not_acronyms | self._words.titles | self._words.head_kinds.keys()

    def find(self, plain: str, text: str, around: Surroundings) -> Iterator[Candidate]:
        """Yield the names in the plain text of an article that a description tells for a body."""
        for noun in self._nouns.find(plain):
            for start, last, acronym in self._beside(noun, plain):
                end = self._whole(noun, last, plain, around)
                said = None if start < noun.start and plain[end : end + 1] != " " else noun.start
                seat = around.described(start, self._words.described)
                country = seat.place.country if seat else self._of_noun(said, around) if said is not None else None
                yield from self._candidate(
                    _Told(start, end, self._kinds[noun.value], country, said is None, acronym), text, around
                )
        for match in self._owned.finditer(plain):
            owner = around.ending(match.start())
            if owner and (owner.place.kind == "country" or match[0].startswith("-")):
                yield from self._candidate(
                    _Told(*match.span(1), "company", owner.place.country, True, None), text, around
                )

    def _whole(self, noun: Match[str], end: int, plain: str, around: Surroundings) -> int:
        """Return where a charity's name ends: "Chairs of Hope" goes on, "Orbis of the United States" does not."""
        more = _OF_NAME.match(plain, end) if end > noun.end and self._kinds[noun.value] in self._may_be_of else None
        return more.end() if more and not around.at(more.start(1)) else end

    def _beside(self, noun: Match[str], plain: str) -> Iterator[tuple[int, int, str | None]]:
        """Yield the names before and after a noun: start, end and the acronym, if the name is one."""
        if plain[noun.start - 1 : noun.start] != " ":
            return
        owned = self._owner.search(plain, max(0, noun.start - 30), noun.start)
        if match := self._named.match(plain, noun.end) or (_NAMED_APART.match(plain, noun.end) if owned else None):
            yield match.start(1), match.end(1), None
        if (match := _ACRONYM.match(plain, noun.end)) and match[1] not in self._not_acronyms:
            yield match.start(1), match.end(1), match[1]
        begin = max(0, noun.start - _REACH)
        match = self._within.search(plain, begin, noun.start)
        if not match and self._described.match(plain, noun.end):
            match = self._before_noun.search(plain, begin, noun.start)
        if match:
            yield match.start(1), match.end(1), None

    def _candidate(self, told: _Told, text: str, around: Surroundings) -> Iterator[Candidate]:
        parts = [part.removesuffix("'s") for part in around.plain[told.start : told.end].split()]
        words = self._words
        if (
            self._never.intersection(parts)
            or parts[0] in words.stops
            or parts[0] in words.things
            or around.at(told.start)
            or around.plain[told.start : told.end].endswith(words.not_names)
        ):
            return
        if all(map(words.is_generic, parts)) or (words.home.shape.is_person(parts) and (told.apart or len(parts) > 2)):
            return
        said = around.linked(told.end) or around.apposed(told.end)
        country = told.country or (said.place.country if said else None)
        written, sure = text[told.start : told.end], country is not None
        yield Candidate(
            told.start, told.end, written, written, told.kind, country, None, sure=sure, acronym=told.acronym
        )

    def _of_noun(self, noun: int, around: Surroundings) -> str | None:
        before = around.within(max(0, noun - 45), noun)
        gap = around.plain[before[-1].end : noun] if before else ""
        return (
            before[-1].place.country
            if before and self._of_country.fullmatch(gap)
            else None
        )
