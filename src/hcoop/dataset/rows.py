"""The rows of a partition: Parquet, typed as `schemas/row.yaml` has it, written and read group by group."""

import io
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

from hcoop.extras import need
from hcoop.ingest.forms import from_rows
from hcoop.output.parquet import arrow_schema
from hcoop.store.taken import ReadDocument

_EXTRA = "cluster"
_KEY = b"hcoop"
# The bytes of JSON from which rows are written as a group.
_GROUP = 32 * 1024 * 1024
# Rows that are made Python's at a time.
_BATCH = 256

Row = dict[str, Any]


class RowWriter:
    """A file of rows on its way; `counts` tells the documents, articles and events written, and what had none."""

    def __init__(self, path: Path) -> None:
        self._arrow, self._json = need("pyarrow", _EXTRA), need("pyarrow.json", _EXTRA)
        self._schema = arrow_schema(self._arrow, "row")
        self._writer = need("pyarrow.parquet", _EXTRA).ParquetWriter(path, self._schema, compression="zstd")
        self._rows: list[bytes] = []
        self._size = 0
        self.counts = Counter(documents=0, without_article=0, articles=0, relevant=0, events=0)

    def add(self, documents: Iterable[list[tuple[str, int]]]) -> None:
        """Write the rows of documents, as `for_rows` gives them."""
        for rows in documents:
            for row, events in rows:
                self._put(f'{{"document":{self.counts["documents"]},{row[1:]}\n'.encode())
                self.counts.update(articles=1, relevant=bool(events), events=events)
            self.counts.update(documents=1, without_article=not rows)

    def close(self, told: Any = None) -> None:
        """Write what is left, and what is told of the rows; without that the file is given up."""
        if told is not None:
            self._write()
            self._writer.add_key_value_metadata({_KEY: json.dumps(told, ensure_ascii=False).encode()})
        self._writer.close()

    def _put(self, row: bytes) -> None:
        self._rows.append(row)
        self._size += len(row)
        if self._size >= _GROUP:
            self._write()

    def _write(self) -> None:
        """Write a group. Arrow's own reader of JSON makes columns ten times as fast as from values of Python."""
        if not self._rows:
            return
        read = self._json.ReadOptions(block_size=self._size + 1, use_threads=False)
        parse = self._json.ParseOptions(explicit_schema=self._schema, unexpected_field_behavior="error")
        table = self._json.read_json(io.BytesIO(b"".join(self._rows)), read_options=read, parse_options=parse)
        self._writer.write_table(table.cast(self._schema))
        self._rows, self._size = [], 0


def told_in(stream: Any) -> Any:
    """Return what a file tells of its rows. Raises OSError or ValueError if it is no such file."""
    metadata = need("pyarrow.parquet", _EXTRA).read_metadata(stream).metadata or {}
    if _KEY not in metadata:
        raise ValueError("not written by hcoop")
    return json.loads(metadata[_KEY])


def read_rows(stream: Any) -> Iterator[Row]:
    """Yield the rows of a file, in order. Raises OSError or ValueError if it is damaged."""
    for batch in need("pyarrow.parquet", _EXTRA).ParquetFile(stream).iter_batches(_BATCH):
        yield from batch.to_pylist()


def read_documents(stream: Any) -> Iterator[ReadDocument]:
    """Yield the documents of a file, in order, as the store keeps them. Raises as `read_rows` does."""
    for _, rows in groupby(read_rows(stream), key=itemgetter("document")):
        yield from_rows(list(rows))
