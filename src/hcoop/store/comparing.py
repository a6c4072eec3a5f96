"""Whether two stores answer alike: all that is asked of them, without the keys by which rows are kept."""

from collections.abc import Iterator
from pathlib import Path

from hcoop.store.faults import DAMAGE
from hcoop.store.read import Store

# What answers rest on, each by what it is called, without the keys of rows, which depend on the order of ingests.
ANSWERS = {
    "articles": "SELECT id, path, title, outlet, coalesce(patched, record) FROM {}.articles",
    "events": "SELECT id, title, earliest, latest, first_day, last_day, record FROM {}.events",
    "organisations, people and places": "SELECT kind, id, name, article_count, record FROM {}.entities",
    "what is said of them": "SELECT s.kind, subject, s.record, entity, a.id, spans FROM {0}.mentions AS m "
                            "JOIN {0}.said AS s ON said = s.key JOIN {0}.articles AS a ON article = a.key",
    "relations": "SELECT event, kind, target FROM {}.relations",
    "names": "SELECT kind, key, value, known, label FROM {}.names",
    "codes": "SELECT kind, value, scheme, code FROM {}.codes",
    "facets of articles": "SELECT f.kind, f.value, a.id, weight FROM {0}.facets AS f "
                          "JOIN {0}.article_concerns ON facet = f.key JOIN {0}.articles AS a ON item = a.key",
    "facets of events": "SELECT f.kind, f.value, e.id, weight FROM {0}.facets AS f "
                        "JOIN {0}.event_concerns ON facet = f.key JOIN {0}.events AS e ON item = e.key",
    "words of articles": "SELECT title, body FROM {}.articles_fts",
    "words of events": "SELECT title, body FROM {}.events_fts",
}  # fmt: skip


def differences(path: Path, other: Path) -> Iterator[str]:
    """Yield what two stores answer otherwise, with how many rows of either the other lacks.

    Raises HcoopError if one of them is none, or cannot be opened.
    """
    with Store(path) as store:
        store.connection.execute("ATTACH ? AS other", (f"{other.absolute().as_uri()}?mode=ro",))
        for name, sql in ANSWERS.items():
            here, there = sql.format("main"), sql.format("other")
            try:
                more, less = (store.count(f"SELECT count(*) FROM ({one} EXCEPT {two})")
                              for one, two in ((here, there), (there, here)))
            except DAMAGE as error:
                yield f"{name}: {error}"
                continue
            if more or less:
                yield f"{name}: {more} rows are not in the other store, which has {less} that are not here"
