"""Where a name ends: a number, and what follows "of" or "for" after its head."""

from collections.abc import Sequence
from typing import NamedTuple

from hcoop.mentions.organisations.tokens import Token
from hcoop.mentions.organisations.words import Words


def is_name_word(token: Token, words: Words) -> bool:
    """Tell whether a word may be part of a name: it has a capital and is no title, but a ruler's."""
    return (
        token.capital
        and token.text not in words.no_part
        and not token.text.endswith(words.compound_endings)
    )


def end_of_name(tokens: Sequence[Token], head: int, words: Words, places: frozenset[int], first: int) -> int:
    """Return the last token of a name that begins at token `first` and has its head at `head`."""
    last, alone = head, first == head
    if last + 1 < len(tokens) and tokens[last + 1].spaced and _is_number(tokens, last + 1, words, tokens[first:head]):
        return last + 1 + (tokens[last + 1].text in _NUMBER and last + 2 < len(tokens))
    if last + 1 < len(tokens) and tokens[last + 1].text == words.head_tails.get(tokens[head].text):
        last += 1
    whole_head = last
    generic = alone or all(words.is_generic(token.text) for token in tokens[first:head])
    while last + 2 < len(tokens) and tokens[last + 1].text in words.name_links:
        start = last + 2 + (tokens[last + 2].text == "the")
        any_name = generic and last == whole_head and tokens[head].text in words.of_place
        scope = _Scope(words, places, any_name, any_name and (alone or tokens[head].text in words.of_any_place))
        if _is_university(tokens, head, start, words):
            return end_of_name(tokens, start, words, places, start)
        of_university = _end_of_university(tokens, head, start, words, places)
        if of_university is not None:
            return of_university
        end = _object(tokens, start, scope)
        if end < start:
            break
        last = end
    if last > whole_head and _numbered(tokens, last + 1):
        return last + 2  # "Company for Vaccine Production No 1"
    return _with_city(tokens, last, head, words, places)


def _numbered(tokens: Sequence[Token], at: int) -> bool:
    return at + 1 < len(tokens) and tokens[at].text in _NUMBER and tokens[at + 1].text[0].isdigit()


def _is_university(tokens: Sequence[Token], head: int, start: int, words: Words) -> bool:
    # "Hospital of the University of Pennsylvania"
    return (
        start + 1 < len(tokens)
        and words.head_kinds[tokens[head].text] == "hospital"
        and words.head_kinds.get(tokens[start].text) == "university"
        and tokens[start + 1].text in words.name_links
    )


def _end_of_university(
    tokens: Sequence[Token], head: int, start: int, words: Words, places: frozenset[int]
) -> int | None:
    """Return where "Affiliated Hospital of Guangxi Medical University" or "University of Malaya Hospital" ends."""
    kind = words.head_kinds[tokens[head].text]
    if kind == "hospital" and tokens[head - 1].text in words.affiliated:
        wanted = "university"
    elif kind == "university" and start < len(tokens) and tokens[start].start in places:
        wanted = "hospital"
    else:
        return None
    for at in range(start, min(start + _MOST_WORDS, len(tokens))):
        if (at > start and not tokens[at].spaced) or not is_name_word(tokens[at], words):
            return None
        phrase = f"{tokens[at - 1].text} {tokens[at].text}"
        if at > start and words.kind(phrase, tokens[at].text) == wanted:
            linked = at + 2 < len(tokens) and wanted == "university"
            school = at + 1 if linked and tokens[at + 1].text in words.bare_divisions else None
            return end_of_name(tokens, school, words, places, school) if school else at
    return None


def _is_number(tokens: Sequence[Token], at: int, words: Words, before: Sequence[Token]) -> bool:
    if tokens[at].text == "No." or _numbered(tokens, at):
        return True
    # "Military Hospital 175" has a number; "gives the Yen Bai Hospital 120 more beds" gives beds.
    proper = [
        token.text
        for token in before
        if token.capital and not words.is_generic(token.text) and token.text not in words.owners
    ]
    return not proper and words.numbered.fullmatch(tokens[at].text) is not None and tokens[at].text[0].isdigit()


_NUMBER = frozenset({"No", "No."})
# The name of a university's hospital has so many words behind "of" at most.
_MOST_WORDS = 6


class _Scope(NamedTuple):
    """What may follow "of": anything with a capital, a place alone, or but what the body is about."""

    words: Words
    places: frozenset[int]
    any_name: bool
    any_place: bool


def _object(tokens: Sequence[Token], start: int, scope: _Scope) -> int:
    """Return the last token of what follows "of", or one before `start` if it is no part of the name."""
    words, places, any_name, any_place = scope
    end = _group(tokens, start, words)
    if end < start or (
        not any_name and not words.is_field(tokens[start].text) and not _about(tokens, start, end, words)
    ):
        return start - 1
    if tokens[start].start in places and not any_place and not _about(tokens, start + 1, end, words):
        return start - 1
    while words.is_field(tokens[end].text) and end + 2 < len(tokens):
        step = end + 2 if tokens[end + 1].text in {"and", "&"} else end + 2 if tokens[end + 1].text == "," else 0
        if not step or tokens[step].start in places:
            break
        # "Neurology and Vascular Medicine": what is said of a field goes with it.
        if not words.is_field(tokens[step].text) and not _qualifies(tokens, step, words):
            break
        stop = _group(tokens, step, words)
        if stop < step or (tokens[end + 1].text == "," and not _and_follows(tokens, stop, words)):
            break
        end = stop
    return end


def _qualifies(tokens: Sequence[Token], at: int, words: Words) -> bool:
    follows = tokens[at + 1] if at + 1 < len(tokens) else None
    return follows is not None and words.is_quality(tokens[at].text) and words.is_field(follows.text)


def _about(tokens: Sequence[Token], start: int, end: int, words: Words) -> bool:
    return any(words.is_field(token.text) for token in tokens[start : end + 1])


def _and_follows(tokens: Sequence[Token], at: int, words: Words) -> bool:
    for here in range(at + 1, min(at + 9, len(tokens))):
        if tokens[here].text in {"and", "&"}:
            return here + 1 < len(tokens) and words.is_field(tokens[here + 1].text)
        if tokens[here].text != "," and not tokens[here].capital:
            return False
    return False


def _group(tokens: Sequence[Token], start: int, words: Words) -> int:
    """Return the last of the capitalised words from `start` on; one before it if they end in another name's head."""
    end = start - 1
    while (
        end + 1 < len(tokens)
        and (end < start or tokens[end + 1].spaced or tokens[end + 1].text == "'s")
        and end - start < 6
    ):
        token = tokens[end + 1]
        if token.text in {"'s", "'"} and end >= start and tokens[end].text in words.owners:
            end += 1
            continue
        if token.text == "-" and end >= start and end + 2 < len(tokens) and words.is_field(tokens[end + 2].text):
            end += 1
            continue
        if not is_name_word(token, words) or (token.text in words.head_kinds and not words.is_field(token.text)):
            break
        end += 1
    follows = tokens[end + 1] if end + 1 < len(tokens) else None
    if follows and follows.spaced and follows.text in words.head_kinds and follows.text not in words.fields:
        return start - 1
    # "Department of Health Nguyen Van A": what follows the last word of a field is another name.
    return max((at for at in range(start, end + 1) if words.is_field(tokens[at].text)), default=end)


def _with_city(tokens: Sequence[Token], last: int, head: int, words: Words, places: frozenset[int]) -> int:
    # "University of California, San Francisco", "University of Medicine and Pharmacy at Ho Chi Minh City"
    if last <= head or tokens[head].text not in words.with_city or last + 2 >= len(tokens):
        return last
    state = tokens[last + 1].text == "," and tokens[last].start in places
    beside = [token.text for token in tokens[last + 2 : last + 4]]
    if beside[0] in words.countries or " ".join(beside) in words.countries:  # "the University of Calgary, Canada"
        return last
    if (state or tokens[last + 1].text == "at") and tokens[last + 2].start in places:
        end = last + 2
        while end + 1 < len(tokens) and tokens[end + 1].spaced and tokens[end + 1].capital and end < last + 5:
            end += 1
        return end
    return last
