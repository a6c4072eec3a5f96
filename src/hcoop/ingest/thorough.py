"""A store held against one that is made anew from its texts: what no look at the file alone can tell."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from hcoop.corrections.file import beside
from hcoop.errors import HcoopError
from hcoop.ingest.run import ingest
from hcoop.ingest.version import fingerprint
from hcoop.store.comparing import differences
from hcoop.store.read import Store


def check_anew(store: Path, data: Path | None = None, corrections: Path | None = None) -> Iterator[str]:
    """Yield where a store is not what its texts and the corrections give, a line each.

    The other store is made in the system's folder for such files, which takes the room of the store and the time of an
    ingest. Raises HcoopError if it cannot be made, or if the store was made by other data files or another hcoop.
    """
    with Store(store) as made:
        if made.meta("fingerprint") != fingerprint(data):
            told = f"{store} was made by other data files or another hcoop, and cannot be held against what is made now"
            raise HcoopError(told, hint="run `hcoop ingest` first")
        with TemporaryDirectory(prefix="hcoop-") as folder:
            anew = Path(folder) / "anew.db"
            with closing(sqlite3.connect(anew)) as copy:
                made.connection.backup(copy)
            ingest(anew, [], rebuild=True, data=data, corrections=corrections or beside(store))
            for difference in differences(store, anew):
                yield f"{store}: {difference} (run `hcoop ingest --rebuild`)"
