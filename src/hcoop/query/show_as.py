"""How values are written for people."""

from collections.abc import Iterable, Mapping

# The units of ISO 8601 durations.
_UNITS = {"Y": "year", "M": "month"}


def day(published: str | None) -> str:
    """Return a date of publication as people write it, without the time of day."""
    return _humanised(published.partition("T")[0]) if published else ""


def date_of_event(date: str | None, published: str | None) -> str:
    """Return the date of an event; where it has none, that of the report as its upper bound."""
    if date:
        return _humanised(date)
    return f"by {day(published)}" if published else "no date"


def _humanised(date: str) -> str:
    from hcoop.edtf import humanise  # noqa: PLC0415 - only people are told dates so

    return humanise(date)


def length(term: str) -> str:
    """Return how long something holds in words: "5 years", "2016-2020", "until 2029"."""
    if not term.startswith("P"):
        return _humanised(term)
    number, unit = int(term[1:-1]), _UNITS[term[-1]]
    return f"{number} {unit}" + ("s" if number > 1 else "")


def joined(values: Iterable[str], labels: Mapping[str, str] | None = None) -> str:
    """Return values as a list in words, under their labels."""
    return ", ".join((labels or {}).get(value, value) for value in values)


def spaced(identity: str | None) -> str:
    """Return an identifier such as `technology_transfer` as words."""
    return (identity or "").replace("_", " ")
