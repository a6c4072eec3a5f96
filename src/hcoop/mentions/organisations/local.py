"""Bodies that every province or city has: "the municipal Department of Health" is that of the city in question."""

from collections.abc import Sequence

from hcoop.mentions.organisations.context import Surroundings
from hcoop.mentions.organisations.forms import Form
from hcoop.mentions.organisations.tokens import Token
from hcoop.mentions.organisations.words import LocalBody, Words
from hcoop.records import Place

_CITY_WORDS = frozenset({"municipal", "Municipal", "city", "City"})
_OF_DISTRICTS = frozenset({"District", "district", "Town", "town", "Commune", "commune", "Ward", "ward"})


def local_body(form: Form, tokens: Sequence[Token], words: Words, around: Surroundings) -> tuple[str, Place, int] | None:
    """Return the name of a local body of Viet Nam, its city or province and where its name begins; None for any other."""
    leading = around.at(tokens[form.first].start)
    core = _after(tokens, form, leading.end) if leading else form.first
    core = core + 1 if tokens[core].text in words.local_words and core < form.head else core
    if tokens[core].text in _OF_DISTRICTS:
        return None
    name = " ".join(token.text for token in tokens[core:form.last + 1]).replace(" 's", "'s").replace(" ,", ",")
    body = words.local_bodies.get(name)
    if body is None and words.head_kinds[tokens[form.head].text] != "government_department":
        return None
    place, start = _place(form, tokens, words, around, body)
    if place is None or place.country != "VN" or place.kind in {"country", "region"}:
        return None
    return f"{place.name} {body.name if body else name}", place, start


def _after(tokens: Sequence[Token], form: Form, end: int) -> int:
    return next((at for at in range(form.first, form.last + 1) if tokens[at].start >= end), form.first)


def _place(form: Form, tokens: Sequence[Token], words: Words, around: Surroundings, body: LocalBody | None) -> tuple[Place | None, int]:
    """Return the place a local body is of, and where the name that includes it begins."""
    start = tokens[form.first].start
    if leading := around.at(start):
        return leading.place, start
    before = tokens[form.first - 1] if form.first else None
    if form.owner is not None and tokens[form.owner].text not in words.local_words:
        owned = around.ending(tokens[form.owner].end)
        return (owned.place, owned.start) if owned else (None, start)
    if before and before.text in words.local_words:
        if form.first > 1 and (named := around.ending(tokens[form.first - 2].end)):
            return named.place, named.start
        kinds = ("city",) if before.text in _CITY_WORDS else None
        return around.local(start, kinds) or around.local(start), start
    if linked := around.linked(tokens[form.last].end):
        return linked.place, start
    if form.owner is not None or (body and body.kind in words.local_when_bare):
        return around.local(start), start
    return None, start
