"""In which order the reports of an event speak."""

from collections.abc import Sequence

from hcoop.link.telling import Telling


def by_weight(telling: Telling, types: Sequence[str]) -> tuple[bool, bool, int, int, str]:
    """Return what sorts the fullest report of what is new first, and no copy before its original."""
    event = telling.event
    parties = sum(identity is not None for identity in telling.ids)
    is_copy = telling.original != telling.article
    return is_copy, event["importance"] != "main", place(event["type"], types), -parties, event["id"]


def place(kind: str, types: Sequence[str]) -> int:
    """Return how telling a type of event is, the most telling first."""
    return types.index(kind) if kind in types else len(types)


def by_time(tellings: Sequence[Telling]) -> list[Telling]:
    """Return reports first, copies last; each in the order of publication."""
    return sorted(
        tellings,
        key=lambda t: (
            t.original != t.article, t.event["importance"] != "main", t.reported is None, t.reported or 0, t.id
        ),
    )
