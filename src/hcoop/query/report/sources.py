"""The articles that events cite, with their text and what a reader must know to find them."""

from hcoop.query.table import Row
from hcoop.store.packed import unpacked
from hcoop.store.read import Store

# Lines with these roles belong to the page, not to the story.
_ASIDE = ("nav", "related", "footer", "slug", "duplicate", "photo_credit", "unknown")
_SQL = """
SELECT articles.id, title, outlet, published, path, copy_of, text, url, coalesce(patched, record) AS record
FROM articles JOIN documents ON document = documents.key WHERE canonical ORDER BY articles.id"""


def sources(store: Store, wanted: set[str]) -> dict[str, Row]:
    """Return the articles with these ids; `asides` are the spans of lines that are no part of the story."""
    found = {}
    for row in store.connection.execute(_SQL):
        if row["id"] in wanted:
            blocks = unpacked(row["record"])["article"]["blocks"]
            asides = [(block["start"], block["end"]) for block in blocks if block["role"] in _ASIDE]
            found[row["id"]] = {
                **{key: row[key] for key in ("id", "title", "outlet", "published", "path", "copy_of", "url", "text")},
                "asides": asides,
            }
    return found
