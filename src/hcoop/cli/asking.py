"""The commands that ask the store."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from hcoop.cli.ending import complain
from hcoop.cli.options import DEFAULT_STORE, Asked, Database, Format, FormatOption, Json, Limit, with_filters

if TYPE_CHECKING:
    from hcoop.query.filters import Filter
    from hcoop.query.table import Page
    from hcoop.query.table import Table as AnyTable
    from hcoop.store.read import Store

# Enough to look at; a search for a common word would else read the whole corpus to light its words.
_SEARCH_LIMIT = 100


@with_filters
def search(
    query: Annotated[list[str], typer.Argument(metavar="QUERY", help="What to look for.")],
    *,
    asked: Asked,
    events: Annotated[bool, typer.Option("--events", help="List events instead of articles.")] = False,
    limit: Limit = _SEARCH_LIMIT,
    db: Database = DEFAULT_STORE,
    format: FormatOption = Format.table,
    json: Json = False,
) -> None:
    """List the articles or events that answer a query, best first, with the words lit.

    Words must all occur; names of countries, cities and organisations also find what concerns them: "France" finds
    French doctors and AP-HP. In a query: "a phrase", prefix*, -not, OR, ( ), country:France, date:2016..2020, and
    city: organisation: person: type: topic: status: outlet: since: until:.

    \b
    hcoop search "France"
    hcoop search nurs* training country:Japan
    hcoop search '"memorandum of understanding" -Korea date:2016..2020'
    hcoop search --events --city Hanoi "Saint Paul"
    """
    from hcoop.query.search import search_articles, search_events

    with open_store(db) as store:
        ask = search_events if events else search_articles
        _write(ask(store, " ".join(query), filter_of(store, asked), limit or None), format, json)


@with_filters
def timeline(
    *,
    asked: Asked,
    silent: Annotated[
        str | None,
        typer.Option(
            "--silent", metavar="PERIOD", help="Only what was signed or planned, with no contact since (2y, 18m, 90d)."
        ),
    ] = None,
    limit: Limit = None,
    db: Database = DEFAULT_STORE,
    format: FormatOption = Format.table,
    json: Json = False,
) -> None:
    """List events in order of time, each as precisely as its source tells; those without a date come last.

    "by 25 Jun 2020" is the day of the report of an event whose own date is not told. With --silent 2y, what was signed
    or planned, and after which nothing of the same two sides is told in the two years before the newest article.

    \b
    hcoop timeline --city Hanoi
    hcoop timeline --country Japan --country Korea --since 2016
    hcoop timeline --type agreement --until 2020-06 --format csv
    hcoop timeline --silent 2y --city "Da Nang"
    """
    from hcoop.query.timeline import timeline as told

    with open_store(db) as store:
        _write(told(store, filter_of(store, asked), limit or None, silent), format, json)


@with_filters
def summary(
    *,
    asked: Asked,
    id: Annotated[str | None, typer.Argument(metavar="[ID]", help="An article, for its digest.")] = None,
    db: Database = DEFAULT_STORE,
    format: FormatOption = Format.table,
    json: Json = False,
) -> None:
    """Tell the corpus at a glance; with filters, a brief: what was signed, the latest contact, what is planned.

    \b
    hcoop summary
    hcoop summary --country FR
    hcoop summary --city "Da Nang" --since 2018 --json
    """
    from hcoop.query.digest import digest
    from hcoop.query.find import find
    from hcoop.query.summary import summary as told

    with open_store(db) as store:
        content = digest(store, find(store, id, ("article",)).key) if id else told(store, filter_of(store, asked))
        _write(content, format, json)


def show(
    id: Annotated[
        str, typer.Argument(metavar="ID", help="An id, the beginning of one, or an organisation's or person's name.")
    ],
    why: Annotated[bool, typer.Option("--why", help="For an event, tell why its reports were taken for one.")] = False,
    db: Database = DEFAULT_STORE,
    format: FormatOption = Format.table,
    json: Json = False,
) -> None:
    """Show one article, event, organisation or person, with its evidence lit in the text.

    \b
    hcoop show 3f9a1c
    hcoop show 045298 --why
    hcoop show JICA
    hcoop show "Nguyen Khac Hien" --json
    """
    from hcoop.query.show import show as shown

    with open_store(db) as store:
        _write(shown(store, id, why), format, json)


def open_store(path: Path) -> "Store":
    """Open a store for reading."""
    from hcoop.store.read import Store

    return Store(path)


def filter_of(store: "Store", asked: Asked) -> "Filter":
    """Return the filter that the user asked for."""
    from hcoop.query.filters import make_filter

    return make_filter(store, asked.values, asked.since, asked.until)


def _write(content: "AnyTable | Page", format: Format, json: bool) -> None:
    from hcoop.output import write
    from hcoop.query.table import Table

    for_people = format is Format.table and not json
    if for_people and isinstance(content, Table):
        content = content._replace(rows=list(content.rows))  # read twice
    write(content, sys.stdout, "json" if json else format.value)
    if for_people:
        tell_marks(content)
    if isinstance(content, Table) and content.total and isinstance(content.rows, list):
        shown = len(content.rows)
        if shown < content.total:
            complain(f"{shown} of {content.total} shown; --limit 0 lists all", word="note")


def tell_marks(content: "AnyTable | Page") -> None:
    """Tell what the marks of people mean, if any is seen; the rows must be such as can be read again."""
    from hcoop.output.people import is_checked, is_marked

    if is_marked(content):
        complain("* marks what a person corrected; `hcoop show ID` tells what was extracted", word="note")
    if is_checked(content):
        complain("✓ marks what a person found right as it is; `hcoop show ID` tells who", word="note")
