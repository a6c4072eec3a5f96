"""Which of overlapping candidates to keep, and which weak names to believe."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from hcoop.mentions.gazetteer import Match
from hcoop.mentions.organisations.candidate import Candidate
from hcoop.mentions.organisations.known import Entry, Hit
from hcoop.mentions.organisations.missions import state_name
from hcoop.mentions.organisations.page import Page, in_city, known_or

_SHORTEST = 5
_OPENS = " ("
_JOINT = " and "
_TWO_WORDS = re.compile(r"\b[A-Z]\w*\.? (?:[A-Z][a-z]+ )?$")
_EXTRA = re.compile(r"[\w'.&-]*[\w'&-]")
_CAPITAL_BEFORE = re.compile(r"[A-Z][\w-]* $")
_CAPITAL_AFTER = re.compile(r"(?:'s)? [A-Z]")
_SENTENCE_START = re.compile(r"(?:^|[.!?\n\"] ?)$")


class _Found(NamedTuple):
    candidate: Candidate
    weak: bool


def from_gazetteer(hits: Iterable[Match[Hit]], page: Page) -> list[_Found]:
    """Return a candidate for each name of the gazetteer; a weak one of a country the words deny is left out."""
    found = []
    text, around, words = page.text, page.around, page.words
    for hit in hits:
        entry = in_city(hit.value.entry, hit.start, hit.end, page)
        thing = text[hit.start : hit.end].endswith(words.not_names) or words.brand_after.match(around.plain, hit.end)
        if entry and _is_of_another(entry, hit, page):
            continue
        if entry is None or thing or (hit.value.weak and around.at(hit.start)):
            continue
        said = around.linked(hit.end) if hit.value.weak else None
        if said and said.place.country != entry.country:
            entry = page.known.look_up(text[hit.start : hit.end], said.place.country)
        if entry is None or _is_in_name(hit, page):
            continue
        written = text[hit.start : hit.end]
        acronym = written if written.isupper() and " " not in written else None
        found.append(
            _Found(
                Candidate(
                    hit.start, hit.end, entry.name, written, entry.kind, entry.country, entry.city, entry, True, acronym
                ),
                hit.value.weak and said is None,
            )
        )
    return found


def _is_in_name(hit: Match[Hit], page: Page) -> bool:
    # "Prof. Kenji Morinaga" is no company.
    before = _TWO_WORDS.search(page.around.plain, max(0, hit.start - 30), hit.start)
    one_word = " " not in page.around.plain[hit.start : hit.end]
    return one_word and before is not None and bool(page.words.titles.intersection(before[0].replace(".", " ").split()))


def _is_of_another(entry: Entry, hit: Match[Hit], page: Page) -> bool:
    """Tell whether the text names another state beside a body that each state has, as in "the Lao Defence Ministry"."""
    if entry.kind not in page.words.national or entry.country != page.words.home.code:
        return False
    told = page.around.ending(hit.start - 1) or page.around.owner(hit.start)
    if told is None and entry.kind == "ministry":
        told = page.around.at(hit.end + 1)  # "the Ministry of Health Malaysia"
    return told is not None and told.place.kind == "country" and told.place.country != entry.country


def choose(
    formed: Sequence[Candidate], hits: Sequence[_Found], described: Sequence[Candidate], page: Page
) -> list[Candidate]:
    """Return the candidates that stand, in order, none overlapping another."""
    strong = {found.candidate.entry for found in hits if not found.weak} | {
        found.entry for found in formed if found.entry
    }
    believed = [
        found.candidate
        for found in hits
        if not found.weak or found.candidate.entry in strong or _stands_alone(found.candidate, page)
    ]
    kept = [_named_alike(_apart(found, believed, page), believed, page) for found in formed]
    ends = {found.end: found for found in kept}
    believed = [
        hit
        for hit in believed
        if not _is_short_for_another(hit, ends, page)
        and (hit.entry in strong or not any(f.start == hit.start and f.end == hit.end for f in kept))
    ]
    spans = sorted([*kept, *believed, *described], key=lambda c: (-(c.end - c.start), c.entry is None, c.start))
    chosen: list[Candidate] = []
    taken = bytearray(len(page.text))
    for found in spans:
        if not any(taken[found.start : found.end]):
            taken[found.start : found.end] = b"\x01" * (found.end - found.start)
            chosen.append(found)
    return sorted(chosen, key=lambda c: c.start)


def _is_short_for_another(hit: Candidate, ends: Mapping[int, Candidate], page: Page) -> bool:
    """Tell whether an acronym is that of a body of another state before it: "Ministry of Health Malaysia (MOH)"."""
    end = hit.start - len(_OPENS)
    if not hit.acronym or not page.around.plain.startswith(_OPENS, end):
        return False
    place = page.around.ending(end)
    found = ends.get(end) or (ends.get(place.start - 1) if place else None)
    return found is not None and found.sure and found.country not in {None, hit.country}


def _stands_alone(found: Candidate, page: Page) -> bool:
    plain = page.around.plain
    if found.written.isupper() and len(found.written) < _SHORTEST:
        return False
    before = plain[max(0, found.start - 25) : found.start]
    return not (
        _CAPITAL_BEFORE.search(before)
        or _CAPITAL_AFTER.match(plain, found.end)
        or _SENTENCE_START.search(before)
        or any(word in page.words.head_kinds for word in found.written.split())
    )


def _apart(found: Candidate, believed: Sequence[Candidate], page: Page) -> Candidate:
    """Return the first of two names in one form, "the Ministry of Health and Family Health International"."""
    ends = (hit for hit in believed if hit.end == found.end and found.start < hit.start)
    for hit in () if found.entry else ends:
        first, joint, _ = page.text[found.start : hit.start].rpartition(_JOINT)
        cut = found._replace(end=found.start + len(first), written=first, name=first)
        known = known_or(page, cut) if joint and first else None
        if known and known.entry:
            return known
    return found


def _named_alike(found: Candidate, believed: Sequence[Candidate], page: Page) -> Candidate:
    """Return a form with the gazetteer's entry if all it adds to a known name says nothing new."""
    if found.entry:
        return found
    for hit in believed:
        other = found.sure and found.country not in (None, hit.country) and not _is_subsidiary(found, hit)
        if found.start <= hit.start and hit.end <= found.end and hit.entry and not other:
            before, after = page.around.plain[found.start : hit.start], page.around.plain[hit.end : found.end]
            if _adds_nothing(before, found.start, page) and _adds_nothing(after, hit.end + 1, page, after=True):
                return found._replace(
                    name=hit.name, kind=hit.kind, country=hit.country, city=hit.city, entry=hit.entry, sure=True
                )
    return found


def _is_subsidiary(found: Candidate, hit: Candidate) -> bool:
    """Tell whether a company's name begins with a known one's: "Novartis Vietnam Company Limited"."""
    return hit.start == found.start and hit.kind == found.kind == "company"


def _adds_nothing(extra: str, start: int, page: Page, after: bool = False) -> bool:
    words = _EXTRA.findall(extra)
    if not words:
        return True
    place = page.around.at(start)
    if place and place.place.kind == "country":
        words = words[len(page.around.plain[place.start : place.end].split()) :]
    return all(word in page.words.weak_heads if after else word in page.words.adjectives for word in words)


def of_country(found: Candidate, country: str, page: Page) -> Candidate:
    """Return a ministry that is taken for the one at home as that of a country, unless it is said whose it is."""
    around = page.around
    told = around.ending(found.start - 1) or around.owner(found.start) or around.linked(found.end)
    home = page.words.home.code
    if found.kind != "ministry" or found.country != home or (told and told.place.country == home):
        return found
    state = next((m.place for m in around.mentioned if m.place.country == country and m.place.kind == "country"), None)
    if state is None:
        return found
    name = f"{found.name} of {state_name(state, page.with_article)}"
    return found._replace(name=name, country=country, city=None, entry=None)
