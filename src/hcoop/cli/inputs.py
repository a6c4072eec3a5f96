"""What the commands that read files are given: files, addresses, and the limits of each."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hcoop.ingest.limits import Limits
    from hcoop.web import Manners


def limits_of(max_bytes: int | None, timeout: float) -> "Limits":
    """Return the limits of a document, in bytes and in seconds; 0 seconds are without end."""
    from hcoop.ingest.limits import Limits
    from hcoop.readers import MAX_BYTES

    return Limits(max_bytes or MAX_BYTES, timeout or None)


def manners_of(limits: "Limits", pause: float, allow_private: bool) -> "Manners":
    """Return how pages are fetched: `pause` is in seconds."""
    from hcoop.web import Manners

    return Manners(pause, limits.timeout, limits.max_bytes, allow_private)


def parted(given: Sequence[str]) -> tuple[list[str], list[Path]]:
    """Return the addresses and the files among what is given. Raises UsageError if one has no name."""
    from hcoop.errors import UsageError
    from hcoop.web import is_address

    if not all(given):
        raise UsageError("a path is empty", hint="name a file or a folder; . is this folder")
    addresses = [text for text in given if is_address(text)]
    return addresses, [Path(text) for text in given if text != "-" and not is_address(text)]


def check_paths(paths: Sequence[Path], *, only: bool) -> None:
    """Say at once if nothing of what is asked for is there."""
    from hcoop.errors import UnreadableError

    missing = [path for path in paths if not path.exists()]
    if missing and only and len(missing) == len(paths):
        names = ", ".join(map(str, missing))
        raise UnreadableError(
            f"{names} does not exist" if len(missing) == 1 else f"none of {names} exists",
            hint="check the path; without one, `hcoop ingest` reads data/articles",
        )
