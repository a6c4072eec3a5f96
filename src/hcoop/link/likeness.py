"""How likely two tellings are to tell one event: points for what they share, and what speaks against it."""

from collections.abc import Set
from dataclasses import dataclass

from hcoop.link.shared import HOME, PARTNER, common, common_words, copied, is_occasion, shared, sums
from hcoop.link.telling import Telling
from hcoop.link.times import Fit, fit, news_together

# Points. What must be reached depends on how much the parties and the time already tell.
_ENOUGH, _ENOUGH_ONE_SIDE, _ENOUGH_UNSURE = 7.0, 8.0, 9.5
# The share of common words by which two reports are alike.
_MANY_WORDS = 0.4


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
        _parties_differ(one, other) and not copied(one, other)
    )


def likeness(one: Telling, other: Telling) -> Likeness | None:
    """Return how alike two tellings are, or None if that is not enough for one event."""
    when = None if _others(one, other) else fit(one, other)
    if when is None:
        return None
    found = [(when.points, when.value[1]), *shared(one, other)]
    points = sum(worth for worth, _ in found)
    sides = {HOME: bool(one.home & other.home), PARTNER: bool(one.partners & other.partners)}
    if points < _needed(one, other, when, sides):
        return None
    return Likeness(round(points, 2), tuple(word for worth, word in found if worth > 0 and word), when.close)


def _needed(one: Telling, other: Telling, when: Fit, sides: dict[str, bool]) -> float:
    """Return the points that two tellings need."""
    if copied(one, other):
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
    same_sum = sums(one.event["amounts"], other.event["amounts"])[0] > 0
    return news_together(one, other) and (same_sum or common_words(one, other) >= _MANY_WORDS)


def _one_under_two_types(one: Telling, other: Telling, when: Fit, sides: dict[str, bool]) -> bool:
    """A signing is told as the meeting at which it took place, a mission as a meeting or a gift: on the same days."""
    on_time = when in (Fit.day, Fit.days) and common(one, other, "topics")
    return bool(on_time and (all(sides.values()) or (is_occasion(one, other) and any(sides.values()))))


def _parties_differ(one: Telling, other: Telling) -> bool:
    return (
        _apart(one.home, other.home) or _apart(one.partners, other.partners)
        or _apart(set(one.event["countries"]), set(other.event["countries"]))
    )


def _apart(mine: Set[str], theirs: Set[str]) -> bool:
    return bool(mine and theirs and mine.isdisjoint(theirs))
