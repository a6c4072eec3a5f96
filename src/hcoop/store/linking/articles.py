"""Articles as people are told of them: what they say with all that was corrected, and what they concern."""

import json
from typing import Any

from hcoop.corrections import articles as corrected
from hcoop.corrections import events
from hcoop.link.report import each_once
from hcoop.link.telling import Parties
from hcoop.plain import as_json
from hcoop.store import derive, facets
from hcoop.store.linking.round import Round
from hcoop.store.packed import unpacked

Plain = dict[str, Any]
_TOLD = (
    "SELECT told.id, event, record FROM told LEFT JOIN events ON events.id = event "
    "WHERE article = ? AND NOT corrected"
)


def settle(r: Round, articles: set[int], retold: set[int]) -> None:
    """Write what articles concern; `retold` are those that tell of events that are corrected, or were."""
    for article in sorted(articles | retold):
        _write(r, article, retold=article in retold)


def _write(r: Round, article: int, *, retold: bool) -> None:
    parties = r.parties(article)
    final = _corrected(r, parties, article, retold=retold) if r.patch.any else r.patch.gist(article)
    r.run("DELETE FROM article_concerns WHERE item = ?", [article])
    rows = facets.of_article(final, facets.Identities(parties.organisations, parties.people), r.home)
    r.concerns.write("article_concerns", article, rows)


def _corrected(r: Round, parties: Parties, article: int, *, retold: bool) -> Plain:
    """Return what an article says after all corrections, and keep that if it is other than what was extracted."""
    extraction = r.patch.extraction(article)
    final = _final(r, article, extraction) if retold or _tells_of_corrected(r, article) else extraction
    final = corrected.with_only(final, parties.organisations, parties.people)
    same = final == extraction and not r.patch.corrects(extraction["article"]["id"])
    _patch(r, article, None if same else final)
    return final


def _tells_of_corrected(r: Round, article: int) -> bool:
    return bool(r.rows("SELECT 1 FROM articles WHERE key = ? AND patched IS NOT NULL", [article]))


def _final(r: Round, article: int, extraction: Plain) -> Plain:
    """Return what an article says, with its events as people corrected those of the register."""
    told = {row["id"]: row for row in r.rows(_TOLD, [article])}
    found = []
    for event, named in zip(extraction["events"], each_once(extraction["events"]), strict=True):
        record = told[named["id"]]["record"]
        found.append(events.of_telling(event, json.loads(record) if record else None))
    return corrected.with_events(extraction, found)


def _patch(r: Round, article: int, final: Plain | None) -> None:
    """Keep what is corrected beside what was extracted."""
    patched = as_json(final) if final else None
    if patched != r.rows("SELECT patched FROM articles WHERE key = ?", [article])[0]["patched"]:
        r.run("UPDATE articles SET patched = ? WHERE key = ?", [patched, article])
        record = r.rows("SELECT record FROM articles WHERE key = ?", [article])[0]["record"]
        derive.write_columns(r.connection, article, final or unpacked(record))
        derive.index(r.connection, article)
