"""The file of corrections on its way into the store."""

import hashlib
from contextlib import suppress
from functools import partial
from pathlib import Path

from hcoop import lexicon
from hcoop.corrections import file
from hcoop.schema import Problem
from hcoop.store.connection import Waiting, at_once
from hcoop.store.placing import Corrections
from hcoop.store.write import Writer


def load(path: Path, data: Path | None = None) -> tuple[Corrections, list[Problem]]:
    """Return what a file of corrections holds, if it is there, and what is wrong in entries that are left out."""
    # The digest first: what another process adds after it is then taken for new by the next who looks.
    digest = ""
    with suppress(OSError):  # reading it tells what is wrong
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
    entries, problems = file.read(path)
    if not entries:
        return Corrections(path=path), problems
    from hcoop.ingest.rereading import read_again  # noqa: PLC0415 - it loads all that extracts

    kinds = lexicon.load(data)["organisation_kinds"]["kinds"]
    return Corrections(entries, path, digest, tuple(kinds), partial(read_again, data=data)), problems


def apply(
    store: Path, path: Path, data: Path | None = None, waiting: Waiting = at_once
) -> list[tuple[str, str]]:
    """Bring a store up to date with its corrections; return each that cannot be applied, and what to do about it.

    While another process writes the store this one waits, and calls `waiting`.
    """
    with Writer(store, waiting=waiting) as writer:
        writer.corrections, _ = load(path, data)  # not before: another process may have added some
        writer.settle()
        return writer.missed()
