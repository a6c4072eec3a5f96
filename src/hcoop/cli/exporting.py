"""The command that writes whole records for other programs, to a file or to standard output."""

import io
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, BinaryIO, TextIO

import typer

from hcoop.cli.asking import filter_of, open_store, tell_marks
from hcoop.cli.destination import check_destination, destination
from hcoop.cli.options import DEFAULT_STORE, Asked, Database, Json, Limit, with_filters
from hcoop.errors import UsageError

if TYPE_CHECKING:
    from hcoop.query.table import Table


class ExportFormat(StrEnum):
    """The forms of whole records."""

    table = "table"
    json = "json"
    jsonl = "jsonl"
    csv = "csv"
    xlsx = "xlsx"
    parquet = "parquet"
    jsonld = "jsonld"
    graphml = "graphml"
    geojson = "geojson"
    ics = "ics"


_KINDS = "articles, events, organisations, people, places, coded-events, partnerships or provinces."


@with_filters
def export(
    kind: Annotated[str, typer.Argument(metavar="KIND", help=_KINDS)],
    *,
    asked: Asked,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to a file, once all is well.")
    ] = None,
    bom: Annotated[bool, typer.Option("--bom", help="Begin CSV with a byte order mark, for Excel.")] = False,
    limit: Limit = None,
    db: Database = DEFAULT_STORE,
    format: Annotated[
        ExportFormat | None, typer.Option("--format", "-f", help="By default that of FILE's name, else jsonl.")
    ] = None,
    json: Json = False,
) -> None:
    """Write whole records of a kind, by default as JSON lines, for other programs.

    coded-events: who did what to whom in the codes of CAMEO and PLOVER. partnerships: who works with whom, also as
    graphml. provinces: what happens where, also as geojson. Events are also ics, and the first five kinds jsonld.

    \b
    hcoop export events > events.jsonl
    hcoop export organisations --country Japan --output organisations.xlsx
    hcoop export partnerships --city Hanoi --output partners.graphml
    hcoop export coded-events --format csv --bom > coded.csv
    """
    from hcoop.query.export import export as exported
    from hcoop.query.export import known_kind
    from hcoop.query.export.shapes import check_shape, shaped

    name = "json" if json else (format or _by_name(output)).value
    _check(name, output, bom)
    check_shape(known_kind(kind), name)
    if output:
        check_destination(output, db)
    with open_store(db) as store:
        table = exported(store, kind, filter_of(store, asked), limit or None)
        with destination(output) as stream:
            _write(shaped(table, store, kind, name), name, bom, stream)


def _by_name(output: Path | None) -> ExportFormat:
    suffix = output.suffix.removeprefix(".") if output else "jsonl"
    if suffix not in list(ExportFormat):
        raise UsageError(f'no format has the name "{suffix}"', hint=f"give --format: {', '.join(ExportFormat)}")
    return ExportFormat(suffix)


def _check(name: str, output: Path | None, bom: bool) -> None:
    from hcoop.output.exchange import OPAQUE

    if bom and name != "csv":
        raise UsageError("--bom is for --format csv")
    if name in OPAQUE and output is None and sys.stdout.isatty():
        raise UsageError(f"{name} is not for a terminal", hint=f"name a file, `--output FILE.{name}`")


def _write(table: "Table", name: str, bom: bool, stream: BinaryIO) -> None:
    from hcoop.output.exchange import EXCHANGE, writer

    if name in EXCHANGE:
        writer(name)(table, stream)
        return
    if name == "table":
        table = table._replace(rows=list(table.rows))  # read twice
    if stream is sys.stdout.buffer:
        _write_text(table, name, bom, sys.stdout)
    else:
        text = io.TextIOWrapper(stream, "utf-8", newline="\n")
        _write_text(table, name, bom, text)
        text.detach()
    if name == "table":
        tell_marks(table)


def _write_text(table: "Table", name: str, bom: bool, text: TextIO) -> None:
    from hcoop.output import write

    text.write("\ufeff" if bom else "")
    write(table, text, name)
    text.flush()
