"""What the shell offers for a value: those that the store holds."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from hcoop.errors import HcoopError


def values_of(kind: str) -> Callable[[Any], list[str]]:
    """Return the function that completes the values of a filter; without a store it offers nothing."""

    def complete(ctx: Any) -> list[str]:
        from hcoop.store.read import Store

        try:
            with Store(Path(ctx.params.get("db") or os.environ.get("HCOOP_DB") or "hcoop.db")) as store:
                return store.offered(kind)
        except HcoopError:
            return []

    return complete
