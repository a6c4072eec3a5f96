"""Articles as they are exported: whole, with what was taken from them."""

from collections.abc import Iterator

from hcoop.query.corrected import CORRECTED
from hcoop.query.export.columns import columns, count
from hcoop.query.filters import Filter, condition
from hcoop.query.scope import TEXTS
from hcoop.query.table import Row, Table
from hcoop.store.read import Store

_KEYS = ("id", "published", "outlet", "title", "author", "agency", "dateline", "language", "relevant", "countries")


def articles(store: Store, asked: Filter, many: int) -> Table:
    """Return whole articles, near copies among them; at most `many`, all if that is negative."""
    shown = [*columns(*_KEYS, "cities", "topics"), count("events"), *columns("path", "url"), CORRECTED]
    return Table(shown, _rows(store, asked, many), schema="exports/articles")


def exported_article(extraction: Row, text: str, copy_of: str | None) -> Row:
    """Return the whole record of an article: its own fields, then what was taken from it; `copy_of` is its original."""
    article = extraction["article"]
    rest = {key: value for key, value in extraction.items() if key != "article"}
    return {
        **{key: article[key] for key in article if key not in ("blocks", "source")},
        "text": text,
        "path": article["source"]["path"],
        "duplicates_of": copy_of,
        "blocks": article["blocks"],
        "source": article["source"],
        **rest,
        "events": [{**event, "corrected": event.get("corrected", [])} for event in extraction["events"]],
        "corrected": extraction.get("corrected", []),
    }


def _rows(store: Store, asked: Filter, many: int) -> Iterator[Row]:
    where, values = condition(TEXTS, asked)
    for row in store.rows(f"SELECT key FROM articles WHERE {where} ORDER BY id LIMIT ?", [*values, many]):
        yield exported_article(*store.article(row["key"]), store.copy_of(row["key"]))
