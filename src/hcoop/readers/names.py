"""What the names of files tell: their format, whether they are hidden, and which are only parts of a saved page."""

import os
from collections.abc import Iterable
from pathlib import PurePosixPath

PAGES = (".html", ".htm", ".xhtml")
# What browsers call the folder beside a page that they save whole.
_FOLDERS = ("_files", ".files")
_HIDDEN = (".", "__MACOSX")


def suffix_of(name: str) -> str:
    """Return the suffix of a name in small letters."""
    last = os.path.basename(name) if os.sep in name else name
    at = last.rfind(".")
    return last[at:].lower() if 0 < at < len(last) - 1 else ""


def is_hidden(name: str) -> bool:
    """Return whether a path goes through a folder or file that is hidden."""
    return any(part.startswith(_HIDDEN) for part in PurePosixPath(name).parts if part not in (".", ".."))


def page_of(folder: str, beside: Iterable[str]) -> str | None:
    """Return the saved page whose parts a folder holds, of the names beside it; None if it is a folder like others."""
    for ending in _FOLDERS:
        if folder.endswith(ending):
            pages = {folder.removesuffix(ending) + suffix for suffix in PAGES}
            return next((name for name in beside if name in pages), None)
    return None


def parts_of_pages(names: Iterable[str]) -> set[str]:
    """Return those of the paths that are parts of saved pages among them."""
    every = set(names)
    return {name for name in every if any(page_of(str(above), every) for above in PurePosixPath(name).parents)}
