"""What the finders found in an article, as mentions that do not overlap."""

import re
from bisect import bisect
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from hcoop.events.profile import Profile
from hcoop.records import Article, DateMention, Organisation, Person, Place, Span

# A place so near before a name, in letters, says where its bearer is from.
_BESIDE = 40

Referent = Organisation | Person | Place | DateMention


@dataclass(frozen=True, slots=True)
class Named:
    """What the finders found in one article."""

    organisations: Sequence[Organisation]
    people: Sequence[Person]
    places: Sequence[Place]
    dates: Sequence[DateMention]


# Never changed, but not frozen either: that would make it three times as slow to make.
@dataclass(slots=True)
class Mention:
    """A mention at offsets of the article's text. `mask` is the capital letter for it: see `phrasing.MASKS`."""

    start: int
    end: int
    mask: str
    what: Referent
    country: str | None


def find_mentions(article: Article, named: Named, profile: Profile) -> list[Mention]:
    """Return mentions in order of the text; organisations win over people, people over dates, dates over places."""
    kept: list[Mention] = []
    starts: list[int] = []
    for mention in _candidates(article, named, profile):
        at = bisect(starts, mention.start)
        free_before = at == 0 or kept[at - 1].end <= mention.start
        if free_before and (at == len(kept) or mention.end <= kept[at].start):
            starts.insert(at, mention.start)
            kept.insert(at, mention)
    return kept


def _candidates(article: Article, named: Named, profile: Profile) -> Iterator[Mention]:
    for organisation in named.organisations:
        mask = {profile.home: "H", None: "U"}.get(organisation.country, "P")
        for span in organisation.mentions:
            yield Mention(span.start, span.end, mask, organisation, organisation.country)
    yield from _people(article, named, profile)
    for date in named.dates:
        yield Mention(date.start, date.end, "D", date, None)
    for place in named.places:
        mask = "V" if place.country == profile.home else "C" if place.kind == "country" else "F"
        for span in _places(article, place):
            yield Mention(span.start, span.end, mask, place, place.country)


def _people(article: Article, named: Named, profile: Profile) -> Iterator[Mention]:
    countries = {organisation.name: organisation.country for organisation in named.organisations}
    abroad = [(span, place.country) for place in named.places if place.country != profile.home
              for span in _places(article, place)]
    for person in named.people:
        country = countries.get(person.organisation or "") or _country_near(article, person, abroad, profile)
        for span in person.mentions:
            yield Mention(span.start, span.end, "N", person, country)


def _places(article: Article, place: Place) -> Iterator[Span]:
    """Yield where a place is mentioned, but for "US" in "US$2.5 million"."""
    return (span for span in place.mentions if not article.text.startswith("$", span.end))


def _country_near(
    article: Article, person: Person, abroad: Iterable[tuple[Span, str]], profile: Profile
) -> str | None:
    """Return the country of a person without a body.

    That is home by name, else one told beside the name, else the article's main one.
    """
    if profile.is_home_name(person.name):
        return profile.home
    first = min(person.mentions, key=lambda span: span.start)
    for span, country in abroad:
        is_beside = span.end <= first.start < span.end + _BESIDE
        if is_beside and not re.search(r"[.,;\n]", article.text[span.end:first.start]):
            return country
    return next(iter(Counter(country for _, country in abroad).most_common(1)), (None,))[0]
