"""What several events sum up to: how many, of which kinds, between which days."""

from collections import Counter
from collections.abc import Iterable, Sequence

from hcoop.query.table import Row


def sums(events: Sequence[Row]) -> Row:
    """Return how many events there are, how many of them are signed instruments or planned, and their days."""
    planned = [event for event in events if event["status"] == "planned"]
    signed = [event for event in events if event["instrument"] and event["status"] != "planned"]
    first = [event["earliest"] for event in events if event["earliest"]]
    last = [event["latest"] for event in events if event["latest"]]
    return {
        "events": len(events),
        "agreements": len(signed),
        "planned": len(planned),
        "first": min(first, default=None),
        "last": max(last, default=None),
    }


def by_frequency(values: Iterable[str]) -> list[str]:
    """Return values, each once, the most frequent first, else in alphabetical order."""
    counted = Counter(values)
    return sorted(counted, key=lambda value: (-counted[value], value))
