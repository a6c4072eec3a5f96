#!/usr/bin/env python3
"""What it costs to link many articles, and then one more.

usage: linking.py RECORDS [--articles 1000 10000] [--folder DIR]

RECORDS are JSON lines as `hcoop extract` prints them: as many as the largest number of articles, and a few more. For
each number a store is made of so many; then an article is added, one is changed, one removed, and an event is
corrected. Seconds of the processor, and of the clock, which others on the machine slow down.
"""

import argparse
import json
import resource
import tempfile
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

from hcoop import lexicon
from hcoop.corrections.anchors import anchor_of
from hcoop.corrections.record import Correction
from hcoop.ingest.forms import for_store
from hcoop.records import Document, Source
from hcoop.store import vocabulary
from hcoop.store.knowledge import learn_names
from hcoop.store.placing import Corrections
from hcoop.store.taken import FileState, ReadDocument
from hcoop.store.write import Writer

_MORE = 5


def records(path: Path, first: int, count: int) -> Iterator[tuple[str, FileState, ReadDocument]]:
    with path.open(encoding="utf-8") as lines:
        for number, text in enumerate(islice(lines, first, first + count), first):
            yield made(json.loads(text), f"/corpus/{number:07}.txt")


def made(extraction: dict[str, Any], name: str) -> tuple[str, FileState, ReadDocument]:
    text = extraction["article"]["text"]
    extraction["article"]["source"]["path"] = name
    document = Document(text, Source(name, "", "text/plain", None))
    return name, FileState(name, len(text), 0, ""), for_store(document, [extraction])


def put(writer: Writer, name: str, state: FileState, document: ReadDocument) -> None:
    writer.begin(state)
    writer.add(name, 0, [document])


def timed(store: Path, what: str, work: Callable[[Writer], object], corrections: Corrections | None = None) -> None:
    wall, cpu = perf_counter(), process_time()
    with Writer(store, corrections or Corrections()) as writer:
        work(writer)
    print(f"  {what:24} {process_time() - cpu:8.3f} s   {perf_counter() - wall:8.3f} s by the clock", flush=True)


def learn(writer: Writer) -> None:
    known = lexicon.load()
    learn_names(writer.connection, vocabulary.names(known))
    writer.set_meta("linking", json.dumps(vocabulary.linking(known)))
    writer.set_meta("home", vocabulary.home(known))


def correction(path: Path, number: int) -> Corrections:
    """Another date for the first event of the first article that has one."""
    with path.open(encoding="utf-8") as lines:
        found = next(e for e in map(json.loads, islice(lines, number)) if e["events"])
    event, article = found["events"][0], found["article"]
    anchor = anchor_of(article["text"], event["evidence"][0]["start"], event["evidence"][0]["end"], article["id"])
    entry = Correction("aa11", "event", "set", anchor, "Lan", "2026-01-01", fields={"date": "2019-05-20"})
    return Corrections([entry], Path("it.yaml"), "1")


def measure(path: Path, number: int, folder: Path) -> None:
    store = folder / f"{number}.db"
    print(f"{number} articles")

    def all_of_them(writer: Writer) -> None:
        learn(writer)
        for one in records(path, 0, number):
            put(writer, *one)

    timed(store, "all", all_of_them)
    for one in records(path, number, _MORE):
        timed(store, "one more", lambda writer, one=one: put(writer, *one))
    with path.open(encoding="utf-8") as lines:
        changed = json.loads(next(islice(lines, number, None)))
    changed["article"]["published"] = "2014-02-03"
    timed(store, "one changed", lambda writer: put(writer, *made(changed, f"/corpus/{number:07}.txt")))
    timed(store, "one removed", lambda writer: writer.remove(f"/corpus/{number + 1:07}.txt"))
    timed(store, "one correction", lambda writer: writer.settle(), correction(path, number))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"  {store.stat().st_size / number / 1000:.1f} kB an article in the store, {peak:.0f} MB of memory at most")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("records", type=Path, help="JSON lines from `hcoop extract`")
    parser.add_argument("--articles", type=int, nargs="+", default=[1000, 10_000], help="sizes of the stores")
    parser.add_argument("--folder", type=Path, help="where the stores are made; by default a folder of its own")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as made_for_it:
        for number in chosen.articles:
            measure(chosen.records, number, chosen.folder or Path(made_for_it))


if __name__ == "__main__":
    main()
