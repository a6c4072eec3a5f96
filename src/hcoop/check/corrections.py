"""Checks the file of corrections: its form, its values, and whether each finds its words in the store."""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

from hcoop import lexicon
from hcoop.corrections import file
from hcoop.store.patch import Patch
from hcoop.store.placing import Corrections
from hcoop.store.read import Store


def check_corrections(path: Path, store: Path, data: Path | None = None) -> list[str]:
    """Return what is wrong with a file of corrections, a line each; no file is in order.

    Raises HcoopError if it is not YAML.
    """
    entries, problems = file.read(path)
    lines = [str(problem) for problem in problems]
    if entries and store.exists():
        kinds = tuple(lexicon.load(data)["organisation_kinds"]["kinds"])
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        with Store(store) as opened:
            lines += _missed(opened, Corrections(entries, path, digest, kinds))
    return lines


def _missed(store: Store, corrections: Corrections) -> Iterator[str]:
    """Yield what the last ingest could not apply, or, of a file that has changed since, what the next could not."""
    meta = {row["key"]: row["value"] for row in store.rows("SELECT key, value FROM meta")}
    if meta.get("corrections") == corrections.digest:
        yield from (f"{told} ({hint})" for told, hint in json.loads(meta.get("missed", "[]")))
        return
    patch = Patch(store.connection, corrections, meta.get("home", ""))
    patch.find()
    yield from (f"{missed} ({missed.hint})" for missed in patch.placing.missed)
    yield f"{corrections.path.name}: it has changed since it was applied (run `hcoop ingest`)"
