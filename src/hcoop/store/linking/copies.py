"""Which articles are copies: those that a change may concern are compared with their neighbours in each band."""

import sqlite3
from collections import OrderedDict
from dataclasses import dataclass, field

from hcoop.link.amendments import Say, amended
from hcoop.link.duplicates import Sketched, is_copy, original_of
from hcoop.link.groups import Groups
from hcoop.store.linking.entering import beside, number_of
from hcoop.store.linking.round import Round

# So many articles are kept in memory, with half a kilobyte of sketch each.
_KEPT = 10_000


@dataclass(frozen=True, slots=True)
class _Row:
    key: int
    copy_of: str | None
    told: Sketched


def settle(r: Round) -> None:
    """Note the original of each copy that has another one now, and that its article is to be linked anew."""
    search, seen = _Search(r), set[int]()
    for number in sorted(r.touched.copies):
        if number not in seen:
            rows = search.component(number)
            seen |= {number, *(number_of(row.told.article) for row in rows)}
            if _write(r, rows, search):
                search.forget(rows)


@dataclass(slots=True)
class _Search:
    """Articles that are copies of one another, found from one of them."""

    r: Round
    rows: OrderedDict[int, _Row | None] = field(default_factory=OrderedDict)
    groups: Groups[str] = field(default_factory=Groups)

    def component(self, number: int) -> list[_Row]:
        """Return all that is connected with an article by being copies, or by what people say."""
        self.groups, found, waiting = Groups(), dict[int, _Row](), [number]
        while waiting:
            at = waiting.pop()
            row = self.row(at)
            if row is None or at in found:
                continue
            found[at] = row
            waiting += self.copies(at, row)
            waiting += map(number_of, self.r.patch.said_with("article", row.told.article))
        return list(found.values())

    def copies(self, number: int, row: _Row) -> list[int]:
        """Return the neighbours of an article that are copies of it, and note that they are."""
        found = []
        for other in beside(self.r.connection, row.told.sketch, number):
            known = self.row(other)
            if known and is_copy(row.told, known.told):
                self.groups.join(row.told.article, known.told.article)
                found.append(other)
        return found

    def row(self, number: int) -> _Row | None:
        """Return an article by its number, null if it is not in the register."""
        if number not in self.rows:
            rows = self.r.rows(
                "SELECT key, id, published, patched, sketch, copy_of FROM articles WHERE canonical AND id = ?",
                [f"{number:012x}"],
            )
            self.rows[number] = self._read(rows[0]) if rows else None
            if len(self.rows) > _KEPT:
                self.rows.popitem(last=False)
        return self.rows[number]

    def forget(self, rows: list[_Row]) -> None:
        """Forget articles that are other than before."""
        for row in rows:
            self.rows.pop(number_of(row.told.article), None)

    def _read(self, row: sqlite3.Row) -> _Row:
        published = row["published"]
        if row["patched"] or self.r.patch.corrects(row["id"]):
            published = self.r.patch.extraction(row["key"])["article"]["published"]
        return _Row(row["key"], row["copy_of"], Sketched(row["id"], published, row["sketch"]))


def _write(r: Round, rows: list[_Row], search: _Search) -> bool:
    """Write which articles are copies of which; return whether any is of another than before."""
    published = {row.told.article: row.told.published for row in rows}
    copy_of = _originals(published, search.groups, r.patch.said("article", published))
    if all(row.copy_of == copy_of.get(row.told.article) for row in rows):
        return False
    for row in rows:
        r.run("UPDATE articles SET copy_of = ? WHERE key = ?", [copy_of.get(row.told.article), row.key])
        r.touched.articles.add(row.key)
    return True


def _originals(published: dict[str, str | None], groups: Groups[str], said: list[Say[str]]) -> dict[str, str]:
    """Return the original of each article that is a copy, after what people say."""
    parts = amended({article: groups.of(article) for article in sorted(published)}, said)
    members: dict[str, list[str]] = {}
    for article, part in parts.items():
        members.setdefault(part, []).append(article)
    found: dict[str, str] = {}
    for articles in members.values():
        original = original_of(articles, published)
        found |= {article: original for article in articles if article != original}
    return found
