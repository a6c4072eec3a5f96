"""Names of organisations told by their form: a head noun, what stands before it and what follows "of" or "for"."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from hcoop.mentions.organisations.tokens import Token
from hcoop.mentions.organisations.words import Words

_LINKS = frozenset({"of", "for", "on", "against", "to"})
_MAX_BEFORE = 9


class Form(NamedTuple):
    """A name found by its form: tokens `[first:last + 1]`, `head` among them; `owner` is the token before "'s", if any."""

    first: int
    head: int
    last: int
    owner: int | None


def find_forms(tokens: Sequence[Token], words: Words, places: frozenset[int]) -> Iterator[Form]:
    """Yield the names in order; `places` are the offsets at which a place's name begins."""
    reached = 0
    for at, token in enumerate(tokens):
        if at < reached or token.text not in words.head_kinds:
            continue
        head = _last_head(tokens, at, words)
        if _is_thing(tokens, head, words):
            continue
        first, owner = _left(tokens, at, words, reached, places)
        last = _right(tokens, head, words, places, first)
        if last > head or first < head:
            yield Form(first, head, last, owner)
            reached = last + 1
        else:
            reached = head + 1


def owner_of(form: Form, tokens: Sequence[Token]) -> Token | None:
    """Return the last word of what owns a body by "'s"; of "the Republic of Korea (RoK)'s" the one in parentheses."""
    if form.owner is None:
        return None
    return tokens[form.owner - 1] if tokens[form.owner].text == ")" and form.owner else tokens[form.owner]


def _is_name_word(token: Token, words: Words) -> bool:
    return (token.capital and token.text not in words.stops and token.text not in words.titles
            and not token.text.endswith(words.compound_endings))


def _last_head(tokens: Sequence[Token], at: int, words: Words) -> int:
    head, here = at, at + 1
    while here < len(tokens) and tokens[here].spaced and _is_name_word(tokens[here], words) and here - head < 6:
        if tokens[here].text in words.head_kinds:
            head = here
        here += 1
    return head


def _is_thing(tokens: Sequence[Token], head: int, words: Words) -> bool:
    # "Hospital Exhibition" or "Health Insurance Law" is no body.
    after = tokens[head + 1:head + 4]
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
        if _is_name_word(before, words) or _within_name(tokens, first - 1, floor, words):
            first -= 1
        elif before.text[0].isdigit() and tokens[first].text in words.after_numbers:
            return first - 1, None
        elif before.text in {"and", "&"} and _joins(tokens, first, words, floor):
            first, joined = first - 2, True
        elif before.text == "," and joined and first - 2 >= floor and words.is_field(tokens[first - 2].text):
            first -= 2
        elif before.text == "-" and before.spaced and tokens[first - 2].start in places:
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
    return before is not None and tokens[at].text in words.stops and tokens[at].capital and words.shape.is_syllable(
        tokens[at].text) and words.shape.is_syllable(before.text) and before.text not in words.stops


def _joins(tokens: Sequence[Token], first: int, words: Words, floor: int) -> bool:
    left = first - 2
    if left < floor or tokens[left].text in words.head_kinds or not tokens[left].capital:
        return False
    return words.is_field(tokens[left].text) and (words.is_field(tokens[first].text) or tokens[first - 1].text == "&"
                                                  or tokens[first].text in words.owners)


def _owns_in_name(tokens: Sequence[Token], owner: int, words: Words) -> bool:
    return tokens[owner].text.rstrip("s") in words.owners or tokens[owner].text in words.owners or (
        owner > 0 and tokens[owner - 1].text in {"St", "St.", "Saint"})


def _first_word(tokens: Sequence[Token], first: int, at: int, words: Words) -> int:
    # "Visiting Cho Ray Hospital": a participle that begins a sentence is no part of the name.
    begins = first == 0 or tokens[first - 1].text[0] in ".\n\"?!"
    return first + 1 if begins and first < at and tokens[first].text.endswith("ing") and not words.is_field(
        tokens[first].text) else first


def _right(tokens: Sequence[Token], head: int, words: Words, places: frozenset[int], first: int) -> int:
    last, alone = head, first == head
    if last + 1 < len(tokens) and tokens[last + 1].spaced and _is_number(tokens, last + 1, words, tokens[first:head]):
        last += 1
        if tokens[last].text == "No." and last + 1 < len(tokens):
            last += 1
        return last
    while last + 2 < len(tokens) and tokens[last + 1].text in _LINKS:
        start = last + 2 + (tokens[last + 2].text == "the")
        generic = alone or all(words.is_generic(token.text) for token in tokens[first:head])
        end = _object(tokens, start, words, places, generic and last == head and tokens[head].text in words.of_place, alone)
        if end < start:
            break
        last = end
    return _with_city(tokens, last, head, places)


def _is_number(tokens: Sequence[Token], at: int, words: Words, before: Sequence[Token]) -> bool:
    if tokens[at].text == "No.":
        return True
    # "Military Hospital 175" has a number; "gives the Yen Bai Hospital 120 more beds" gives beds.
    proper = [token.text for token in before if token.capital and not words.is_generic(token.text) and token.text not in words.owners]
    return not proper and words.numbered.fullmatch(tokens[at].text) is not None and tokens[at].text[0].isdigit()


def _object(tokens: Sequence[Token], start: int, words: Words, places: frozenset[int], any_name: bool, any_place: bool) -> int:
    """Return the last token of what follows "of", or one before `start` if it is no part of the name."""
    end = _group(tokens, start, words)
    if end < start or (not any_name and not words.is_field(tokens[start].text) and not _about(tokens, start, end, words)):
        return start - 1
    if tokens[start].start in places and not (any_name and any_place) and not _about(tokens, start + 1, end, words):
        return start - 1
    while words.is_field(tokens[end].text) and end + 2 < len(tokens):
        step = end + 2 if tokens[end + 1].text in {"and", "&"} else end + 2 if tokens[end + 1].text == "," else 0
        if not step or not words.is_field(tokens[step].text) or tokens[step].start in places:
            break
        stop = _group(tokens, step, words)
        if stop < step or (tokens[end + 1].text == "," and not _and_follows(tokens, stop, words)):
            break
        end = stop
    return end


def _about(tokens: Sequence[Token], start: int, end: int, words: Words) -> bool:
    return any(words.is_field(token.text) for token in tokens[start:end + 1])


def _and_follows(tokens: Sequence[Token], at: int, words: Words) -> bool:
    for here in range(at + 1, min(at + 9, len(tokens))):
        if tokens[here].text in {"and", "&"}:
            return here + 1 < len(tokens) and words.is_field(tokens[here + 1].text)
        if tokens[here].text != "," and not tokens[here].capital:
            return False
    return False


def _group(tokens: Sequence[Token], start: int, words: Words) -> int:
    """Return the last of the capitalised words that begin at `start`; one before it if they end in another name's head."""
    end = start - 1
    while end + 1 < len(tokens) and (end < start or tokens[end + 1].spaced) and end - start < 6:
        token = tokens[end + 1]
        if token.text == "-" and end >= start and end + 2 < len(tokens) and words.is_field(tokens[end + 2].text):
            end += 1
            continue
        if not _is_name_word(token, words) or (token.text in words.head_kinds and not words.is_field(token.text)):
            break
        end += 1
    follows = tokens[end + 1] if end + 1 < len(tokens) else None
    if follows and follows.spaced and follows.text in words.head_kinds and follows.text not in words.fields:
        return start - 1
    # "Department of Health Nguyen Van A": what follows the last word of a field is another name.
    field = max((at for at in range(start, end + 1) if words.is_field(tokens[at].text)), default=end)
    return field


def _with_city(tokens: Sequence[Token], last: int, head: int, places: frozenset[int]) -> int:
    # "University of California, San Francisco", "University of Medicine and Pharmacy at Ho Chi Minh City"
    if last <= head or tokens[head].text != "University" or last + 2 >= len(tokens):
        return last
    state = tokens[last + 1].text == "," and tokens[last].start in places
    if (state or tokens[last + 1].text == "at") and tokens[last + 2].start in places:
        end = last + 2
        while end + 1 < len(tokens) and tokens[end + 1].spaced and tokens[end + 1].capital and end < last + 5:
            end += 1
        return end
    return last
