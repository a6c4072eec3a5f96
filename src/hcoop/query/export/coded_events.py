"""Events in the codes of event data, CAMEO and PLOVER (manual 0.8): a row for each actor and whom it acts on.

An agreement that was signed is CAMEO 057 (sign formal agreement). Whatever is only planned is an intent to cooperate,
CAMEO 03 and PLOVER AGREE, however firm; so a memorandum that is to be signed next week is no 057.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from hcoop.query.codes import Codes
from hcoop.query.export.bodies import bodies
from hcoop.query.export.columns import columns
from hcoop.query.export.events import exported_events
from hcoop.query.filters import Filter
from hcoop.query.table import Row, Table
from hcoop.store.read import Store

_INTERNATIONAL = "INT"
_KEYS = (
    "event", "date", "earliest", "latest", "cameo", "plover", "context", "status", "type",
    "source", "source_country", "source_sector", "source_role", "target", "target_country", "target_sector",
    "target_role", "reciprocal", "city", "reported", "article", "outlet", "quote",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Actor:
    name: str
    country: str | None
    sector: str | None
    role: str | None


def coded_events(store: Store, asked: Filter, many: int) -> Table:
    """Return the actors of events, two by two; at most `many` rows, all if that is negative."""
    rows = _Coding(store).rows(asked)
    return Table(columns(*_KEYS), rows if many < 0 else islice(rows, many), schema="exports/coded-events")


class _Coding:
    """The codes, bodies and names of countries of a store."""

    def __init__(self, store: Store) -> None:
        self.store, self.codes, self.bodies = store, Codes(store), bodies(store)
        self.countries = store.labels("country")
        self.home = store.meta("home")

    def rows(self, asked: Filter) -> Iterator[Row]:
        for event in exported_events(self.store, asked, self.codes):
            told = self.told(event)
            for source, target, reciprocal in self.pairs(event):
                row = {**told, **_named("source", source), **_named("target", target), "reciprocal": reciprocal}
                yield {key: row[key] for key in _KEYS}

    def told(self, event: Row) -> Row:
        """Return what is the same in all rows of an event."""
        planned = event["status"] == "planned"
        plover = self.codes.one("type", event["type"], "plover")
        best = event["evidence"][0]
        return {
            **{key: event[key] for key in ("date", "earliest", "latest", "status", "type", "city", "reported")},
            **{key: best[key] for key in ("article", "outlet", "quote")},
            "event": event["id"],
            "cameo": self.codes.one("type", event["type"], "cameo_planned" if planned else "cameo"),
            "plover": self.codes.one("sector", "", "plover_planned") if planned and plover else plover,
            "context": self.codes.one("sector", "", "plover_context"),
        }

    def pairs(self, event: Row) -> Iterator[tuple[_Actor, _Actor, bool]]:
        """Yield who acts on whom, and whether the other did the same: by their parts, else each side on the other."""
        home, partners = self.side(event, "home"), self.side(event, "partner")
        active = self.codes.one("type", event["type"], "active_role")
        passive = self.codes.one("type", event["type"], "passive_role")
        for one in home:
            for other in partners:
                if active != passive and {one.role, other.role} == {active, passive}:
                    yield (one, other, False) if one.role == active else (other, one, False)
                else:
                    yield one, other, True
                    yield other, one, True

    def side(self, event: Row, side: str) -> list[_Actor]:
        """Return the actors of a side; where no party of it is named, its countries."""
        named = [self.actor(party) for party in event["participants"] if party["side"] == side]
        codes = [self.home] if side == "home" else event["countries"]
        return named or [_Actor(self.countries.get(code, code), self.alpha_3(code), None, None) for code in codes]

    def actor(self, party: Row) -> _Actor:
        body = self.bodies.get(party["organisation"] or "", {})
        kind, country = body.get("kind"), party["country"]
        if country == _INTERNATIONAL:
            place = self.codes.one("organisation", party["organisation"], "plover_name")
            place = place or self.codes.one("organisation_kind", kind, "plover_international")
        else:
            place = self.alpha_3(country)
        sector = self.codes.one("organisation_kind", kind, "plover")
        return _Actor(party["name"], place, sector, party["role"])

    def alpha_3(self, country: str | None) -> str | None:
        return self.codes.one("country", country, "alpha_3")


def _named(prefix: str, actor: _Actor) -> Row:
    return {
        prefix: actor.name,
        f"{prefix}_country": actor.country,
        f"{prefix}_sector": actor.sector,
        f"{prefix}_role": actor.role,
    }
