"""Parts that are installed only if asked for, as `hcoop[EXTRA]`, and imported only when used."""

from importlib import import_module
from typing import Any

from hcoop.errors import HcoopError


def need(module: str, extra: str) -> Any:
    """Import and return a module that belongs to an extra of hcoop.

    Raises HcoopError, with the command that installs it, if it is not there.
    """
    try:
        return import_module(module)
    except ImportError as error:
        raise HcoopError(
            f"{module.partition('.')[0]} is not installed", hint=f"python -m pip install 'hcoop[{extra}]'"
        ) from error
