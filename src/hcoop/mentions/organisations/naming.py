"""From a form to a candidate: its usual name, kind, country and city."""

import re
from collections.abc import Iterator, Sequence

from hcoop.mentions.home import Home
from hcoop.mentions.organisations.candidate import Candidate
from hcoop.mentions.organisations.context import Mentioned, is_seat
from hcoop.mentions.organisations.divisions import is_no_body
from hcoop.mentions.organisations.forms import Form, owner_of
from hcoop.mentions.organisations.local import last_place, local_body, seat_of
from hcoop.mentions.organisations.missions import mission, state_name
from hcoop.mentions.organisations.page import CAPITALISED, Page, known_or
from hcoop.mentions.organisations.tokens import Token
from hcoop.mentions.organisations.words import Words
from hcoop.records import Place
from hcoop.text import fold

_IN_CITY = re.compile(r" (?:in|of) ")
_SEATED = frozenset({"university", "institute"})
_SPACES = re.compile(r"\s+")
_CENTRE = re.compile(r"\b[Cc]entre(s?)\b")
_FIELD_MINISTRY = re.compile(r"((?:[A-Z][a-z]+(?:,? and |, | )?)+) Ministry")


def candidate(form: Form, page: Page) -> Candidate | None:
    """Return the organisation that a form names, or None if it names a division, a venue or nothing in particular."""
    written = _written(form, page)
    if is_no_body(form, written, page):
        return None
    head = page.tokens[form.head].text
    if page.words.head_kinds[head] == "embassy":
        return mission(form, page)
    kind = page.words.kind(written, head)
    if kind == "company" and page.words.weak_heads.issuperset(CAPITALISED.findall(written)):
        return None  # "Pfizer (Vietnam) Limited Company" is Pfizer.
    if local := local_body(form, page.tokens, page.words, page.around):
        name, place, start = local
        end, home = page.tokens[form.last].end, page.words.home.code
        return known_or(page, Candidate(start, end, name, page.text[start:end], kind, home, place.name, sure=True))
    pointed = form.first > 0 and page.tokens[form.first - 1].text in page.words.owning_words
    found = _named(form, written, kind, pointed, page)
    if (kind in page.words.national and not pointed) or not _is_vague(found.name, page.words):
        return _of_the_place(found, page) or known_or(page, found)
    return _seated(found, form, page)


def _named(form: Form, written: str, kind: str, pointed: bool, page: Page) -> Candidate:
    """Return the body of a form by its usual name, with the country and city that the words around tell."""
    start, end = page.tokens[form.first].start, page.tokens[form.last].end
    said = _places(start, end, owner_of(form, page.tokens), page)
    leading, home = page.around.at(start), page.words.home
    name = _without_unit(usual_name(written, kind, leading, said, home), leading, page.words)
    behind = page.around.at(end + 1)
    if kind == "ministry" and not said and behind and behind.place.kind == "country":
        said = [behind]  # "the Ministry of Health Malaysia"
    country = next((m.place.country for m in said), None)
    if country is None and pointed and kind in page.words.national and (owner := last_place(start, page.around)):
        said, country = [owner], owner.place.country
    city = next((m.place.name for m in said if m.place.country == home.code and is_seat(m.place)), None)
    if kind == "parliament" and country is None:
        name, country = f"{name} of {home.of}", home.code
    if kind == "ministry" and page.words.is_foreign(country) and page.known.look_up(name, home.code):
        # Named as one at home: the state tells them apart.
        state = next((m.place for m in said if m.place.kind == "country"), None)
        name = f"{name} of {state_name(state, page.with_article)}" if state else name
    return Candidate(start, end, name, page.text[start:end], kind, country, city, sure=country is not None)


def _of_the_place(found: Candidate, page: Page) -> Candidate | None:
    """Return "the University of Medicine and Pharmacy" or "the Pasteur Institute" as that of the city at hand."""
    home = page.words.home.code
    foreign = page.words.is_foreign(found.country)
    local = page.around.local(found.start) if found.kind in _SEATED and not foreign else None
    city = found.city or (local.name if local else None)
    if city is None or known_or(page, found).entry:
        return None
    forms = (f"{city} {found.name}", f"{found.name} in {city}", f"{found.name} at {city}")
    entry = next(filter(None, (page.known.look_up(form, home) for form in forms)), None)
    return known_or(page, found._replace(name=entry.name, country=home, city=entry.city)) if entry else None


def _without_unit(name: str, leading: Mentioned | None, words: Words) -> str:
    """Return "Long An General Hospital" for the Long An Provincial one, also without "City"."""
    if leading is None or leading.place.country != words.home.code or not is_seat(leading.place):
        return name
    size = leading.end - leading.start
    place, rest, usual = name[:size], name[size + 1 :].split(" ", 1), leading.place.name
    if not words.unit.search(usual):
        place = words.unit.sub("", place)
    if fold(place).replace(" ", "") == fold(usual).replace(" ", ""):
        place = usual
    return f"{place} {rest[1]}" if len(rest) > 1 and rest[0] in words.local_words else " ".join([place, *rest])


def _seated(found: Candidate, form: Form, page: Page) -> Candidate | None:
    """Return a body whose name says only what it is with the name of its city: "the city's Cancer Hospital"."""
    seat = seat_of(form, page.tokens, page.words, page.around)
    plain = known_or(page, found)
    if not seat and found.country is None and found.kind == "hospital":
        seat = page.around.local(found.start)
    if not seat:
        division = found.kind == "center" and not plain.entry and not page.around.at(found.start)
        return None if division else plain
    city = seat.name if seat.country == page.words.home.code else None
    linked = page.around.linked(found.end)
    if linked and linked.place == seat and _IN_CITY.match(page.around.plain, found.end):
        # "the Children's Hospital in Vientiane" is a name too.
        unit = page.words.unit.match(page.around.plain, linked.end)
        end = unit.end() if unit else linked.end
        found = found._replace(end=end, written=page.text[found.start : end])
    named = known_or(page, found._replace(name=f"{seat.name} {found.name}", country=seat.country, city=city, sure=True))
    return plain if plain.entry and not named.entry else named


def _is_vague(name: str, words: Words) -> bool:
    parts = CAPITALISED.findall(name)
    return (
        all(words.is_generic(part) or part in words.owners for part in parts)
        and not any(part in words.one_of_a_kind for part in parts)
        and not any(map(str.isdigit, name))
    )


def lower_local_bodies(plain: str, page: Page) -> Iterator[Candidate]:
    """Yield the bodies that are written like "the city's health department"."""
    if not any(form in plain for form in page.words.lower_names):
        return
    home = page.words.home.code
    for match in page.words.lower_local.finditer(plain):
        end = match.start("of") if match["of"] else match.start("form") - 1
        owner = page.around.ending(end) or page.around.ending(match.start() - 1)
        kinds = ("city",) if match["word"] in page.words.city_words else ("province",)
        place = owner.place if owner else _local(match.start(), kinds, page) if match["word"] else None
        if place and place.country == home and is_seat(place):
            name = f"{place.name} {page.words.lower_names[match['form']]}"
            start = match.start("form")
            end, kind = match.end(), page.words.kind(name, name.rsplit(maxsplit=1)[-1])
            yield known_or(page, Candidate(start, end, name, page.text[start:end], kind, home, place.name, sure=True))


def _local(start: int, kinds: tuple[str, ...] | None, page: Page) -> Place | None:
    return page.around.local(start, kinds) or page.around.local(start)


def usual_name(written: str, kind: str, leading: Mentioned | None, said: Sequence[Mentioned], home: Home) -> str:
    """Return a name in American spelling; a ministry without the state it is of, a parliament with it."""
    name = _SPACES.sub(" ", written)
    if "entre" in name:
        name = _CENTRE.sub(r"Center\1", name)
    if kind in {"ministry", "parliament"} and leading and leading.place.kind == "country":
        name = name[leading.end - leading.start :].strip()
    if kind == "ministry" and (inverted := _FIELD_MINISTRY.fullmatch(name)):
        name = f"Ministry of {inverted[1]}"
    states = [mention.place for mention in said if mention.place.kind == "country"]
    return f"{name} of {_prose_name(states[0], home)}" if kind == "parliament" and states else name


def _prose_name(place: Place, home: Home) -> str:
    return home.of if place.country == home.code else place.name


def _written(form: Form, page: Page) -> str:
    return page.around.plain[page.tokens[form.first].start : page.tokens[form.last].end]


def _places(start: int, end: int, owner: Token | None, page: Page) -> list[Mentioned]:
    """Return what tells the country, best first: the name itself, what follows it, what owns it, what it is called."""
    around = page.around
    inside = around.within(start, end)
    owned = around.owning(owner.end) if owner else around.owner(start)
    return [
        mention
        for mention in (
            *inside,
            around.linked(end),
            owned,
            around.described(start, page.words.described),
            around.apposed(end),
            around.beside(end),
        )
        if mention
    ]
