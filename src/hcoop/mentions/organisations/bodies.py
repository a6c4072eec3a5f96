"""Candidates that name one organisation, brought together."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from hcoop.mentions.organisations.candidate import Candidate
from hcoop.mentions.organisations.context import Surroundings
from hcoop.mentions.organisations.words import Words
from hcoop.records import Span
from hcoop.text import name_key as uncached_key
from hcoop.text import unmark

_ACRONYM_BEFORE = re.compile(r"(?P<name>(?>[A-Z][\w&-]*[A-Z]\w*)) \($")
_SPACES = re.compile(r"\s+")
name_key = lru_cache(maxsize=4096)(uncached_key)


@dataclass
class Body:
    """An organisation in the making."""

    name: str
    kind: str
    country: str | None
    city: str | None
    id: str
    sure: bool
    known: bool = False
    aliases: list[str] = field(default_factory=list)
    mentions: list[Span] = field(default_factory=list)
    acronyms: set[str] = field(default_factory=set)


def gather(candidates: Iterable[Candidate], around: Surroundings, words: Words) -> list[Body]:
    """Return one body for all candidates of an entry or a name, with the acronyms the article gives them."""
    bodies: dict[str, Body] = {}
    of_name: defaultdict[str, list[Body]] = defaultdict(list)
    for found in candidates:
        located = _located(found, around, words)
        key = _key(located, words)
        body = bodies.get(key) or _same_name(of_name[name_key(located.name)], located)
        if body is None:
            body = _new(located, words.home.code)
            of_name[name_key(body.name)].append(body)
        bodies.setdefault(key, body)
        _add(body, located, around, words)
    return list({id(body): body for body in bodies.values()}.values())


def _key(found: Candidate, words: Words) -> str:
    if found.entry:
        return found.entry.id
    name = name_key(found.name)
    parts = sorted(words.turned.sub("", name).split()) if words.turned.match(name) else sorted(name.split())
    return " ".join([*parts, found.country or "", found.city or ""])


def _same_name(bodies: Iterable[Body], found: Candidate) -> Body | None:
    """Return, of the bodies of its name, that whose country differs only because one of the two was not said."""
    for body in bodies:
        apart = body.city and found.city and body.city != found.city
        if not apart and (not found.sure or not body.sure or body.country == found.country):
            if found.sure and not body.sure:
                body.country, body.sure = found.country, True
            return body
    return None


def _new(found: Candidate, home: str) -> Body:
    written = unmark(found.name) if found.country == home else found.name
    name = _SPACES.sub(" ", written.replace("’", "'"))
    slug = f"{(found.country or 'xx').lower()}-{name_key(name).replace(' ', '-')}"
    return Body(
        name,
        found.kind,
        found.country,
        found.city if found.country == home else None,
        found.entry.id if found.entry else slug,
        found.sure,
        found.entry is not None,
    )


def _add(body: Body, found: Candidate, around: Surroundings, words: Words) -> None:
    plain = around.plain
    body.mentions.append(Span(found.start, found.end))
    body.aliases.append(_SPACES.sub(" ", found.written))
    body.city = body.city or (found.city if body.country == words.home.code else None)
    if found.acronym:
        body.acronyms.add(found.acronym)
    state = around.linked(found.end)
    ends = state.end if state and state.place.kind == "country" else found.end
    after = words.acronym_after.match(plain, found.end) or words.acronym_after.match(plain, ends)
    if after and _is_acronym(after["name"], body, words) and not _is_other(after, around, words):
        body.acronyms.add(after["name"])
        body.mentions.append(Span(after.start("name"), after.end("name")))
    before = _ACRONYM_BEFORE.search(plain[max(0, found.start - 14) : found.start])
    if before and plain[found.end : found.end + 1] == ")" and _is_acronym(before["name"], body, words):
        body.acronyms.add(before["name"])


def _is_other(after: re.Match[str], around: Surroundings, words: Words) -> bool:
    # "(Ha Noi)", "(Le Van Bao)"
    return around.at(after.start("name")) is not None or words.home.shape.is_person(after["name"].split())


def _is_acronym(short: str, body: Body, words: Words) -> bool:
    if short in words.not_acronyms or short in words.stops or short in words.titles:
        return False
    return sum(map(str.isupper, short)) > 1 or short in body.name.replace(",", " ").split()


def _located(found: Candidate, around: Surroundings, words: Words) -> Candidate:
    """Return the candidate with the country that its name, its neighbours or the article suggest."""
    if found.country is not None or found.entry:
        return found
    return found._replace(country=_supposed(unmark(found.name), found.start, around, words))


def _supposed(name: str, start: int, around: Surroundings, words: Words) -> str | None:
    parts = [part for part in re.findall(r"[A-Za-z][\w-]*", name) if part[0].isupper()]
    if parts and parts[0] in words.worldwide:
        return "INT"
    proper = [part for part in parts if not words.is_generic(part)]
    # "CU" is no syllable, but initials.
    syllables = [part for part in proper if words.home.shape.is_syllable(part) and not part[1:].isupper()]
    if not proper and around.is_abroad:
        return around.only_foreign(start) or around.foreign
    if syllables == proper or parts[0].startswith(words.home.beginnings):
        return words.home.code
    return words.home.code if parts[0] in words.home_first else around.foreign or around.only_foreign(start)
