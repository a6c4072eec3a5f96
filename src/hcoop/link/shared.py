"""What two tellings share, with the points that it is worth: parties, place, type, topics, money, people, words."""

from collections.abc import Iterator
from typing import Any

from hcoop.link.telling import Telling
from hcoop.link.times import news_together

HOME, PARTNER = "home", "partner"
_SHARED_SIDE, _SAME_TYPE = 3.0, 2.0
_SAME_COPY = 5.0
# Shares of common words.
_ALL_WORDS, _MOST_WORDS, _LIKE_WORDS = 0.9, 0.7, 0.25
# How far two sums may be apart: rounded, or differently counted. Other sums are mostly other gifts.
_SAME_SUM, _NEAR_SUM = 0.01, 0.3
_OTHER_SUM = -6.0


def shared(one: Telling, other: Telling) -> Iterator[tuple[float, str]]:
    """Yield the points and what they are given for."""
    for side, mine, theirs in ((HOME, one.home, other.home), (PARTNER, one.partners, other.partners)):
        if mine & theirs:
            yield _SHARED_SIDE, f"the same {side}: {', '.join(sorted(mine & theirs))}"
        elif side == HOME:
            yield _city(one.event["city"], other.event["city"])
        elif common(one, other, "countries"):
            yield 1.0, f"the same country: {', '.join(sorted(common(one, other, 'countries')))}"
    yield _type(one, other)
    if copied(one, other):
        yield _SAME_COPY, "copies of one article"
    yield _topics(one, other)
    yield sums(one.event["amounts"], other.event["amounts"])
    if one.people & other.people:
        yield 1.0, "the same people"
    yield 2 * common_words(one, other), "like words" if common_words(one, other) >= _LIKE_WORDS else ""
    if news_together(one, other):
        yield 0.5, "reported at the same time"


def sums(mine: list[dict[str, Any]], theirs: list[dict[str, Any]]) -> tuple[float, str]:
    """Return the points for sums of money in one currency, and what they are given for."""
    pairs = [(a["value"], b["value"]) for a in mine for b in theirs if a["currency"] == b["currency"]]
    if not pairs:
        return 0.0, ""
    apart = min(abs(a - b) / max(abs(a), abs(b), 1.0) for a, b in pairs)
    if apart <= _SAME_SUM:
        return 2.0, "the same sum"
    return (_OTHER_SUM if apart > _NEAR_SUM else 0.0), ""


def copied(one: Telling, other: Telling) -> bool:
    """Tell whether two copies of an article say the same of it, whatever was understood in each."""
    needed = _MOST_WORDS if one.event["type"] == other.event["type"] else _ALL_WORDS
    return one.original == other.original and common_words(one, other) >= needed


def common_words(one: Telling, other: Telling) -> float:
    """Return the share of words of two quotes that both have, 0 to 1."""
    every = len(one.words | other.words)
    return len(one.words & other.words) / every if every else 0.0


def common(one: Telling, other: Telling, field: str) -> set[str]:
    """Return the values of a list that both tellings have."""
    return {*one.event[field]} & {*other.event[field]}


def is_occasion(one: Telling, other: Telling) -> bool:
    """Tell whether one of two tellings is of an occasion, at which other things happen."""
    return "occasion" in one.traits | other.traits


def _city(one: str | None, other: str | None) -> tuple[float, str]:
    if not one or not other:
        return 0.0, ""
    return (1.0, f"the same city: {one}") if one == other else (-2.0, "")


def _type(one: Telling, other: Telling) -> tuple[float, str]:
    if one.event["type"] == other.event["type"]:
        return _SAME_TYPE, f"the same type: {one.event['type']}"
    return (0.5 if is_occasion(one, other) else -1.0), ""


def _topics(one: Telling, other: Telling) -> tuple[float, str]:
    same = common(one, other, "topics")
    every = {*one.event["topics"], *other.event["topics"]}
    if same:
        return (1.5 if 2 * len(same) >= len(every) else 1.0), f"the same topics: {', '.join(sorted(same))}"
    return (-0.5 if one.event["topics"] and other.event["topics"] else 0.0), ""
