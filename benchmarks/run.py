#!/usr/bin/env python3
"""What hcoop costs beside its peers, as tables in Markdown: questions, extraction, the store, ingest.

usage: run.py [--articles 10000] [--rounds 10] [--folder FOLDER] [--only questions,extraction,storing,ingest]

The corpus is made, not downloaded; peers are installed into an environment of their own below FOLDER, where the corpus
and the store stay too, so that a second run begins at once. Nothing else should run on the machine meanwhile.
`docs/performance.md` has the last result.
"""

import argparse
import os
from collections.abc import Iterator
from pathlib import Path

from performance import corpus, ingestion, peers, storing
from performance.extraction import extraction
from performance.questions import questions
from performance.tables import machine

_PARTS = "questions,extraction,storing,ingest"
_STORED = 1000  # articles, for the store layer alone
_SMALL = 10  # a corpus so many times smaller tells how the cost grows


def options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=10_000, help="how many the store holds")
    parser.add_argument("--rounds", type=int, default=10, help="runs of each command")
    parser.add_argument("--folder", type=Path, default=Path("build/performance"), help="where all is made")
    parser.add_argument("--only", default=_PARTS, help="some of " + _PARTS)
    return parser.parse_args()


def main() -> None:
    chosen = options()
    wanted, folder = chosen.only.split(","), chosen.folder.resolve()
    folder.mkdir(parents=True, exist_ok=True)
    os.environ["HCOOP_CORRECTIONS"] = str(folder / "none.yaml")
    # Installed programs have their byte code; where it is not to be written beside the source, it is here.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ["PYTHONPYCACHEPREFIX"] = str(folder / "bytecode")
    print(machine(), end="\n\n")
    for part in tables(wanted, folder, chosen.articles, chosen.rounds):
        print(part, flush=True)


def tables(wanted: list[str], folder: Path, articles: int, rounds: int) -> Iterator[str]:
    others = peers.install(folder / "peers")
    if "extraction" in wanted:
        yield extraction(others, rounds)
    if "storing" in wanted:
        yield storing.storing(_STORED, rounds)
    texts, store = folder / f"corpus-{articles}", folder / f"store-{articles}.db"
    if not texts.is_dir():
        corpus.write(texts, articles)
    if "ingest" in wanted or not store.is_file():
        yield ingestion.whole(list(ingests(folder, texts, store, articles)))
    if "questions" in wanted:
        yield questions(store, texts, others, articles, rounds)
    if "ingest" in wanted:
        yield ingestion.again(texts, store, articles, rounds)


def ingests(folder: Path, texts: Path, store: Path, articles: int) -> Iterator[ingestion.Ingest]:
    small = folder / f"corpus-{articles // _SMALL}"
    if not small.is_dir():
        corpus.write(small, articles // _SMALL)
    for jobs in (1, 2):
        yield ingestion.ingest(small, articles // _SMALL, folder / "small.db", jobs)
    yield ingestion.ingest(texts, articles, store, 2)


if __name__ == "__main__":
    main()
