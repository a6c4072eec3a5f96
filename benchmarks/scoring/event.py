"""Scores the events of one article: paired by how surely they are one event, then field by field."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from scoring.names import Names, grown, names_of, norm, same
from scoring.outcome import Key, Outcome
from scoring.pairing import Pairing, pair

Record = dict[str, Any]

# The keys of a gold event that hold the parties of each side of an extracted one.
_SIDES = {"home": "vietnamese", "partner": "foreign"}
# Types that a reader may take for each other: a pair of them needs more in common to be one event.
_KIN = [{"training", "technology_transfer", "project"}, {"project", "agreement"}, {"meeting", "conference"},
        {"aid", "project"}, {"facility", "project"}, {"research", "project"}]
# Likeness has to pass this for two events to be one.
_ENOUGH = 0.5
# The country as such is not listed as a party.
_NOBODY = frozenset({"vietnam", "vietnamese government"})


@dataclass(frozen=True, slots=True)
class _Text:
    """What events are compared by besides themselves: the text, and all names of whoever the gold record lists."""

    file: str
    text: str
    known: Sequence[Names]


def day(value: str | None) -> str | None:
    """Return an EDTF date without its time of day; null for none."""
    return re.sub(r"T\d.*$", "", value).strip() if value else None


def score(found: Record, gold: Record) -> Iterator[Outcome]:
    """Yield the outcomes of the events of an extraction and its gold record."""
    known = [names_of(entry) for field in ("organisations", "people") for entry in gold.get(field) or ()]
    text = _Text(gold["text"], found["article"].get("text") or "", known)
    events = found.get("events") or []
    paired = pair(events, gold.get("events") or [], partial(_likeness, text=text))
    yield from _counted(paired, text.file)
    for f, g in paired.pairs:
        yield from _fields(f, g, text)
    for event in events:
        yield Outcome(Key("evidence.exact", text.file, label(event)), _is_exact(event, text.text), True, True)


def label(event: Record) -> str:
    """Return what an event is told by in lists."""
    words = event.get("quote") or next((span["quote"] for span in event.get("evidence") or ()), "")
    return f"{event.get('type')} {event.get('date')} {'+'.join(event.get('countries') or ())} “{words[:30]}”"


def _counted(paired: Pairing[Record, Record], file: str) -> Iterator[Outcome]:
    for _, event in paired.pairs:
        yield Outcome(Key("events", file, label(event)), True, True, True)
        if event["importance"] == "main":
            yield Outcome(Key("events.main", file, label(event)), True, True, True)
    for event in paired.missing:
        yield Outcome(Key("events", file, label(event)), False, False, True, event["importance"])
        yield Outcome(Key("events.strict", file, label(event)), False, False, True, "the event is missing")
        if event["importance"] == "main":
            # Nothing tells main from side among what is found: this is a share of the gold events.
            yield Outcome(Key("events.main", file, label(event)), False, True, True)
    for event in paired.extra:
        for measure in ("events", "events.strict"):
            yield Outcome(Key(measure, file, label(event)), False, True, False)


def _fields(found: Record, gold: Record, text: _Text) -> Iterator[Outcome]:
    right = dict(_compared(found, gold))
    key = partial(Key, file=text.file, item=label(gold))
    for field, is_right in right.items():
        note = "" if is_right else f"found {found.get(field)!r}, gold {gold.get(field)!r}"
        yield Outcome(key(f"events.{field}"), is_right, True, True, note)
    sides = True
    for side in _SIDES:
        f, g = _parties(found, side, text), _parties(gold, side, text)
        yield from _side(f, g, key(f"events.{side}"))
        sides &= not g or any(same(one, other) for one in f for other in g)
    strict = right["type"] and right["date"] and right["countries"] and sides
    yield Outcome(key("events.strict"), strict, True, True, "" if strict or sides else "a side has none of its parties")


def _compared(found: Record, gold: Record) -> Iterator[tuple[str, bool]]:
    yield "type", found.get("type") == gold["type"]
    yield "status", found.get("status") == gold.get("status")
    yield "date", day(found.get("date")) == day(gold.get("date"))
    yield "city", norm(found.get("city") or "") == norm(gold.get("city") or "")
    yield "countries", set(found.get("countries") or ()) == set(gold.get("countries") or ())
    if gold["type"] == "agreement":
        yield "instrument", found.get("instrument") == gold.get("instrument")


def _side(found: Sequence[Names], gold: Sequence[Names], key: Key) -> Iterator[Outcome]:
    paired = pair(found, gold, lambda f, g: float(same(f, g)))
    sorts = [([g for _, g in paired.pairs], True, True), (paired.missing, False, True), (paired.extra, True, False)]
    for parties, got, wanted in sorts:
        for party in parties:
            name = max(party, key=lambda name: (len(name), name))
            yield Outcome(key._replace(item=f"{key.item}: {name}"), got and wanted, got, wanted)


def _parties(event: Record, side: str, text: _Text) -> list[Names]:
    if "participants" in event:
        named: list[Any] = [party for party in event["participants"] or () if party.get("side") == side]
    else:
        named = event.get(_SIDES[side]) or []
    return grown((party for party in map(names_of, named) if not party & _NOBODY), text.known)


def _likeness(found: Record, gold: Record, text: _Text) -> float:
    """Return how surely two events are one: 0 for no."""
    one_type = found.get("type") == gold["type"]
    if not one_type and not any({found.get("type"), gold["type"]} <= kin for kin in _KIN):
        return 0.0
    partners = (_parties(found, "partner", text), _parties(gold, "partner", text))
    score = 0.35 if one_type else 0.1
    score += 0.3 * any(same(f, g) for f in partners[0] for g in partners[1])
    score += 0.15 * bool(set(found.get("countries") or ()) & set(gold.get("countries") or ()))
    score += (0.1 if gold.get("date") else 0.02) * (day(found.get("date")) == day(gold.get("date")))
    score += 0.3 * _cites(found, gold, text.text)
    return score if score > _ENOUGH else 0.0


def _cites(found: Record, gold: Record, text: str) -> bool:
    """Tell whether evidence of an event touches the words that the gold record quotes."""
    words = (gold.get("quote") or "").split()
    quote = re.search(r"\s+".join(map(re.escape, words)), text) if words else None
    spans = found.get("evidence") or ()
    return quote is not None and any(span["start"] < quote.end() and quote.start() < span["end"] for span in spans)


def _is_exact(event: Record, text: str) -> bool:
    spans = event.get("evidence") or ()
    return bool(spans) and all(
        0 <= span["start"] < span["end"] <= len(text) and text[span["start"]:span["end"]] == span.get("quote")
        for span in spans)
