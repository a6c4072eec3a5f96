"""What an article and an event concern, as rows to filter and to rank by."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from hcoop.link.entities import ids_by_name, person_id, same_name

Facet = tuple[str, str, float]
Plain = dict[str, Any]

PARTY, MENTION = 3.0, 1.0


@dataclass(frozen=True, slots=True)
class Identities:
    """The ids of an article's organisations by its own ids for them, and of its people by folded name."""

    organisations: Mapping[str, str]
    people: Mapping[str, str]


def of_article(extraction: Plain, identities: Identities, home: str) -> list[Facet]:
    """Return the facets of an article, those of its events among them, each once with its greatest weight.

    `home` is the code of the country whose cities are cities; other places stand for their countries.
    """
    found: dict[tuple[str, str], float] = {}
    for kind, value, weight in (*_mentioned(extraction, identities, home), *_told(extraction, identities)):
        found[kind, value] = max(weight, found.get((kind, value), 0.0))
    return [(kind, value, weight) for (kind, value), weight in found.items()]


def of_event(event: Plain) -> list[Facet]:
    """Return the facets of an event of the register, each once."""
    return list(dict.fromkeys(_of_event(event)))


def _mentioned(extraction: Plain, identities: Identities, home: str) -> Iterator[Facet]:
    yield from (("country", code, PARTY) for code in extraction["countries"])
    yield from (("city", city, PARTY) for city in extraction["cities"])
    yield from (("topic", topic, PARTY) for topic in extraction["topics"])
    if extraction["article"]["outlet"]:
        yield "outlet", extraction["article"]["outlet"], PARTY
    for place in extraction["places"]:
        yield ("city", place["name"], MENTION) if place["country"] == home else ("country", place["country"], MENTION)
    for organisation in extraction["organisations"]:
        yield "organisation", identities.organisations[organisation["id"]], MENTION
        if organisation["country"] not in (None, home):
            yield "country", organisation["country"], MENTION
    yield from (("person", identities.people[same_name(p["name"])], MENTION) for p in extraction["people"])


def _told(extraction: Plain, identities: Identities) -> Iterator[Facet]:
    """Yield what the article's own events concern."""
    local = ids_by_name(extraction["organisations"])
    for event in extraction["events"]:
        yield from _of_any_event(event)
        for participant in event["participants"]:
            name = same_name(participant["name"])
            if name in local:
                yield "organisation", identities.organisations[local[name]], PARTY
                yield participant["side"], identities.organisations[local[name]], PARTY
            elif name in identities.people:
                yield "person", identities.people[name], PARTY
        for person in event["people"]:
            yield "person", identities.people.get(same_name(person["name"]), person_id(person["name"])), PARTY


def _of_event(event: Plain) -> Iterator[Facet]:
    yield from _of_any_event(event)
    yield from (("outlet", piece["outlet"], PARTY) for piece in event["evidence"] if piece["outlet"])
    for participant in event["participants"]:
        if participant["organisation"]:
            yield "organisation", participant["organisation"], PARTY
            yield participant["side"], participant["organisation"], PARTY
        elif participant["person"]:
            yield "person", participant["person"], PARTY
    yield from (("person", person["person"], PARTY) for person in event["people"])


def _of_any_event(event: Plain) -> Iterator[Facet]:
    yield "type", event["type"], PARTY
    yield "status", event["status"], PARTY
    if event["city"]:
        yield "city", event["city"], PARTY
    yield from (("country", code, PARTY) for code in event["countries"])
    yield from (("topic", topic, PARTY) for topic in event["topics"])
