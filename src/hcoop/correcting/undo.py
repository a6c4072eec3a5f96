"""Which entry of the file is to be taken back."""

from collections.abc import Sequence

from hcoop.corrections.record import Correction
from hcoop.errors import HcoopError, UsageError


def to_undo(entries: Sequence[Correction], text: str | None) -> Correction:
    """Return the last correction; with a text, that of this id (its beginning will do), or the last of a record's id.

    Raises HcoopError if there is none, UsageError if the text may mean several.
    """
    if text is None:
        found = list(entries[-1:])
    else:
        found = [c for c in entries if c.id.startswith(text)] or [
            c for c in entries if (c.record or "").startswith(text)
        ][-1:]
    if len(found) > 1:
        raise UsageError(f'"{text}" may be one of {len(found)} corrections', hint=", ".join(c.id for c in found[:8]))
    if not found:
        raise HcoopError(
            f'no correction has the id "{text}"' if text else "nothing has been corrected",
            hint="look into the file of corrections",
        )
    return found[0]
