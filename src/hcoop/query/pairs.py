"""The pairs of sides of events: each body at home with each partner; where no body of a side is named, its country."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from hcoop.query.table import Row


@dataclass(frozen=True, slots=True)
class End:
    """One side of a pair, by its id, or `name:` and its name, or `country:` and its code where no body is named."""

    id: str
    name: str
    country: str | None


@dataclass(slots=True)
class Pair:
    """Two sides and the events that both are parties of, in the order in which these came."""

    source: End
    target: End
    events: list[Row] = field(default_factory=list)

    @property
    def named(self) -> bool:
        """Whether both sides are more than a country."""
        return not any(end.id.startswith("country:") for end in (self.source, self.target))


def pairs(events: Iterable[Row], home: str, countries: Mapping[str, str]) -> list[Pair]:
    """Return the pairs of events, in the order of their ids; `home` is the code of the home country.

    `countries` are the names of countries, by code.
    """
    found: dict[tuple[str, str], Pair] = {}
    for event in events:
        for source in _side(event, "home", [home], countries):
            for target in _side(event, "partner", event["countries"], countries):
                found.setdefault((source.id, target.id), Pair(source, target)).events.append(event)
    return [pair for _, pair in sorted(found.items())]


def _side(event: Row, side: str, codes: Iterable[str], countries: Mapping[str, str]) -> list[End]:
    named = {end.id: end for end in _named(event, side)}
    return [*named.values()] or [End(f"country:{code}", countries.get(code, code), code) for code in codes]


def _named(event: Row, side: str) -> Iterator[End]:
    for party in event["participants"]:
        if party["side"] == side:
            identity = str(party["organisation"] or party["person"] or f"name:{party['name']}")
            yield End(identity, party["name"], party["country"])
