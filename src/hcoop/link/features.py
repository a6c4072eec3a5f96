"""What tellings are compared by, in few bytes, so that a store can keep it and comparing never reads an article."""

import marshal
from array import array
from typing import Any

from hcoop.link.report import Traits
from hcoop.link.telling import Telling

# The fields of an event that are compared.
_FIELDS = ("type", "status", "importance", "date", "city", "countries", "topics")


def packed(telling: Telling) -> bytes:
    """Return all of a telling that others are compared with."""
    amounts = [(amount["value"], amount["currency"]) for amount in telling.event["amounts"]]
    return marshal.dumps((
        telling.id, telling.article, telling.original, telling.copied, [telling.event[name] for name in _FIELDS],
        amounts, telling.days, telling.reported, sorted(telling.home), sorted(telling.partners),
        sorted(telling.people), telling.corrected, array("I", sorted(telling.words)).tobytes(),
    ))


def unpacked(content: bytes, traits: Traits) -> Telling:
    """Return a telling from what `packed` gave; its event has the fields alone that are compared."""
    identity, article, original, copied, values, amounts, days, reported, *sides, people, corrected, words = (
        _read(content)
    )
    event = dict(zip(_FIELDS, values, strict=True))
    event["amounts"] = [{"value": value, "currency": currency} for value, currency in amounts]
    home, partners = map(frozenset, sides)
    telling = Telling(
        identity, article, original, copied, event, days, reported, home, partners, (), frozenset(people),
        traits.get(event["type"], frozenset()), corrected,
    )
    telling.__dict__["words"] = frozenset(array("I", words))
    return telling


def _read(content: bytes) -> Any:
    return marshal.loads(content)
