"""From the tree of a query to SQL that gives (key, score) of what matches, in one scope."""

from typing import Any

from hcoop.query import dates
from hcoop.query.concept import Concept, Tree
from hcoop.query.filters import Filter, condition, make_filter
from hcoop.query.parse import And, Field, Not, Or, Phrase, Word
from hcoop.query.scope import Scope
from hcoop.store.read import Store
from hcoop.text import fold

Sql = tuple[str, list[Any]]

_PLACES = ("country", "city")
_NAMES_OF = "SELECT key FROM names WHERE kind = ? AND value = ?"
# A word in the title is worth five in the text; being a party of it as much as a rare word.
_TITLE, _BODY, _ENTITY = 5.0, 1.0, 2.0


def compiled(store: Store, scope: Scope, tree: Tree) -> Sql:
    """Return the SQL for a tree, and its values. Raises UsageError for a bad value of a field."""
    expression = full_text(tree)
    if expression:
        return _text(scope, expression)
    if isinstance(tree, Concept):
        return _any([_entities(scope, tree), _text(scope, _spellings(store, tree))])
    if isinstance(tree, Field):
        return _field(store, scope, tree)
    if isinstance(tree, Not):
        sql, values = compiled(store, scope, tree.part)
        return (
            f"SELECT key, 0.0 AS score FROM {scope.table} WHERE {scope.base} AND key NOT IN (SELECT key FROM ({sql}))",
            values,
        )
    if isinstance(tree, Or):
        return _any([compiled(store, scope, part) for part in tree.parts])
    assert isinstance(tree, And)
    return _all([compiled(store, scope, part) for part in _grouped(tree)])


def full_text(tree: Tree) -> str | None:
    """Return the FTS5 expression of a tree of words and phrases; null if there is more to it."""
    if isinstance(tree, Word):
        return _quoted(tree.text) + ("*" if tree.prefix else "")
    if isinstance(tree, Phrase):
        return _quoted(tree.text)
    if isinstance(tree, And | Or):
        parts = [full_text(part) for part in tree.parts]
        if all(parts):
            return "(" + (" AND " if isinstance(tree, And) else " OR ").join(part for part in parts if part) + ")"
    return None


def _grouped(tree: And) -> list[Tree]:
    """The parts, those of words alone as one, so that one look into the index does for them."""
    plain = tuple(part for part in tree.parts if full_text(part))
    rest: list[Tree] = [part for part in tree.parts if not full_text(part)]
    return [And(plain) if len(plain) > 1 else plain[0], *rest] if plain else rest


def _quoted(text: str) -> str:
    return '"' + fold(text).replace('"', '""') + '"'


def _spellings(store: Store, concept: Concept) -> str:
    """Every name of a place, so that Saigon finds and ranks what HCMC does; for anything else the words as asked."""
    if any(kind not in _PLACES for kind, _ in concept.values):
        return " AND ".join(_quoted(word.text) for word in concept.words)
    names = {row["key"] for pair in concept.values for row in store.rows(_NAMES_OF, pair)}
    return " OR ".join(_quoted(name) for name in sorted(names))


def _text(scope: Scope, expression: str) -> Sql:
    return (
        f"SELECT rowid AS key, -bm25({scope.words}, {_TITLE}, {_BODY}) AS score FROM {scope.words} "
        f"WHERE {scope.words} MATCH ?",
        [expression],
    )


def _entities(scope: Scope, concept: Concept) -> Sql:
    # A join in this order looks each pair up; of `(kind, value) IN (VALUES ...)` SQLite would read all rows.
    marks = ", ".join("(?, ?)" for _ in concept.values)
    return (
        f"SELECT item AS key, max(weight) * {_ENTITY} AS score FROM (VALUES {marks}) AS named "
        f"CROSS JOIN facets ON kind = named.column1 AND value = named.column2 "
        f"CROSS JOIN {scope.concerns} ON facet = facets.key GROUP BY item",
        [part for pair in concept.values for part in pair],
    )


def _field(store: Store, scope: Scope, tree: Field) -> Sql:
    if tree.name == "date":
        asked = Filter({}, *dates.interval(tree.value))
    elif tree.name in ("since", "until"):
        asked = make_filter(store, {}, **{tree.name: tree.value})
    else:
        asked = make_filter(store, {tree.name: [tree.value]})
    where, values = condition(scope, asked)
    return f"SELECT key, 0.0 AS score FROM {scope.table} WHERE {where}", values


def _any(choices: list[Sql]) -> Sql:
    union = " UNION ALL ".join(f"SELECT key, score FROM ({sql})" for sql, _ in choices)
    return f"SELECT key, sum(score) AS score FROM ({union}) GROUP BY key", [v for _, values in choices for v in values]


def _all(parts: list[Sql]) -> Sql:
    union = " UNION ALL ".join(f"SELECT key, score FROM ({sql})" for sql, _ in parts)
    return (
        f"SELECT key, sum(score) AS score FROM ({union}) GROUP BY key HAVING count(*) = {len(parts)}",
        [v for _, values in parts for v in values],
    )
