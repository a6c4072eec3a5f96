"""Which country a city is of whose name several countries have."""

from collections.abc import Sequence
from typing import NamedTuple


class Namesakes(NamedTuple):
    """Countries (ISO 3166-1) that have a city of one name, the best known first.

    `any_mention` tells that the article's other places decide, not only the words right after the name.
    """

    countries: tuple[str, ...]
    any_mention: bool


class Sighting(NamedTuple):
    """A place named at `[start:end]`; `sure` tells that its country is not in doubt."""

    start: int
    end: int
    country: str
    sure: bool


def country_of(namesakes: Namesakes, here: int, seen: Sequence[Sighting], plain: str) -> str:
    """Return the country of the city that is `seen[here]`, from the places named around it in the plain text."""
    end = seen[here].end
    after = seen[here + 1] if here + 1 < len(seen) else None
    if (
        after
        and after.sure
        and after.country in namesakes.countries
        and plain[end : after.start] in {", ", " in ", " ("}
    ):
        return after.country
    if not namesakes.any_mention:
        return namesakes.countries[0]
    before = next((s for s in reversed(seen[:here]) if s.sure and s.country in namesakes.countries), None)
    if before and ". " not in plain[before.end : end] and "\n" not in plain[before.end : end]:
        return before.country
    begin, stop = plain.rfind("\n", 0, end) + 1, plain.find("\n", end)
    paragraph = [s for s in seen if s.start >= begin and (stop < 0 or s.end <= stop)]
    for scope in (paragraph, seen):
        named = {sighting.country for sighting in scope if sighting.sure}
        if country := next((code for code in namesakes.countries if code in named), None):
            return country
    return namesakes.countries[0]
