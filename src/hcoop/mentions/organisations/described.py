"""Names told by what is said of them: "the Korean company Hanwha", "Merck, the drug maker", "Belgium's Janssen"."""

import re
from collections.abc import Iterator

from hcoop.lexicon import Lexicon
from hcoop.mentions.organisations.candidate import Candidate
from hcoop.mentions.organisations.context import Surroundings
from hcoop.mentions.organisations.words import words as words_of

_NAME = r"(?:[A-Z][\w&'-]*[\w&]|[A-Z])(?:(?: |\. ?)(?:& )?(?:[A-Z][\w&-]*\w|[A-Z]{2,}))*"


class Described:
    """Finds names beside the nouns of `described_as`, and after a country's "'s"."""

    def __init__(self, lexicon: Lexicon) -> None:
        data = lexicon["organisation_kinds"]
        self._words = lexicon.compiled(words_of)
        self._kinds = {noun: kind for kind, nouns in data["described_as"].items() for noun in nouns}
        nouns = "|".join(sorted(map(re.escape, self._kinds), key=len, reverse=True))
        self._before = re.compile(rf"(?<![\w-])({nouns})(?: (?:named|called))? ({_NAME})")
        between = r"(?!head|director|president|chair|member|owner|founder|leader|officer)[\w-]+"
        self._after = re.compile(
            rf"({_NAME}),? (?:an?|the|one of the) (?:{between} (?:and )?){{0,6}}?({nouns})(?=,|\.| (?:of|from|based|that|which|with|in|specialis|specializ|headquarter|mak)\w*)")
        self._owned = re.compile(rf"'s ({_NAME})(?![\w'-])(?! (?:{'|'.join(data['after_owned'])})\b)(?=[,.;:)]|$| (?:{'|'.join(data['may_follow_owned'])}|[a-z]+ed)\b)", re.MULTILINE)
        self._acronym = re.compile(rf"(?<![\w-])({nouns}) \(([A-Z][A-Za-z]*[A-Z]\w*)\)")
        self._followed = re.compile(rf"\b[Tt]he ({_NAME})(?: [a-z]+(?:al|ble|ical|care))? ({nouns})(?![\w-])")
        self._not_acronyms = frozenset(data["not_acronyms"])

    def find(self, plain: str, text: str, around: Surroundings) -> Iterator[Candidate]:
        """Yield the names in the plain text of an article that a description tells for a body."""
        for match in self._before.finditer(plain):
            if plain[max(0, match.start() - 1):match.start()] == " ":
                yield from self._candidate(match.start(2), match.end(2), self._kinds[match[1]], text, around, match.start())
        for match in self._after.finditer(plain):
            yield from self._candidate(match.start(1), match.end(1), self._kinds[match[2]], text, around, None)
        for match in self._followed.finditer(plain):
            yield from self._candidate(match.start(1), match.end(1), self._kinds[match[2]], text, around, match.start())
        for match in self._acronym.finditer(plain):
            if match[2] not in self._not_acronyms:
                yield from self._candidate(match.start(2), match.end(2), self._kinds[match[1]], text, around, match.start(), None, match[2])
        for match in self._owned.finditer(plain):
            owner = around.ending(match.start())
            if owner and owner.place.kind == "country":
                yield from self._candidate(match.start(1), match.end(1), "company", text, around, None, owner.place.country)

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
