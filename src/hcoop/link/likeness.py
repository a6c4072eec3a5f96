"""How likely two tellings are to tell one event: points for what they share, and what speaks against it."""

from collections.abc import Iterator, Set
from dataclasses import dataclass
from typing import Any

from hcoop.link.telling import Telling
from hcoop.link.times import Fit, fit, news_together

_HOME, _PARTNER = "home", "partner"
# Points. What must be reached depends on how much the parties and the time already tell.
_SHARED_SIDE, _SAME_TYPE = 3.0, 2.0
_SAME_COPY = 5.0
_ENOUGH, _ENOUGH_ONE_SIDE, _ENOUGH_UNSURE = 7.0, 8.0, 9.5
# Shares of common words.
_ALL_WORDS, _MOST_WORDS, _MANY_WORDS, _LIKE_WORDS = 0.9, 0.7, 0.4, 0.25
# How far two sums may be apart: rounded, or differently counted. Other sums are mostly other gifts.
_SAME_SUM, _NEAR_SUM = 0.01, 0.3
_OTHER_SUM = -6.0


@dataclass(frozen=True, slots=True)
class Likeness:
    """Points, and what they were given for; `sure` if the time leaves no room for another event of the kind."""

    points: float
    because: tuple[str, ...]
    sure: bool


def contradict(one: Telling, other: Telling) -> bool:
    """Tell whether two tellings cannot be of one event, whatever else they share."""
    return one.id != other.id and (_others(one, other) or fit(one, other) is None)


def _others(one: Telling, other: Telling) -> bool:
    """Tell whether two tellings are of other parties, or of a plan and a fact, or stand in one article."""
    return one.article == other.article or one.planned != other.planned or (
        _parties_differ(one, other) and not _copied(one, other)
    )


def likeness(one: Telling, other: Telling) -> Likeness | None:
    """Return how alike two tellings are, or None if that is not enough for one event."""
    when = None if _others(one, other) else fit(one, other)
    if when is None:
        return None
    found = [(when.points, when.value[1]), *_alike(one, other)]
    points = sum(worth for worth, _ in found)
    sides = {_HOME: bool(one.home & other.home), _PARTNER: bool(one.partners & other.partners)}
    if points < _needed(one, other, when, sides):
        return None
    return Likeness(round(points, 2), tuple(word for worth, word in found if worth > 0 and word), when.close)


def _needed(one: Telling, other: Telling, when: Fit, sides: dict[str, bool]) -> float:
    """Return the points that two tellings need."""
    if _copied(one, other):
        return _ENOUGH
    same_type = one.event["type"] == other.event["type"]
    if not same_type and not _one_under_two_types(one, other, when, sides):
        return float("inf")
    if not any(sides.values()):
        return _ENOUGH_UNSURE if when in (Fit.day, Fit.days) else float("inf")
    if when is Fit.clash:
        return _ENOUGH_UNSURE if all(sides.values()) and _told_alike(one, other) else float("inf")
    if not all(sides.values()):
        return _ENOUGH_ONE_SIDE if when.close else _ENOUGH_UNSURE if when in (Fit.month, Fit.news) else float("inf")
    return _ENOUGH if when.close or "signed" in one.traits else _ENOUGH_UNSURE


def _told_alike(one: Telling, other: Telling) -> bool:
    """Tell whether two reports are so alike that one of two dates will be a slip."""
    same_sum = _sums(one.event["amounts"], other.event["amounts"])[0] > 0
    return news_together(one, other) and (same_sum or _common_words(one, other) >= _MANY_WORDS)


def _one_under_two_types(one: Telling, other: Telling, when: Fit, sides: dict[str, bool]) -> bool:
    """A signing is told as the meeting at which it took place, a mission as a meeting or a gift: on the same days."""
    on_time = when in (Fit.day, Fit.days) and _common(one, other, "topics")
    return bool(on_time and (all(sides.values()) or (_occasion(one, other) and any(sides.values()))))


def _occasion(one: Telling, other: Telling) -> bool:
    return "occasion" in one.traits | other.traits


def _parties_differ(one: Telling, other: Telling) -> bool:
    return (
        _apart(one.home, other.home) or _apart(one.partners, other.partners)
        or _apart(set(one.event["countries"]), set(other.event["countries"]))
    )


def _apart(mine: Set[str], theirs: Set[str]) -> bool:
    return bool(mine and theirs and mine.isdisjoint(theirs))


def _alike(one: Telling, other: Telling) -> Iterator[tuple[float, str]]:
    """Yield the points and what they are given for."""
    for side, mine, theirs in ((_HOME, one.home, other.home), (_PARTNER, one.partners, other.partners)):
        if mine & theirs:
            yield _SHARED_SIDE, f"the same {side}: {', '.join(sorted(mine & theirs))}"
        elif side == _HOME:
            yield _city(one.event["city"], other.event["city"])
        elif _common(one, other, "countries"):
            yield 1.0, f"the same country: {', '.join(sorted(_common(one, other, 'countries')))}"
    yield _type(one, other)
    if _copied(one, other):
        yield _SAME_COPY, "copies of one article"
    yield _topics(one, other)
    yield _sums(one.event["amounts"], other.event["amounts"])
    if one.people & other.people:
        yield 1.0, "the same people"
    yield 2 * _common_words(one, other), "like words" if _common_words(one, other) >= _LIKE_WORDS else ""
    if news_together(one, other):
        yield 0.5, "reported at the same time"


def _city(one: str | None, other: str | None) -> tuple[float, str]:
    if not one or not other:
        return 0.0, ""
    return (1.0, f"the same city: {one}") if one == other else (-2.0, "")


def _type(one: Telling, other: Telling) -> tuple[float, str]:
    if one.event["type"] == other.event["type"]:
        return _SAME_TYPE, f"the same type: {one.event['type']}"
    return (0.5 if _occasion(one, other) else -1.0), ""


def _topics(one: Telling, other: Telling) -> tuple[float, str]:
    common = _common(one, other, "topics")
    every = {*one.event["topics"], *other.event["topics"]}
    if common:
        return (1.5 if 2 * len(common) >= len(every) else 1.0), f"the same topics: {', '.join(sorted(common))}"
    return (-0.5 if one.event["topics"] and other.event["topics"] else 0.0), ""


def _sums(mine: list[dict[str, Any]], theirs: list[dict[str, Any]]) -> tuple[float, str]:
    pairs = [(a["value"], b["value"]) for a in mine for b in theirs if a["currency"] == b["currency"]]
    if not pairs:
        return 0.0, ""
    apart = min(abs(a - b) / max(abs(a), abs(b), 1.0) for a, b in pairs)
    if apart <= _SAME_SUM:
        return 2.0, "the same sum"
    return (_OTHER_SUM if apart > _NEAR_SUM else 0.0), ""


def _common(one: Telling, other: Telling, field: str) -> set[str]:
    return {*one.event[field]} & {*other.event[field]}


def _copied(one: Telling, other: Telling) -> bool:
    """Tell whether two copies of an article say the same of it, whatever was understood in each."""
    needed = _MOST_WORDS if one.event["type"] == other.event["type"] else _ALL_WORDS
    return one.original == other.original and _common_words(one, other) >= needed


def _common_words(one: Telling, other: Telling) -> float:
    """Return the share of words of two quotes that both have, 0 to 1."""
    every = len(one.words | other.words)
    return len(one.words & other.words) / every if every else 0.0
