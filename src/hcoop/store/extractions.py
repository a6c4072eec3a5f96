"""What was taken from articles, with the corrections of the articles themselves."""

import sqlite3
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from hcoop.corrections import articles
from hcoop.link import gist
from hcoop.store.aim import Aim
from hcoop.store.packed import unpacked
from hcoop.store.placing import ReadAgain
from hcoop.store.seal import unsealed

Plain = dict[str, Any]
_KEPT = 200


@dataclass(slots=True)
class Extractions:
    """Extractions by the keys of articles, read when they are asked for.

    `said` gives what people say of an article by its id; `read_again` is that of `placing.Corrections`.
    """

    connection: sqlite3.Connection
    said: Callable[[str], Sequence[Aim]]
    read_again: ReadAgain
    _known: OrderedDict[int, Plain] = field(default_factory=OrderedDict)
    _gists: OrderedDict[int, Plain] = field(default_factory=OrderedDict)

    def get(self, article: int) -> Plain:
        """Return what was taken from an article, as people corrected it."""
        if article not in self._known:
            record = self.connection.execute("SELECT record FROM articles WHERE key = ?", [article]).fetchone()[0]
            self._known[article] = self._corrected(article, unpacked(record))
            if len(self._known) > _KEPT:
                self._known.popitem(last=False)
        return self._known[article]

    def gist(self, article: int) -> Plain:
        """Return what linking reads of an article, as people corrected it."""
        if article not in self._gists:
            self._gists[article] = self._gist(article)
            if len(self._gists) > _KEPT:
                self._gists.popitem(last=False)
        return self._gists[article]

    def _gist(self, article: int) -> Plain:
        row = self.connection.execute("SELECT content FROM temp.gists WHERE article = ?", [article]).fetchone()
        if row:
            found = gist.unpacked(row[0])
        else:
            record = self.connection.execute("SELECT record FROM articles WHERE key = ?", [article]).fetchone()[0]
            found = gist.gist_of(unpacked(record))
            self.connection.execute("INSERT INTO temp.gists VALUES (?, ?)", [article, gist.packed(found)])
        corrected = any(aim.action == "set" for aim in self.said(found["article"]["id"]))
        return gist.gist_of(self.get(article)) if corrected else found

    def _corrected(self, article: int, extraction: Plain) -> Plain:
        said = [aim.placed for aim in self.said(extraction["article"]["id"]) if aim.action == "set"]
        for placed in [placed for placed in said if "published" in placed.fields][-1:]:
            again = self._again(article, extraction["article"]["id"], placed.fields["published"])
            extraction = articles.of_another_day(extraction, again, placed.correction) if again else extraction
        for placed in said:
            extraction = articles.corrected_article(extraction, placed.fields, placed.correction)
        return extraction

    def _again(self, article: int, identity: str, published: str | None) -> Plain | None:
        sql = "SELECT text, fields FROM documents JOIN articles ON document = documents.key WHERE articles.key = ?"
        text, fields = self.connection.execute(sql, [article]).fetchone()
        return self.read_again(text, unsealed(fields), identity, published)
