#!/usr/bin/env python3
"""How well articles are read: precision, recall and F1 of every field, over folders of texts and gold records.

usage: accuracy.py [FOLDER ...]    a folder holds texts/ and gold/; by default those of tests/gold

docs/annotation.md says how a gold record is written. A third of the texts of tests/gold/dev is held out: its figures
are shown, what went wrong in it is not.
"""

import argparse
import json
import sys
from dataclasses import replace
from pathlib import Path

import baseline
from scoring import floors, runs, table
from scoring.gold import FOLDERS, Gold, read
from scoring.outcome import Outcome
from scoring.runs import Column

Groups = dict[str, list[Gold]]


def options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path, default=FOLDERS, metavar="FOLDER")
    parser.add_argument("--found", type=Path, metavar="JSONL", help="score what `hcoop extract` printed, not a new run")
    parser.add_argument("--held-out", action="store_true", help="show the texts held out and the others apart")
    parser.add_argument("--misses", action="store_true", help="list what went wrong")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    parser.add_argument("--save", type=Path, metavar="RUN.json", help="keep this run, to hold a later one against it")
    parser.add_argument("--against", type=Path, metavar="RUN.json", help="list what was won and lost since that run")
    parser.add_argument("--baseline", action="store_true", help="show what public tools find beside")
    parser.add_argument("--baseline-with", action="append", default=[], metavar="PACKAGE",
                        help="one more package for them, such as spacy and a file of its model en_core_web_sm")
    parser.add_argument("--raise-floors", action="store_true",
                        help="raise tests/gold/floors.yaml to the figures, rounded down to 0.01; none is lowered")
    chosen = parser.parse_args()
    if chosen.held_out and (chosen.save or chosen.against):
        parser.error("--held-out splits the columns: a run is kept and held against another without it")
    return chosen


def groups(folders: list[Path], apart: bool) -> Groups:
    """Return the gold records by the name of their column."""
    found: Groups = {folder.name: list(read(folder)) for folder in folders}
    if not apart:
        return found
    split = {f"{name}{part}": [gold for gold in golds if gold.held_out == held_out]
             for name, golds in found.items() for part, held_out in (("", False), (" held out", True))}
    return {name: golds for name, golds in split.items() if golds}


def columns(found: dict[str, runs.Record], grouped: Groups, suffix: str = "") -> list[Column]:
    return [runs.column(name + suffix, golds, found) for name, golds in grouped.items()]


def public_tools(grouped: Groups, packages: list[str]) -> list[Column]:
    """Return what public tools find, in the measures that they can be held to."""
    found = baseline.run([gold.text for golds in grouped.values() for gold in golds], packages)
    named = any(record["organisations"] for record in found.values())
    measures = baseline.MEASURES | (baseline.NEED_MODEL if named else frozenset())
    return [replace(column, outcomes=[outcome for outcome in column.outcomes if outcome.key.measure in measures])
            for column in columns(found, grouped, ", public tools")]


def print_changes(shown: list[Column], path: Path) -> None:
    before = runs.load(path)
    for column in shown:
        earlier: list[Outcome] = before.get(column.name, [])
        news = runs.changes(earlier, column.outcomes, column.hidden)
        print("\n".join([f"\n{column.name} against {path.name}:", *news]))


def print_misses(shown: list[Column]) -> None:
    for column in shown:
        print("\n".join(["", f"{column.name}:", *(fault.told for fault in runs.faults(column))]))
        if column.hidden:
            print(f"{len(column.hidden)} texts are held out: what went wrong in them is not told")


def raise_floors(shown: list[Column]) -> None:
    present = floors.read()
    known = {column.name: floors.raised(column, present.get(column.name, {})) for column in shown}
    floors.write(present | known, shown)


def main() -> int:
    chosen = options()
    grouped = groups(list(chosen.folders), chosen.held_out)
    texts = [gold for golds in grouped.values() for gold in golds]
    shown = columns(runs.read_extractions(chosen.found) if chosen.found else runs.extractions(texts), grouped)
    beside = public_tools(grouped, chosen.baseline_with) if chosen.baseline else []
    print(json.dumps(table.plain(shown + beside), indent=1) if chosen.json else "\n".join(table.lines(shown + beside)))
    if chosen.misses:
        print_misses(shown)
    if chosen.against:
        print_changes(shown, chosen.against)
    if chosen.save:
        runs.save(shown, chosen.save)
    if chosen.raise_floors:
        raise_floors(shown)
    return 0


if __name__ == "__main__":
    sys.exit(main())
