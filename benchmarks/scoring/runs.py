"""Runs: the gold records of some folders scored, kept in a file, and held against an earlier run."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import Any

from hcoop import lexicon, readers
from hcoop.extraction import extract_document
from hcoop.plain import to_plain
from scoring import article
from scoring.gold import Gold
from scoring.outcome import Key, Outcome
from scoring.stories import by_file

Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Column:
    """Some articles and what came of them; `hidden` are the names of those that nobody looks into."""

    name: str
    articles: int
    outcomes: list[Outcome]
    hidden: frozenset[str] = frozenset()


def extractions(golds: Iterable[Gold]) -> dict[str, Record]:
    """Return what is extracted from each text, by its file name."""
    known = lexicon.load()
    documents = (document for gold in golds for document in readers.read(gold.text))
    return by_file(to_plain(found) for document in documents for found in extract_document(document, known))


def read_extractions(path: Path) -> dict[str, Record]:
    """Return the JSON lines that `hcoop extract` printed, by file name."""
    return by_file(json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip())


def column(name: str, golds: Sequence[Gold], found: Mapping[str, Record]) -> Column:
    """Score what was found in the texts of some gold records."""
    outcomes = [outcome for gold in golds for outcome in article.score(found.get(gold.text.name), gold.record)]
    return Column(name, len(golds), outcomes, frozenset(gold.text.name for gold in golds if gold.held_out))


def faults(shown: Column) -> list[Outcome]:
    """Return what went wrong in the articles that may be looked into."""
    return [outcome for outcome in shown.outcomes if not outcome.hit and outcome.key.file not in shown.hidden]


def save(columns: Iterable[Column], path: Path) -> None:
    """Write every outcome of a run to a file that `load` reads."""
    rows = [[column.name, *outcome.key, *astuple(outcome)[1:]] for column in columns for outcome in column.outcomes]
    path.write_text(json.dumps(rows, ensure_ascii=False, separators=(",", ":")), "utf-8")


def load(path: Path) -> dict[str, list[Outcome]]:
    """Return the outcomes of a saved run, by the name of their column."""
    found: dict[str, list[Outcome]] = defaultdict(list)
    for name, measure, file, item, *rest in json.loads(path.read_text("utf-8")):
        found[name].append(Outcome(Key(measure, file, item), *rest))
    return found


def changes(before: Iterable[Outcome], now: Iterable[Outcome], hidden: frozenset[str]) -> Iterator[str]:
    """Yield a line for each gold item lost (-) or won (+), and for each thing found too many or no more so.

    An item of an article that nobody looks into is only counted.
    """
    for sign, of, news in (("-", "lost", _news(now, before)), ("+", "won", _news(before, now))):
        shown = sorted(key for key in news if key.file not in hidden)
        yield from (f"{sign} {key.file}: {key.measure}: {key.item}{news[key]}" for key in shown)
        if len(shown) < len(news):
            yield f"{sign} {len(news) - len(shown)} {of} in texts held out"


def _news(worse: Iterable[Outcome], better: Iterable[Outcome]) -> dict[Key, str]:
    """Return the gold items that `better` has and `worse` has not, and what is too many in `worse` alone."""
    hits = {outcome.key for outcome in better if outcome.hit} - {outcome.key for outcome in worse if outcome.hit}
    extra = {o.key for o in worse if not o.gold} - {o.key for o in better if not o.gold}
    return dict.fromkeys(hits, "") | dict.fromkeys(extra - hits, " (too many)")
