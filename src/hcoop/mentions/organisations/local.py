"""Bodies that every province or city has: "the municipal Department of Health" is that of the city in question."""

from collections.abc import Callable, Sequence

from hcoop.mentions.organisations.context import Mentioned, Surroundings, is_seat
from hcoop.mentions.organisations.forms import Form, owner_of
from hcoop.mentions.organisations.tokens import Token
from hcoop.mentions.organisations.words import LocalBody, Words
from hcoop.records import Place

_SENTENCE = (". ", "\n", "? ", "! ")


def local_body(
    form: Form, tokens: Sequence[Token], words: Words, around: Surroundings
) -> tuple[str, Place, int] | None:
    """Return the name of a local body at home, its city or province and where the name begins; None for others."""
    leading = around.at(tokens[form.first].start)
    core = _after(tokens, form, leading.end) if leading else form.first
    core = core + 1 if tokens[core].text in words.local_words and core < form.head else core
    if tokens[core].text in words.districts:
        return None
    name = " ".join(token.text for token in tokens[core : form.last + 1]).replace(" 's", "'s").replace(" ,", ",")
    body = words.local_bodies.get(name)
    if body is None and words.head_kinds[tokens[form.head].text] != "government_department":
        return None
    place, start = _place(form, tokens, words, around, body)
    if place is None or place.country != words.home.code or not is_seat(place):
        return None
    return f"{place.name} {body.name if body else name}", place, start


def seat_of(form: Form, tokens: Sequence[Token], words: Words, around: Surroundings) -> Place | None:
    """Return the city or province that the words beside a name give its bearer."""
    start, end = tokens[form.first].start, tokens[form.last].end
    if around.at(start):
        return None
    owner = owner_of(form, tokens)
    before = tokens[form.first - 1].text if form.first else ""
    if (owner and owner.text in words.local_words) or before in words.local_words:
        return around.local(start)
    if owner or before in words.owning_words:
        named = around.ending(owner.end) if owner else last_place(start, around, is_seat)
        return named.place if named and is_seat(named.place) else None
    linked = around.linked(end)
    return linked.place if linked and is_seat(linked.place) else None


def last_place(start: int, around: Surroundings, fits: Callable[[Place], bool] = lambda _: True) -> Mentioned | None:
    """Return the last place that fits named before an offset in its sentence."""
    begin = max(around.plain.rfind(mark, 0, start) for mark in _SENTENCE)
    return next((m for m in reversed(around.within(max(begin, 0), start)) if fits(m.place)), None)


def _after(tokens: Sequence[Token], form: Form, end: int) -> int:
    return next((at for at in range(form.first, form.last + 1) if tokens[at].start >= end), form.first)


def _place(
    form: Form, tokens: Sequence[Token], words: Words, around: Surroundings, body: LocalBody | None
) -> tuple[Place | None, int]:
    """Return the place a local body is of, and where the name that includes it begins."""
    start = tokens[form.first].start
    if leading := around.at(start):
        return leading.place, start
    owner = owner_of(form, tokens)
    if owner and owner.text not in words.local_words:
        owned = around.ending(owner.end)
        return (owned.place, owned.start) if owned else (None, start)
    if form.first and tokens[form.first - 1].text in words.local_words:
        return _told_local(form.first, tokens, words, around)
    end = tokens[form.last].end
    if (body or around.plain.startswith(" of ", end)) and (linked := around.linked(end)):
        return linked.place, start
    if form.owner is not None or (body and body.bare):
        return around.local(start), start
    return None, start


def _told_local(first: int, tokens: Sequence[Token], words: Words, around: Surroundings) -> tuple[Place | None, int]:
    """Return the place of "(Da Nang) municipal" before the token `first`, and where the name begins."""
    start = tokens[first].start
    if first > 1 and (named := around.ending(tokens[first - 2].end)):
        return named.place, named.start
    kinds = ("city",) if tokens[first - 1].text in words.city_words else ("province",)
    return around.local(start, kinds) or around.local(start), start
