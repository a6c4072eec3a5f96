"""The two kinds of thing that can be asked for, articles and events, and where the store keeps them."""

from typing import NamedTuple


class Scope(NamedTuple):
    """The tables of a kind of thing; `base` is the condition that every row fulfils which may be asked for."""

    table: str
    concerns: str
    words: str
    first_day: str
    last_day: str
    base: str

    @property
    def facets(self) -> str:
        """What things concern: `kind`, `value`, the key of the `item` and `weight`."""
        return f"facets JOIN {self.concerns} ON facet = facets.key"


# A copy stands behind its original; TEXTS has it beside.
ARTICLES = Scope(
    "articles", "article_concerns", "articles_fts", "earliest", "latest",
    "articles.canonical AND articles.copy_of IS NULL",
)
TEXTS = ARTICLES._replace(base="articles.canonical")
EVENTS = Scope("events", "event_concerns", "events_fts", "first_day", "last_day", "1")
