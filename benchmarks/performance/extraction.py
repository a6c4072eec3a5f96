"""How many articles a second are extracted on one core, beside tools that do a part of it."""

import json
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path
from time import process_time

from hcoop import lexicon
from hcoop.extraction import extract_document
from hcoop.mentions.dates import find_dates
from hcoop.output.jsons import line
from hcoop.plain import to_plain
from hcoop.records import Document, Source
from performance import corpus
from performance.peers import Peers, program
from performance.tables import ratio, table

_SAMPLE = 200
_LONG = 100_000


def extraction(peers: Peers, rounds: int) -> str:
    """Return the table of the rates, and how the time grows with the length of an article."""
    known, texts = lexicon.load(), list(corpus.texts(_SAMPLE))
    whole = _rate(lambda text: _extract(text, known), texts, rounds)
    rows = [("hcoop, everything", f"{whole:.0f}", "1.00")]
    dates = _rate(lambda text: find_dates(text, "2016-01-20", known), texts, rounds)
    rows.append(("hcoop, dates alone", f"{dates:.0f}", ratio(dates, whole)))
    for name, script in (("Recognizers, dates alone", "recognise_dates"), ("spaCy small, names alone", "spacy_names")):
        rate = _peer(peers, script, texts)
        rows.append((name, f"{rate:.1f}" if rate else "could not be had", ratio(rate, whole) if rate else "-"))
    size = sum(len(text.encode()) for text in texts) / len(texts)
    note = f"{_SAMPLE} articles of {size / 1000:.1f} KB on one core, CPU time, best of {rounds} rounds."
    return table("Extraction", ("what", "articles a second", "to hcoop, everything"), rows, f"{note} {_growth(known)}")


def _growth(known: lexicon.Lexicon) -> str:
    short, long = corpus.article(0), corpus.article(0, length=_LONG)
    one, other = (_rate(lambda text: _extract(text, known), [text], 3) for text in (short, long))
    return (f"One of {len(long.encode()) / 1000:.0f} KB takes {one / other:.0f} times as long as one of "
            f"{len(short.encode()) / 1000:.1f} KB.")


def _extract(text: str, known: lexicon.Lexicon) -> None:
    document = Document(text=text, source=Source("article.txt", "0" * 64, "text/plain", "utf-8"))
    for found in extract_document(document, known):
        line(to_plain(found))


def _rate(work: Callable[[str], object], texts: Sequence[str], rounds: int) -> float:
    """Return texts a second, of the fastest round: others share the machine."""
    work(texts[0])
    best = float("inf")
    for _ in range(rounds):
        start = process_time()
        for text in texts:
            work(text)
        best = min(best, process_time() - start)
    return len(texts) / best


def _peer(peers: Peers, script: str, texts: Sequence[str]) -> float | None:
    lines = "".join(json.dumps(text) + "\n" for text in texts)
    command = [peers.python, str(Path(program(script)))]
    ran = subprocess.run(command, input=lines, capture_output=True, text=True, check=False)
    return float(ran.stdout) if ran.returncode == 0 else None
