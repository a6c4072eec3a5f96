"""The views of the store, as other programs read them: SQLite itself, pandas, DuckDB and Datasette over HTTP."""

import json
import re
import socket
import sqlite3
import subprocess
import sys
import time
from contextlib import closing, suppress
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

VIEWS = [
    "articles_view", "events_view", "participants_view", "evidence_view", "topics_view", "amounts_view",
    "organisations_view", "people_view", "places_view",
]


@pytest.fixture(scope="module")
def connection(seeds):
    with closing(sqlite3.connect(f"file:{seeds}?mode=ro", uri=True)) as opened:
        opened.row_factory = sqlite3.Row
        yield opened


def rows(connection, view):
    return [tuple(row) for row in connection.execute(f"SELECT * FROM {view}")]


def test_every_view_is_there_and_has_rows(connection):
    found = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'view'")]
    assert found == VIEWS
    assert [view for view in VIEWS if view != "amounts_view" and not rows(connection, view)] == []


def test_a_signed_memorandum_is_a_row(connection):
    (row,) = connection.execute("SELECT * FROM events_view WHERE date = '2016-01-19'").fetchall()
    told = {name: row[name] for name in ("type", "instrument", "city", "home", "partners", "countries", "latest")}
    assert told == {
        "type": "agreement", "instrument": "mou", "city": "Hanoi", "home": "Hanoi Department of Health",
        "partners": "IRCAD", "countries": "FR", "latest": "2016-01-19",
    }
    assert row["crs"].split("; ") == ["12181", "12191"]


def test_evidence_is_the_words_of_its_article(connection):
    told = connection.execute(
        "SELECT quote, substr(text, start + 1, \"end\" - start) AS words FROM evidence_view "
        "JOIN articles_view ON article = articles_view.id"
    ).fetchall()
    assert told
    assert all(row["quote"] == row["words"] for row in told)


def test_organisations_carry_codes(connection):
    told = connection.execute("SELECT iati_type, ror FROM organisations_view WHERE id = 'fr-aphp'").fetchone()
    assert tuple(told) == ("15", "https://ror.org/00pg5jh14")


def test_pandas_reads_them(connection):
    pandas = pytest.importorskip("pandas")
    frame = pandas.read_sql("SELECT * FROM events_view", connection, parse_dates=["earliest", "latest"])
    assert frame.query("type == 'agreement' and city == 'Hanoi'")["earliest"].max().year == 2016


def test_duckdb_runs_them_as_sqlite_does(connection, seeds):
    duckdb = pytest.importorskip("duckdb")
    shipped = pytest.importorskip("duckdb_extension_sqlite_scanner")  # the extension, without a download
    (extension,) = Path(shipped.__path__[0]).rglob("*.duckdb_extension")
    with duckdb.connect() as database:
        database.execute(f"LOAD '{extension}'")
        database.execute(f"ATTACH '{seeds}' AS store (TYPE sqlite, READ_ONLY)")
        for view in VIEWS:
            found = database.execute(f"SELECT * FROM store.{view}").fetchall()
            assert sorted(map(str, found)) == sorted(map(str, rows(connection, view))), view


@pytest.fixture(scope="module")
def datasette(seeds):
    """The address of a Datasette that serves the store, in a process of its own."""
    pytest.importorskip("datasette")
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "datasette", "serve", "--immutable", str(seeds), "--port", str(port)]
    served = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    address = f"http://127.0.0.1:{port}/{seeds.stem}"
    try:
        _wait_for(f"{address}.json", served)
        yield address
    finally:
        served.terminate()
        served.communicate(timeout=30)


def _wait_for(address, served):
    while served.poll() is None:
        with suppress(URLError), urlopen(address, timeout=30):
            return
        time.sleep(0.1)
    raise AssertionError(served.stdout.read().decode())


def asked(address):
    with urlopen(address, timeout=30) as answer:
        return json.load(answer)


def test_datasette_serves_every_view(datasette):
    assert {view["name"] for view in asked(f"{datasette}.json")["views"]} == set(VIEWS)
    assert all("error" not in asked(f"{datasette}/{view}.json?_shape=array") for view in VIEWS)


def test_datasette_filters_events(datasette):
    told = asked(f"{datasette}/events_view.json?_shape=array&city=Hue&type=agreement")
    assert [(row["date"], row["partners"]) for row in told] == [("2024-12-11", "GE HealthCare")]


def test_datasette_shows_a_page_for_people(datasette):
    with urlopen(f"{datasette}/events_view?type=agreement", timeout=30) as answer:
        page = answer.read().decode()
    assert len(re.findall(r'<td class="col-title', page)) >= 5
