"""Names that share a noun: "the Thanh Nhan, Duc Giang and Ha Dong general hospitals"."""

import re
from collections.abc import Iterator

from hcoop.lexicon import Lexicon
from hcoop.mentions.gazetteer import Matcher, Name
from hcoop.mentions.organisations.candidate import Candidate
from hcoop.mentions.organisations.context import Surroundings
from hcoop.mentions.organisations.words import words as words_of
from hcoop.text import fold

_ITEM = r"[A-Z][\w.'-]*(?: (?:[A-Z][\w.'-]*|\d+))*"
_LIST = re.compile(rf"(?:{_ITEM}, )*{_ITEM},? (?:and|&) {_ITEM}$")
_BETWEEN = re.compile(r",? (?:and|&) |, ")
_REACH = 160


class SharedHeads:
    """Finds lists of names before a plural noun; built from `shared_heads` and `shared_modifiers`."""

    def __init__(self, lexicon: Lexicon) -> None:
        data = lexicon["organisation_kinds"]
        self._heads, self._modifiers = data["shared_heads"], data["shared_modifiers"]
        self._words = lexicon.compiled(words_of)
        forms = ((head, form) for head in self._heads for form in (head, head.title()))
        self._nouns = Matcher(Name(form, head) for head, form in forms)
        self._longest_first = sorted(self._modifiers, key=len, reverse=True)

    def find(self, plain: str, text: str, around: Surroundings) -> Iterator[Candidate]:
        """Yield one candidate for each name of a list, in the plain text of an article."""
        for head in self._nouns.find(plain):
            begin = max(plain.rfind("\n", 0, head.start), plain.rfind(". ", 0, head.start), head.start - _REACH) + 1
            before = plain[begin : head.start].lower()
            modifier = next((word for word in self._longest_first if before.endswith(f" {word} ")), "")
            end = head.start - 1 - (len(modifier) + 1 if modifier else 0)
            if listed := _LIST.search(plain, begin, end):
                noun = f"{self._modifiers[modifier]} {self._heads[head.value]}" if modifier else self._heads[head.value]
                yield from self._items(listed, noun, bool(modifier), text, around)

    def _items(
        self, listed: re.Match[str], noun: str, told: bool, text: str, around: Surroundings
    ) -> Iterator[Candidate]:
        own = [span for span in _spans(listed) if self._may_be_name(*span, around)]
        if not own or (not told and all(_is_place(start, end, around) for start, end in own)):
            return
        for start, end in own:
            places = (m.place for m in around.within(start, end))
            city = next((place.name for place in places if place.country == self._words.home.code), None)
            yield Candidate(
                start,
                end,
                f"{text[start:end]} {noun}",
                text[start:end],
                self._words.kind(noun, noun.rsplit(maxsplit=1)[-1]),
                None,
                city,
            )

    def _may_be_name(self, start: int, end: int, around: Surroundings) -> bool:
        mention = around.at(start)
        parts = around.plain[start:end].split()
        return not (mention and mention.end >= end and mention.place.kind == "country") and (
            parts[0] not in self._words.stops and not any(part in self._words.head_kinds for part in parts)
        )


def _is_place(start: int, end: int, around: Surroundings) -> bool:
    """Tell whether a name is that of a whole city or province; a district may lend its name to a hospital."""
    mention = around.at(start)
    return mention is not None and fold(around.plain[start:end]) == fold(mention.place.name)


def _spans(listed: re.Match[str]) -> list[tuple[int, int]]:
    first = listed.start() + 4 * listed[0].startswith("The ")
    starts = [first, *(m.end() for m in _BETWEEN.finditer(listed.string, listed.start(), listed.end()))]
    ends = [*(m.start() for m in _BETWEEN.finditer(listed.string, listed.start(), listed.end())), listed.end()]
    return list(zip(starts, ends, strict=True))
