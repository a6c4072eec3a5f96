"""What a store holds, to be compared with another, and where in its file the texts stand."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

from hcoop.store.comparing import ANSWERS
from hcoop.store.read import Store

PAGE = 8192


def contents(path: Path) -> str:
    """Return all that the register answers from."""
    with Store(path) as store:
        rows = [[tuple(row) for row in store.rows(sql.format("main"))] for sql in ANSWERS.values()]
    return json.dumps([sorted(json.dumps(row, default=bytes.hex) for row in table) for table in rows])


def texts(path: Path) -> dict[tuple[str, int], str]:
    """Return each text of a store by its file and its place in it."""
    with Store(path) as store:
        return {(row["file"], row["ordinal"]): row["text"] for row in store.rows("SELECT * FROM documents")}


def pages_of_texts(path: Path) -> dict[tuple[str, int], set[int]]:
    """Return the pages of the file of a sound store, from 1, on which any byte of each text stands."""
    data = path.read_bytes()
    pages = [data[at : at + PAGE] for at in range(0, len(data), PAGE)]
    begins = {page[4:24]: number for number, page in enumerate(pages, 1)}
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("SELECT file, ordinal, text, fields FROM documents").fetchall()
    found = {}
    for file, ordinal, text, fields in rows:
        head, body = file.encode() + (bytes([ordinal]) if ordinal > 1 else b""), f"{text}{fields}".encode()
        # A leaf that was divided may still hold what has moved, so that there may be several.
        leaves = {number for number, page in enumerate(pages, 1) if head + body[:20] in page}
        found[file, ordinal] = {*leaves, *_chain(pages, begins, body)}
    return found


def _chain(pages: list[bytes], begins: dict[bytes, int], body: bytes) -> set[int]:
    """Return the pages in which a row goes on: the first has its bytes from somewhere on, each begins with the next."""
    chain: set[int] = set()
    number = 0
    for at in range(len(body) - 20):
        found = begins.get(body[at : at + 20], 0)
        if found and pages[found - 1][4:].startswith(body[at : at + PAGE - 4]):
            number = found
            break
    while number:
        chain.add(number)
        number = int.from_bytes(pages[number - 1][:4])
    return chain
