#!/usr/bin/env python3
"""How many calls of functions the extraction of a fixed corpus takes, and what share of the time each stage has.

usage: calls.py [--articles 40]

Prints a table in Markdown. Seconds depend on the machine and on what else it does; calls hardly do, so that two
versions can be held against each other wherever they run.
"""

import argparse
import cProfile
import pstats
from collections.abc import Mapping

from hcoop import lexicon
from hcoop.extraction import extract_document
from hcoop.records import Document, Source
from performance import corpus
from performance.tables import table

_STAGES = {"blocks": "articles", "places": "find_places", "organisations": "find_organisations",
           "people": "find_people", "dates": "find_dates", "events": "find_events", "all": "extract_document"}
_SOURCE = Source("article.txt", "0" * 64, "text/plain", "utf-8")

Calls = Mapping[str, int]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=40, help="how many are extracted")
    number = parser.parse_args().articles
    known = lexicon.load()
    documents = [Document(text=text, source=_SOURCE) for text in corpus.texts(number)]
    extract(documents, known)  # what is made once, and what is compiled when it is needed first
    print(report(documents, known))


def extract(documents: list[Document], known: lexicon.Lexicon) -> int:
    """Extract documents; return how many events they tell."""
    return sum(len(found.events) for document in documents for found in extract_document(document, known))


def report(documents: list[Document], known: lexicon.Lexicon) -> str:
    profile = cProfile.Profile()
    events = profile.runcall(extract, documents, known)
    stats = pstats.Stats(profile)
    size = sum(len(document.text) for document in documents)
    all_calls, all_time = stats.total_calls, stats.total_tt  # type: ignore[attr-defined]
    rows = [(name, f"{share:.0%}") for name, share in shares(stats, all_time)]
    note = f"{all_calls / len(documents):.0f} calls an article, {all_calls / size:.2f} a character; {events} events."
    return table(f"Extraction of {len(documents)} articles", ("stage", "share of the time"), rows, note)


def shares(stats: pstats.Stats, whole: float) -> list[tuple[str, float]]:
    """Return what share of the time each stage takes with all that it calls."""
    found = {function: row[3] for (_, _, function), row in stats.stats.items()}  # type: ignore[attr-defined]
    return [(name, found[function] / whole) for name, function in _STAGES.items() if function in found]


if __name__ == "__main__":
    main()
