"""Candidates that name one organisation, brought together."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from hcoop.mentions.organisations.candidate import Candidate
from hcoop.mentions.organisations.context import Surroundings
from hcoop.mentions.organisations.words import Words
from hcoop.records import Span
from hcoop.text import name_key as uncached_key
from hcoop.text import unmark

_ACRONYM_AFTER = re.compile(
    r"(?: ?\((?:the |or |aka |formerly )?|, (?:or|known as|called) (?:the )?)"
    r"(?P<name>(?:[A-Z]{2,3} )?[A-Z][\w&-]*[A-Z][\w&-]*|[A-Z]{2,}|[A-Z][a-z]+(?: [A-Z][a-z]+(?=\)))?)(?P<close>\)|,)"
)
_ACRONYM_BEFORE = re.compile(r"(?P<name>[A-Z][\w&-]*[A-Z]\w*) \($")
name_key = lru_cache(maxsize=4096)(uncached_key)
_OF = re.compile(r"(?:university|institute|college|hospital) of ")


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
    for found in candidates:
        located = _located(found, around, words)
        key = _key(located)
        body = bodies.get(key) or _same_name(bodies.values(), located) or _new(located)
        bodies.setdefault(key, body)
        _add(body, located, around, words)
    unique = list({id(body): body for body in bodies.values()}.values())
    return _joined_by_name(_joined_by_acronym(unique), words)


def _key(found: Candidate) -> str:
    if found.entry:
        return found.entry.id
    name = name_key(found.name)
    words = sorted(_OF.sub("", name).split()) if _OF.match(name) else sorted(name.split())
    return " ".join([*words, found.country or "", found.city or ""])


def _same_name(bodies: Iterable[Body], found: Candidate) -> Body | None:
    """Return the body of that name whose country differs only because one of the two was not said."""
    for body in bodies:
        apart = body.city and found.city and body.city != found.city
        if (
            name_key(body.name) == name_key(found.name)
            and not apart
            and (not found.sure or not body.sure or body.country == found.country)
        ):
            if found.sure and not body.sure:
                body.country, body.sure = found.country, True
            return body
    return None


def _new(found: Candidate) -> Body:
    written = unmark(found.name) if found.country == "VN" else found.name
    name = re.sub(r"\s+", " ", written.replace("’", "'"))
    slug = f"{(found.country or 'xx').lower()}-{name_key(name).replace(' ', '-')}"
    return Body(
        name,
        found.kind,
        found.country,
        found.city if found.country == "VN" else None,
        found.entry.id if found.entry else slug,
        found.sure,
        found.entry is not None,
    )


def _add(body: Body, found: Candidate, around: Surroundings, words: Words) -> None:
    plain = around.plain
    body.mentions.append(Span(found.start, found.end))
    body.aliases += [re.sub(r"\s+", " ", found.written)]
    body.city = body.city or (found.city if body.country == "VN" else None)
    if found.acronym:
        body.acronyms.add(found.acronym)
    after = _ACRONYM_AFTER.match(plain, found.end)
    if after and _is_acronym(after["name"], body, words) and not _is_other(after, around, words):
        body.acronyms.add(after["name"])
        body.mentions.append(Span(after.start("name"), after.end("name")))
    before = _ACRONYM_BEFORE.search(plain[max(0, found.start - 14) : found.start])
    if before and plain[found.end : found.end + 1] == ")" and _is_acronym(before["name"], body, words):
        body.acronyms.add(before["name"])


def _is_other(after: re.Match[str], around: Surroundings, words: Words) -> bool:
    # "(Ha Noi)", "(Le Van Bao)"
    return around.at(after.start("name")) is not None or words.shape.is_person(after["name"].split())


def _is_acronym(short: str, body: Body, words: Words) -> bool:
    if short in words.not_acronyms or short in words.stops or short in words.titles:
        return False
    return sum(map(str.isupper, short)) > 1 or short in body.name.replace(",", " ").split()


def _joined_by_acronym(bodies: list[Body]) -> list[Body]:
    kept: list[Body] = []
    for body in bodies:
        twin = next(
            (
                other
                for other in kept
                if name_key(body.name) in {name_key(a) for a in other.acronyms}
                or (body.acronyms & other.acronyms and body.country == other.country)
            ),
            None,
        )
        if twin is None:
            kept.append(body)
            continue
        if body.known and not twin.known:
            twin.aliases.append(twin.name)
            twin.name, twin.id, twin.kind, twin.known = body.name, body.id, body.kind, True
        twin.mentions += body.mentions
        twin.aliases += [body.name, *body.aliases]
    return kept


def _joined_by_name(bodies: list[Body], words: Words) -> list[Body]:
    """Join what differs by a word such as Group, and a bare "Cancer Hospital" to the only one named more fully."""
    kept: list[Body] = []
    for body in bodies:
        core = _core(body.name, words)
        twins = [other for other in bodies if other is not body and _is_fuller(other, body, core, words)]
        if len(twins) == 1 and len(core) > 3:
            twins[0].mentions += body.mentions
            twins[0].aliases += [body.name, *body.aliases]
            twins[0].acronyms |= body.acronyms
        else:
            kept.append(body)
    return kept


def _is_fuller(other: Body, body: Body, core: str, words: Words) -> bool:
    """Tell whether a body has a fuller form of the other's name."""
    if other.kind != body.kind:
        return False
    if other.country != body.country and (body.sure or body.kind in words.national or body.country not in (None, "VN")):
        return False
    if _core(other.name, words) == core:
        return len(other.name) > len(body.name)
    key = name_key(body.name)
    names = [name_key(name) for name in (other.name, *other.aliases)]
    bare = _is_bare(body.name, words)
    return any((bare and name.endswith(f" {key}")) or (name.startswith(f"{key} ") and not body.known) for name in names)


def _core(name: str, words: Words) -> str:
    parts = name.split()
    while len(parts) > 1 and parts[-1] in words.weak_heads:
        parts.pop()
    return name_key(" ".join(parts))


def _is_bare(name: str, words: Words) -> bool:
    return all(words.is_generic(part) for part in unmark(name).split() if part[0].isupper())


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
    if not proper or all(map(words.shape.is_syllable, proper)) or parts[0].startswith("Viet"):
        return "VN"
    return "VN" if parts[0] in words.home_first else around.foreign or around.only_foreign(start)
