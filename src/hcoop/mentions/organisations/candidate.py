"""A stretch of text taken for the name of an organisation."""

from typing import NamedTuple

from hcoop.mentions.organisations.known import Entry


class Candidate(NamedTuple):
    """A name at `text[start:end]`: `name` is the usual form of it, `written` how the article has it.

    `entry` is set for an organisation of the gazetteer; `sure` tells that the country was said, not supposed.
    """

    start: int
    end: int
    name: str
    written: str
    kind: str
    country: str | None
    city: str | None
    entry: Entry | None = None
    sure: bool = False
    acronym: str | None = None
