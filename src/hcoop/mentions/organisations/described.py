"""Names told by what is said of them: "the Korean company Hanwha", "Merck, the drug maker", "Belgium's Janssen"."""

import re
from collections.abc import Iterator

from hcoop.lexicon import Lexicon
from hcoop.mentions.gazetteer import Match, Matcher, Name
from hcoop.mentions.organisations.candidate import Candidate
from hcoop.mentions.organisations.context import Surroundings
from hcoop.mentions.organisations.words import words as words_of

_NAME = r"(?:[A-Z][\w&'-]*[\w&]|[A-Z])(?:(?: |\. ?)(?:& )?(?:[A-Z][\w&-]*\w|[A-Z]{2,}))*"
_NAMED = re.compile(rf"(?: (?:named|called))? ({_NAME})")
_ACRONYM = re.compile(r" \(([A-Z][A-Za-z]*[A-Z]\w*)\)")
_DESCRIBED = re.compile(r"[,.]| (?:of|from|based|that|which|with|in|specialis|specializ|headquarter|mak)")
_REACH = 110


class Described:
    """Finds names beside the nouns of `described_as`, and after a country's "'s"."""

    def __init__(self, lexicon: Lexicon) -> None:
        data = lexicon["organisation_kinds"]
        self._words = lexicon.compiled(words_of)
        self._kinds = {noun: kind for kind, nouns in data["described_as"].items() for noun in nouns}
        self._nouns = Matcher(Name(noun, noun) for noun in self._kinds)
        after, may = ("|".join(data[key]) for key in ("after_owned", "may_follow_owned"))
        self._owned = re.compile(
            rf"'s ({_NAME})(?![\w'-])(?! (?:{after})\b)(?=[,.;:)]|$| (?:{may}|[a-z]+ed)\b)", re.MULTILINE)
        between = rf"(?!(?:{'|'.join(data['not_described'])})\b)[\w-]+"
        self._before_noun = re.compile(rf"({_NAME}),? (?:an?|the|one of the) (?:{between} (?:and )?){{0,6}}?$")
        self._within = re.compile(rf"\b[Tt]he ({_NAME})(?: [a-z]+(?:al|ble|ical|care))? $")
        self._not_acronyms = frozenset(data["not_acronyms"])

    def find(self, plain: str, text: str, around: Surroundings) -> Iterator[Candidate]:
        """Yield the names in the plain text of an article that a description tells for a body."""
        for noun in self._nouns.find(plain):
            for start, end, acronym in self._beside(noun, plain):
                said = None if start < noun.start and not plain[end:end + 1] == " " else noun.start
                yield from self._candidate(start, end, self._kinds[noun.value], text, around, said, None, acronym)
        for match in self._owned.finditer(plain):
            owner = around.ending(match.start())
            if owner and owner.place.kind == "country":
                yield from self._candidate(match.start(1), match.end(1), "company", text, around, None, owner.place.country)

    def _beside(self, noun: Match[str], plain: str) -> Iterator[tuple[int, int, str | None]]:
        """Yield the names before and after a noun: start, end and the acronym, if the name is one."""
        if plain[noun.start - 1:noun.start] != " ":
            return
        if match := _NAMED.match(plain, noun.end):
            yield match.start(1), match.end(1), None
        if (match := _ACRONYM.match(plain, noun.end)) and match[1] not in self._not_acronyms:
            yield match.start(1), match.end(1), match[1]
        begin = max(0, noun.start - _REACH)
        if match := self._within.search(plain, begin, noun.start):
            yield match.start(1), match.end(1), None
        elif _DESCRIBED.match(plain, noun.end) and (match := self._before_noun.search(plain, begin, noun.start)):
            yield match.start(1), match.end(1), None

    def _candidate(self, start: int, end: int, kind: str, text: str, around: Surroundings, noun: int | None,
                   country: str | None = None, acronym: str | None = None) -> Iterator[Candidate]:
        parts = around.plain[start:end].split()
        bad = any(part in self._not_acronyms for part in parts) or any(part in self._words.stops or part in self._words.titles or part in self._words.head_kinds for part in parts)
        if bad or parts[0] in self._words.things or all(map(self._words.is_generic, parts)) or around.at(start):
            return
        if self._words.shape.is_person(parts) and (noun is None or len(parts) > 2):
            return
        said = around.linked(end) or around.apposed(end)
        country = country or (self._of_noun(noun, around) if noun is not None else None) or (said.place.country if said else None)
        yield Candidate(start, end, text[start:end], text[start:end], kind, country, None, sure=country is not None, acronym=acronym)

    def _of_noun(self, noun: int, around: Surroundings) -> str | None:
        before = around.within(max(0, noun - 45), noun)
        gap = around.plain[before[-1].end:noun] if before else ""
        return before[-1].place.country if before and re.fullmatch(r"(?:'s|-based|-headquartered)?(?: [a-z][\w-]*){0,4} ?", gap) else None
