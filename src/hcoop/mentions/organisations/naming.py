"""From a form to a candidate: its usual name, kind, country and city."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hcoop.mentions.organisations.candidate import Candidate
from hcoop.mentions.organisations.context import Mentioned, Surroundings
from hcoop.mentions.organisations.forms import Form, owner_of
from hcoop.mentions.organisations.known import Entry, Known
from hcoop.mentions.organisations.local import is_seat, local_body, seat_of
from hcoop.mentions.organisations.missions import mission
from hcoop.mentions.organisations.tokens import Token
from hcoop.mentions.organisations.words import Words
from hcoop.records import Place

_CENTRE = re.compile(r"\b[Cc]entre(s?)\b")
_FIELD_MINISTRY = re.compile(r"((?:[A-Z][a-z]+(?:,? and |, | )?)+) Ministry")
_CAPITALISED = re.compile(r"\b[A-Z][\w-]*")


@dataclass(frozen=True, slots=True)
class Page:
    """What naming needs to know of the article at hand."""

    text: str
    tokens: Sequence[Token]
    words: Words
    known: Known
    around: Surroundings
    with_article: frozenset[str]


def candidate(form: Form, page: Page) -> Candidate | None:
    """Return the organisation that a form names, or None if it names a division, a venue or nothing in particular."""
    written = _written(form, page)
    if _is_no_body(form, written, page):
        return None
    head = page.tokens[form.head].text
    if page.words.head_kinds[head] == "embassy":
        return mission(form, page.tokens, page.text, page.around, page.with_article)
    owner = owner_of(form, page.tokens)
    local = local_body(form, page.tokens, page.words, page.around)
    kind = page.words.kind(written, head)
    if local:
        name, place, start = local
        return _known_or(page, Candidate(start, page.tokens[form.last].end, name, page.text[start:page.tokens[form.last].end],
                                         kind, "VN", place.name, sure=True))
    start, end = page.tokens[form.first].start, page.tokens[form.last].end
    said = _places(start, end, owner, page)
    name = usual_name(written, kind, page.around.at(start), said)
    country = next((m.place.country for m in said), None)
    city = next((m.place.name for m in said if m.place.country == "VN" and is_seat(m.place)), None)
    found = Candidate(start, end, name, page.text[start:end], kind, country, city, sure=country is not None)
    vague = kind not in page.words.national and _is_vague(name, page.words)
    seat = seat_of(form, page.tokens, page.words, page.around) if vague else None
    if vague and not seat and country is None and kind == "hospital":
        seat = page.around.local(start)
    if vague and not seat and kind == "center" and not page.around.at(start):
        return (named := _known_or(page, found)).entry and named
    if seat and vague:
        seated = found._replace(name=f"{seat.name} {name}", country=seat.country, sure=True, city=seat.name if seat.country == "VN" else None)
        known = _known_or(page, seated)
        return known if known.entry else next((k for k in (_known_or(page, found),) if k.entry), seated)
    return _known_or(page, found)


def _is_vague(name: str, words: Words) -> bool:
    parts = _CAPITALISED.findall(name)
    return all(words.is_generic(part) or part in words.owners for part in parts) and not any(
        part in words.one_of_a_kind for part in parts) and not any(map(str.isdigit, name))


def usual_name(written: str, kind: str, leading: Mentioned | None, said: Sequence[Mentioned]) -> str:
    """Return a name in American spelling; a ministry without the state it is of, a parliament with it."""
    name = _CENTRE.sub(r"Center\1", re.sub(r"\s+", " ", written))
    if kind in {"ministry", "parliament"} and leading and leading.place.kind == "country":
        name = name[leading.end - leading.start:].strip()
    if kind == "ministry" and (inverted := _FIELD_MINISTRY.fullmatch(name)):
        name = f"Ministry of {inverted[1]}"
    states = [mention.place for mention in said if mention.place.kind == "country"]
    return f"{name} of {_prose_name(states[0])}" if kind == "parliament" and states else name


def in_city(entry: Entry | None, start: int, end: int, page: Page) -> Entry | None:
    """Return the organisation, or its namesake in the city that the text puts it in; None if that is not known."""
    linked = page.around.linked(end) if entry and entry.kind == "hospital" and entry.city else None
    if not entry or not linked or linked.place.country != "VN" or linked.place.kind in {"country", "region"} or linked.place.name == entry.city:
        return entry
    town = page.around.plain[linked.start:linked.end]
    return page.known.look_up(f"{page.around.plain[start:end]} {town}", "VN") or page.known.look_up(f"{town} {page.around.plain[start:end]}", "VN")


def lower_local_bodies(plain: str, page: Page) -> Iterator[Candidate]:
    """Yield the bodies that are written like "the city's health department"."""
    for match in page.words.lower_local.finditer(plain):
        owner = page.around.ending(match.start("of") if match["of"] else match.start("form") - 1) or page.around.ending(match.start() - 1)
        kinds = ("city",) if "city" in match[0] or "municipal" in match[0] else None
        place = owner.place if owner else page.around.local(match.start(), kinds) if match["word"] else None
        if place and place.country == "VN" and place.kind not in {"country", "region"}:
            name = f"{place.name} {page.words.lower_names[match['form']]}"
            start = match.start("form")
            yield _known_or(page, Candidate(start, match.end(), name, page.text[start:match.end()], page.words.kind(name, "Department"),
                                            "VN", place.name, sure=True))


def _prose_name(place: Place) -> str:
    return "Vietnam" if place.country == "VN" else place.name


def _known_or(page: Page, found: Candidate) -> Candidate:
    vague = all(map(page.words.is_generic, _CAPITALISED.findall(found.name)))
    entry = (page.known.look_up(found.written, found.country, vague, found.city)
             or page.known.look_up(found.name, found.country, vague, found.city))
    if not entry and found.country not in (None, "VN") and found.kind == "hospital":
        # "Saint Paul Hospital" is one of Hanoi, whatever else Saint Paul may be.
        entry = page.known.look_up(found.written, "VN")
    entry = in_city(entry, found.start, found.end, page)
    if not entry:
        return found
    return found._replace(name=entry.name, kind=entry.kind, country=entry.country, city=entry.city or found.city, entry=entry, sure=True)


def _written(form: Form, page: Page) -> str:
    return page.around.plain[page.tokens[form.first].start:page.tokens[form.last].end]


def _places(start: int, end: int, owner: Token | None, page: Page) -> list[Mentioned]:
    """Return what tells the country, best first: the name itself, what follows it, what owns it, what it is called."""
    around = page.around
    inside = around.within(start, end)
    owned = around.ending(owner.end) if owner else around.owner(start)
    return [mention for mention in (*inside, around.linked(end), owned, around.described(start, page.words.described), around.apposed(end)) if mention]


def _is_no_body(form: Form, written: str, page: Page) -> bool:
    tokens, words = page.tokens, page.words
    head = tokens[form.head].text
    if any(written.endswith(phrase) for phrase in words.not_names):
        return True
    before = [token.text for token in tokens[form.first:form.head]]
    if head in words.weak_heads and form.last == form.head:
        own = [word for word in before if word not in {"and", "&", "-"}]
        if not own or (len(own) == 1 and page.around.at(tokens[form.first].start)):
            return True
    return head in words.divisions and _is_division(form, written, page)


def _is_division(form: Form, written: str, page: Page) -> bool:
    tokens, words = page.tokens, page.words
    if tokens[form.head].text in {"Department", "Division", "Unit", "Faculty"} and any(
            written.endswith(f"of {specialty}") or written.startswith(f"{specialty} ") for specialty in words.specialties):
        return True
    owner = owner_of(form, tokens)
    if owner and words.head_kinds.get(owner.text) in {"hospital", "university"}:
        return True
    return False
