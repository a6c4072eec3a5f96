"""A minimal Typer program: the same query over the same store, ten rows as JSON."""

import json
import sqlite3

import typer

_SQL = """
SELECT id, articles.title, published, path, snippet(articles_fts, 1, '[', ']', '...', 20) AS passage
FROM articles_fts JOIN articles ON key = articles_fts.rowid
WHERE articles_fts MATCH ? ORDER BY bm25(articles_fts, 5, 1) LIMIT 10"""

app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False)


@app.command()
def search(store: str, query: str) -> None:
    connection = sqlite3.connect(f"file:{store}?mode=ro", uri=True)
    connection.row_factory = sqlite3.Row
    print(json.dumps([dict(row) for row in connection.execute(_SQL, [query])], ensure_ascii=False, indent=2))


app()
