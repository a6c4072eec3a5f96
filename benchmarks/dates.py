#!/usr/bin/env python3
"""How well and how fast dates are found: value and span F1, texts without a date left clean, cases a second.

usage: dates.py CASES.jsonl [--by-class]

A case is {text, reference, expected: [{start, end, edtf, accept?, class?, tier?}], ignore?: [{start, end}]}. A date is
found where spans overlap, and right where the value is the expected one, an accepted one, or means the same days.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from time import perf_counter
from typing import Any

from hcoop import edtf
from hcoop.mentions.dates import find_dates
from hcoop.records import DateMention

_CODES = {**{str(33 + n): (3 * n + 1, 3 * n + 3) for n in range(4)}, "40": (1, 6), "41": (7, 12),
          "21": (3, 5), "22": (6, 8), "23": (9, 11)}


def days(value: str) -> object:
    """Return what two forms of one date share: its days, or the text where no year is known."""
    value = value.replace("~", "")
    year, _, code = value.partition("-")
    if code in _CODES:
        value = "{0}-{1:02}/{0}-{2:02}".format(year, *_CODES[code])
    if not edtf.is_valid(value):
        return value
    ends = edtf.bounds(value)
    return value if ends == (None, None) else ends


def right(gold: dict[str, Any], found: str) -> bool:
    """Tell whether a value is the expected one; "early 2016" may also be any part of 2016."""
    wanted = [gold["edtf"], *gold.get("accept", ())]
    if days(found) in map(days, wanted):
        return True
    return gold.get("class") == "part-of" and edtf.is_valid(gold["edtf"]) and edtf.contains(gold["edtf"], found)


def overlap(gold: dict[str, Any], mention: DateMention) -> int:
    """Return how many characters the two share."""
    return min(gold["end"], mention.end) - max(gold["start"], mention.start)


def matched(golds: list[dict[str, Any]], found: list[DateMention]) -> dict[int, int]:
    """Pair each expected date with at most one found date, the largest overlap first."""
    pairs = [(overlap(gold, mention), -i, i, j) for i, gold in enumerate(golds) for j, mention in enumerate(found)]
    pairs = sorted((pair for pair in pairs if pair[0] > 0), reverse=True)
    partner: dict[int, int] = {}
    for _, _, i, j in pairs:
        if i not in partner and j not in partner.values():
            partner[i] = j
    return partner


def score(
    case: dict[str, Any], found: list[DateMention], tally: Counter[str], classes: dict[str, Counter[str]]
) -> None:
    """Add one case to the counts of every tier it has dates of."""
    golds, ignored = case["expected"], case.get("ignore", [])
    partner = matched(golds, found)
    spurious = [mention for j, mention in enumerate(found) if j not in partner.values()
                and not any(overlap(other, mention) > 0 for other in [*golds, *ignored])]
    for i, gold in enumerate(golds):
        good = i in partner and right(gold, found[partner[i]].edtf)
        for name, count in (("gold", 1), ("found", i in partner), ("right", good)):
            tally[f"{gold.get('tier', 'core')} {name}"] += count
            classes.setdefault(gold.get("class", "all"), Counter())[name] += count
    for tier in {gold.get("tier", "core") for gold in golds} or {"core"}:
        tally[f"{tier} spurious"] += len(spurious)
    if not golds and not ignored:
        tally["negatives"] += 1
        tally["clean"] += not found


def percent(part: float, whole: float) -> float:
    """Return a share in per cent, 0 of nothing."""
    return 100 * part / whole if whole else 0.0


def report(tally: Counter[str], classes: dict[str, Counter[str]], rate: float, by_class: bool) -> Iterable[str]:
    """Give the lines of the table."""
    yield f"{'tier':10}{'dates':>7}{'span F1':>9}{'value F1':>10}"
    for tier in sorted({name.split()[0] for name in tally if name.endswith(" gold")}):
        gold, hit, good, extra = (tally[f"{tier} {name}"] for name in ("gold", "found", "right", "spurious"))
        whole = gold + hit + extra
        yield f"{tier:10}{gold:7}{percent(2 * hit, whole):9.1f}{percent(2 * good, whole):10.1f}"
    clean = percent(tally["clean"], tally["negatives"])
    yield f"texts without a date left clean: {clean:.1f} % of {tally['negatives']}"
    yield f"cases a second: {rate:,.0f}"
    for name, counts in sorted(classes.items(), key=lambda item: -item[1]["gold"]) if by_class else ():
        yield f"  {name:20}{counts['gold']:5}{percent(counts['right'], counts['gold']):7.1f} % right"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cases", type=Path)
    parser.add_argument("--by-class", action="store_true")
    options = parser.parse_args()
    cases = [json.loads(line) for line in options.cases.read_text("utf-8").splitlines()]
    find_dates("1 January 2020")  # the language is compiled once
    start = perf_counter()
    found = [find_dates(case["text"], case["reference"]) for case in cases]
    rate = len(cases) / (perf_counter() - start)
    tally: Counter[str] = Counter()
    classes: dict[str, Counter[str]] = {}
    for case, mentions in zip(cases, found, strict=True):
        score(case, mentions, tally, classes)
    print("\n".join(report(tally, classes, rate, options.by_class)))


if __name__ == "__main__":
    main()
