"""The kinds of what things concern, each with its share of the numbers that their values have."""

# In the order of their numbers, of which each has its share; together they fit into four bytes.
_KINDS = (
    "country", "city", "topic", "outlet", "organisation", "home", "partner", "person", "type", "status",
)  # fmt: skip
_SHARE = 1 << 27


def numbers(kind: str) -> tuple[int, int]:
    """Return the first and the last number that values of a kind may have."""
    first = _KINDS.index(kind) * _SHARE
    return first, first + _SHARE - 1
