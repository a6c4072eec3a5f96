"""The home cities and provinces of all events of an article."""

from collections.abc import Iterable, Iterator

from hcoop.events.profile import WIDE
from hcoop.events.reference import Reference, reference
from hcoop.lexicon import Lexicon
from hcoop.records import Article, Event, Place, Span
from hcoop.text import fold

# So many letters before a place may say that something is there.
_BEFORE = 70


def cities_of(article: Article, events: Iterable[Event], places: Iterable[Place], lexicon: Lexicon) -> Iterator[str]:
    """Yield the city of each event and the home places where its evidence says that something is.

    Of an event that has several cities or none, they are all home places that its evidence names.
    """
    home, rules = lexicon["profile"]["home"], lexicon.compiled(reference)
    towns = [place for place in places if place.country == home and place.kind not in WIDE]
    named = sorted(((span, town.name) for town in towns for span in town.mentions), key=lambda found: found[0].start)
    there = set(_there([span for span, _ in named], article.text, rules))
    for event in events:
        if event.city:
            yield event.city
        parts = [(evidence.start, evidence.end) for evidence in event.evidence]
        for span, name in named:
            if _within(span, parts) and (not event.city or span in there):
                yield name


def _there(spans: Iterable[Span], text: str, rules: Reference) -> Iterator[Span]:
    """Yield the mentions at which something is said to be, "in Dien Bien, Tra Vinh and Soc Trang", in order."""
    last: Span | None = None
    for span in spans:
        goes_on = last is not None and text[last.end:span.start] in rules.listed_by
        if goes_on or rules.whereabouts.search(fold(text[max(0, span.start - _BEFORE):span.start])):
            last = span
            yield span


def _within(span: Span, parts: Iterable[tuple[int, int]]) -> bool:
    for start, end in parts:  # noqa: SIM110 - several times as fast as a generator, and done for each place and event
        if start <= span.start and span.end <= end:
            return True
    return False
