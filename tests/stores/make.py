#!/usr/bin/env python3
"""Keeps the store that this version makes of the toy articles, to be opened by tests of versions to come.

usage: make.py    writes tests/stores/VERSION.db.gz; to be run when a version of the store is released
"""

import gzip
import os
import sqlite3
import sys
import tempfile
from contextlib import closing
from pathlib import Path
from unittest.mock import patch

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "toy"))

import toy  # noqa: E402 - it is beside, not installed
from hcoop.ingest import ingest  # noqa: E402
from hcoop.store.tables import VERSION  # noqa: E402

# Names and codes of the data files are many, and the next ingest writes them anew.
_TRIM = ("DELETE FROM codes", "DELETE FROM names WHERE known AND key NOT GLOB 'h*'", "VACUUM")


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, patch("hcoop.ingest.work.extract_document", toy.extract_document):
        os.chdir(toy.HERE)
        path = Path(folder) / "toy.db"
        ingest(path, [Path("articles")])
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            for statement in _TRIM:
                connection.execute(statement)
        (HERE / f"{VERSION}.db.gz").write_bytes(gzip.compress(path.read_bytes(), mtime=0))


if __name__ == "__main__":
    main()
