"""Where `schemas/` and `data/` are: `--data`, then `HCOOP_DATA`, then the wheel's copy, then the checkout."""

import os
from pathlib import Path

from hcoop.errors import HcoopError

_SHIPPED = Path(__file__).parent / "_shipped"
_CHECKOUT = Path(__file__).parents[2]


def data_dir(given: Path | None = None) -> Path:
    """Return the folder that holds `event_types/`, `gazetteer/` and the other data.

    Raises HcoopError if a folder that was asked for is not there.
    """
    asked = given or (Path(os.environ["HCOOP_DATA"]) if os.environ.get("HCOOP_DATA") else None)
    if asked is None:
        return _first(_SHIPPED / "data", _CHECKOUT / "data")
    if not asked.is_dir():
        raise HcoopError(f"no data folder at {asked}", hint="give a folder with --data or HCOOP_DATA, or give neither")
    return asked


def schema_dir() -> Path:
    """Return the folder of the JSON Schemas."""
    return _first(_SHIPPED / "schemas", _CHECKOUT / "schemas")


def is_own(path: Path) -> bool:
    """Return whether a file came with hcoop."""
    return any(path.is_relative_to(folder) for folder in (_SHIPPED, _CHECKOUT / "data", _CHECKOUT / "schemas"))


def _first(*folders: Path) -> Path:
    for folder in folders:
        if folder.is_dir():
            return folder
    raise HcoopError(f"the installation lacks {folders[-1].name}/", hint="install hcoop again")
