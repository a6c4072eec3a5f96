"""What questions cost: whole processes, from the shell's call to the last byte."""

import shutil
import sys
from pathlib import Path

from performance.corpus import rare_word
from performance.peers import Peers, program
from performance.tables import ratio, table, times
from performance.timing import by_turns

_HEADINGS = ("program", "wall", "CPU", "CPU / minimal Typer", "CPU / selective search")


def questions(store: Path, corpus: Path, peers: Peers, articles: int, rounds: int) -> str:
    """Return the table of the commands that ask, and of what others need for the same."""
    word = rare_word(articles // 2)
    bare = {"bare Python": [sys.executable, "-c", "pass"]}
    costs = by_turns({**bare, **_others(store, corpus, peers, word), **_own(store, word)}, rounds)
    least, selective = costs["minimal Typer + sqlite3"].cpu, costs["hcoop search (selective)"].cpu
    rows = [(name, times(c.wall), times(c.cpu), ratio(c.cpu, least), ratio(c.cpu, selective))
            for name, c in costs.items()]
    note = (f"{articles:,} articles; medians of {rounds} runs by turns, warm. CPU is user and system time of the "
            "process, which other work on the machine disturbs less. Selective: a word that is in one article.")
    return table("Questions", _HEADINGS, rows, note)


def _others(store: Path, corpus: Path, peers: Peers, word: str) -> dict[str, list[str]]:
    found = {"minimal Typer + sqlite3": [peers.python, program("typer_search"), str(store), word]}
    if Path(peers.sqlite_utils).exists():
        sql = ("select id, articles.title, published from articles_fts join articles on key = articles_fts.rowid "
               "where articles_fts match :word order by bm25(articles_fts, 5, 1) limit 10")
        found["sqlite-utils query"] = [peers.sqlite_utils, "query", str(store), sql, "-p", "word", word]
    if ripgrep := shutil.which("rg"):
        found["ripgrep over the files"] = [ripgrep, "--count", word, str(corpus)]
    return found


def _own(store: Path, word: str) -> dict[str, list[str]]:
    asked = {
        "hcoop search (selective)": ["search", word],
        "hcoop search Jean Dupont": ["search", "Jean Dupont", "--limit", "10"],
        "hcoop search France": ["search", "France", "--limit", "10"],
        "hcoop timeline --city, 100 rows": ["timeline", "--city", "Sơn La", "--limit", "100"],
        "hcoop summary": ["summary"],
        "hcoop summary --city": ["summary", "--city", "Sơn La"],
    }
    hcoop = [sys.executable, "-m", "hcoop"]
    return {name: [*hcoop, *words, "--json", "--db", str(store)] for name, words in asked.items()}
