"""A store from Python: the answers of the command line as records, read-only."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from hcoop.query.export import export
from hcoop.query.filters import Filter, make_filter
from hcoop.query.search import search_articles, search_events
from hcoop.query.summary import summary
from hcoop.query.table import Row
from hcoop.query.timeline import timeline
from hcoop.store.read import Store

if TYPE_CHECKING:
    from pandas import DataFrame

Values = str | Sequence[str]


class Corpus:
    """What `hcoop ingest` has stored.

    The filters of each method are those of the command line, by keyword: country, city, organisation, person, type,
    topic, status and outlet (a value or several), since and until (dates).

    Raises HcoopError if there is no store at `path`; the methods raise UsageError for what cannot be asked.
    """

    def __init__(self, path: str | Path) -> None:
        self._path = Path(path)
        self._store = Store(self._path)
        self._state = self._file_state()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the store."""
        self._store.close()

    def search(self, query: str, *, events: bool = False, limit: int | None = None, **filters: Values) -> list[Row]:
        """Return the articles, or events, that answer a query, best first."""
        ask, asked = search_events if events else search_articles, self._filter(filters)
        return list(ask(self._store, query, asked, limit).rows)

    def timeline(self, *, limit: int | None = None, silent: str | None = None, **filters: Values) -> list[Row]:
        """Return events in order of time, the undated ones last.

        With a period `silent` (2y, 18m, 90d) only what was signed or planned, with no contact since.
        """
        asked = self._filter(filters)
        return list(timeline(self._store, asked, limit, silent).rows)

    def summary(self, **filters: Values) -> Row:
        """Return what the filters leave at a glance: sizes, and counts by country, city, type, topic and year."""
        asked = self._filter(filters)
        return summary(self._store, asked).record

    def events(self, **filters: Values) -> Iterator[Row]:
        """Yield whole events, in the order of their ids."""
        return self.records("events", **filters)

    def articles(self, **filters: Values) -> Iterator[Row]:
        """Yield whole articles with what was taken from them, in the order of their ids."""
        return self.records("articles", **filters)

    def records(self, kind: str, **filters: Values) -> Iterator[Row]:
        """Yield whole records of a kind that `hcoop export` knows, such as `organisations` or `partnerships`.

        `schemas/exports` tells their fields.
        """
        asked = self._filter(filters)
        return iter(export(self._store, kind, asked).rows)

    def frame(self, kind: str = "events", **filters: Values) -> "DataFrame":
        """Return records of a kind as a data frame: plain columns, lists as lists, days as datetime64.

        Raises HcoopError if pandas, the extra `pandas`, is not installed.
        """
        from hcoop.output.frame import frame  # noqa: PLC0415 - for whoever wants frames only

        asked = self._filter(filters)
        return frame(export(self._store, kind, asked))

    def _file_state(self) -> tuple[int, int]:
        stat = self._path.stat()
        return stat.st_mtime_ns, stat.st_size

    def _filter(self, given: Mapping[str, Values]) -> Filter:
        """Make the filter, on the store as it is now: another process may have ingested since the last question."""
        if self._file_state() != self._state:
            self._store.close()
            self._store, self._state = Store(self._path), self._file_state()
        dates = {name: str(value) for name, value in given.items() if name in ("since", "until")}
        values = {name: _several(value) for name, value in given.items() if name not in dates}
        return make_filter(self._store, values, **dates)


def _several(value: Values) -> list[str]:
    return [value] if isinstance(value, str) else list(value)
