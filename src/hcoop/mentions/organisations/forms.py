"""Names of organisations told by their form: a head noun, what stands before it and what follows "of" or "for"."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from hcoop.mentions.organisations.objects import end_of_name, is_name_word
from hcoop.mentions.organisations.tokens import Token
from hcoop.mentions.organisations.words import Words

_MAX_BEFORE = 9
_DASHES = frozenset("-–")


class Form(NamedTuple):
    """A name found by its form: tokens `[first:last + 1]`, `head` among them; `owner` is the token before "'s"."""

    first: int
    head: int
    last: int
    owner: int | None


def find_forms(tokens: Sequence[Token], words: Words, places: frozenset[int]) -> Iterator[Form]:
    """Yield the names in order; `places` are the offsets at which a place's name begins."""
    reached = floor = 0
    for at, token in enumerate(tokens):
        if at < reached or token.text not in words.head_kinds:
            continue
        head = _last_head(tokens, at, words)
        if _is_thing(tokens, head, words):
            continue
        first, owner = _left(tokens, at, words, floor, places)
        last = end_of_name(tokens, head, words, places, first)
        reached = last + 1
        if last > head or first < head:
            yield Form(first, head, last, owner)
            floor = reached


def owner_of(form: Form, tokens: Sequence[Token]) -> Token | None:
    """Return the last word of what owns a body by "'s"; of "the Republic of Korea (RoK)'s" the one in parentheses."""
    if form.owner is None:
        return None
    return tokens[form.owner - 1] if tokens[form.owner].text == ")" and form.owner else tokens[form.owner]


def _last_head(tokens: Sequence[Token], at: int, words: Words) -> int:
    head, here = at, at + 1
    while here < len(tokens) and here - head < 6 and _goes_on(tokens, here, words):
        if tokens[here].text in words.head_kinds:
            head = here
        here += 1
    return head


def _goes_on(tokens: Sequence[Token], here: int, words: Words) -> bool:
    if tokens[here].text == "'s":
        return tokens[here - 1].text in words.owners  # "Peking University People's Hospital"
    return tokens[here].spaced and is_name_word(tokens[here], words)


def _is_thing(tokens: Sequence[Token], head: int, words: Words) -> bool:
    # "Hospital Exhibition" or "Health Insurance Law" is no body.
    after = tokens[head + 1 : head + 4]
    for token in after:
        if not token.spaced or not token.capital:
            return False
        if token.text in words.things:
            return True
    return False


def _left(tokens: Sequence[Token], at: int, words: Words, floor: int, places: frozenset[int]) -> tuple[int, int | None]:
    first, owner, joined = at, None, False
    while first > floor and at - first < _MAX_BEFORE and tokens[first].spaced:
        before = tokens[first - 1]
        is_place = before.start in places and not before.text.endswith(words.compound_endings)
        if is_name_word(before, words) or is_place or _within_name(tokens, first - 1, floor, words):
            first -= 1
        elif before.text in words.kin_particles and first - 2 >= floor and is_name_word(tokens[first - 2], words):
            first -= 2
        elif before.text[0].isdigit() and tokens[first].text in words.after_numbers:
            return first - 1, None
        elif before.text in {"and", "&"} and _joins(tokens, first, words, floor):
            first, joined = first - 2, True
        elif (joined and _continues_list(tokens, first, words, floor)) or _is_after_dash(tokens, first, words, places):
            first -= 2
        elif before.text in {"'s", "'"} and first - 2 >= floor:
            if not _owns_in_name(tokens, first - 2, words):
                return _first_word(tokens, first, at, words), first - 2
            first -= 2
        else:
            break
    return _first_word(tokens, first, at, words), owner


def _within_name(tokens: Sequence[Token], at: int, floor: int, words: Words) -> bool:
    # "Long An General Hospital": An is no article here.
    before = tokens[at - 1] if at - 1 >= floor and tokens[at].spaced else None
    return (
        before is not None
        and tokens[at].text in words.stops
        and tokens[at].capital
        and words.home.shape.is_syllable(tokens[at].text)
        and words.home.shape.is_syllable(before.text)
        and before.text not in words.stops
    )


def _continues_list(tokens: Sequence[Token], first: int, words: Words, floor: int) -> bool:
    return tokens[first - 1].text == "," and first - 2 >= floor and words.is_field(tokens[first - 2].text)


def _is_after_dash(tokens: Sequence[Token], first: int, words: Words, places: frozenset[int]) -> bool:
    # "Vietnam - Germany Hospital", "Leprosy - Dermatology Hospital"
    dash, left = tokens[first - 1], tokens[first - 2]
    fields = words.is_field(left.text) and words.is_field(tokens[first].text)
    # but not "University of Da Nang - School of Medicine"
    # the two countries of a friendship association are no mentions of places
    linked = left.start in places and tokens[first].text not in words.head_kinds
    linked = linked or {left.text, tokens[first].text} <= words.countries
    return dash.text in _DASHES and dash.spaced and (linked or fields)


def _joins(tokens: Sequence[Token], first: int, words: Words, floor: int) -> bool:
    left = first - 2
    if left < floor or not tokens[left].capital or tokens[left].text in words.head_kinds.keys() - words.fields:
        return False
    return words.is_field(tokens[left].text) and (
        words.is_field(tokens[first].text) or tokens[first - 1].text == "&" or tokens[first].text in words.owners
    )


def _owns_in_name(tokens: Sequence[Token], owner: int, words: Words) -> bool:
    return (
        tokens[owner].text.rstrip("s") in words.owners
        or tokens[owner].text in words.owners
        or (owner > 0 and tokens[owner - 1].text in words.saints)
    )


def _first_word(tokens: Sequence[Token], first: int, at: int, words: Words) -> int:
    # "Visiting Cho Ray Hospital": a participle that begins a sentence is no part of the name.
    begins = first == 0 or tokens[first - 1].text[0] in '.\n"?!'
    return (
        first + 1
        if begins and first < at and tokens[first].text.endswith("ing") and not words.is_field(tokens[first].text)
        else first
    )
