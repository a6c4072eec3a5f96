"""The store layer alone, beside the bare insertion of the same texts into FTS5."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from time import process_time

from hcoop import lexicon
from hcoop.extraction import extract_document
from hcoop.ingest.forms import for_store
from hcoop.plain import to_plain
from hcoop.records import Document, Source
from hcoop.store import derive
from hcoop.store.taken import FileState, ReadDocument
from hcoop.store.write import Writer
from performance import corpus
from performance.peers import program
from performance.tables import ratio, table

_NOTE = "Articles already extracted are written with all that was taken from them, and indexed; linking is apart."


def storing(articles: int, rounds: int) -> str:
    """Return the table of the rates at which texts go into the store, and into FTS5 alone."""
    documents = [_worked(text) for text in corpus.texts(articles)]
    texts = [document.text for document in documents]
    raw, own = 0.0, 0.0
    for _ in range(rounds):  # by turns, the best of each
        raw, own = max(raw, _raw(texts)), max(own, _own(documents))
    rows = [("FTS5 alone", f"{raw:.0f}", "1.00"), ("the store", f"{own:.0f}", ratio(own, raw))]
    note = f"{articles:,} articles, CPU time, best of {rounds} rounds by turns. {_NOTE}"
    return table("The store layer", ("what", "articles a second", "to FTS5 alone"), rows, note)


def _worked(text: str) -> ReadDocument:
    document = Document(text=text, source=Source("article.txt", "0" * 64, "text/plain", "utf-8"))
    return for_store(document, [to_plain(found) for found in extract_document(document, lexicon.load())])


def _raw(texts: Sequence[str]) -> float:
    lines = "".join(json.dumps(text.split("\n", 1)) + "\n" for text in texts)
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, program("raw_fts5"), str(Path(folder) / "raw.db")]
        return float(subprocess.run(command, input=lines, capture_output=True, text=True, check=True).stdout)


def _own(documents: Sequence[ReadDocument]) -> float:
    with tempfile.TemporaryDirectory() as folder:
        writer = Writer(Path(folder) / "own.db")
        start = process_time()
        writer.connection.execute("BEGIN")
        for number, document in enumerate(documents):
            writer.begin(FileState(f"/{number}.txt", 0, 0, ""))
            writer.add(f"/{number}.txt", 0, [document])
            for taken in document.taken:
                derive.elect(writer.connection, taken.id)
        writer.connection.execute("COMMIT")
        spent = process_time() - start
        writer.connection.close()
        return len(documents) / spent
