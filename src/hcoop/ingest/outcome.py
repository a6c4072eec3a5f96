"""What an ingest did."""

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from hcoop.errors import HcoopError
from hcoop.store.recovery import Recovered


@dataclass(slots=True)
class Outcome:
    """Counts in files (for standard input, in lines), and what the store then holds.

    `not_extracted` are articles in languages that are only stored and searched, by language.
    `uncorrected` has each correction that cannot be applied, with what to do about it. `backup` is the file in which a
    store of an older version is kept, `recovered` what came of one that was damaged.
    """

    new: int = 0
    changed: int = 0
    removed: int = 0
    unchanged: int = 0
    extracted_again: int = 0
    without_article: int = 0
    not_extracted: Counter[str] = field(default_factory=Counter)
    articles: int = 0
    events: int = 0
    rejected: list[HcoopError] = field(default_factory=list)
    uncorrected: list[tuple[str, str]] = field(default_factory=list)
    skipped: list[HcoopError] = field(default_factory=list)
    backup: Path | None = None
    recovered: Recovered | None = None

    @property
    def done(self) -> bool:
        """True if any input was read or found to be known."""
        return bool(self.new or self.changed or self.removed or self.unchanged or self.extracted_again)
