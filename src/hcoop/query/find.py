"""From an id, the beginning of one, or a name to the one thing it means."""

from dataclasses import dataclass

from hcoop.errors import HcoopError, UsageError
from hcoop.query.names import resolve
from hcoop.store.read import Store

_SHORTEST = 3
_CHOICES = 8


@dataclass(frozen=True, slots=True)
class Found:
    """A thing of the store: its kind (article, event, organisation, person, place), id and, for the first two, key."""

    kind: str
    id: str
    key: int
    label: str


def find(
    store: Store, text: str, kinds: tuple[str, ...] = ("article", "event", "organisation", "person", "place")
) -> Found:
    """Return what an id, the beginning of an id, or a name means.

    Raises UsageError if it may mean several things, HcoopError if it means none.
    """
    meant = _by_id(store, text.strip())
    found = [thing for thing in meant if thing.kind in kinds] or _by_name(store, text, kinds)
    exact = [thing for thing in found if thing.id == text.strip()]
    found = exact or found
    if len(found) > 1:
        raise UsageError(
            f'"{text}" may be one of {len(found)}',
            hint="; ".join(f"{thing.id} ({thing.kind} {thing.label})" for thing in found[:_CHOICES]),
        )
    if not found and meant:
        told = f'"{text}" is the id of an {meant[0].kind}, not of an {" or ".join(kinds)}'
        raise UsageError(told.replace("an p", "a p"), hint=f"`hcoop show {text}` shows it")
    if not found:
        raise HcoopError(
            f'nothing has the id or name "{text}"', hint="ids are listed by `hcoop search` and `hcoop timeline`"
        )
    return found[0]


def _by_id(store: Store, text: str) -> list[Found]:
    if len(text) < _SHORTEST:
        rows = store.rows("SELECT kind, id, 0, name FROM entities WHERE id = ? ORDER BY kind", [text])
        return [Found(*row) for row in rows]
    below, above = text, text[:-1] + chr(min(ord(text[-1]) + 1, 0x10FFFF))
    rows = store.rows(
        "SELECT 'article' AS kind, id, key, coalesce(title, path, '') AS label FROM articles "
        "WHERE canonical AND id >= ?1 AND id < ?2 UNION ALL "
        "SELECT 'event', id, key, title FROM events WHERE id >= ?1 AND id < ?2 UNION "
        "SELECT 'event', events.id, key, title FROM tellings JOIN events ON event = key "
        "WHERE tellings.id >= ?1 AND tellings.id < ?2 UNION ALL "
        "SELECT kind, id, 0, name FROM entities WHERE id >= ?1 AND id < ?2 ORDER BY id, kind LIMIT 50",
        [below, above],
    )
    return [Found(*row) for row in rows]


def _by_name(store: Store, text: str, kinds: tuple[str, ...]) -> list[Found]:
    found: list[Found] = []
    for kind in ("organisation", "person"):
        if kind in kinds:
            try:
                values = resolve(store, kind, text)
            except UsageError:
                continue
            marks = ", ".join("?" * len(values))
            found += [
                Found(*row)
                for row in store.rows(
                    f"SELECT kind, id, 0, name FROM entities WHERE kind = ? AND id IN ({marks}) ORDER BY id",
                    [kind, *values],
                )
            ]
    return found
