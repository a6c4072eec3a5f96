"""What is at addresses: fetched before the store is opened for writing, so that no slow server keeps it locked."""

import json
from collections.abc import Callable, Sequence
from dataclasses import astuple
from hashlib import sha256
from pathlib import Path

from hcoop import web
from hcoop.errors import HcoopError
from hcoop.ingest.limits import Limits
from hcoop.ingest.reading import reader
from hcoop.store.meta import WEB
from hcoop.store.read import Store
from hcoop.store.taken import FileState
from hcoop.store.write import Writer


def fetch(
    store: Path, addresses: Sequence[str], manners: web.Manners, report: Callable[[HcoopError], None], limits: Limits
) -> list[web.Visit]:
    """Return what came of addresses, asked only for what changed since the store was written."""
    if not addresses:
        return []
    return list(web.visits(addresses, _remembered(store), manners, report, reader(limits)))


def remember(writer: Writer, visit: web.Visit) -> None:
    """Keep in the store what is to be remembered of an address."""
    writer.set_meta(WEB + visit.url, json.dumps(astuple(visit.memory)))


def state_of(visit: web.Visit) -> FileState:
    """Return the state of what was fetched, as that of a file; its size is in characters."""
    documents = visit.documents or ()
    digest = sha256("".join(document.source.sha256 for document in documents).encode()).hexdigest()
    return FileState(visit.url, sum(len(document.text) for document in documents), 0, digest)


def _remembered(store: Path) -> dict[str, web.Memory]:
    """Return what is remembered, nothing if there is no store or none that can be read; writing it tells why."""
    try:
        with Store(store) as opened:
            rows = opened.rows(f"SELECT key, value FROM meta WHERE key GLOB '{WEB}*'")
    except HcoopError:
        return {}
    return {row["key"].removeprefix(WEB): web.Memory(*json.loads(row["value"])) for row in rows}
