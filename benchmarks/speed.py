#!/usr/bin/env python3
"""How many articles a second the whole extraction reads, on one core.

usage: speed.py [PATH ...] [--seconds 5] [--profile [ROWS]]    files or folders; by default the annotated texts

Reading, extraction and JSON are timed, the loading of the lexicon apart. The files are read again until the time is up.
"""

import argparse
import cProfile
import pstats
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter

from hcoop import lexicon, readers
from hcoop.extraction import extract_document
from hcoop.lexicon import Lexicon
from hcoop.output.jsons import line
from hcoop.plain import to_plain
from scoring.gold import FOLDERS


def options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="*", type=Path, default=[folder / "texts" for folder in FOLDERS])
    parser.add_argument("--seconds", type=float, default=5.0, help="how long to go on")
    parser.add_argument("--profile", type=int, nargs="?", const=30, metavar="ROWS", help="list the slowest functions")
    return parser.parse_args()


def work(paths: Sequence[Path], known: Lexicon) -> tuple[int, int]:
    """Extract the articles of some files; return how many there are and how many characters they have."""
    articles = characters = 0
    for path in paths:
        for document in readers.read(path):
            for extraction in extract_document(document, known):
                line(to_plain(extraction))
                articles += 1
            characters += len(document.text)
    return articles, characters


def repeated(paths: Sequence[Path], known: Lexicon, seconds: float) -> str:
    """Work the files again and again; return what to say of it. The fastest round counts: others share the machine."""
    rounds, best, begin = 0, float("inf"), perf_counter()
    while not rounds or perf_counter() - begin < seconds:
        start = perf_counter()
        articles, characters = work(paths, known)
        best, rounds = min(best, perf_counter() - start), rounds + 1
    return (f"{articles} articles of {characters / articles / 1000:.1f} thousand characters\n"
            f"{articles / best:.0f} articles a second, {characters / best / 1000:.0f} thousand characters a second "
            f"(best of {rounds} rounds)")


def profiled(paths: Sequence[Path], known: Lexicon, rows: int) -> None:
    profile = cProfile.Profile()
    profile.runcall(work, paths, known)
    pstats.Stats(profile).sort_stats("tottime").print_stats(rows)


def main() -> None:
    chosen = options()
    paths = list(readers.walk(chosen.paths))
    start = perf_counter()
    known = lexicon.load()
    work(paths[:1], known)
    print(f"lexicon loaded and compiled, first article: {perf_counter() - start:.2f} s")
    print(repeated(paths, known, chosen.seconds))
    if chosen.profile:
        profiled(paths, known, chosen.profile)


if __name__ == "__main__":
    main()
