"""A correction and its anchor, frozen; `schemas/data/corrections.yaml` says the same for those who edit the file."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

KINDS = ("event", "article", "organisation", "person")
ACTIONS = ("set", "drop", "keep", "merge", "split")


@dataclass(frozen=True, slots=True)
class Anchor:
    """Words of an article amid those around them (TextQuoteSelector, W3C Web Annotation Data Model).

    `article` and `path` are what the article was called when the anchor was made; they help to find it again.
    """

    exact: str
    prefix: str = ""
    suffix: str = ""
    article: str | None = None
    path: str | None = None


@dataclass(frozen=True, slots=True)
class Correction:
    """One entry of the file: what is done (`action`) to the record that rests on the words of `anchor`.

    `fields` are the new values of a `set`, `other` the second anchor of a `merge` or `split`; `type` is that of the
    event when it was corrected, `line` the entry's in its file, from 1 (0 where it is in none).
    """

    id: str
    what: str
    action: str
    anchor: Anchor
    by: str
    date: str
    note: str | None = None
    record: str | None = None
    type: str | None = None
    fields: Mapping[str, Any] = field(default_factory=dict)
    other: Anchor | None = None
    line: int = 0

    @property
    def credit(self) -> dict[str, Any]:
        """Who corrected it, when and why, as records tell it."""
        return {"by": self.by, "date": self.date, "note": self.note}
