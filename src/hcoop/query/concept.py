"""Entity awareness: a run of words that names a country, city or organisation also asks for what concerns it."""

from typing import NamedTuple

from hcoop.query.parse import And, Node, Not, Or, Word
from hcoop.store.read import Store
from hcoop.text import name_key

_LONGEST_NAME = 8
_KINDS = ("country", "city", "organisation", "person", "topic")


class Concept(NamedTuple):
    """Words and the (kind, value) pairs that they name."""

    words: tuple[Word, ...]
    values: tuple[tuple[str, str], ...]


Tree = Node | Concept


def with_concepts(store: Store, node: Node) -> Tree:
    """Return the tree with every longest run of words that is a name made into a Concept."""
    if isinstance(node, Not):
        return Not(with_concepts(store, node.part))  # type: ignore[arg-type]
    if isinstance(node, Or):
        return Or(tuple(with_concepts(store, part) for part in node.parts))  # type: ignore[misc]
    parts = node.parts if isinstance(node, And) else (node,)
    joined = _join(store, parts)
    return joined[0] if len(joined) == 1 else And(tuple(joined))  # type: ignore[arg-type]


def _join(store: Store, parts: tuple[Node, ...]) -> list[Tree]:
    found: list[Tree] = []
    at = 0
    while at < len(parts):
        concept = _longest_name(store, _run(parts, at))
        found.append(concept or (parts[at] if isinstance(parts[at], Word) else _inner(store, parts[at])))
        at += len(concept.words) if concept else 1
    return found


def _inner(store: Store, node: Node) -> Tree:
    return with_concepts(store, node) if isinstance(node, And | Or | Not) else node


def _run(parts: tuple[Node, ...], at: int) -> tuple[Word, ...]:
    words: list[Word] = []
    for part in parts[at : at + _LONGEST_NAME]:
        if not isinstance(part, Word) or part.prefix:
            break
        words.append(part)
    return tuple(words)


def _longest_name(store: Store, words: tuple[Word, ...]) -> Concept | None:
    for length in range(len(words), 0, -1):
        key = name_key(" ".join(word.text for word in words[:length]))
        values = _values(store, key) if key else ()
        if values:
            return Concept(words[:length], values)
    return None


def _values(store: Store, key: str) -> tuple[tuple[str, str], ...]:
    marks = ", ".join("?" * len(_KINDS))
    rows = store.rows(
        f"SELECT DISTINCT kind, value FROM names WHERE key = ? AND kind IN ({marks}) ORDER BY kind, value",
        [key, *_KINDS],
    )
    return tuple((row["kind"], row["value"]) for row in rows)
