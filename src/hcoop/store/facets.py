"""What an article and each of its events concern, as rows to filter and to rank by."""

from collections.abc import Container, Iterable, Iterator, Mapping
from typing import Any

from hcoop.link import ids_by_name, person_id, same_name

Facet = tuple[str, str, float]
Plain = dict[str, Any]

PARTY, MENTION = 3.0, 1.0


def of_article(extraction: Plain, events: Iterable[Iterable[Facet]], home: str) -> list[Facet]:
    """Return the facets of an article, those of its events among them, each once with its greatest weight.

    `home` is the code of the country whose cities are cities; other places stand for their countries.
    """
    found: dict[tuple[str, str], float] = {}
    for kind, value, weight in (*_article_facets(extraction, home), *(facet for event in events for facet in event)):
        found[kind, value] = max(weight, found.get((kind, value), 0.0))
    return [(kind, value, weight) for (kind, value), weight in found.items()]


def _article_facets(extraction: Plain, home: str) -> Iterator[Facet]:
    yield from (("country", code, PARTY) for code in extraction["countries"])
    yield from (("city", city, PARTY) for city in extraction["cities"])
    yield from (("topic", topic, PARTY) for topic in extraction["topics"])
    if extraction["article"]["outlet"]:
        yield "outlet", extraction["article"]["outlet"], PARTY
    for place in extraction["places"]:
        yield ("city", place["name"], MENTION) if place["country"] == home else ("country", place["country"], MENTION)
    for organisation in extraction["organisations"]:
        yield "organisation", organisation["id"], MENTION
        if organisation["country"] not in (None, home):
            yield "country", organisation["country"], MENTION
    yield from (("person", person_id(person["name"]), MENTION) for person in extraction["people"])


def of_events(extraction: Plain) -> list[list[Facet]]:
    """Return the facets of each event of an article, each once."""
    organisations = ids_by_name(extraction["organisations"])
    people = {same_name(person["name"]) for person in extraction["people"]}
    outlet = extraction["article"]["outlet"]
    return [list(dict.fromkeys(_event_facets(event, outlet, organisations, people))) for event in extraction["events"]]


def _event_facets(
    event: Plain, outlet: str | None, organisations: Mapping[str, str], people: Container[str]
) -> Iterator[Facet]:
    yield "type", event["type"], PARTY
    yield "status", event["status"], PARTY
    if event["city"]:
        yield "city", event["city"], PARTY
    yield from (("country", code, PARTY) for code in event["countries"])
    yield from (("topic", topic, PARTY) for topic in event["topics"])
    if outlet:
        yield "outlet", outlet, PARTY
    for participant in event["participants"]:
        name = same_name(participant["name"])
        if name in organisations:
            yield "organisation", organisations[name], PARTY
            yield participant["side"], organisations[name], PARTY
        elif name in people:
            yield "person", person_id(participant["name"]), PARTY
    yield from (("person", person_id(person["name"]), PARTY) for person in event["people"])
