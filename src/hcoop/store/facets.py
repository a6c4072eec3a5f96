"""What an article and each of its events concern, as rows to filter and to rank by."""

from collections.abc import Iterator
from typing import Any

from hcoop.link import organisation_of, person_id
from hcoop.text import name_key

Facet = tuple[str, str, float]
Plain = dict[str, Any]

PARTY, MENTION = 3.0, 1.0


def of_article(extraction: Plain) -> list[Facet]:
    """Return the facets of an article (kind, value, weight), each once, the heaviest first of its kind."""
    found: dict[tuple[str, str], float] = {}
    for kind, value, weight in _article_facets(extraction):
        found[kind, value] = max(weight, found.get((kind, value), 0.0))
    return [(kind, value, weight) for (kind, value), weight in found.items()]


def _article_facets(extraction: Plain) -> Iterator[Facet]:
    yield from (("country", code, PARTY) for code in extraction["countries"])
    yield from (("city", city, PARTY) for city in extraction["cities"])
    yield from (("topic", topic, PARTY) for topic in extraction["topics"])
    if extraction["article"]["outlet"]:
        yield "outlet", extraction["article"]["outlet"], PARTY
    for place in extraction["places"]:
        yield ("city", place["name"], MENTION) if place["country"] == "VN" else ("country", place["country"], MENTION)
    for organisation in extraction["organisations"]:
        yield "organisation", organisation["id"], MENTION
        if organisation["country"] not in (None, "VN"):
            yield "country", organisation["country"], MENTION
    yield from (("person", person_id(person["name"]), MENTION) for person in extraction["people"])
    for event in extraction["events"]:
        yield from of_event(event, extraction)


def of_event(event: Plain, extraction: Plain) -> Iterator[Facet]:
    """Yield the facets of one event of an article; a value may come twice."""
    yield "type", event["type"], PARTY
    yield "status", event["status"], PARTY
    if event["city"]:
        yield "city", event["city"], PARTY
    yield from (("country", code, PARTY) for code in event["countries"])
    yield from (("topic", topic, PARTY) for topic in event["topics"])
    if extraction["article"]["outlet"]:
        yield "outlet", extraction["article"]["outlet"], PARTY
    people = {name_key(person["name"]) for person in extraction["people"]}
    for participant in event["participants"]:
        organisation = organisation_of(participant["name"], extraction["organisations"])
        if organisation:
            yield "organisation", organisation, PARTY
        elif name_key(participant["name"]) in people:
            yield "person", person_id(participant["name"]), PARTY
    yield from (("person", person_id(person["name"]), PARTY) for person in event["people"])
