"""hcoop: a register of international health cooperation, read from the press.

    import hcoop

    hcoop.extract("Cho Ray Hospital and the University of Sydney signed a memorandum of understanding on nursing.")
    hcoop.find_dates("on September 23", reference="2023-09-25")
    hcoop.open("hcoop.db").search("France")
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from hcoop.corpus import Corpus
    from hcoop.corpus import Corpus as open
    from hcoop.extraction import extract
    from hcoop.mentions.dates import find_dates

__version__ = "0.1.0"
__all__ = ["Corpus", "extract", "find_dates", "open"]

# Where each public name lives; loaded when it is first asked for, so that `import hcoop` stays cheap.
_HOMES = {
    "Corpus": ("hcoop.corpus", "Corpus"),
    "extract": ("hcoop.extraction", "extract"),
    "find_dates": ("hcoop.mentions.dates", "find_dates"),
    "open": ("hcoop.corpus", "Corpus"),
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'hcoop' has no attribute {name!r}")
    from importlib import import_module  # noqa: PLC0415 - not for whoever wants the version only

    module, attribute = _HOMES[name]
    value = globals()[name] = getattr(import_module(module), attribute)
    return value
