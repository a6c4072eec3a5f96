"""From a name as a user writes it to the values that the store knows it by."""

from hcoop.errors import UsageError
from hcoop.store.read import Store
from hcoop.text import fold, name_key

# A town stands for its province; a part of a name will do where names are long.
_ALSO = {"city": ("city", "town")}
_BY_PART = ("organisation", "person", "outlet")


def resolve(store: Store, kind: str, text: str) -> list[str]:
    """Return the values of a kind that a name may mean; letter case, marks and spaces do not matter.

    Raises UsageError, with what was perhaps meant, if there is none.
    """
    key = name_key(text)
    found = key and (_exact(store, kind, key) or (kind in _BY_PART and _by_part(store, kind, key)))
    if not found:
        found = [
            value for value in store.values(kind) if _same(value, text)
        ]
    if not found:
        raise UsageError(f'no {kind} "{text}"', hint=_did_you_mean(store, kind, text))
    return found


def _same(value: str, text: str) -> bool:
    return fold(value) == fold(text.strip())


def _exact(store: Store, kind: str, key: str) -> list[str]:
    kinds = _ALSO.get(kind, (kind,))
    marks = ", ".join("?" * len(kinds))
    for column, wanted in (("key", key), ("replace(key, ' ', '')", key.replace(" ", ""))):
        rows = store.rows(
            f"SELECT DISTINCT value FROM names WHERE kind IN ({marks}) AND {column} = ? ORDER BY value",
            [*kinds, wanted],
        )
        if rows:
            return [row["value"] for row in rows]
    return []


def _by_part(store: Store, kind: str, key: str) -> list[str]:
    rows = store.rows(
        "SELECT DISTINCT value FROM names WHERE kind = ? AND instr(' ' || key || ' ', ?) "
        "AND EXISTS (SELECT 1 FROM facets JOIN article_concerns ON facet = facets.key "
        "WHERE facets.kind = names.kind AND facets.value = names.value) "
        "ORDER BY value",
        [kind, f" {key} "],
    )
    return [row["value"] for row in rows]


def _did_you_mean(store: Store, kind: str, text: str) -> str:
    from difflib import get_close_matches  # noqa: PLC0415 - only a wrong name needs it

    kinds = _ALSO.get(kind, (kind,))
    marks = ", ".join("?" * len(kinds))
    labels = {
        row["key"]: row["label"]
        for row in store.rows(f"SELECT key, label FROM names WHERE kind IN ({marks}) ORDER BY key, label DESC", kinds)
    }
    close = get_close_matches(name_key(text), labels, n=3, cutoff=0.6)
    if close:
        return "did you mean " + " or ".join(dict.fromkeys(f'"{labels[key]}"' for key in close)) + "?"
    if len(set(labels.values())) <= 40 and labels:
        return "it can be " + ", ".join(sorted(set(labels.values())))
    return "`hcoop summary` lists what the store knows"
